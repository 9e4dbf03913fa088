import { evaluateClocks } from '../src/clocks/index.js';
import { compare, describe as described } from './index.js';
import type { Agreement, Feature } from './index.js';

describe('a second engine that looks at every minute', () => {
  const cases = 2000;
  let agreement: Agreement;
  beforeAll(() => {
    agreement = compare(evaluateClocks, cases, 1);
  });

  test('B1 agrees with the engine about every clock of every ticket', () => {
    expect(agreement.disagreements.map(described)).toEqual([]);
    expect(agreement.cases).toBe(cases);
    expect(agreement.clocks).toBeGreaterThan(cases);
  });

  const often: readonly Feature[] = [
    'make-up day inside a clock',
    'midnight shift inside a clock',
    'change of summer time inside a clock',
    'overlapping pauses of a clock',
    'provisional result',
    'target superseded by severity',
  ];
  test.each(often)('has a %s in every tenth ticket', (feature) => {
    expect(agreement.mix.get(feature)).toBeGreaterThanOrEqual(cases / 10);
  });

  test('sees a clock that disagrees', () => {
    const wrong = compare(
      (input) => evaluateClocks(input).map((clock) => ({ ...clock, provisional: !clock.provisional })),
      100,
      1,
      1,
    );
    expect(wrong.disagreements.map(({ difference }) => difference.path)).toEqual([
      expect.stringMatching(/^clocks\.[a-z/0-9-]+\.provisional$/),
    ]);
  });
});
