import type { Locale } from '@aftercare/contract';

/** Shows instants in one time zone and language. The zone is the house's, never the reader's device's. */
export interface TimeFormat {
  /** `今天 17:30`, `明天 09:00`, `11月22日 17:30`, with the year when it is not this one. */
  moment: (instant: string, now: number) => string;
  /** `2026年11月22日 17:30`, for titles and records. */
  full: (instant: string) => string;
}

const languageTags: Record<Locale, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' };
const dayNames: Record<Locale, Record<number, string>> = {
  'zh-CN': { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/**
 * @param timeZone IANA name, e.g. `Asia/Shanghai`
 * @throws RangeError when the browser does not know the zone
 */
export function createTimeFormat(locale: Locale, timeZone: string): TimeFormat {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(languageTags[locale], { timeZone, ...options });
    return (instant: number) => format.format(instant);
  };
  const month = locale === 'en' ? 'short' : 'long';
  const time = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = formatter({ month, day: 'numeric' });
  const dayOfYear = formatter({ year: 'numeric', month, day: 'numeric' });
  const year = formatter({ year: 'numeric' });
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const dayNumber = (instant: number) => Date.parse(isoDay.format(instant)) / 86_400_000;

  return {
    moment: (instant, now) => {
      const at = Date.parse(instant);
      const near = dayNames[locale][dayNumber(at) - dayNumber(now)];
      return `${near ?? (year(at) === year(now) ? day(at) : dayOfYear(at))} ${time(at)}`;
    },
    full: (instant) => {
      const at = Date.parse(instant);
      return `${dayOfYear(at)} ${time(at)}`;
    },
  };
}
