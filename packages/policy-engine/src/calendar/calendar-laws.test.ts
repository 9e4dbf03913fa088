import * as fc from 'fast-check';
import { china, day, minute, office } from '../testing/index.js';
import type { Block } from '../time/index.js';
import { timeline, walk } from '../time/index.js';
import type { Calendar, CalendarDay, Shift, Zone } from './calendar.js';
import { weekdays } from './calendar.js';
import { dateOf, dayNumber } from './civil.js';
import { afterDays, daysUntil } from './working-days.js';
import { workingTime } from './working-time.js';

const label = { zh: '日', en: 'Day' };
const march = dayNumber('2026-03-02');

const shifts = fc.constantFrom<readonly Shift[]>(
  [{ from: '09:00', to: '18:00' }],
  [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
  [{ from: '22:00', to: '06:00' }],
  [{ from: '07:30', to: '07:31' }],
  [],
);

const zones: readonly Zone[] = [
  { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] },
  {
    name: 'Europe/Berlin',
    offsets: [
      { from: 0, minutes: 60 },
      { from: Date.UTC(2026, 2, 29, 1), minutes: 120 },
      { from: Date.UTC(2026, 9, 25, 1), minutes: 60 },
    ],
  },
];

/** A week in which at least Monday works, and some special days of spring 2026. */
const calendars = fc
  .tuple(
    fc.constantFrom(...zones),
    fc.tuple(...weekdays.map(() => shifts)),
    fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom<'holiday' | 'working'>('holiday', 'working')),
      { selector: ([offset]) => offset, maxLength: 12 },
    ),
  )
  .map(([zone, week, special]): Calendar => {
    const days = special.map(([offset, kind]): CalendarDay => {
      const date = dateOf(march + offset);
      return kind === 'holiday'
        ? { date, kind, name: label }
        : { date, kind, name: label, hours: [{ from: '10:00', to: '16:00' }] };
    });
    const hours = Object.fromEntries(weekdays.map((name, index) => [name, week[index] ?? []]));
    return { ...office, zone, days, week: { ...hours, mon: [{ from: '09:00', to: '17:00' }] } };
  });

const starts = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minutes) => china('03-02 00:00') + minutes * minute);
const blocks = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 * 24 * 60 }), fc.integer({ min: 1, max: 3000 })), {
    maxLength: 4,
  })
  .map((list) =>
    list
      .sort(([a], [b]) => a - b)
      .reduce<Block[]>((apart, [from, length]) => {
        const begin = Math.max(china('03-02 00:00') + from * minute, apart.at(-1)?.to ?? 0);
        return [...apart, { kind: 'paused', from: begin, to: begin + length * minute }];
      }, []),
  );

const hoursDue = (calendar: Calendar, start: number, running: number, pauses: readonly Block[]) =>
  walk(timeline(workingTime(calendar), pauses), start, { running }).end;

const counts = fc.constantFrom(
  { endsAt: 'end-of-day', startOutside: 'next-opening' } as const,
  { endsAt: 'end-of-day', startOutside: 'previous-closing' } as const,
  { endsAt: 'same-time', startOutside: 'next-opening' } as const,
  { endsAt: 'same-time', startOutside: 'previous-closing' } as const,
);

function firstOf<Item>(items: Iterable<Item>, count: number): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (found.length === count) break;
    found.push(item);
  }
  return found;
}

describe('laws of working time', () => {
  it('elapsed(start, deadline(start, d)) = d for working hours, on every calendar and with every pause', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        fc.integer({ min: 1, max: 6000 }),
        blocks,
        (calendar, start, minutes, pauses) => {
          const along = timeline(workingTime(calendar), pauses);
          const due = walk(along, start, { running: minutes * minute });
          expect(due.end).not.toBeNull();
          expect(walk(along, start, { at: due.end ?? NaN }).running).toBe(minutes * minute);
        },
      ),
    );
  });

  it('for working days the deadline is the earliest moment whose count is d', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        counts,
        fc.integer({ min: 1, max: 12 }),
        blocks,
        (calendar, start, count, days, pauses) => {
          const end = afterDays(calendar, start, count, pauses, days) ?? NaN;
          expect(daysUntil(calendar, start, count, pauses, end)).toBeGreaterThanOrEqual(days);
          expect(daysUntil(calendar, start, count, pauses, end - 1)).toBeLessThan(days);
          expect(end).toBeGreaterThan(start);
        },
      ),
    );
  });

  const added = fc.integer({ min: 0, max: 40 });
  /** The calendar with one more make-up day or holiday, where the day was an ordinary one. */
  function withDay(calendar: Calendar, offset: number, kind: 'holiday' | 'working'): Calendar {
    const date = dateOf(march + offset);
    if (calendar.days.some((each) => each.date === date)) return calendar;
    const weekday = weekdays[(march + offset + 3) % 7] ?? 'mon';
    if (kind === 'working' && (calendar.week[weekday] ?? []).length > 0) return calendar;
    const more: CalendarDay =
      kind === 'holiday'
        ? { date, kind, name: label }
        : { date, kind, name: label, hours: [{ from: '10:00', to: '16:00' }] };
    return { ...calendar, days: [...calendar.days, more] };
  }

  it('adding a make-up day never makes a deadline later, adding a holiday never earlier', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        fc.integer({ min: 1, max: 3000 }),
        blocks,
        added,
        (calendar, start, minutes, pauses, offset) => {
          const due = (by: Calendar) => hoursDue(by, start, minutes * minute, pauses) ?? NaN;
          expect(due(withDay(calendar, offset, 'working'))).toBeLessThanOrEqual(due(calendar));
          expect(due(withDay(calendar, offset, 'holiday'))).toBeGreaterThanOrEqual(due(calendar));
        },
      ),
    );
  });

  it('the same for working days', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        counts,
        fc.integer({ min: 1, max: 8 }),
        added,
        (calendar, start, count, days, offset) => {
          const due = (by: Calendar) => afterDays(by, start, count, [], days) ?? NaN;
          expect(due(withDay(calendar, offset, 'working'))).toBeLessThanOrEqual(due(calendar));
          expect(due(withDay(calendar, offset, 'holiday'))).toBeGreaterThanOrEqual(due(calendar));
        },
      ),
    );
  });

  it('C8 a pause moves a deadline in working days by the working time in it, to the moment or to the day', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        counts,
        fc.integer({ min: 1, max: 6 }),
        blocks,
        (calendar, start, count, days, pauses) => {
          const free = afterDays(calendar, start, count, [], days) ?? NaN;
          const due = afterDays(calendar, start, count, pauses, days) ?? NaN;
          expect(due).toBeGreaterThanOrEqual(free);
          const measured = (blocked: readonly Block[], until: number) =>
            walk(timeline(workingTime(calendar), blocked), start, { at: until }).running;
          if (count.endsAt === 'same-time') expect(measured(pauses, due)).toBe(measured([], free));
          else expect(measured(pauses, due)).toBeGreaterThanOrEqual(measured([], free) - 24 * 60 * minute);
        },
      ),
    );
  });

  it('splitting a pause changes nothing, for hours and for days', () => {
    fc.assert(
      fc.property(calendars, starts, counts, blocks, fc.nat(), (calendar, start, count, pauses, cut) => {
        const split = pauses.flatMap((pause): Block[] => {
          const at = pause.from + (cut % (pause.to - pause.from));
          return at === pause.from
            ? [pause]
            : [
                { ...pause, to: at },
                { ...pause, from: at },
              ];
        });
        expect(hoursDue(calendar, start, 600 * minute, split)).toBe(
          hoursDue(calendar, start, 600 * minute, pauses),
        );
        expect(afterDays(calendar, start, count, split, 5)).toEqual(
          afterDays(calendar, start, count, pauses, 5),
        );
      }),
    );
  });

  it('a pause over no working time changes nothing, for hours and for days', () => {
    fc.assert(
      fc.property(calendars, starts, counts, (calendar, start, count) => {
        const all = firstOf(workingTime(calendar)(start - day), 30);
        const gaps = all
          .slice(1)
          .map((stretch, index): Block => ({ kind: 'paused', from: all[index]?.to ?? 0, to: stretch.from }))
          .filter(({ from, to }) => to > from);
        expect(hoursDue(calendar, start, 600 * minute, gaps)).toBe(
          hoursDue(calendar, start, 600 * minute, []),
        );
        expect(afterDays(calendar, start, count, gaps, 5)).toEqual(afterDays(calendar, start, count, [], 5));
      }),
    );
  });
});
