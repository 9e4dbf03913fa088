import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { buildSchema, Kind, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { costOf } from './cost';

const schema = buildSchema(readFileSync(path.resolve(__dirname, '../../../schema.graphql'), 'utf8'));

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(text);
  const operation = definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const fragments = Object.fromEntries(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return costOf({ schema, operation, fragments, variables });
}

describe('the cost of an operation', () => {
  it('is one point for each object that it can return, and nothing for scalars', () => {
    expect(cost('{ serverTime changeCursor }')).toBe(0);
    expect(cost('{ viewer { id name } }')).toBe(1);
    expect(cost('{ ticket(id: "x") { id customer { name } dealer { name } } }')).toBe(3);
  });

  it('counts a page as often as it can hold a row, nested pages multiplied', () => {
    expect(cost('{ tickets(first: 7) { nodes { id } } }')).toBe(7 * 2);
    expect(cost('{ tickets(last: 7) { edges { node { id } } } }')).toBe(7 * 3);
    expect(cost('{ tickets(first: 7) { nodes { comments(first: 5) { nodes { id } } } } }')).toBe(
      7 * (1 + 1 + 5 * 2),
    );
  });

  it.each([
    ['a literal', '{ tickets(first: 50) { nodes { id } } }', {}],
    ['a variable', 'query ($n: Int) { tickets(first: $n) { nodes { id } } }', { n: 50 }],
    [
      'a fragment',
      '{ ...all } fragment all on Query { tickets(first: 50) { ...page } } fragment page on TicketConnection { nodes { id } }',
      {},
    ],
    ['an inline fragment', '{ ... on Query { tickets(first: 50) { ... { nodes { id } } } } }', {}],
    ['an alias', '{ few: tickets(first: 50) { none: nodes { x: id } } }', {}],
  ])('is the same however the page size is written: %s', (_way, text, variables) => {
    expect(cost(text, variables)).toBe(100);
  });

  it.each([-1, -1_000, -2_147_483_648, 0, null])('never falls below one row for a page of %p', (n) => {
    const text = 'query ($n: Int) { tickets(first: $n) { nodes { id } } viewer { id } }';
    expect(cost(text, { n })).toBeGreaterThanOrEqual(1 + 2);
  });

  it('takes a page without a size, or larger than allowed, for the largest page', () => {
    const page = (size: string) => cost(`{ tickets${size} { nodes { id } } }`);
    expect([page(''), page('(first: null)'), page('(first: 2147483647)')]).toEqual([200, 200, 200]);
  });

  it('counts the ids of nodes(ids:), also when they come as a variable', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `ticket_${index}`);
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toBe(40);
    expect(cost(`{ nodes(ids: ${JSON.stringify(ids)}) { id } }`)).toBe(40);
  });

  it('counts a fragment everywhere it is spread, and stays quick when fragments double 60 times', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `fragment f${level} on Query { ...f${level + 1} ...f${level + 1} }`,
    );
    const bomb = `{ ...f0 } ${levels.join(' ')} fragment f60 on Query { viewer { id } }`;
    const started = performance.now();
    expect(cost(bomb)).toBe(1_000_000);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
