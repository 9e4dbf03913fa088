import type { Policy, RuleConditions } from '../policy/index.js';
import { ticketEvents } from '../policy/index.js';
import { checkKnown, checkUnique } from './check-keys.js';
import type { Report } from './problem.js';
import { factKinds } from './read-facts.js';

/** Notes keys that are given twice and keys that name nothing. */
export function checkReferences(policy: Policy, report: Report): void {
  const { requestTypes, records = [], severity, clockRules, calendarRules = [], pauseReasons = [] } = policy;
  const keyed = { requestTypes, records, pauseReasons, 'severity.classes': severity?.classes ?? [] };
  for (const [list, items] of Object.entries(keyed)) {
    checkUnique(
      items.map(({ key }) => key),
      (index) => `${list}[${index}].key`,
      report,
    );
  }
  for (const [list, rules] of Object.entries({ clockRules, calendarRules })) {
    checkUnique(
      rules.map(({ id }) => id),
      (index) => `${list}[${index}].id`,
      report,
    );
    rules.forEach(({ when }, index) => checkConditions(when, policy, `${list}[${index}].when`, report));
  }
  const lists: [path: string, items: readonly string[] | undefined][] = [
    ...calendarRules.map(({ kinds }, index): [string, typeof kinds] => [
      `calendarRules[${index}].kinds`,
      kinds,
    ]),
    ...pauseReasons.map(({ clocks }, index): [string, typeof clocks] => [
      `pauseReasons[${index}].clocks`,
      clocks,
    ]),
    ['agreements.kinds', policy.agreements?.kinds],
    ['home.provinces', policy.home?.provinces],
  ];
  for (const [path, items = []] of lists) checkUnique(items, (index) => `${path}[${index}]`, report);

  const events = [...ticketEvents, ...records.map(({ key }) => key)];
  clockRules.forEach(({ startsAt, stopsAt, reminders = [] }, index) => {
    const path = `clockRules[${index}]`;
    checkKnown(startsAt, events, `${path}.startsAt`, report);
    checkKnown(stopsAt, events, `${path}.stopsAt`, report);
    checkUnique(
      reminders.map(({ id }) => id),
      (place) => `${path}.reminders[${place}].id`,
      report,
    );
  });
  records.forEach(({ key }, index) => {
    if (!factKinds.some((kind) => kind === key)) return;
    report(`records[${index}].key`, {
      zh: `“${key}”是固有事件的名称；请改名。`,
      en: `"${key}" is an event of every ticket; rename it.`,
    });
  });
  if (severity) {
    const classes = severity.classes.map(({ key }) => key);
    checkKnown(severity.unclassified, classes, 'severity.unclassified', report);
  }
  checkPrecedence(policy, report);
}

/** Notes conditions that name a request type or severity which the policy does not have, or one twice. */
export function checkConditions(when: RuleConditions, policy: Policy, path: string, report: Report): void {
  const known: { readonly [Name in keyof RuleConditions]?: readonly string[] } = {
    requestTypes: policy.requestTypes.map(({ key }) => key),
    severities: policy.severity?.classes.map(({ key }) => key) ?? [],
  };
  for (const name of Object.keys(when) as (keyof RuleConditions)[]) {
    const values: readonly string[] = when[name] ?? [];
    const place = (index: number) => `${path}.${name}[${index}]`;
    checkUnique(values, place, report);
    const there = known[name];
    if (there) values.forEach((value, index) => checkKnown(value, there, place(index), report));
  }
}

function checkPrecedence({ precedence, rulebook }: Policy, report: Report): void {
  if (!precedence) return;
  const ids = precedence.rulebooks.map(({ id }) => id);
  checkUnique(ids, (index) => `precedence.rulebooks[${index}].id`, report);
  if (ids.includes(rulebook)) return;
  report('precedence.rulebooks', {
    zh: `缺少本政策的规章 ${rulebook}；请补上。`,
    en: `Lacks the policy's own rulebook ${rulebook}; add it.`,
  });
}
