import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorCodes } from '@aftercare/contract';
import { resources } from './i18n';

type Tree = { [key: string]: string | Tree };

/** Keys with their texts; plural forms of one text count as one key, since languages have different ones. */
function texts(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[`${prefix}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`, value]]
        : [...texts(value, `${prefix}${key}.`)],
    ),
  );
}
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const chinese = texts(resources['zh-CN'] as unknown as Tree);
const english = texts(resources.en as unknown as Tree);

test('every text exists in both languages', () => {
  expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
  expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([]);
  expect(chinese.size).toBeGreaterThan(200);
});

test('both languages say the same variables', () => {
  const differing = [...chinese].filter(
    ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});

test('no text is empty, and English texts hold no Chinese', () => {
  expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  const mixed = [...english].filter(
    ([key, text]) => /\p{Script=Han}/u.test(text) && !key.endsWith('language.zh-CN'),
  );
  expect(mixed).toEqual([]);
});

const source = path.resolve(__dirname, '..');
const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'),
);

/** Comments may quote the product's words. */
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

test('no component holds a Chinese text of its own', () => {
  expect(components.length).toBeGreaterThan(20);
  const offenders = components.filter((name) =>
    /\p{Script=Han}/u.test(withoutComments(readFileSync(path.join(source, name), 'utf8'))),
  );
  expect(offenders).toEqual([]);
});

test('every error code of the API has words for the reader', async () => {
  const { CombinedGraphQLErrors } = await import('@apollo/client/errors');
  const { describeProblem } = await import('../apollo/errors');
  for (const code of errorCodes) {
    const error = new CombinedGraphQLErrors({ errors: [{ message: '', extensions: { code } }] });
    const { kind } = describeProblem(error);
    expect(chinese.has(`shared.problem.${kind}.title`)).toBe(true);
  }
});
