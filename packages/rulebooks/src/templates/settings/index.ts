/** What the words of the rulebooks leave open: the questions with their options, and how a template answers them. */
import type { RuleSource } from '@aftercare/policy-engine';
import type { RulebookId } from '../../clauses/index.js';
import { plainDefault } from '../shorthand.js';
import type { Setting } from '../template.js';
import { settingsOfComplaints } from './complaints.js';
import type { OpenSetting } from './open-setting.js';
import { settingsOfQuality } from './quality.js';
import { settingsOfTime } from './time.js';
import { settingsOfWarranty } from './warranty.js';

export type { OpenSetting } from './open-setting.js';

/** Everything that the words of the rulebooks leave open, as far as templates exist. */
export const openSettings: readonly OpenSetting[] = [
  ...settingsOfTime,
  ...settingsOfQuality,
  ...settingsOfWarranty,
  ...settingsOfComplaints,
];

/** The questions that a template has to answer: those left open by its rulebooks and by the clauses that it adopts. */
export function settingsTouching(
  rulebooks: readonly RulebookId[],
  adopts: readonly string[],
): readonly OpenSetting[] {
  const touched = (clause: string) =>
    adopts.includes(clause) || rulebooks.some((rulebook) => clause.startsWith(`${rulebook}-`));
  return openSettings.filter(({ leftOpenBy }) => leftOpenBy.some(touched));
}

/**
 * One answer of a template. The source is left out for a default of ours, which the question itself explains.
 * @throws RangeError when nothing of that key is open.
 */
export function choose(
  key: string,
  chosen: string,
  where: readonly string[] = [],
  source: RuleSource = plainDefault,
): Setting {
  const open = openSettings.find((each) => each.key === key);
  if (!open) throw new RangeError(`No setting "${key}" is open.`);
  const { question, options } = open;
  return { key, question, options, chosen, source, where };
}
