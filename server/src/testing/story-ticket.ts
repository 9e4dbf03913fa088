import type { Locale } from '@aftercare/contract';
import { instant, local } from './story-clock';
import type { StoryClient } from './story-client';
import type { FiledTicket } from './story-house';
import type { StaffName } from './story-people';
import type { StoryRefusal } from './story-mutation';
import { mutate } from './story-mutation';
import type { ChargesView, TicketView } from './story-ticket-view';
import { chargesDocument, viewDocument } from './story-ticket-view';

/** What the API said instead of doing it. */
class Refused extends Error {
  constructor(readonly userErrors: StoryRefusal[]) {
    super(userErrors.map(({ code, field, message }) => `${code} ${field?.join('.')}: ${message}`).join('\n'));
  }
}

/** What somebody was refused with; nothing when it was done. */
export async function refused(act: Promise<unknown>): Promise<StoryRefusal[]> {
  try {
    await act;
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.userErrors;
    throw error;
  }
}

/** Code and field of what somebody was refused with, such as `INVALID step`. */
export const refusal = async (act: Promise<unknown>): Promise<string> =>
  (await refused(act)).map(({ code, field }) => `${code} ${field?.join('.')}`).join(', ');

/** The sentence that somebody was refused with. */
export const sentence = async (act: Promise<unknown>): Promise<string> =>
  (await refused(act)).map(({ message }) => message).join(' ');

/** Where the people of a story sit. */
export interface Desk {
  client(who: string, locale?: Locale): Promise<StoryClient>;
  member(name: StaffName): string;
  key(): string;
  pass(): void;
}

interface Writing {
  note?: string;
  audience?: 'PUBLIC' | 'INTERNAL';
  toldTo?: string;
  channel?: string;
  /** The date that was told: `2026-12-02`. */
  date?: string;
  /** When it happened, as the clock on the wall showed it. */
  at?: string;
}

/** Answers of others may have changed it: the version that this person last saw. */
interface Versioned {
  expectedVersion?: number;
}

interface Telling {
  toldTo: string | null;
  channel: string | null;
  note: string | null;
}

const timed = ({ at, ...rest }: Writing) => ({ ...rest, ...(at !== undefined && { at: instant(at) }) });

interface ChargeLine {
  /** Left out: its number. */
  id?: string;
  costClass: 'PARTS' | 'LABOUR' | 'TRAVEL';
  part?: string;
  component?: string;
  componentSerial?: string;
  repeatsTicketId?: string;
}

/** One person at one ticket; every verb throws when the API refuses it. */
export class AtTicket {
  constructor(
    private readonly ticket: StoryTicket,
    private readonly who: string,
    private readonly locale: Locale,
  ) {}

  take(step: string, { records, ...more }: Writing & Versioned & { records?: object[] } = {}) {
    return this.change('ticketStepTake', { step, ...(records && { records }), ...timed(more) });
  }

  write(record: string, note = '已办妥，见附件。', more: Writing = {}) {
    return this.add('ticketRecordAdd', { record, note, ...timed(more) });
  }

  explain(text: string, more: Writing = {}) {
    return this.add('ticketExplain', { text, ...timed(more) });
  }

  guide(outcome: 'SOLVED' | 'FAILED' | 'ONGOING', note: string, more: Writing = {}) {
    return this.add('ticketGuide', { outcome, note, ...timed(more) });
  }

  pause(reason: string, note: string, more: Writing = {}) {
    return this.change('ticketPause', { reason, note, ...timed(more) });
  }

  resume(reason: string, more: Writing = {}) {
    return this.change('ticketResume', { reason, ...timed(more) });
  }

  classify(severity: string, reason: string) {
    return this.change('ticketClassify', { severity, reason });
  }

  ask(approval: string, note: string, more: { safety?: boolean } = {}) {
    return this.change('ticketApprovalAsk', { approval, note, ...more });
  }

  decide(approval: string, decision: 'GIVEN' | 'REFUSED', more: { note?: string; oral?: boolean } = {}) {
    return this.change('ticketApprovalDecide', { approval, decision, note: '同意处理方案。', ...more });
  }

  agree(clock: string, due: string, more: { why?: string; confirmedBy?: string } = {}) {
    const said = { why: '客户停产检修后才能进场', confirmedBy: '客户设备科', ...more };
    return this.change('ticketDateAgree', { clock, dueAt: instant(due), ...said });
  }

  /** Decides who pays for what. */
  charge(lines: readonly ChargeLine[], more: object = {}) {
    return this.change('ticketChargesDecide', {
      lines: lines.map((line, index) => ({ id: `${index + 1}`, ...line })),
      ...more,
    });
  }

  handOver(to: StaffName, note?: string) {
    return this.change('ticketHandOver', { toId: this.ticket.desk.member(to), ...(note && { note }) });
  }

  answerOffer(accept: boolean, note?: string) {
    return this.change('ticketOfferAnswer', { accept, ...(note && { note }) });
  }

  correct(what: { serial?: string; siteId?: string; province?: string; reason: string }) {
    return this.change('ticketCorrect', what);
  }

  withdraw(reason: string) {
    return this.change('ticketWithdraw', { reason });
  }

  assign(to: StaffName, more: Versioned = {}) {
    return this.change('ticketAssign', { assigneeId: this.ticket.desk.member(to), ...more });
  }

  say(body: string, audience: 'PUBLIC' | 'INTERNAL' = 'PUBLIC') {
    return this.add('ticketCommentAdd', { body, audience });
  }

  /** The ticket as this person sees it; null if they may not. */
  async look(): Promise<TicketView | null> {
    const client = await this.ticket.desk.client(this.who, this.locale);
    return (await client.ask<{ ticket: TicketView | null }>(viewDocument, { id: this.ticket.id })).ticket;
  }

  private change(mutation: string, input: object) {
    return this.send(mutation, { expectedVersion: this.ticket.version, ...input });
  }

  private add(mutation: string, input: object) {
    return this.send(mutation, { idempotencyKey: this.ticket.desk.key(), ...input });
  }

  private async send(mutation: string, input: object): Promise<void> {
    const { desk } = this.ticket;
    const client = await desk.client(this.who, this.locale);
    const { ticket, userErrors } = await mutate<{ ticket: { version: number } | null }>(
      client,
      mutation,
      { ticketId: this.ticket.id, ...input },
      'ticket { version }',
    );
    if (userErrors.length > 0) throw new Refused(userErrors);
    this.ticket.version = ticket?.version ?? this.ticket.version;
    desk.pass();
  }
}

/** One ticket of a story, with what one asks about it again and again. */
export class StoryTicket {
  readonly id: string;
  readonly number: string;
  /** As the last who changed it saw it. */
  version: number;

  constructor(
    readonly desk: Desk,
    { id, number, version }: FiledTicket,
  ) {
    this.id = id;
    this.number = number;
    this.version = version;
  }

  as(who: string, locale: Locale = 'en'): AtTicket {
    return new AtTicket(this, who, locale);
  }

  async seenBy(who: string): Promise<TicketView> {
    const seen = await this.as(who).look();
    if (!seen) throw new Error(`${who} does not see ${this.number}.`);
    return seen;
  }

  async state(): Promise<string> {
    return (await this.seenBy('manager')).state.key;
  }

  /** How a promise stands, until when, and which clause says so: `running · 2026-06-03 09:00 · R4-5.1`. */
  async clock(kind: string, who = 'manager'): Promise<string> {
    const clock = (await this.seenBy(who)).clocks.find((each) => each.kind === kind);
    if (!clock) return 'no clock';
    const due = clock.dueAt === null ? 'nothing due' : local(clock.dueAt);
    return `${word(clock.state)} · ${due} · ${clock.rule.clause?.id ?? word(clock.rule.source)}`;
  }

  /** What a step waits for, with the clause that asks for it: `RECORD contract-signed R4-4.4`. */
  async lacks(step: string, who = 'manager'): Promise<string[]> {
    const found = (await this.seenBy(who)).steps.find(({ key }) => key === step);
    if (!found) return ['NOT_FROM_THIS_STATE'];
    return found.missing.map(({ kind, key, clause }) =>
      [kind, ...(key === null ? [] : [key]), clause?.id ?? 'default'].join(' '),
    );
  }

  /** Steps that somebody may take now. */
  async possible(who: string): Promise<string[]> {
    return (await this.seenBy(who)).steps.filter(({ possible }) => possible).map(({ key }) => key);
  }

  /** Who pays for what, as somebody sees it; null before that was decided. */
  async charges(who = 'manager'): Promise<ChargesView | null> {
    const client = await this.desk.client(who);
    const { ticket } = await client.ask<{ ticket: { charges: ChargesView | null } }>(chargesDocument, {
      id: this.id,
    });
    return ticket.charges;
  }

  /** Each line in short: `1 charged 100 % WEAR_PART, cost-fee R1-C7`. */
  async bill(): Promise<string[]> {
    return ((await this.charges())?.lines ?? []).map(
      ({ line, outcome, asked, reasons, priceBasis, priceRule }) => {
        const price = priceBasis && `, ${word(priceBasis)} ${priceRule?.clause?.id ?? 'default'}`;
        return `${line} ${word(outcome)} ${asked} % ${reasons[0]?.code}${price ?? ''}`;
      },
    );
  }

  /** What was told to whom, as somebody reads it: `电气主管, phone: 已电话告知。`. */
  async tellings(who: string): Promise<string[]> {
    const client = await this.desk.client(who);
    const { ticket } = await client.ask<{ ticket: { timeline: { nodes: Telling[] } } }>(
      `query ($id: ID!) { ticket(id: $id) { timeline(first: 100) { nodes { toldTo channel note } } } }`,
      { id: this.id },
    );
    return ticket.timeline.nodes
      .filter(({ toldTo, channel }) => toldTo !== null || channel !== null)
      .map(({ toldTo, channel, note }) => `${toldTo}, ${channel}: ${note}`);
  }

  /** What happened, in the words that somebody reads: `09:05 Assigned`. */
  async timeline(who: string): Promise<string[]> {
    const client = await this.desk.client(who);
    const { ticket } = await client.ask<{
      ticket: { timeline: { nodes: Array<{ at: string; text: { en: string } }> } };
    }>(`query ($id: ID!) { ticket(id: $id) { timeline(first: 100) { nodes { at text { en } } } } }`, {
      id: this.id,
    });
    return ticket.timeline.nodes.map(({ at, text }) => `${local(at).slice(11)} ${text.en}`);
  }
}

const word = (name: string): string => name.toLowerCase().replaceAll('_', '-');
