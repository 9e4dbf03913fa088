import { countUpTo, lengthOf } from './limits';

test('a text is counted as the server counts it: trimmed, an emoji as one', () => {
  expect(lengthOf('  截割部🔧 ')).toBe(4);
});

test('the count shows only near the limit and beyond', () => {
  const { show } = countUpTo(200);
  expect(show({ count: 180 })).toBe('');
  expect(show({ count: 181 })).toBe('181 / 200');
  expect(show({ count: 240 })).toBe('240 / 200');
});
