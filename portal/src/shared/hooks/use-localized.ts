import type { LocalizedText } from '../format/text';
import { usePreferences } from '../preferences';

/** Chooses the reader's language of a text that the house wrote in both. */
export function useLocalized(): (text: LocalizedText) => string {
  const { locale } = usePreferences();
  return (text) => (locale === 'en' ? text.en : text.zh);
}
