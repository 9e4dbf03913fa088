import type { EventKey, Policy } from '../policy/index.js';
import type { Duration } from '../time/index.js';
import { milliseconds } from '../time/index.js';
import { tellMisfit } from './check-keys.js';
import type { Report } from './problem.js';

/** Notes clock rules that make no sense in themselves: events, planned time and reminders. */
export function checkClockRules({ clockRules, agreements }: Policy, report: Report): void {
  clockRules.forEach(({ kind, startsAt, stopsAt, target, planned, reminders = [] }, index) => {
    const path = `clockRules[${index}]`;
    if (neverRuns(startsAt, stopsAt))
      report(
        `${path}.stopsAt`,
        '从 startsAt 到 stopsAt 不会有时间经过；请修改其一。',
        'No time can pass from startsAt to stopsAt; change one of them.',
      );
    const check = (place: string, length?: Duration) => {
      if (target === 'no-target') tellMisfit(place, 'target', report);
      else if (length && longer(length, target))
        report(place, '比 target 更长；请缩短。', 'Longer than the target; shorten it.');
    };
    if (planned) check(`${path}.planned`, planned);
    // an agreement gives a due moment even where the rule promises none
    if (target === 'no-target' && agreements?.kinds.includes(kind)) return;
    reminders.forEach(({ at, by }, place) => {
      check(`${path}.reminders[${place}]`, at === 'before' ? by : undefined);
    });
  });
}

/** Nothing comes before the report or after closing; guidance is a response too, so it stops what it starts. */
function neverRuns(startsAt: EventKey, stopsAt: EventKey): boolean {
  return (
    startsAt === stopsAt ||
    startsAt === 'closed' ||
    stopsAt === 'reported' ||
    (startsAt === 'guided' && stopsAt === 'responded')
  );
}

/** Whether one is surely longer: of different bases only working hours beyond a natural length are. */
function longer(a: Duration, b: Duration): boolean {
  if (a.basis === 'working-days' || b.basis === 'working-days')
    return a.basis === b.basis && a.amount > b.amount;
  return (a.basis === b.basis || b.basis === 'natural') && milliseconds(a) > milliseconds(b);
}
