import { createTimeFormat } from './time';

const now = Date.parse('2026-11-20T02:00:00Z'); // 10:00 in Shanghai

describe('moments in the time zone of the house', () => {
  const zh = createTimeFormat('zh-CN', 'Asia/Shanghai');
  const en = createTimeFormat('en', 'Asia/Shanghai');

  test.each([
    ['2026-11-20T09:30:00.000Z', '今天 17:30', 'today 17:30'],
    ['2026-11-20T16:05:00.000Z', '明天 00:05', 'tomorrow 00:05'],
    ['2026-11-19T15:59:00.000Z', '昨天 23:59', 'yesterday 23:59'],
    ['2026-11-25T01:00:00.000Z', '11月25日 09:00', '25 Nov 09:00'],
    ['2027-01-02T01:00:00.000Z', '2027年1月2日 09:00', '2 Jan 2027 09:00'],
  ])('%s reads as %s and %s', (instant, chinese, english) => {
    expect(zh.moment(instant, now)).toBe(chinese);
    expect(en.moment(instant, now)).toBe(english);
  });

  test('a new year that has begun in the house counts as this year there', () => {
    const newYear = Date.parse('2026-12-31T17:00:00Z');
    expect(zh.moment('2027-03-01T01:00:00Z', newYear)).toBe('3月1日 09:00');
  });

  test('the full form always names the year', () => {
    expect(zh.full('2026-11-20T09:30:00Z')).toBe('2026年11月20日 17:30');
    expect(en.full('2026-11-20T09:30:00Z')).toBe('20 Nov 2026 17:30');
  });
});
