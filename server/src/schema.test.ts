import { idPrefixes } from '@aftercare/contract';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchema, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productSdl } from './print-schema';

const sdl = productSdl();
const schema: GraphQLSchema = buildSchema(sdl);
const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const shapeOf = (type: GraphQLObjectType) =>
  Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));

describe('the schema', () => {
  it('is committed as the server emits it: run `node scripts/generate.mjs` after a change', () => {
    expect(readFileSync(path.resolve(__dirname, '../schema.graphql'), 'utf8')).toBe(sdl);
  });

  it.each(
    Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => [field.name, field] as const),
  )('mutation %s takes one input and answers a payload with userErrors', (name, field) => {
    const stem = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    expect(field.args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual([`input: ${stem}Input!`]);
    expect(isInputObjectType(schema.getType(`${stem}Input`))).toBe(true);
    expect(String(field.type)).toBe(`${stem}Payload!`);
    expect(shapeOf(schema.getType(`${stem}Payload`) as GraphQLObjectType)['userErrors']).toBe(
      '[UserError!]!',
    );
  });

  const connections = objects.filter(({ name }) => name.endsWith('Connection'));

  it.each(connections.map((type) => [type.name, type] as const))(
    '%s is a connection as Relay has them',
    (name, connection) => {
      const stem = name.slice(0, -'Connection'.length);
      expect(shapeOf(connection)).toMatchObject({
        edges: `[${stem}Edge!]!`,
        nodes: `[${stem}!]!`,
        pageInfo: 'PageInfo!',
      });
      expect(shapeOf(schema.getType(`${stem}Edge`) as GraphQLObjectType)).toEqual({
        cursor: 'String!',
        node: `${stem}!`,
      });
      expect(shapeOf(schema.getType('PageInfo') as GraphQLObjectType)).toEqual({
        hasNextPage: 'Boolean!',
        hasPreviousPage: 'Boolean!',
        startCursor: 'String',
        endCursor: 'String',
      });
    },
  );

  it('pages every connection by first, after, last and before', () => {
    const paged = objects.flatMap((type) =>
      Object.values(type.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Connection')),
    );
    expect(paged.length).toBeGreaterThanOrEqual(2);
    for (const { args } of paged) {
      const given = Object.fromEntries(args.map((arg) => [arg.name, String(arg.type)]));
      expect(given).toMatchObject({ first: 'Int', after: 'String', last: 'Int', before: 'String' });
    }
  });

  it('gives every type with an id of its own the Node interface and a prefix', () => {
    // a viewer is a member seen from within, a clause and a rule go by the names of their rulebook
    const named = ['Viewer', 'Clause', 'RuleReference'];
    const withId = objects.filter((type) => 'id' in type.getFields() && !named.includes(type.name));
    expect(withId.map(({ name }) => name).sort()).toEqual(Object.keys(idPrefixes).sort());
    for (const type of withId) {
      expect([type.name, type.getInterfaces().map(({ name }) => name)]).toEqual([type.name, ['Node']]);
      expect(shapeOf(type)['id']).toBe('ID!');
    }
  });

  it('puts nothing into an event that depends on who looks, beyond party and permission', () => {
    const reached = new Set<string>();
    const reach = (type: GraphQLObjectType): void => {
      if (reached.has(type.name)) return;
      reached.add(type.name);
      for (const field of Object.values(type.getFields())) {
        expect(`${type.name}.${field.name}`).not.toMatch(/\.(viewer|my|own|unread|can)([A-Z]|$)/);
        const below = getNamedType(field.type);
        if (isObjectType(below)) reach(below);
      }
    };
    for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
      reach(getNamedType(field.type) as GraphQLObjectType);
    }
    expect(reached).toContain('Ticket');
    expect([...reached].filter((name) => name.startsWith('Viewer'))).toEqual([]);
  });
});
