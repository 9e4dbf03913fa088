/** What validation says, for tests of it. */
import type { Problem } from '../validate/index.js';

/** What is given, and the one problem that must be among those found: its path and the first words of the remedy. */
export type BadInput = [name: string, value: unknown, problem: string];

/** The problems as `path: what to do`, in English. */
export function inEnglish(parsed: object): string[] {
  return problemsIn(parsed).map(({ path, message }) => `${path}: ${message.en}`);
}

function problemsIn(parsed: object): readonly Problem[] {
  return 'problems' in parsed ? (parsed.problems as Problem[]) : [];
}

/** One test for each input, and one for the Chinese of it. */
export function refuses(parse: (value: unknown) => object, cases: readonly BadInput[]): void {
  it.each(cases)('refuses %s', (_name, value, problem) => {
    expect(inEnglish(parse(value))).toContainEqual(expect.stringMatching(startOf(problem)));
  });

  it.each(cases)('says it in both languages: %s', (_name, value) => {
    const problems = problemsIn(parse(value));
    expect(problems).not.toEqual([]);
    for (const { message } of problems) {
      expect(message.zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(message.en).toMatch(/^[A-Z"].*\.$/);
    }
  });
}

const startOf = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
