import { locales, type Locale } from '@aftercare/contract';
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

export interface Preferences {
  locale: Locale;
  theme: Theme;
}

const key = 'aftercare.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const stored = parse(localStorage.getItem(key));
  return {
    locale: locales.find((locale) => locale === stored.locale) ?? preferredLocale(navigator.languages),
    theme: themes.find((theme) => theme === stored.theme) ?? 'system',
  };
}

/** What is stored may be anything that anyone wrote there. */
function parse(stored: string | null): Partial<Record<keyof Preferences, unknown>> {
  try {
    return (JSON.parse(stored ?? '{}') as object | null) ?? {};
  } catch {
    return {};
  }
}

/** Chinese, unless the reader asks for English and not for Chinese. */
export function preferredLocale(languages: readonly string[]): Locale {
  const first = languages.find((language) => /^(zh|en)\b/i.test(language));
  return first?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function preferences(): Preferences {
  return current;
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(key, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribePreferences, preferences);
}
