import { buildSchema, parse, validate } from 'graphql';
import { limits } from './limits';
import { structureGate } from './structure-gate';

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const schema = buildSchema(`
  type Query { a: A, b: Int }
  type Mutation { m: Int }
  type A { a: A, b: Int, ${times(40, (n) => `c${n}: Int`)} }
`);

const refusals = (text: string): string[] =>
  validate(schema, parse(text), [structureGate]).map(({ message }) => message);
const nested = (depth: number): string => `{ ${'a { '.repeat(depth - 1)}b${' }'.repeat(depth - 1)} }`;
const ofFragments = (count: number): string =>
  `{ a { ...f0 } } ${times(count, (n) => `fragment f${n} on A { b }`)}`;

/** A selection of so many fields, each level of it as wide as may be. */
function wide(fields: number): string {
  const leaves = Math.min(80, fields);
  const below = fields - leaves - 1;
  return `${times(leaves, (n) => `c${n % 40}`)} ${below > 0 ? `a { ${wide(below)} }` : ''}`;
}

describe('the gate for the structure of a document', () => {
  it.each([
    ['levels', nested(limits.depth), nested(limits.depth + 1)],
    [
      'aliases',
      `{ a { ${times(limits.aliases, (n) => `x${n}: b`)} } }`,
      `{ a { ${times(limits.aliases + 1, (n) => `x${n}: b`)} } }`,
    ],
    [
      'directives',
      `{ b ${times(limits.directives, () => '@skip(if: false)')} }`,
      `{ b ${times(limits.directives + 1, () => '@skip(if: false)')} }`,
    ],
    [
      'root fields',
      `{ ${times(limits.rootFields, () => 'b')} }`,
      `{ ${times(limits.rootFields + 1, () => 'b')} }`,
    ],
    ['fields', `{ a { ${wide(limits.fields - 1)} } }`, `{ a { ${wide(limits.fields)} } }`],
    [
      'repeats',
      `{ a { ${times(limits.repeats, () => 'b')} } }`,
      `{ a { ${times(limits.repeats + 1, () => 'b')} } }`,
    ],
    ['fragments', ofFragments(limits.fragments), ofFragments(limits.fragments + 1)],
    [
      'root fields',
      `mutation { ${times(limits.mutations, () => 'm')} }`,
      `mutation { ${times(limits.mutations + 1, () => 'm')} }`,
    ],
  ])('admits as many %s as the limit and refuses one more', (word, most, tooMany) => {
    expect(refusals(most)).toEqual([]);
    expect(refusals(tooMany)).toEqual([expect.stringContaining(word)]);
  });

  it('counts what fragments hold each time they are spread', () => {
    const shared = `fragment few on Query { ${times(4, (n) => `x${n}: b`)} }`;
    expect(refusals(`{ ...few ...few ...few } ${shared}`)).toEqual([]);
    expect(refusals(`{ ...few ...few ...few ...few } ${shared}`)).toEqual([
      expect.stringContaining('16 aliases'),
    ]);
  });

  it('finds depth that hides in fragments and inline fragments', () => {
    const text = `{ a { ...one } } fragment one on A { ${'a { ... on A { '.repeat(14)} b ${'} }'.repeat(14)} }`;
    expect(refusals(text)).toEqual([expect.stringContaining('16 levels')]);
  });

  it('ends on fragments that spread each other in a circle', () => {
    expect(refusals('{ a { ...x } } fragment x on A { b ...y } fragment y on A { b ...x }')).toEqual([]);
  });

  it.each([
    ['fields', times(900, () => 'b')],
    ['objects', times(300, () => 'a { b }')],
    ['inline fragments', times(300, () => '... { b }')],
    ['objects within objects', times(10, () => `a { ${times(10, () => 'a { b }')} }`)],
  ])('refuses %s repeated at one place before any rule compares them pair by pair', (_what, repeated) => {
    let compared = 0;
    const later = () => ({ Field: () => void (compared += 1) });
    expect(validate(schema, parse(`{ a { ${repeated} } }`), [structureGate, later])).toHaveLength(1);
    expect(compared).toBe(0);
  });

  it('judges every operation of the document, not only the one that will run', () => {
    expect(refusals(`query One { b } query Two ${nested(16)}`)).toHaveLength(1);
  });
});
