import type { Reminder } from '../policy/index.js';
import { countsWorkingTime } from '../policy/index.js';
import type { Block, Instant, Timeline } from '../time/index.js';
import { milliseconds, timeline, walk } from '../time/index.js';
import { workingTime } from '../calendar/index.js';
import type { ClockResult, ClockStep } from './clock-result.js';
import type { Course, Terms } from './course.js';
import { blocksOfDue } from './course.js';

/**
 * The moments at which somebody is told about one target, measured on its own calendar (F3).
 * @param until when the target stopped or was superseded; later steps are left out
 */
export function stepsOf(terms: Terms, course: Course, until: Instant | null): ClockStep[] {
  const { setting, start, due } = course;
  if (!start || due === null) return [];
  const begin = Math.max(start.at, terms.since);
  const { rule } = terms.chosen;
  return (rule.reminders ?? []).flatMap((reminder) => {
    const at = momentOf(reminder, begin, due, timeOf(reminder, terms, course));
    if (at === null || (until !== null && at > until)) return [];
    const key = `${setting.key}#${terms.version}/${reminder.id}`;
    return [{ key, at, reminder: reminder.id, tell: reminder.tell }];
  });
}

/** The steps that have come. Whoever sends them marks each key once, so that none is sent twice (F1, F7). */
export function stepsDue(clocks: readonly ClockResult[], now: Instant): ClockStep[] {
  return clocks
    .flatMap(({ steps }) => steps)
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** What is already late when the target begins is told at once; a warning that comes too late is left out. */
function momentOf({ at, by }: Reminder, begin: Instant, due: Instant, time: Timeline): Instant | null {
  if (at === 'before' && by) {
    const before = due < begin ? -1 : walk(time, begin, { at: due }).running - milliseconds(by);
    return before < 0 ? null : walk(time, begin, { running: before }).end;
  }
  const moment = at === 'after' && by ? walk(time, due, { running: milliseconds(by) }).end : due;
  return moment === null ? null : Math.max(moment, begin);
}

/** The clock's own time, or that of the reminder's basis where it is another. */
function timeOf({ by }: Reminder, terms: Terms, { setting, calendar, dueTime }: Course): Timeline {
  const working = by !== undefined && countsWorkingTime(by);
  const own = !terms.agreement && countsWorkingTime(terms.chosen.rule.target);
  if (by === undefined || working === own) return dueTime;
  const blocks: readonly Block[] = blocksOfDue(setting, terms);
  return timeline(working && calendar ? workingTime(calendar) : null, blocks);
}
