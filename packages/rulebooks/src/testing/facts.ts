import type { Calendar, ClockKind, ClockResult, Fact, Instant, Policy } from '@aftercare/policy-engine';
import { evaluateClocks } from '@aftercare/policy-engine';
import { chinaCalendar } from '../calendars/index.js';

/** An instant from Beijing time, such as `2026-02-13 16:00`. */
export const at = (beijing: string): Instant => Date.parse(`${beijing.replace(' ', 'T')}:00+08:00`);

const beijing = (instant: Instant) => `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

type FactOf<Kind extends Fact['kind']> = Omit<Extract<Fact, { kind: Kind }>, 'kind' | 'at' | 'recordedAt'>;

/** Something that happened at a time in Beijing and was written down at once. */
export function fact<Kind extends Fact['kind']>(kind: Kind, when: string, fields: FactOf<Kind>): Fact {
  return { kind, at: at(when), recordedAt: at(when), ...fields } as Extract<Fact, { kind: Kind }>;
}

export const recorded = (when: string, record: string): Fact => fact('recorded', when, { record });

export const reported = (when: string, requestType: string, province?: string, severity?: string): Fact =>
  fact('reported', when, {
    requestType,
    site: { country: 'CN', ...(province && { province }) },
    ...(severity && { severity }),
  });

export const calendar: Calendar = chinaCalendar({
  key: 'maker',
  version: 1,
  publishedAt: at('2025-11-04 09:00'),
});

/** One clock of a ticket at a time in Beijing. */
export function clockAt(
  policy: Policy,
  kind: ClockKind,
  now: string,
  facts: readonly Fact[],
): ClockResult | undefined {
  const clocks = evaluateClocks({ policy, calendars: [calendar], facts, now: at(now) });
  return clocks.find((clock) => clock.kind === kind);
}

/** The clause that a rule cites, or `default`. */
export const cited = ({ rule }: Pick<ClockResult, 'rule'>): string =>
  rule.source.kind === 'clause' ? rule.source.clause : rule.source.kind;

/** What one reads first: how the clock stands, when it is due in Beijing, and which clause says so. */
export function read(clock: ClockResult | undefined): string {
  if (!clock) return 'no clock';
  return [clock.state, clock.dueAt === null ? 'nothing due' : beijing(clock.dueAt), cited(clock)].join(' · ');
}

export const moment = (instant: Instant | null): string | null =>
  instant === null ? null : beijing(instant);
