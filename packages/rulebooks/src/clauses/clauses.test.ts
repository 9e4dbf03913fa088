import { clause, rulebooks } from './index.js';

const clauses = rulebooks.flatMap((rulebook) => rulebook.clauses);

/** Clause numbers of each rulebook, as its document has them. */
const numbers: Record<string, string> = {
  R1:
    'C1 C2 C3 C4 C5 C6 C7 C8 C9 M1 M2 M3 M4 M5 M6 M7 M8 M9.1 M9.2 M9.3 M10 M11.1 M11.2a M11.2b M11.2-1 M11.2-2 ' +
    'M11.3 M12 M13.1a M13.1b M13.1c M13.2 M13.3 M14.1 M14.2 M15 M16 M17 M18 M-end S1 S2 S3 S4 S5 S6 S7 S8 S9',
  R2: '3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
  R3: '2 4 5.1 5.2 5.3 6.1 6.2 6.3 7.1 7.2 8 9 10 11 12 13 14 15',
  R4: '2.1 2.2 2.3 3.1 3.2 4.1 4.2 4.3 4.4 4.5 4.6 4.7 5.1 5.2 5.3 5.4 5.5 6.1 6.2 6.3 7.1 7.2',
  R5: '1 2 3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 4.4 5.1 5.2 5.3 5.4 6.1 6.2',
  R6: '2.1 2.2 2.3 3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 5.5 6.1 6.2',
  R7: '3.1 3.2 3.3 4.1 4.2 4.3 4.4 4.5 4.6 5.1 5.2 5.3 5.4 6.1 6.2',
  R8: '2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19',
  R9: '3 4 5 6 7 8 9 10 11 12 13 14 15 16',
  R10: 'G1 G2 G3 1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 2.5 2.6 2.7 3.1 3.2 3.3',
  R11:
    '1.1A 1.1B 1.1C 1.1D 1.1E 1.2 1.3 1.4 2.1A 2.1B 2.1C 2.2 2.3 2.4.1 2.4.2 2.4.3 2.4.4 3.1 3.2.1 3.2.2 3.2.3 ' +
    '3.2.4 3.3.1 3.3.2 3.3.3.1 3.3.3.2 4.1 4.2 4.3 4.4 4.5 5',
};

describe('the register of clauses', () => {
  it.each(Object.entries(numbers))('%s is complete and in the order of its document', (id, expected) => {
    const rulebook = rulebooks.find((each) => each.id === id);
    expect(rulebook?.clauses.map((each) => each.id)).toEqual(
      expected.split(' ').map((number) => `${id}-${number}`),
    );
  });

  it('holds the eleven rulebooks, each with a title in both languages', () => {
    expect(rulebooks.map(({ id }) => id)).toEqual(Object.keys(numbers));
    for (const { title } of rulebooks) {
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[A-Z]/);
    }
  });

  it('has every id once, below its own rulebook', () => {
    const ids = clauses.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { id, rulebook } of clauses) expect(id.startsWith(`${rulebook}-`)).toBe(true);
  });

  it.each(clauses)('$id is one statement in Chinese and in English', ({ text }) => {
    expect(text.zh).toMatch(/^[^,;!?]*\p{Script=Han}[^,;!?]*。$/u);
    expect(text.en).toMatch(/^[^\p{Script=Han}]+\.$/u);
  });

  it('looks a clause up by its id and refuses one that does not exist', () => {
    expect(clause('R4-5.1').text.en).toContain('within 24 hours');
    expect(() => clause('R4-9.9')).toThrow('Unknown clause "R4-9.9"');
    expect(() => clause('5.1')).toThrow('an id carries its rulebook');
  });
});
