import type { Calendar } from '../calendar/index.js';
import { afterDays, workingTime } from '../calendar/index.js';
import type { Fact, FactOf } from '../facts/index.js';
import { countsAs } from '../facts/index.js';
import type { CalendarRule, Circumstances, ClockKind, ClockRule, EventKey, Policy } from '../policy/index.js';
import { countsWorkingTime, needsCalendar } from '../policy/index.js';
import type { Block, Duration, Instant, Timeline } from '../time/index.js';
import { milliseconds, timeline, walk } from '../time/index.js';
import type { Chosen, ChosenRule } from './choose-rules.js';
import type { Agreement, ClockPause } from './clock-result.js';
import type { Life } from './lives.js';
import { lifeAt } from './lives.js';
import { blocksOf, pausesOf } from './pauses.js';

/** One kind of clock in one life of a ticket: everything that is known about it. */
export interface Setting {
  readonly policy: Policy;
  readonly calendars: readonly Calendar[];
  readonly kind: ClockKind;
  readonly key: string;
  readonly life: Life;
  readonly report: FactOf<'reported'>;
  /** In order, none later than now. */
  readonly facts: readonly Fact[];
  readonly pauses: readonly ClockPause[];
  readonly blocks: readonly Block[];
}

/** What is promised from a moment on. */
export interface Terms {
  readonly version: number;
  /** From when it holds. */
  readonly since: Instant;
  readonly chosen: ChosenRule;
  readonly calendar: Chosen<CalendarRule> | undefined;
  readonly circumstances: Circumstances;
  readonly agreement: Agreement | null;
  /** The first agreement; a clock that had not started by then starts with it. */
  readonly agreedSince: Instant | null;
  /** The change of severity from which it counts, if that is later than its original start (D1). */
  readonly countsFrom: Instant | null;
}

export interface Mark {
  readonly at: Instant;
  readonly by: EventKey;
  readonly recordedAt: Instant;
}

/** How a clock goes by its terms, as far as it is known: start, stop and the moments between. */
export interface Course {
  /** The setting, with the pauses that held at the stop ended by it (C7). */
  readonly setting: Setting;
  readonly start: Mark | null;
  /** The event that fulfilled it. */
  readonly stop: Mark | null;
  /** When it stopped or its life ended. */
  readonly end: Instant | null;
  readonly calendar: Calendar | null;
  readonly due: Instant | null;
  /** Its own time, less all pauses. */
  readonly time: Timeline;
  /** The time along which the due moment is measured. */
  readonly dueTime: Timeline;
}

/** What was known at a moment: later facts say nothing about what was decided then. */
export function settingAt(setting: Setting, at: Instant): Setting {
  const { policy, kind } = setting;
  const facts = setting.facts.filter((fact) => fact.at <= at);
  const life = lifeAt(setting.life, at);
  const pauses = pausesOf(policy, kind, facts, life);
  return { ...setting, life, facts, pauses, blocks: blocksOf(pauses, life.gaps) };
}

/** When a clock stops, or its life ends. */
export function endOf(setting: Setting, terms: Terms): Instant | null {
  const start = startOf(setting, terms);
  return (start && stopOf(setting, terms.chosen.rule.stopsAt, start.at)?.at) ?? setting.life.end;
}

/** Measures terms in their setting. */
export function courseOf(whole: Setting, terms: Terms): Course {
  const start = startOf(whole, terms);
  const stop = start && stopOf(whole, terms.chosen.rule.stopsAt, start.at);
  const setting = stop ? foldedAt(stop.at, whole) : whole;
  const end = stop?.at ?? whole.life.end;
  const calendar = pinnedCalendar(setting, terms, start?.at ?? Infinity, end);
  const dueBlocks = blocksOfDue(setting, terms);
  return {
    setting,
    start,
    stop,
    end,
    calendar,
    due: start ? dueOf(setting, terms, start.at, calendar) : null,
    time: alongOf(terms, calendar, setting.blocks),
    dueTime: alongOf(terms, calendar, dueBlocks),
  };
}

/** A setting whose clock stops: pauses that hold then end with it (C7). */
export function foldedAt(stop: Instant, setting: Setting): Setting {
  if (!setting.pauses.some(({ to }) => to > stop)) return setting;
  const pauses = setting.pauses
    .filter(({ from }) => from < stop)
    .map((pause): ClockPause => (pause.to > stop ? { ...pause, to: stop, endedBy: 'stop' } : pause));
  return { ...setting, pauses, blocks: blocksOf(pauses, setting.life.gaps) };
}

/** Whether some time between `due` and `until` was neither paused nor closed (C9). */
export function isLate({ blocks }: Setting, due: Instant | null, until: Instant): boolean {
  return due !== null && until > due && walk(timeline(null, blocks), due, { at: until }).running > 0;
}

/** The moment at which a duration has run since a start. */
export function afterDuration(
  duration: Duration,
  start: Instant,
  calendar: Calendar | null,
  blocks: readonly Block[],
): Instant | null {
  if (duration.basis === 'working-days') {
    return calendar && afterDays(calendar, start, duration, blocks, duration.amount);
  }
  const work = duration.basis === 'natural' ? null : calendar && workingTime(calendar);
  return walk(timeline(work, blocks), start, { running: milliseconds(duration) }).end;
}

/** Pauses that began before an agreement do not move it: it was made in knowledge of them. */
export function blocksOfDue({ pauses, blocks, life }: Setting, { agreement }: Terms): readonly Block[] {
  if (!agreement) return blocks;
  return blocksOf(
    pauses.filter(({ from }) => from > agreement.at),
    life.gaps,
  );
}

function alongOf(
  { agreement, chosen }: Terms,
  calendar: Calendar | null,
  blocks: readonly Block[],
): Timeline {
  const working = !agreement && countsWorkingTime(chosen.rule.target);
  return timeline(working && calendar ? workingTime(calendar) : null, blocks);
}

function startOf(setting: Setting, terms: Terms): Mark | null {
  const { life } = setting;
  const { rule } = terms.chosen;
  const own: Mark | null =
    rule.startsAt === 'reported'
      ? { at: life.begin, by: rule.startsAt, recordedAt: life.recordedAt }
      : firstOf(setting, rule.startsAt, life.begin);
  const { agreedSince, countsFrom } = terms;
  const agreed =
    agreedSince !== null && (!own || own.at > agreedSince)
      ? { at: agreedSince, by: 'agreed', recordedAt: agreedSince }
      : own;
  const start = earliestOfMerged(setting, rule, agreed);
  return start && countsFrom !== null && start.at < countsFrom ? { ...start, at: countsFrom } : start;
}

/** Of merged tickets the earliest start counts, for a clock that had not stopped by then (E4). */
function earliestOfMerged(setting: Setting, rule: ClockRule, first: Mark | null): Mark | null {
  const { life, facts } = setting;
  const stop = first && stopOf(setting, rule.stopsAt, first.at);
  let start = first;
  for (const fact of facts) {
    if (fact.kind !== 'absorbed' || fact.at < life.begin || fact.at > (life.end ?? fact.at)) continue;
    if (stop && stop.at <= fact.at) break;
    const at = rule.startsAt === 'reported' ? fact.reportedAt : fact.started?.[rule.startsAt];
    if (at === undefined || (start && start.at <= at)) continue;
    start = { at, by: rule.startsAt, recordedAt: fact.recordedAt };
  }
  return start;
}

function stopOf(setting: Setting, event: EventKey, from: Instant): Mark | null {
  const { life } = setting;
  // reopening undoes what seemed to be the end
  const undone = event === 'resolved' || event === 'closed';
  return firstOf(setting, event, Math.max(from, undone ? life.lastBegin : life.begin));
}

function firstOf({ facts, life }: Setting, event: EventKey, from: Instant): Mark | null {
  const found = facts.find(
    (fact) => fact.at >= from && (life.end === null || fact.at <= life.end) && countsAs(fact, event),
  );
  return found ? { at: found.at, by: event, recordedAt: found.recordedAt } : null;
}

function dueOf(setting: Setting, terms: Terms, start: Instant, calendar: Calendar | null): Instant | null {
  const { agreement, chosen } = terms;
  if (agreement) {
    const natural = timeline(null, blocksOfDue(setting, terms));
    return walk(natural, agreement.at, { running: agreement.due - agreement.at }).end;
  }
  const { target } = chosen.rule;
  return target === 'no-target' ? null : afterDuration(target, start, calendar, setting.blocks);
}

/**
 * The version of its calendar by which a clock is judged: the one of its start, then every later pin, as long as it
 * neither stopped nor was late before (G1, D3).
 */
function pinnedCalendar(
  setting: Setting,
  terms: Terms,
  start: Instant,
  end: Instant | null,
): Calendar | null {
  const { rule } = terms.chosen;
  if (!needsCalendar(rule)) return null;
  if (!terms.calendar) {
    throw new RangeError(`Rule "${rule.id}" counts working time, but no calendar rule applies to it.`);
  }
  const key = terms.calendar.rule.calendar;
  const pins = setting.facts.filter(
    (fact): fact is FactOf<'calendar-pinned'> =>
      fact.kind === 'calendar-pinned' &&
      fact.calendar === key &&
      (fact.clock === undefined || fact.clock === setting.key),
  );
  const first = pins.findLast(({ at }) => at <= start);
  let calendar = first
    ? versionOf(setting.calendars, key, first.version)
    : versionAt(setting.calendars, key, setting.report.recordedAt);
  for (const pin of pins) {
    if (pin.at <= start) continue;
    if (end !== null && end <= pin.at) break;
    const then = settingAt(setting, pin.at);
    const startThen = startOf(then, terms);
    if (startThen && isLate(then, dueOf(then, terms, startThen.at, calendar), pin.at)) break;
    calendar = versionOf(setting.calendars, key, pin.version);
  }
  return calendar;
}

function versionOf(calendars: readonly Calendar[], key: string, version: number): Calendar {
  const found = calendars.find((each) => each.key === key && each.version === version);
  if (!found) throw new RangeError(`Version ${version} of calendar "${key}" was not given.`);
  return found;
}

function versionAt(calendars: readonly Calendar[], key: string, at: Instant): Calendar {
  const ofKey = calendars.filter((each) => each.key === key).sort((a, b) => a.version - b.version);
  const found = ofKey.findLast(({ publishedAt }) => publishedAt <= at) ?? ofKey[0];
  if (!found) throw new RangeError(`Calendar "${key}" was not given.`);
  return found;
}
