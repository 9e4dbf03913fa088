import type { Locale } from '@aftercare/contract';

/** The language of an Accept-Language header (or a bare tag): English if it comes first, else Chinese. */
export function localeOf(accepted: unknown): Locale {
  const first =
    String(accepted ?? '')
      .split(',')[0]
      ?.trim()
      .toLowerCase() ?? '';
  return first === 'en' || first.startsWith('en-') ? 'en' : 'zh-CN';
}
