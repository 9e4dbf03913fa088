import { afterDays, parseCalendar, workAt } from '@aftercare/policy-engine';
import { chinaCalendar, chinaDays } from './index.js';

/** Counts by plain weekdays and the list of special days alone, without the engine. */
function workingDaysOf(year: number): number {
  const special = new Map(chinaDays.map((day) => [day.date, day.kind]));
  let count = 0;
  for (const day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year;) {
    const kind = special.get(day.toISOString().slice(0, 10));
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (kind === 'working' || (kind === undefined && !weekend)) count += 1;
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return count;
}

const makeUpDays = (year: string) =>
  chinaDays.filter(({ date, kind }) => kind === 'working' && date.startsWith(year)).map(({ date }) => date);
const daysOff = (year: string) =>
  chinaDays.filter(({ date, kind }) => kind === 'holiday' && date.startsWith(year)).length;

describe('the calendar of China', () => {
  // 365 days with 261 weekdays, 19 of them off, and 6 weekend days made up for
  it('B3 2026 has 248 working days and six make-up days', () => {
    expect(workingDaysOf(2026)).toBe(248);
    expect(makeUpDays('2026')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(daysOff('2026')).toBe(33);
  });

  it('B3 without its make-up days 8 % of three-day and 12 % of five-day deadlines would be wrong, by up to ten days', () => {
    const calendar = chinaCalendar({ key: 'maker', version: 1, publishedAt: 0 });
    const ignorant = { ...calendar, days: calendar.days.filter(({ kind }) => kind === 'holiday') };
    const count = { endsAt: 'end-of-day', startOutside: 'next-opening' } as const;
    const dayLength = 86_400_000;
    /** Over every working day of 2026 from 10:00: how many days a deadline would come too late. */
    const delays = (days: number): number[] =>
      Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1, 2) + day * dayLength)
        .filter((at) => workAt(calendar, at))
        .map((at) => {
          const due = (by: typeof calendar) => afterDays(by, at, count, [], days) ?? NaN;
          return (due(ignorant) - due(calendar)) / dayLength;
        });
    const wrong = (days: number) => delays(days).filter((delay) => delay !== 0).length;
    expect([delays(3).length, wrong(3), wrong(5)]).toEqual([248, 21, 30]);
    expect(Math.max(...delays(3), ...delays(5))).toBe(10);
  });

  // 365 days with 261 weekdays, 18 of them off, and 5 weekend days made up for
  it('B3 2025 has 248 working days and five make-up days', () => {
    expect(workingDaysOf(2025)).toBe(248);
    expect(makeUpDays('2025')).toEqual([
      '2025-01-26',
      '2025-02-08',
      '2025-04-27',
      '2025-09-28',
      '2025-10-11',
    ]);
    expect(daysOff('2025')).toBe(28);
  });

  it('B2 a make-up day lies on a weekend', () => {
    for (const date of [...makeUpDays('2025'), ...makeUpDays('2026')]) {
      expect([0, 6]).toContain(new Date(date).getUTCDay());
    }
  });

  it('is a sound calendar that names its notices and what it knows', () => {
    const calendar = chinaCalendar({ key: 'maker', version: 1, publishedAt: 0 });
    expect(parseCalendar(JSON.parse(JSON.stringify(calendar)))).toEqual({ calendar });
    expect(calendar.known).toEqual({ from: '2025-01-01', through: '2026-12-31' });
    expect(calendar.notices.map(({ issuedOn }) => issuedOn)).toEqual(['2024-11-12', '2025-11-04']);
  });

  it('takes another week for makers who work on Saturdays', () => {
    const week = { sat: [{ from: '08:00', to: '12:00' }] };
    expect(chinaCalendar({ key: 'maker', version: 1, publishedAt: 0, week }).week).toBe(week);
  });
});
