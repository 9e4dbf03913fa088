import i18next, { type InitOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';
import report from '../features/report/locales/zh-CN.json';
import reportEn from '../features/report/locales/en.json';
import signIn from '../features/sign-in/locales/zh-CN.json';
import signInEn from '../features/sign-in/locales/en.json';
import ticket from '../features/ticket/locales/zh-CN.json';
import ticketEn from '../features/ticket/locales/en.json';
import { preferences, subscribePreferences } from '../shared/preferences';
import shared from '../shared/locales/zh-CN.json';
import sharedEn from '../shared/locales/en.json';
import app from './locales/zh-CN.json';
import appEn from './locales/en.json';

export const resources = {
  'zh-CN': { app, shared, signIn, ticket, report },
  en: { app: appEn, shared: sharedEn, signIn: signInEn, ticket: ticketEn, report: reportEn },
} as const;

export const i18nOptions: InitOptions = {
  resources,
  fallbackLng: 'zh-CN',
  defaultNS: 'shared',
  ns: Object.keys(resources.en),
  interpolation: { escapeValue: false },
};

/** Starts the texts in the reader's language and follows it. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({ ...i18nOptions, lng: preferences().locale });
  const follow = (): void => {
    document.documentElement.lang = preferences().locale;
    void i18next.changeLanguage(preferences().locale);
  };
  follow();
  subscribePreferences(follow);
}
