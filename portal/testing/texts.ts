import type { Locale } from '@aftercare/contract';
import { createInstance, type i18n } from 'i18next';
import { i18nOptions } from '../src/app/i18n';

/** The product's texts in one language, ready at once. */
export function createTexts(locale: Locale): i18n {
  const texts = createInstance();
  void texts.init({ ...i18nOptions, lng: locale, initAsync: false });
  return texts;
}
