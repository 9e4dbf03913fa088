import type { CalendarRule, OwnershipRule, PauseReason, Requirement } from '@aftercare/policy-engine';
import { chinaCalendar } from '../calendars/index.js';
import { citing, days, needs, ours, text } from './shorthand.js';
import type { Channel } from './template.js';

/** Clauses that every template takes over. */
export const adopted = ['R10-G3', 'R2-12'] as const;

/** One owner from intake to close. */
export const ownership: OwnershipRule = { supervisors: ['manager'], source: citing('R10-G3') };

/** What every step that ends served work asks for: somebody answers for it, and the customer knows the result. */
export const beforeClosing: readonly Requirement[] = [
  { kind: 'owner', source: citing('R10-G3') },
  needs('explained', citing('R2-12')),
];

/** The maker's calendar counts for everything. */
export const calendarRule: CalendarRule = {
  id: 'maker-calendar',
  when: {},
  rank: 0,
  calendar: 'maker',
  source: ours(
    '规章没有规定按谁的工作日历计时；默认按厂家的日历。',
    'The rulebook does not say whose calendar counts; by default it is the maker’s.',
  ),
};

/** China's calendar as it stood when the holidays of 2026 were announced, at 09:00 in Beijing. */
export const makerCalendar = chinaCalendar({
  key: 'maker',
  version: 1,
  publishedAt: Date.UTC(2025, 10, 4, 1),
});

/** Reasons for which no rulebook says that a clock stops; each may be shortened, renamed or removed. */
export const commonPauses: readonly PauseReason[] = [
  {
    key: 'customer',
    label: text('等待客户', 'Waiting for the customer'),
    limit: days(14),
    clocks: ['arrival', 'duration', 'resolution', 'return'],
    source: ours(
      '规章没有规定等待客户时是否计时；默认最多暂停 14 天，响应和派工照常计时。',
      'The rulebook does not say whether waiting for the customer counts; by default clocks stop for 14 days at most, save response and assignment.',
    ),
  },
  {
    key: 'customer-parts',
    label: text('等待客户提供配件', 'Waiting for parts from the customer'),
    limit: days(30),
    clocks: ['duration', 'resolution', 'return'],
    source: ours(
      '规章没有规定等待客户自备配件时是否计时；默认最多暂停 30 天。',
      'The rulebook does not say whether waiting for the customer’s own parts counts; by default clocks stop for 30 days at most.',
    ),
  },
  {
    key: 'force-majeure',
    label: text('不可抗力', 'Force majeure'),
    limit: days(30),
    source: ours(
      '规章没有规定不可抗力；默认全部时限最多暂停 30 天。',
      'The rulebook says nothing of force majeure; by default all clocks stop for 30 days at most.',
    ),
  },
];

const ofThePlatform = ours(
  '规章没有提到此渠道；由平台提供，可停用。',
  'The rulebook does not mention this way; the platform offers it, and you may switch it off.',
);

/** Ways in that the platform brings along. */
export const platformChannels: readonly Channel[] = [
  { key: 'nameplate', label: text('铭牌二维码', 'Nameplate QR code'), source: ofThePlatform },
  { key: 'dealer', label: text('经销商代报', 'Filed by a dealer'), source: ofThePlatform },
];
