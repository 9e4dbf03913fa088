import type {
  CalendarRule,
  ClockRule,
  PauseReason,
  Policy,
  Reminder,
  RuleSource,
} from '@aftercare/policy-engine';
import type { Setting } from '@aftercare/rulebooks';
import { conditionsOf } from './conditions.types';
import { intakeFieldOf } from './intake.types';
import type {
  PolicyBook,
  PolicyCalendarRule,
  PolicyClockRule,
  PolicyPauseReason,
  PolicyReminder,
  PolicySetting,
} from './policy-book.types';
import type { PolicyContent } from './published-policies';
import { eventLabel } from './request-types';
import { durationOf, ruleReference } from './rule.types';
import { warrantyOf } from './warranty-book.types';
import { workflowOf } from './workflow-book.types';

/** The rules of a version as data for reading; nothing is looked up and nothing decided. */
export function bookOf({ policy, intake, settings }: PolicyContent): PolicyBook {
  const { severity, precedence, agreements, reopening, home, warranty, records = [] } = policy;
  return {
    requestTypes: policy.requestTypes,
    severity: severity ? cited('severity', severity) : null,
    clockRules: policy.clockRules.map((rule) => clockRuleOf(policy, rule)),
    calendarRules: (policy.calendarRules ?? []).map(calendarRuleOf),
    precedence: precedence
      ? {
          ...cited('precedence', precedence),
          rulebooks: precedence.rulebooks.map(({ id, inForceFrom }) => ({ rulebook: id, inForceFrom })),
        }
      : null,
    pauseReasons: (policy.pauseReasons ?? []).map(pauseReasonOf),
    agreements: agreements ? cited('agreements', agreements) : null,
    reopening: reopening ? cited('reopening', reopening) : null,
    home: home ? cited('home', home) : null,
    records: records.map(({ key, label, by = null, date = null }) => ({ key, label, by, date })),
    intake: intake.map(intakeFieldOf),
    warranty: warranty ? warrantyOf(warranty) : null,
    workflow: workflowOf(policy.workflow),
    settings: settings.map(settingOf),
  };
}

/** A part of the policy of which there is one, with the rule that it is. */
const cited = <Part extends { readonly source: RuleSource }>(id: string, part: Part) => ({
  ...part,
  rule: ruleReference({ id, source: part.source }),
});

function clockRuleOf(policy: Policy, rule: ClockRule): PolicyClockRule {
  const event = (key: string) => ({ key, label: eventLabel(policy, key) });
  return {
    rule: ruleReference(rule),
    kind: rule.kind,
    conditions: conditionsOf(rule.when),
    rank: rule.rank,
    target: durationOf(rule.target),
    planned: rule.planned ?? null,
    startsAt: event(rule.startsAt),
    stopsAt: event(rule.stopsAt),
    reminders: (rule.reminders ?? []).map(reminderOf),
  };
}

const reminderOf = ({ id, at, by, tell }: Reminder): PolicyReminder => ({
  key: id,
  at,
  by: by ?? null,
  tell,
});

const calendarRuleOf = ({ kinds, when, calendar, rank, ...rule }: CalendarRule): PolicyCalendarRule => ({
  rule: ruleReference(rule),
  calendar,
  kinds: kinds ?? null,
  conditions: conditionsOf(when),
  rank,
});

const pauseReasonOf = ({ key, label, limit, clocks, source }: PauseReason): PolicyPauseReason => ({
  key,
  label,
  limit,
  clocks: clocks ?? null,
  rule: ruleReference({ id: key, source }),
});

const settingOf = ({ key, question, options, chosen, source }: Setting): PolicySetting => ({
  key,
  question,
  options,
  chosen,
  rule: ruleReference({ id: key, source }),
});
