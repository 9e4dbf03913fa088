import { chooseCalendar, chooseRules } from '../clocks/index.js';
import type { ClockRule, Policy } from '../policy/index.js';
import { clockKinds } from '../policy/index.js';
import { circumstancesOf } from './circumstances-of.js';
import type { Report } from './problem.js';
import { standingOf, tooMany } from './rule-standing.js';
import { workingLengths } from './working-lengths.js';

/**
 * Notes rules that contradict each other, can never decide, count working time without a calendar, or leave a request
 * type without any promise. Every circumstance that the rules can tell apart is tried.
 */
export function checkRules(policy: Policy, report: Report): void {
  checkCovered(policy, report);
  checkClockRules(policy, report);
  checkCalendarRules(policy, report);
}

function checkCovered({ requestTypes, clockRules }: Policy, report: Report): void {
  requestTypes.forEach(({ key }, index) => {
    if (clockRules.some(({ when }) => when.requestTypes?.includes(key) ?? true)) return;
    report(`requestTypes[${index}]`, {
      zh: '没有规则适用于此类请求；请补一条，不承诺时限时 target 填 no-target。',
      en: 'No rule covers this request type; add one, if need be with target no-target.',
    });
  });
}

function checkClockRules(policy: Policy, report: Report): void {
  const { clockRules, calendarRules = [], precedence } = policy;
  const standing = standingOf(clockRules, promiseOf);
  const withoutCalendar = new Set<ClockRule>();
  // kinds are looked at one by one, unless a rulebook that prevails silences all kinds of the others
  for (const kinds of precedence?.scope === 'whole' ? [clockKinds] : clockKinds.map((kind) => [kind])) {
    const rules = clockRules.filter(({ kind }) => kinds.includes(kind));
    if (rules.length === 0) continue;
    const conditions = [...rules, ...(rules.some(worksByCalendar) ? calendarRules : [])];
    const cases = circumstancesOf(policy, conditions);
    if (!cases) return tooMany('clockRules', report);
    for (const circumstances of cases) {
      for (const chosen of chooseRules({ ...policy, clockRules: rules }, circumstances)) {
        standing.note(chosen);
        const { rule } = chosen;
        if (worksByCalendar(rule) && !chooseCalendar(policy, rule.kind, circumstances))
          withoutCalendar.add(rule);
      }
    }
  }
  standing.tell('clockRules', report);
  for (const rule of withoutCalendar) {
    report(`clockRules[${clockRules.indexOf(rule)}]`, {
      zh: `按工作时间计时，但日历规则没有覆盖 ${rule.kind} 的所有情形；请补一条 when 留空的。`,
      en: `Counts working time, but not every case of ${rule.kind} has a calendar rule; add one with an empty when.`,
    });
  }
}

function checkCalendarRules(policy: Policy, report: Report): void {
  const rules = policy.calendarRules ?? [];
  const standing = standingOf(rules, ({ calendar }) => calendar);
  const cases = circumstancesOf(policy, rules);
  if (!cases) return tooMany('calendarRules', report);
  for (const circumstances of cases) {
    for (const kind of clockKinds) {
      const chosen = chooseCalendar(policy, kind, circumstances);
      if (chosen) standing.note(chosen);
    }
  }
  standing.tell('calendarRules', report);
}

/** Whether any length of time of a rule needs a calendar. */
const worksByCalendar = (rule: ClockRule) => workingLengths(rule).length > 0;

/** What a rule promises, as text to compare. */
function promiseOf({ target, planned, startsAt, stopsAt, reminders }: ClockRule): string {
  return JSON.stringify([target, planned, startsAt, stopsAt, reminders]);
}
