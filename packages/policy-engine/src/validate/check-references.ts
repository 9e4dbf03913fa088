import type { Policy } from '../policy/index.js';
import type { Report } from './problem.js';

/** Notes keys that are given twice and keys that name nothing. */
export function checkReferences({ requestTypes, clockRules, workflow }: Policy, report: Report): void {
  const { states, initial, transitions } = workflow;
  const typeKeys = requestTypes.map(({ key }) => key);
  const stateKeys = states.map(({ key }) => key);

  checkUnique(typeKeys, (index) => `requestTypes[${index}].key`, report);
  checkUnique(
    clockRules.map(({ id }) => id),
    (index) => `clockRules[${index}].id`,
    report,
  );
  checkUnique(stateKeys, (index) => `workflow.states[${index}].key`, report);
  checkUnique(
    transitions.map(({ key }) => key),
    (index) => `workflow.transitions[${index}].key`,
    report,
  );

  clockRules.forEach(({ when: { requestTypes: named = [] } }, rule) => {
    const path = (index: number) => `clockRules[${rule}].when.requestTypes[${index}]`;
    checkUnique(named, path, report);
    named.forEach((key, index) => checkKnown(key, typeKeys, path(index), report));
  });
  checkKnown(initial, stateKeys, 'workflow.initial', report);
  transitions.forEach(({ from, to }, index) => {
    const path = `workflow.transitions[${index}]`;
    from.forEach((key, place) => checkKnown(key, stateKeys, `${path}.from[${place}]`, report));
    checkKnown(to, stateKeys, `${path}.to`, report);
  });
}

function checkUnique(keys: readonly string[], path: (index: number) => string, report: Report): void {
  keys.forEach((key, index) => {
    if (keys.indexOf(key) === index) return;
    report(path(index), {
      zh: `“${key}”重复，请改名或删除其中一个。`,
      en: `"${key}" is given twice; rename or remove one.`,
    });
  });
}

function checkKnown(key: string, known: readonly string[], path: string, report: Report): void {
  if (known.includes(key)) return;
  report(path, {
    zh: `“${key}”不存在，可用的有：${known.join('、')}。`,
    en: `"${key}" does not exist; there are: ${known.join(', ')}.`,
  });
}
