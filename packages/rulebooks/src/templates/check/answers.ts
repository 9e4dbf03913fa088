import type { Policy, Problem } from '@aftercare/policy-engine';
import { valueAt } from '../places.js';
import { settingsTouching } from '../settings/index.js';
import type { RulebookTemplate, Setting } from '../template.js';
import type { Report } from '../../shape/index.js';
import { settingsShape } from './settings-shape.js';

/** Every open question answered, and the answers fit the policy. */
export function checkSettings(template: RulebookTemplate, report: Report): void {
  const { policy, settings, rulebooks: own, adopts } = template;
  const answered = new Set(settings.map(({ key }) => key));
  for (const { key } of settingsTouching(own, adopts)) {
    if (!answered.has(key)) {
      report('settings', `没有选定“${key}”；请补上。`, `"${key}" is not answered; add it.`);
    }
  }
  checkAnswers(policy, settings, report);
}

/** Each answer is one of its options, and the policy says the same. */
function checkAnswers(policy: Policy, settings: readonly Setting[], report: Report): void {
  settings.forEach(({ chosen, options, where }, index) => {
    const path = `settings[${index}]`;
    const option = options.find(({ key }) => key === chosen);
    if (!option) {
      const keys = options.map(({ key }) => key);
      report(
        `${path}.chosen`,
        `“${chosen}”不在选项中，可选：${keys.join('、')}。`,
        `"${chosen}" is no option; choose one of: ${keys.join(', ')}.`,
      );
    }
    where.forEach((place, at) => {
      const found = valueAt(policy, place);
      if (found === undefined) {
        report(
          `${path}.where[${at}]`,
          `政策中没有“${place}”；请更正。`,
          `The policy has no place "${place}"; correct it.`,
        );
      } else if (option?.value !== undefined && JSON.stringify(option.value) !== JSON.stringify(found)) {
        report(
          `${path}.where[${at}]`,
          `政策中“${place}”与所选不符；请改其中一个。`,
          `The policy says otherwise at "${place}"; change one of them.`,
        );
      }
    });
  });
}

export type ParsedSettings =
  | { readonly settings: readonly Setting[] }
  | { readonly problems: readonly Problem[] };

/** Checks unknown data completely before it may be published as the answers that a sound policy realises. */
export function parseSettings(policy: Policy, value: unknown): ParsedSettings {
  const problems: Problem[] = [];
  const report: Report = (path, zh, en) => problems.push({ path, message: { zh, en } });
  settingsShape(value, 'settings', report);
  if (problems.length === 0) checkAnswers(policy, value as readonly Setting[], report);
  return problems.length > 0 ? { problems } : { settings: value as readonly Setting[] };
}
