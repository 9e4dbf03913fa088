import { chooseCalendar, chooseRules } from '../clocks/index.js';
import type { CalendarRule, Circumstances, ClockRule, Policy } from '../policy/index.js';
import { clockKinds, needsCalendar } from '../policy/index.js';
import { keysOf } from './check-keys.js';
import type { Report } from './problem.js';
import { checkStanding } from './rule-standing.js';

/**
 * Notes rules that contradict each other, can never decide, count working time without a calendar, or leave a request
 * type without any promise. Every circumstance that the rules can tell apart is tried.
 */
export function checkRules(policy: Policy, report: Report): void {
  checkCovered(policy, report);
  checkClockRules(policy, report);
  checkCalendarRules(policy, report);
}

function checkCovered({ requestTypes, clockRules, agreements }: Policy, report: Report): void {
  const without = (rules: readonly ClockRule[]) =>
    keysOf(requestTypes).filter((key) => !rules.some(({ when }) => when.requestTypes?.includes(key) ?? true));
  const bare = without(clockRules);
  requestTypes.forEach(({ key }, index) => {
    if (bare.includes(key))
      report(
        `requestTypes[${index}]`,
        '没有规则适用于此类请求；请补一条，不承诺时限时 target 填 no-target。',
        'No rule covers this request type; add one, if need be with target no-target.',
      );
  });
  agreements?.kinds.forEach((kind, index) => {
    const types = without(clockRules.filter((rule) => rule.kind === kind));
    if (types.length > 0)
      report(
        `agreements.kinds[${index}]`,
        `约定的日期没有对应的时限；请补 no-target 规则：${types.join('、')}。`,
        `An agreed date would have no clock; add a rule with no-target for: ${types.join(', ')}.`,
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
      rules: [...rules, ...(rules.some(needsCalendar) ? calendarRules : [])],
      choose: (circumstances: Circumstances) => {
        const chosen = chooseRules({ ...policy, clockRules: rules }, circumstances);
        for (const { rule } of chosen) {
          if (needsCalendar(rule) && !chooseCalendar(policy, rule.kind, circumstances))
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
      '按工作时间计时，但并非所有情形都有日历规则；请补一条 when 留空的。',
      'Counts working time, but not every case has a calendar rule; add one with an empty when.',
    );
  }
}

function checkCalendarRules(policy: Policy, report: Report): void {
  const { calendarRules: rules = [] } = policy;
  // kinds that no rule names are alike
  const named = new Set(rules.flatMap(({ kinds = [] }) => kinds));
  const other = clockKinds.find((kind) => !named.has(kind));
  const kinds = [...named, ...(other ? [other] : [])];
  const choose = (circumstances: Circumstances) =>
    kinds.map((kind) => chooseCalendar(policy, kind, circumstances));
  const contest = { path: 'calendarRules', rules, promise: ({ calendar }: CalendarRule) => calendar };
  checkStanding(policy, contest, [{ rules, choose }], report);
}

/** What a rule promises, as text to compare. */
function promiseOf({ target, planned, startsAt, stopsAt, reminders }: ClockRule): string {
  return JSON.stringify([target, planned, startsAt, stopsAt, reminders]);
}
