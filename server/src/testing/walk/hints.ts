// What the walk cannot guess from the schema. Everything else it finds out by asking.
import type { IdType } from '@aftercare/contract';
import type { Harvest } from './harvest';
import { leftOut, unused, within } from './marks';
import { photo } from './photo';
import { storyPassword } from '../story-people';

export type Choices = readonly unknown[] | ((own: Harvest, me: Self) => readonly unknown[]);

/** Who asks, in the words of a sign-in form. */
export interface Self {
  email: string;
  tenant: string;
  /** The people of this side, as members. */
  members: readonly string[];
}

const newest =
  (type: IdType) =>
  (own: Harvest): readonly string[] =>
    own.idsOf(type).slice(-12).reverse();

/** Values for one argument or input field, by `Input.field` or `rootField.argument`, best first. */
export type Hints = Readonly<Record<string, Choices>>;
export const hints: Hints = {
  'SignInInput.email': (_own, { email }) => [email],
  'SignInInput.password': [storyPassword],
  'SignInInput.tenant': (_own, { tenant }) => [tenant],
  'ContactCreateInput.siteId': newest('Site'),
  // a house's own word; dealers group nobody
  'CustomerCreateInput.groupKey': (_own, { tenant }) => [`group-of-${tenant}`, leftOut],
  'CustomerUpdateInput.groupKey': (_own, { tenant }) => [leftOut, `group-of-${tenant}`],
  'TicketCreateInput.nameplatePhotoId': (own) => [leftOut, ...newest('File')(own)],
  'AdjustmentInput.askedById': newest('Member'),
  // who has none names something else
  'NotificationReadInput.ids': (own) => [
    ...newest('Notification')(own),
    ...newest('Ticket')(own).slice(0, 1),
  ],
  'ChargeLineInput.repeatsTicketId': (own) => [leftOut, ...own.idsOf('Ticket')],
  'EquipmentRegisterInput.serial': [unused],
  'EquipmentModelCreateInput.code': [unused],
  'EquipmentModelCreateInput.meters': [within],
  'EquipmentLimitDecideInput.renewedUntil': ['2027-06-02'],
  'PartCreateInput.number': [unused],
  'FileUploadCreateInput.name': ['铭牌.png'],
  'FileUploadCreateInput.byteSize': [photo.length],
  'calendar.key': ['maker'],
  'calendar.year': [2026],
  'CalendarYearPublishInput.key': ['maker'],
  'CalendarYearPublishInput.year': [2027],
  'CalendarYearPublishInput.holidays': [[{ from: '2027-10-01', name: { zh: '国庆节', en: 'National Day' } }]],
  'CalendarYearPublishInput.makeUpDays': [
    [{ date: '2027-10-09', name: { zh: '国庆节调休', en: 'Instead of National Day' }, asWeekday: 'MON' }],
  ],
  // to the one who does most of the asking
  'TicketHandOverInput.toId': (_own, { members }) => members,
};

/** Other ways to ask a target, for places that make no difference in the first way. */
export const otherWays: Readonly<Record<string, readonly Hints[]>> = {
  // the serial number of a component goes with the component only
  ticketChargesDecide: [{ 'ChargeLineInput.component': ['cutting-motor', 'pump'] }],
  warrantyCheck: [{ 'ChargeLineInput.component': ['cutting-motor', 'pump'] }],
  // whose machine it is and where it stands is asked for where it is not registered
  ticketCreate: [
    {
      'TicketCreateInput.serial': [unused],
      'TicketCreateInput.nameplatePhotoId': newest('File'),
      'TicketCreateInput.customerId': newest('Customer'),
    },
  ],
};

/** Mutations that take up what another one began, and whether a second person of the side has to begin it. */
export const comesAfter: Readonly<Record<string, { first: string; bySecond?: boolean }>> = {
  ticketResume: { first: 'ticketPause' },
  // only who is no supervisor needs consent
  ticketOfferAnswer: { first: 'ticketHandOver', bySecond: true },
  ticketAttachmentAdd: { first: 'fileUploadCreate' },
  ticketApprovalDecide: { first: 'ticketApprovalAsk' },
};

/** Values for texts by the name of their argument. */
export const textsByName: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/phone$/i, ['10000001234']],
  [/email$/i, ['nobody@story.example']],
  [/province$/i, ['32']],
  [/country$/i, ['CN']],
];

/** Which things an id means that is not called by their type. */
export const idsByName: ReadonlyArray<readonly [RegExp, IdType]> = [
  [/^(assignee|owner|approver|author|actor|member|to)Ids?$/, 'Member'],
];

/** Values of scalars other than text, numbers and truth. */
export const scalars: Readonly<Record<string, (now: Date) => readonly unknown[]>> = {
  LocalDate: (now) =>
    [0, 1, 30].map((days) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)),
  DateTimeISO: (now) => [
    now.toISOString(),
    new Date(now.getTime() - 3_600_000).toISOString(),
    new Date(now.getTime() + 86_400_000).toISOString(),
  ],
};

/** Root fields that never answer anybody in the walk, and why that is no gap. */
export const neverAnswered: Readonly<Record<string, string>> = {};

/** Places where even an own thing makes no difference to an asker, or to any, and why that is no gap. */
export const indifferent: ReadonlyArray<{ place: RegExp; to?: string; why: string }> = [
  {
    place: /^customer(Create|Update)\(input\.groupKey\)/,
    to: 'dealer 2',
    why: 'only the house groups its customers',
  },
  {
    place: /^requestReport\(input\.details\.key\)/,
    to: 'whoever scanned a nameplate',
    why: 'whoever may report knows what the form asks',
  },
  { place: /^notification(s|Read)\(/, to: 'dealer 2', why: "only the house's people are notified" },
];
