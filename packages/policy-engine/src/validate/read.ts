import type { Instant } from '../time/index.js';
import { checkKnown, checkUnique } from './check-keys.js';
import type { Problem, Report } from './problem.js';

/** What keys may name, by what they name; what is left out has none. */
export interface Names {
  readonly requestType?: readonly string[];
  readonly severity?: readonly string[];
  readonly record?: readonly string[];
  readonly event?: readonly string[];
  readonly pause?: readonly string[];
  readonly state?: readonly string[];
  readonly approval?: readonly string[];
  readonly agreement?: readonly string[];
}

/**
 * Readers of unknown data. Each notes what is wrong, so that one pass finds every problem; what it answers is used only
 * when nothing was noted.
 */
export interface Reader {
  readonly report: Report;
  /** Takes a check that makes sense only when the whole shape is right. */
  readonly later: (check: (names: Names) => void) => void;
}

/** A value and where it stands. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

export type Read<Value> = (reader: Reader, place: Place) => Value;
export type Reads = Readonly<Record<string, Read<unknown>>>;
type Values<Fields extends Reads> = { [Name in keyof Fields]: ReturnType<Fields[Name]> };

/** Looks at what was read whole; `sound` says whether nothing was noted so far at paths that begin so. */
export type Check<Value> = (value: Value, report: Report, sound: (start: string) => boolean) => void;

/** Reads a value, then checks its keys, then what it means; answers it under a name, or all problems. */
export function parse<Name extends string, Value>(
  name: Name,
  value: unknown,
  read: Read<Value>,
  check: Check<Value>,
  namesIn: (value: Value) => Names = () => ({}),
): Readonly<Record<Name, Value>> | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (path, zh, en) => problems.push({ path, message: { zh, en } });
  const checks: ((names: Names) => void)[] = [];
  const whole = read({ report, later: (each) => checks.push(each) }, { value, path: '' });
  if (problems.length === 0) {
    const names = namesIn(whole);
    for (const each of checks) each(names);
    check(whole, report, (start) => !problems.some(({ path }) => path.startsWith(start)));
  }
  return problems.length > 0 ? { problems } : ({ [name]: whole } as Record<Name, Value>);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const within = (path: string, name: string) => (path ? `${path}.${name}` : name);

/** Answers every value as it is. One that does not fit is noted, and is then not of the type that it seems. */
const fitting =
  <Value>(fits: (value: unknown) => boolean, zh: string, en: string): Read<Value> =>
  ({ report }, { value, path }) => {
    if (value === undefined || value === null)
      report(path, '此项必填；请补上。', 'This is required; add it.');
    else if (!fits(value)) report(path, zh, en);
    return value as Value;
  };

const readFields = fitting<Readonly<Record<string, unknown>>>(
  isObject,
  '应为对象；请按字段填写。',
  'Must be an object with named fields.',
);

/**
 * An object of these fields; of the second kind each may be left out. A field of another name is noted, so that a slip
 * is never ignored.
 */
export function objectOf<Needed extends Reads, Optional extends Reads = Record<never, never>>(
  needed: Needed,
  optional?: Optional,
): Read<Values<Needed> & Partial<Values<Optional>>> {
  const reads: [name: string, read: Read<unknown>][] = Object.entries({ ...needed, ...optional });
  const names = reads.map(([name]) => name);
  return (reader, place) => {
    const { path } = place;
    const fields = readFields(reader, place);
    if (!isObject(fields)) return fields;
    const given = { ...fields };
    for (const name of Object.keys(given)) {
      if (!names.includes(name))
        reader.report(
          within(path, name),
          `不认识此字段；请删除，或改为：${names.join('、')}。`,
          `Unknown field; remove it or use one of: ${names.join(', ')}.`,
        );
    }
    const values = reads
      .filter(([name]) => Object.hasOwn(needed, name) || given[name] !== undefined)
      .map(([name, read]) => [name, read(reader, { value: given[name], path: within(path, name) })]);
    return Object.fromEntries(values) as Values<Needed> & Partial<Values<Optional>>;
  };
}

type Variant<Tag extends string, Variants extends Reads> = {
  [Kind in keyof Variants]: { readonly [Name in Tag]: Kind } & ReturnType<Variants[Kind]>;
}[keyof Variants];

/** An object of one of several shapes, told apart by the field `tag`, which the shapes leave out. */
export function variantOf<Tag extends string, Variants extends Reads>(
  tag: Tag,
  variants: Variants,
): Read<Variant<Tag, Variants>> {
  const kinds = Object.keys(variants);
  const readKind = oneOf(...kinds);
  return (reader, place) => {
    const { path } = place;
    const fields = readFields(reader, place);
    if (!isObject(fields)) return fields;
    const { [tag]: given, ...value } = fields;
    const kind = readKind(reader, { value: given, path: within(path, tag) });
    const read = kinds.includes(kind) ? variants[kind] : undefined;
    return { [tag]: kind, ...(read?.(reader, { value, path }) as object) } as Variant<Tag, Variants>;
  };
}

/** A list that is too long is not looked at, so that every check ends soon. */
export function listOf<Item>(read: Read<Item>, atLeast: 0 | 1 = 1, atMost = 300): Read<Item[]> {
  const fits = (value: unknown): value is unknown[] =>
    Array.isArray(value) && value.length >= atLeast && value.length <= atMost;
  const readItems = fitting<Item[]>(
    fits,
    `应为 ${atLeast} 至 ${atMost} 项的列表。`,
    `Must be a list with at least ${atLeast} and at most ${atMost} items.`,
  );
  return (reader, place) => {
    const items = readItems(reader, place);
    return fits(items)
      ? items.map((value, index) => read(reader, { value, path: `${place.path}[${index}]` }))
      : items;
  };
}

/** A list of which no two items have the same name; `field` says where it stands in them. */
const named =
  <Item>(read: Read<Item[]>, nameOf: (item: Item) => string, field = ''): Read<Item[]> =>
  (reader, place) => {
    const items = read(reader, place);
    reader.later(() =>
      checkUnique(items.map(nameOf), (index) => `${place.path}[${index}]${field}`, reader.report),
    );
    return items;
  };

/** A list in which no text stands twice. */
export const setOf = <Item extends string>(
  read: Read<Item>,
  atLeast?: 0 | 1,
  atMost?: number,
): Read<Item[]> => named(listOf(read, atLeast, atMost), (item) => item);

/** A list of objects of which no two have the same in a field. */
export const listBy = <Field extends string, Item extends Readonly<Record<Field, string>>>(
  field: Field,
  read: Read<Item>,
  atLeast?: 0 | 1,
  atMost?: number,
): Read<Item[]> => named(listOf(read, atLeast, atMost), (item) => item[field], `.${field}`);

/** Text of a form; the message says which. */
export const textLike = (fits: (text: string) => boolean, zh: string, en: string): Read<string> =>
  fitting((value) => typeof value === 'string' && fits(value), zh, en);

export const readText = textLike(
  (text) => text.trim() !== '',
  '应为文字，不能为空。',
  'Must be text that is not blank.',
);

/** A name that data and programs refer to. */
export const readKey = textLike(
  (text) => /^[a-z][a-z0-9-]*$/.test(text),
  '只能用小写字母、数字和连字符，并以字母开头，例如 repair。',
  'Use lower-case letters, digits and hyphens, beginning with a letter, such as repair.',
);

/** The key of something that is there. */
export const keyOf =
  (what: keyof Names): Read<string> =>
  (reader, place) => {
    const key = readKey(reader, place);
    reader.later((names) => checkKnown(key, names[what] ?? [], place.path, reader.report));
    return key;
  };

export const readInteger = fitting<number>(Number.isSafeInteger, '应为整数。', 'Must be a whole number.');

/** A whole number within bounds, both included. */
export const integerWithin = (least: number, most: number): Read<number> =>
  fitting(
    (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
    `应为 ${least} 至 ${most} 的整数。`,
    `Must be a whole number from ${least} to ${most}.`,
  );

/** The number of a published version. */
export const readVersion = integerWithin(1, Number.MAX_SAFE_INTEGER);

/** Milliseconds since 1970, in the years 1 to 9999. */
export const readInstant: Read<Instant> = integerWithin(-62_135_596_800_000, 253_402_300_799_999);

export const readBoolean = fitting<boolean>(
  (value) => typeof value === 'boolean',
  '只能是 true 或 false。',
  'Must be true or false.',
);

export function oneOf<const Choice extends string>(...choices: readonly Choice[]): Read<Choice> {
  return fitting(
    (value) => choices.some((choice) => choice === value),
    `只能是以下之一：${choices.join('、')}。`,
    `Must be one of: ${choices.join(', ')}.`,
  );
}
