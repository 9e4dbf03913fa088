import type { Calendar } from '../calendar/index.js';
import { countDays, workingTime } from '../calendar/index.js';
import { chooseCalendar } from '../clocks/index.js';
import type { ClockRule, Policy } from '../policy/index.js';
import { holds } from '../policy/index.js';
import type { Duration } from '../time/index.js';
import { milliseconds } from '../time/index.js';
import { checkKnown } from './check-keys.js';
import { circumstancesOf } from './circumstances-of.js';
import type { Problem, Report } from './problem.js';
import { workingLengths } from './working-lengths.js';

/**
 * What a sound policy lacks with these calendars: one that a rule names is not there, or a promise in working time is
 * not reached within the horizon, counted on the newest version from its publication. Empty when all is well.
 */
export function checkCalendars(policy: Policy, calendars: readonly Calendar[]): Problem[] {
  const { clockRules, calendarRules = [] } = policy;
  const newest = new Map<string, Calendar>();
  for (const calendar of [...calendars].sort((a, b) => a.version - b.version))
    newest.set(calendar.key, calendar);

  const problems: Problem[] = [];
  const report: Report = (path, zh, en) => problems.push({ path, message: { zh, en } });
  calendarRules.forEach(({ calendar }, index) => {
    checkKnown(calendar, [...newest.keys()], `calendarRules[${index}].calendar`, report);
  });
  clockRules.forEach((rule, index) => {
    const keys = calendarsOf(policy, rule);
    for (const [field, length] of workingLengths(rule)) {
      const calendar = keys.map((key) => newest.get(key)).find((each) => each && !reaches(each, length));
      if (!calendar) continue;
      report(
        `clockRules[${index}].${field}`,
        `按日历“${calendar.key}”十二年内无法到期；请缩短。`,
        `Not reached within twelve years on calendar "${calendar.key}"; shorten it.`,
      );
    }
  });
  return problems;
}

/** Keys of the calendars that a rule can come to be measured by. */
function calendarsOf(policy: Policy, rule: ClockRule): string[] {
  const cases = circumstancesOf(policy, [rule, ...(policy.calendarRules ?? [])]) ?? [];
  const keys = cases.flatMap((circumstances) => {
    const chosen = holds(rule.when, circumstances) && chooseCalendar(policy, rule.kind, circumstances);
    return chosen ? [chosen.rule.calendar] : [];
  });
  return [...new Set(keys)];
}

function reaches(calendar: Calendar, length: Duration): boolean {
  const from = calendar.publishedAt;
  if (length.basis === 'working-days') {
    return countDays(calendar, from, length, [], { days: length.amount }).end !== null;
  }
  let left = milliseconds(length);
  for (const stretch of workingTime(calendar)(from)) {
    left -= stretch.to - Math.max(stretch.from, from);
    if (left <= 0) return true;
  }
  return false;
}
