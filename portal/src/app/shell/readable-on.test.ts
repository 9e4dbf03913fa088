import { readableOn } from './readable-on';

test.each([
  ['#ffffff', '#000000'],
  ['#fadb14', '#000000'],
  ['#0958d9', '#ffffff'],
  ['#00695c', '#ffffff'],
  ['not a colour', '#ffffff'],
])('words stay readable on the colour that a house chose: %s', (colour, text) => {
  expect(readableOn(colour)).toBe(text);
});
