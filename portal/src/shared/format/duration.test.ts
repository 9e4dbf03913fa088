import { createTexts } from '../../../testing/texts';
import { lengthWords, promiseWords, type Target } from './duration';

const zh = createTexts('zh-CN').getFixedT('zh-CN', 'shared');
const en = createTexts('en').getFixedT('en', 'shared');
const minutes = (count: number) => count * 60_000;

test.each([
  [30_000, '不到 1 分钟', 'under 1 min'],
  [minutes(59), '59 分', '59 min'],
  [minutes(200), '3 小时 20 分', '3 h 20 min'],
  [minutes(60 * 30), '30 小时', '30 h'],
  [minutes(60 * 52 + 5), '2 天 4 小时', '2 d 4 h'],
  [-minutes(61), '1 小时 1 分', '1 h 1 min'],
])('%i ms is %s, %s', (length, chinese, english) => {
  expect(lengthWords(length, zh)).toBe(chinese);
  expect(lengthWords(length, en)).toBe(english);
});

test.each<[Target, string, string]>([
  [
    { amount: 24, unit: 'HOURS', basis: 'NATURAL' },
    '24 小时内响应（自然时间）',
    'Respond within 24 hours (around the clock)',
  ],
  [
    { amount: 1, unit: 'HOURS', basis: 'WORKING_HOURS' },
    '1 小时内响应（工作时间）',
    'Respond within 1 hour (working time)',
  ],
  [{ amount: 3, unit: 'DAYS', basis: 'WORKING_DAYS' }, '3 个工作日内响应', 'Respond within 3 working days'],
])('a promise says what, by when and on which basis: %j', (target, chinese, english) => {
  expect(promiseWords('RESPONSE', target, zh)).toBe(chinese);
  expect(promiseWords('RESPONSE', target, en)).toBe(english);
});
