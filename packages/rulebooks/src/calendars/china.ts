import type { Calendar, CalendarDay, Instant, LocalizedText } from '@aftercare/policy-engine';

interface Year {
  readonly notice: Calendar['notices'][number];
  /** Name in both languages, first and last day off. */
  readonly holidays: readonly (readonly [zh: string, en: string, from: string, through: string])[];
  /** Weekend days on which work is made up for. */
  readonly makeUpDays: readonly (readonly [zh: string, en: string, date: string])[];
}

const springFestival = ['春节', 'Spring Festival'] as const;
const qingming = ['清明节', 'Qingming Festival'] as const;
const labourDay = ['劳动节', 'Labour Day'] as const;
const dragonBoat = ['端午节', 'Dragon Boat Festival'] as const;
const nationalDay = ['国庆节', 'National Day'] as const;
const midAutumn = ['中秋节', 'Mid-Autumn Festival'] as const;

/** Days off and days of work as the General Office of the State Council announced them. */
const years: readonly Year[] = [
  {
    notice: {
      title: {
        zh: '国务院办公厅关于2025年部分节假日安排的通知',
        en: 'Notice of the General Office of the State Council on the public holidays of 2025',
      },
      issuedOn: '2024-11-12',
    },
    holidays: [
      ['元旦', 'New Year', '2025-01-01', '2025-01-01'],
      [...springFestival, '2025-01-28', '2025-02-04'],
      [...qingming, '2025-04-04', '2025-04-06'],
      [...labourDay, '2025-05-01', '2025-05-05'],
      [...dragonBoat, '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2025-10-01', '2025-10-08'],
    ],
    makeUpDays: [
      [...springFestival, '2025-01-26'],
      [...springFestival, '2025-02-08'],
      [...labourDay, '2025-04-27'],
      [...nationalDay, '2025-09-28'],
      [...nationalDay, '2025-10-11'],
    ],
  },
  {
    notice: {
      title: {
        zh: '国务院办公厅关于2026年部分节假日安排的通知',
        en: 'Notice of the General Office of the State Council on the public holidays of 2026',
      },
      issuedOn: '2025-11-04',
    },
    holidays: [
      ['元旦', 'New Year', '2026-01-01', '2026-01-03'],
      [...springFestival, '2026-02-15', '2026-02-23'],
      [...qingming, '2026-04-04', '2026-04-06'],
      [...labourDay, '2026-05-01', '2026-05-05'],
      [...dragonBoat, '2026-06-19', '2026-06-21'],
      [...midAutumn, '2026-09-25', '2026-09-27'],
      [...nationalDay, '2026-10-01', '2026-10-07'],
    ],
    makeUpDays: [
      ['元旦', 'New Year', '2026-01-04'],
      [...springFestival, '2026-02-14'],
      [...springFestival, '2026-02-28'],
      [...labourDay, '2026-05-09'],
      [...nationalDay, '2026-09-20'],
      [...nationalDay, '2026-10-10'],
    ],
  },
];

const dayLength = 86_400_000;

function datesBetween(from: string, through: string): string[] {
  const first = Date.parse(from);
  const count = (Date.parse(through) - first) / dayLength + 1;
  return Array.from({ length: count }, (_, day) =>
    new Date(first + day * dayLength).toISOString().slice(0, 10),
  );
}

const holidaysOf = ({ holidays }: Year): CalendarDay[] =>
  holidays.flatMap(([zh, en, from, through]) =>
    datesBetween(from, through).map((date) => ({ date, kind: 'holiday', name: { zh, en } }) as const),
  );

/** The notices do not say by whose hours a make-up day is worked; a Friday's are our default. */
const makeUpDaysOf = ({ makeUpDays }: Year): CalendarDay[] =>
  makeUpDays.map(([zh, en, date]) => ({
    date,
    kind: 'working',
    name: { zh: `${zh}调休上班`, en: `Make-up day for ${en}` },
    hours: 'fri',
  }));

/** Every day of 2025 and 2026 in China that is not what its weekday says, by date. */
export const chinaDays: readonly CalendarDay[] = years
  .flatMap((year) => [...holidaysOf(year), ...makeUpDaysOf(year)])
  .sort((a, b) => (a.date < b.date ? -1 : 1));

const officeDay = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
] as const;

/** Monday to Friday, 09:00–12:00 and 13:00–18:00: a default of ours. */
export const officeWeek: Calendar['week'] = {
  mon: officeDay,
  tue: officeDay,
  wed: officeDay,
  thu: officeDay,
  fri: officeDay,
};

const defaultTitle: LocalizedText = { zh: '厂家工作日历', en: 'Calendar of the maker' };

/** A calendar of China with the holidays of 2025 and 2026; the week is `officeWeek` unless another is given. */
export function chinaCalendar(version: {
  readonly key: string;
  readonly version: number;
  readonly publishedAt: Instant;
  readonly title?: LocalizedText;
  readonly week?: Calendar['week'];
}): Calendar {
  return {
    title: defaultTitle,
    week: officeWeek,
    ...version,
    zone: { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] },
    days: chinaDays,
    known: { from: '2025-01-01', through: '2026-12-31' },
    liveClocks: 'recompute',
    notices: years.map(({ notice }) => notice),
  };
}
