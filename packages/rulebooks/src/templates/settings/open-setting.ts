import type { LocalizedText } from '@aftercare/policy-engine';
import type { SettingOption } from '../template.js';

/** A question that the words of some clauses leave open. */
export interface OpenSetting {
  readonly key: string;
  /** Clauses whose words leave it open. */
  readonly leftOpenBy: readonly string[];
  readonly question: LocalizedText;
  readonly options: readonly SettingOption[];
}

/** `value` is what the places in the policy hold when it is chosen. */
export type Option = readonly [key: string, zh: string, en: string, value?: unknown];

export function open(
  key: string,
  leftOpenBy: readonly string[],
  zh: string,
  en: string,
  options: readonly Option[],
): OpenSetting {
  return {
    key,
    leftOpenBy,
    question: { zh, en },
    options: options.map(([option, optionZh, optionEn, value]) => ({
      key: option,
      label: { zh: optionZh, en: optionEn },
      ...(value !== undefined && { value }),
    })),
  };
}
