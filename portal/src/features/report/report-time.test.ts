import { instantOf, previewDue, wallTimeOf } from './report-time';

test('a report time is meant in the time zone of the house, wherever the reader sits', () => {
  expect(instantOf('2026-11-20T09:30', 'Asia/Shanghai')).toBe('2026-11-20T01:30:00.000Z');
  expect(instantOf('2026-11-20T09:30', 'Europe/Berlin')).toBe('2026-11-20T08:30:00.000Z');
  expect(wallTimeOf(Date.parse('2026-11-20T01:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-20T09:30');
});

test('half a date is no report time', () => {
  expect(instantOf('', 'Asia/Shanghai')).toBeUndefined();
  expect(instantOf('2026-11-20', 'Asia/Shanghai')).toBeUndefined();
});

test('the preview counts natural time from the report time and leaves working time to the calendar', () => {
  const start = Date.parse('2026-11-20T01:30:00Z');
  expect(previewDue({ amount: 24, unit: 'HOURS', basis: 'NATURAL' }, start)).toBe('2026-11-21T01:30:00.000Z');
  expect(previewDue({ amount: 2, unit: 'DAYS', basis: 'NATURAL' }, start)).toBe('2026-11-22T01:30:00.000Z');
  expect(previewDue({ amount: 3, unit: 'DAYS', basis: 'WORKING_DAYS' }, start)).toBeUndefined();
});
