import type { Calendar } from '../calendar/index.js';
import { afterDays, workingTime } from '../calendar/index.js';
import { chooseCalendar } from '../clocks/index.js';
import type { ClockRule, Policy } from '../policy/index.js';
import { clockKinds, holds, needsCalendar, workingLengths } from '../policy/index.js';
import type { Duration } from '../time/index.js';
import { milliseconds } from '../time/index.js';
import { checkKnown } from './check-keys.js';
import { circumstancesOf } from './circumstances-of.js';
import type { Problem, Report } from './problem.js';

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
  const counting = calendarsOf(policy);
  clockRules.forEach((rule, index) => {
    for (const [field, length] of workingLengths(rule)) {
      const calendar = [...(counting.get(rule) ?? [])]
        .map((key) => newest.get(key))
        .find((each) => each && !reaches(each, length));
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

/** Keys of the calendars that each rule can come to be measured by. */
function calendarsOf(policy: Policy): ReadonlyMap<ClockRule, ReadonlySet<string>> {
  const { clockRules, calendarRules = [] } = policy;
  const found = new Map(clockRules.map((rule) => [rule, new Set<string>()]));
  for (const kind of clockKinds) {
    const rules = clockRules.filter((rule) => rule.kind === kind && needsCalendar(rule));
    if (rules.length === 0) continue;
    for (const circumstances of circumstancesOf(policy, [...rules, ...calendarRules]) ?? []) {
      const chosen = chooseCalendar(policy, kind, circumstances);
      if (!chosen) continue;
      for (const rule of rules)
        if (holds(rule.when, circumstances)) found.get(rule)?.add(chosen.rule.calendar);
    }
  }
  return found;
}

function reaches(calendar: Calendar, length: Duration): boolean {
  const from = calendar.publishedAt;
  if (length.basis === 'working-days') return afterDays(calendar, from, length, [], length.amount) !== null;
  let left = milliseconds(length);
  for (const stretch of workingTime(calendar)(from)) {
    left -= stretch.to - Math.max(stretch.from, from);
    if (left <= 0) return true;
  }
  return false;
}
