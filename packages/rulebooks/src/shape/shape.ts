import type { Report } from './report.js';

/** Notes everything in a value of unknown shape that does not fit. */
export type Shape = (value: unknown, path: string, report: Report) => void;

const fitting =
  (fits: (value: unknown) => boolean, zh: string, en: string): Shape =>
  (value, path, report) => {
    if (value === undefined || value === null)
      report(path, '此项必填；请补上。', 'This is required; add it.');
    else if (!fits(value)) report(path, zh, en);
  };

export const textLike = (fits: (text: string) => boolean, zh: string, en: string): Shape =>
  fitting((value) => typeof value === 'string' && fits(value), zh, en);

export const text = textLike(
  (value) => value.trim() !== '',
  '应为文字，不能为空。',
  'Must be text that is not blank.',
);

export const oneOf = (...choices: readonly unknown[]): Shape =>
  fitting(
    (value) => choices.includes(value),
    `只能是：${choices.join('、')}。`,
    `Must be: ${choices.join(', ')}.`,
  );

/** Whatever it is; another check looks at it. */
export const anything: Shape = () => undefined;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const anObject = fitting(isObject, '应为对象；请按字段填写。', 'Must be an object with named fields.');

/** An object of these fields and no others; of the second kind each may be left out. */
export function fields(needed: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  const all = { ...needed, ...optional };
  const names = Object.keys(all);
  return (value, path, report) => {
    anObject(value, path, report);
    if (!isObject(value)) return;
    const within = (name: string) => (path ? `${path}.${name}` : name);
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(all, name)) continue;
      report(
        within(name),
        `不认识此字段；请删除，或改为：${names.join('、')}。`,
        `Unknown field; remove it or use one of: ${names.join(', ')}.`,
      );
    }
    for (const [name, shape] of Object.entries(all)) {
      const field: unknown = Reflect.get(value, name);
      if (field !== undefined || Object.hasOwn(needed, name)) shape(field, within(name), report);
    }
  };
}

export function listOf(item: Shape, atLeast = 0): Shape {
  const aList = fitting(
    (value) => Array.isArray(value) && value.length >= atLeast,
    `应为列表，至少 ${atLeast} 项。`,
    `Must be a list of at least ${atLeast}.`,
  );
  return (value, path, report) => {
    aList(value, path, report);
    if (Array.isArray(value)) value.forEach((each, index) => item(each, `${path}[${index}]`, report));
  };
}
