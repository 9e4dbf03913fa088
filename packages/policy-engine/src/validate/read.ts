import type { Report } from './problem.js';

/**
 * Readers of unknown data. Each notes what is wrong and then answers a harmless value of its type, so that one pass
 * finds every problem; the result is used only when none was noted.
 */
export interface Reader {
  readonly report: Report;
}

/** A value and where it stands. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

function missing({ report }: Reader, { value, path }: Place): boolean {
  if (value !== undefined && value !== null) return false;
  report(path, { zh: '此项必填，请补上。', en: 'This is required; add it.' });
  return true;
}

/** The fields of an object; a field whose name is not among `names` is noted, so that a slip is never ignored. */
export function readObject<Name extends string>(
  reader: Reader,
  place: Place,
  names: readonly Name[],
): Record<Name, Place> {
  const { value, path } = place;
  let given: Record<string, unknown> = {};
  if (!missing(reader, place)) {
    if (typeof value === 'object' && !Array.isArray(value)) given = { ...value };
    else reader.report(path, { zh: '应为对象，请按字段填写。', en: 'Must be an object with named fields.' });
  }
  const below = (name: string) => (path ? `${path}.${name}` : name);
  for (const name of Object.keys(given)) {
    if ((names as readonly string[]).includes(name)) continue;
    reader.report(below(name), {
      zh: `不认识此字段，请删除或改为：${names.join('、')}。`,
      en: `Unknown field; remove it or use one of: ${names.join(', ')}.`,
    });
  }
  const places = names.map((name) => [name, { value: given[name], path: below(name) }] as const);
  return Object.fromEntries(places) as Record<Name, Place>;
}

export function readList<Item>(reader: Reader, place: Place, read: (item: Place) => Item): Item[] {
  const { value, path } = place;
  if (missing(reader, place)) return [];
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item: unknown, index) => read({ value: item, path: `${path}[${index}]` }));
  }
  reader.report(path, { zh: '应为列表，且至少有一项。', en: 'Must be a list with at least one item.' });
  return [];
}

export function readText(reader: Reader, place: Place): string {
  if (missing(reader, place)) return '';
  if (typeof place.value === 'string' && place.value.trim() !== '') return place.value;
  reader.report(place.path, { zh: '应为文字，不能为空。', en: 'Must be text that is not blank.' });
  return '';
}

/** A name that data and programs refer to. */
export function readKey(reader: Reader, place: Place): string {
  const text = readText(reader, place);
  if (text === '' || /^[a-z][a-z0-9-]*$/.test(text)) return text;
  reader.report(place.path, {
    zh: '只能用小写字母、数字和连字符，并以字母开头，例如 repair。',
    en: 'Use lower-case letters, digits and hyphens, beginning with a letter, such as repair.',
  });
  return text;
}

export function readInteger(reader: Reader, place: Place): number {
  if (missing(reader, place)) return 0;
  if (Number.isSafeInteger(place.value)) return place.value as number;
  reader.report(place.path, { zh: '应为整数。', en: 'Must be a whole number.' });
  return 0;
}

export function readOneOf<Choice extends string>(
  reader: Reader,
  place: Place,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (missing(reader, place)) return choices[0];
  const found = choices.find((choice) => choice === place.value);
  if (found !== undefined) return found;
  reader.report(place.path, {
    zh: `只能是以下之一：${choices.join('、')}。`,
    en: `Must be one of: ${choices.join(', ')}.`,
  });
  return choices[0];
}
