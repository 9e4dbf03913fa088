import type { Instant } from '../time/index.js';
import type { Problem, Report } from './problem.js';

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

export type Read<Value> = (reader: Reader, place: Place) => Value;
export type Reads = Readonly<Record<string, Read<unknown>>>;
type Values<Fields extends Reads> = { [Name in keyof Fields]: ReturnType<Fields[Name]> };

/** Reads a value, then lets the checks look at it; each group only at what the ones before found whole. */
export function parse<Value>(
  value: unknown,
  read: Read<Value>,
  checks: readonly (readonly ((value: Value, report: Report) => void)[])[],
): { readonly value: Value } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  const whole = read({ report }, { value, path: '' });
  for (const group of checks) {
    if (problems.length === 0) for (const check of group) check(whole, report);
  }
  return problems.length === 0 ? { value: whole } : { problems };
}

/** For what is below a value that was noted already. */
const silent: Reader = { report: () => undefined };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    if (isObject(value)) given = { ...value };
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

/** An object of these fields; of the second kind each may be left out. */
export function objectOf<Needed extends Reads, Optional extends Reads = Record<never, never>>(
  needed: Needed,
  optional?: Optional,
): Read<Values<Needed> & Partial<Values<Optional>>> {
  const reads: [name: string, read: Read<unknown>][] = Object.entries({ ...needed, ...optional });
  return (reader, place) => {
    const names = reads.map(([name]) => name);
    const places = readObject(reader, place, names);
    const below = isObject(place.value) ? reader : silent;
    const values = reads.flatMap(([name, read]) => {
      const field = places[name];
      if (!field || (!Object.hasOwn(needed, name) && field.value === undefined)) return [];
      return [[name, read(below, field)] as const];
    });
    return Object.fromEntries(values) as Values<Needed> & Partial<Values<Optional>>;
  };
}

/** An object of one of several shapes, told apart by the field `tag`. */
export function variantOf<Tag extends string, Variants extends Reads>(
  tag: Tag,
  variants: Variants,
): Read<ReturnType<Variants[keyof Variants]>> {
  const kinds = Object.keys(variants) as [string, ...string[]];
  return (reader, place) => {
    const { value, path } = place;
    // What is no object at all is noted by the first shape.
    const given = isObject(value) ? value[tag] : kinds[0];
    const kind = readOneOf(reader, { value: given, path: path ? `${path}.${tag}` : tag }, kinds);
    const read = variants[kind] as Read<ReturnType<Variants[keyof Variants]>>;
    return read(given === kind ? reader : silent, place);
  };
}

export function readList<Item>(
  reader: Reader,
  place: Place,
  read: (item: Place) => Item,
  atLeast: 0 | 1 = 1,
): Item[] {
  const { value, path } = place;
  if (missing(reader, place)) return [];
  if (Array.isArray(value) && value.length >= atLeast) {
    return value.map((item: unknown, index) => read({ value: item, path: `${path}[${index}]` }));
  }
  reader.report(
    path,
    atLeast
      ? { zh: '应为列表，且至少有一项。', en: 'Must be a list with at least one item.' }
      : { zh: '应为列表。', en: 'Must be a list.' },
  );
  return [];
}

export const listOf =
  <Item>(read: Read<Item>, atLeast: 0 | 1 = 1): Read<Item[]> =>
  (reader, place) =>
    readList(reader, place, (item) => read(reader, item), atLeast);

export function readText(reader: Reader, place: Place): string {
  if (missing(reader, place)) return '';
  if (typeof place.value === 'string' && place.value.trim() !== '') return place.value;
  reader.report(place.path, { zh: '应为文字，不能为空。', en: 'Must be text that is not blank.' });
  return '';
}

/** Text of a form; the message says which. */
export const textLike =
  (fits: (text: string) => boolean, zh: string, en: string): Read<string> =>
  (reader, place) => {
    const text = readText(reader, place);
    if (text !== '' && !fits(text)) reader.report(place.path, { zh, en });
    return text;
  };

/** A name that data and programs refer to. */
export const readKey = textLike(
  (text) => /^[a-z][a-z0-9-]*$/.test(text),
  '只能用小写字母、数字和连字符，并以字母开头，例如 repair。',
  'Use lower-case letters, digits and hyphens, beginning with a letter, such as repair.',
);

export function readInteger(reader: Reader, place: Place): number {
  if (missing(reader, place)) return 0;
  if (Number.isSafeInteger(place.value)) return place.value as number;
  reader.report(place.path, { zh: '应为整数。', en: 'Must be a whole number.' });
  return 0;
}

/** A whole number within bounds, both included. */
export const integerWithin =
  (least: number, most: number): Read<number> =>
  (reader, place) => {
    const number = readInteger(reader, place);
    if (number === place.value && (number < least || number > most)) {
      reader.report(place.path, {
        zh: `应在 ${least} 至 ${most} 之间。`,
        en: `Must lie between ${least} and ${most}.`,
      });
    }
    return number;
  };

/** The number of a published version. */
export const readVersion = integerWithin(1, Number.MAX_SAFE_INTEGER);

/** Milliseconds since 1970, in the years 1 to 9999. */
export const readInstant: Read<Instant> = integerWithin(-62_135_596_800_000, 253_402_300_799_999);

export function readBoolean(reader: Reader, place: Place): boolean {
  if (missing(reader, place) || typeof place.value === 'boolean') return place.value === true;
  reader.report(place.path, { zh: '只能是 true 或 false。', en: 'Must be true or false.' });
  return false;
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

export const oneOf =
  <const Choice extends string>(...choices: readonly [Choice, ...Choice[]]): Read<Choice> =>
  (reader, place) =>
    readOneOf(reader, place, choices);
