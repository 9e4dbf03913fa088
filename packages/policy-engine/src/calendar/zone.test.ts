import type { Zone } from './calendar.js';
import { localDate, offsetAt } from './zone.js';

const berlin: Zone = {
  name: 'Europe/Berlin',
  offsets: [
    { from: Date.UTC(2025, 9, 26, 1), minutes: 60 },
    { from: Date.UTC(2026, 2, 29, 1), minutes: 120 },
    { from: Date.UTC(2026, 9, 25, 1), minutes: 60 },
  ],
};
const urumqi: Zone = { name: 'Asia/Urumqi', offsets: [{ from: 0, minutes: 360 }] };
const shanghai: Zone = { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] };

describe('A6 offsets as data', () => {
  it('an offset holds from its own moment on', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect(offsetAt(berlin, change - 1)).toBe(60);
    expect(offsetAt(berlin, change)).toBe(120);
    expect(offsetAt(berlin, Date.UTC(2030, 6, 1))).toBe(60);
  });

  it('the first offset also holds before its own moment', () => {
    expect(offsetAt(berlin, Date.UTC(2020, 6, 1))).toBe(60);
  });

  it('the same moment has another date elsewhere', () => {
    const moment = Date.UTC(2026, 2, 10, 17, 30); // 23:30 in Urumqi, 01:30 of the next day in Shanghai
    expect(localDate(urumqi, moment)).toBe('2026-03-10');
    expect(localDate(shanghai, moment)).toBe('2026-03-11');
  });

  it('a date ends with its last millisecond, also before 1970', () => {
    expect(localDate(shanghai, Date.UTC(2026, 0, 1, 16) - 1)).toBe('2026-01-01');
    expect(localDate(shanghai, Date.UTC(2026, 0, 1, 16))).toBe('2026-01-02');
    expect(localDate(urumqi, Date.UTC(1969, 11, 30, 18) - 1)).toBe('1969-12-30');
  });
});
