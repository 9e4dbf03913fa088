import { isOpen, standing, timeLeft, type ClockTimes } from './promise';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const clock = (part: Partial<ClockTimes> = {}): ClockTimes => ({
  state: 'RUNNING',
  startedAt: '2026-11-20T00:00:00Z',
  dueAt: '2026-11-20T04:00:00Z',
  stoppedAt: null,
  ...part,
});

test('a promise wants attention in the last quarter of its time and is overdue after it', () => {
  expect(standing(clock(), at('02:59:00'))).toBe('good');
  expect(standing(clock(), at('03:00:00'))).toBe('soon');
  expect(standing(clock(), at('04:00:00'))).toBe('soon');
  expect(standing(clock(), at('04:00:01'))).toBe('overdue');
});

test('a missed promise that nobody has kept yet is still open, and overdue', () => {
  const missed = clock({ state: 'MISSED' });
  expect(standing(missed, at('05:00:00'))).toBe('overdue');
  expect(isOpen(missed)).toBe(true);
  expect(isOpen({ ...missed, stoppedAt: '2026-11-20T05:00:00Z' })).toBe(false);
});

test('a paused clock is never overdue', () => {
  expect(standing(clock({ state: 'PAUSED' }), at('09:00:00'))).toBe('paused');
});

test('without a target there is no time left to count', () => {
  expect(timeLeft(clock({ dueAt: null }), at('01:00:00'))).toBeUndefined();
  expect(standing(clock({ state: 'NO_TARGET', dueAt: null }), at('01:00:00'))).toBe('noTarget');
});
