import { wrongVersion } from '../../platform/aggregates';
import { Refusal } from '../../platform/errors';

export const calendarNotFound = (known: readonly string[]) =>
  new Refusal('NOT_FOUND', ['key'], {
    zh: `没有这个工作日历，可选：${known.join('、')}。`,
    en: `There is no such calendar; choose one of ${known.join(', ')}.`,
  });

export const yearOutOfReach = (first: number, last: number) =>
  new Refusal('INVALID', ['year'], {
    zh: `只能发布 ${first} 年至 ${last} 年，请逐年发布。`,
    en: `Publish a year from ${first} to ${last}, one after the other.`,
  });

export const noDate = (field: readonly string[], year: number) =>
  new Refusal('INVALID', field, {
    zh: `请填写 ${year} 年内存在的日期，例如 ${year}-10-01。`,
    en: `Enter a date of ${year} that exists, such as ${year}-10-01.`,
  });

export const endsBeforeItBegins = (field: readonly string[]) =>
  new Refusal('INVALID', field, {
    zh: '假期的最后一天早于第一天，请核对。',
    en: 'The last day off lies before the first; check both.',
  });

export const hoursNotClear = (field: readonly string[]) =>
  new Refusal('INVALID', field, {
    zh: '请说明调休上班日按星期几的时间上班，或填写当天的上班时间，两者取一。',
    en: 'Say by which weekday’s hours the make-up day is worked, or give hours of its own: one of the two.',
  });

export const wrongCalendarVersion = (versions: { expected: number; current: number }, changed: string[]) =>
  wrongVersion({ zh: '日历', en: 'calendar' }, versions, changed, {
    zh: '该日历刚刚发布了新版本，请查看最新内容后再决定。',
    en: 'A newer version of the calendar was published meanwhile. Look at it, then decide again.',
  });
