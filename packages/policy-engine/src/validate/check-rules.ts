import { chooseCalendar, chooseRules } from '../clocks/index.js';
import type { CalendarRule, Circumstances, ClockRule, Policy } from '../policy/index.js';
import { clockKinds } from '../policy/index.js';
import type { Report } from './problem.js';
import { checkStanding } from './rule-standing.js';
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
    if (!clockRules.some(({ when }) => when.requestTypes?.includes(key) ?? true))
      report(
        `requestTypes[${index}]`,
        '没有规则适用于此类请求；请补一条，不承诺时限时 target 填 no-target。',
        'No rule covers this request type; add one, if need be with target no-target.',
      );
  });
}

function checkClockRules(policy: Policy, report: Report): void {
  const { clockRules, calendarRules = [], precedence } = policy;
  const withoutCalendar = new Set<ClockRule>();
  // kinds are looked at one by one, unless a rulebook that prevails silences all kinds of the others
  const groups = precedence?.scope === 'whole' ? [clockKinds] : clockKinds.map((kind) => [kind]);
  const rounds = groups.map((kinds) => {
    const rules = clockRules.filter(({ kind }) => kinds.includes(kind));
    return {
      rules: [...rules, ...(rules.some(worksByCalendar) ? calendarRules : [])],
      choose: (circumstances: Circumstances) => {
        const chosen = chooseRules({ ...policy, clockRules: rules }, circumstances);
        for (const { rule } of chosen) {
          if (worksByCalendar(rule) && !chooseCalendar(policy, rule.kind, circumstances))
            withoutCalendar.add(rule);
        }
        return chosen;
      },
    };
  });
  checkStanding(policy, { path: 'clockRules', rules: clockRules, promise: promiseOf }, rounds, report);
  for (const rule of withoutCalendar) {
    report(
      `clockRules[${clockRules.indexOf(rule)}]`,
      `按工作时间计时，但日历规则没有覆盖 ${rule.kind} 的所有情形；请补一条 when 留空的。`,
      `Counts working time, but not every case of ${rule.kind} has a calendar rule; add one with an empty when.`,
    );
  }
}

function checkCalendarRules(policy: Policy, report: Report): void {
  const { calendarRules: rules = [] } = policy;
  const choose = (circumstances: Circumstances) =>
    clockKinds.map((kind) => chooseCalendar(policy, kind, circumstances));
  const contest = { path: 'calendarRules', rules, promise: ({ calendar }: CalendarRule) => calendar };
  checkStanding(policy, contest, [{ rules, choose }], report);
}

/** Whether any length of time of a rule needs a calendar. */
const worksByCalendar = (rule: ClockRule) => workingLengths(rule).length > 0;

/** What a rule promises, as text to compare. */
function promiseOf({ target, planned, startsAt, stopsAt, reminders }: ClockRule): string {
  return JSON.stringify([target, planned, startsAt, stopsAt, reminders]);
}
