import type { Role } from '@aftercare/contract';
import { permissionsOf } from '@aftercare/contract';
import type { GraphQLField, GraphQLInputType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  OperationTypeNode,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { agreedPermissions } from '../../testing/agreed-permissions';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';
import { findUnguardedFields, publicFields } from './guards';

let house: StoryHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Each root field and the permissions that it names. */
function guards(): Record<string, readonly string[]> {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  return Object.fromEntries(
    [...queries, ...mutations, ...subscriptions].map(({ schemaName, roles: named }) => [
      schemaName,
      named ?? [],
    ]),
  );
}

const rootFields = (schema: GraphQLSchema) =>
  Object.values(OperationTypeNode).flatMap((operation) =>
    Object.values(schema.getRootType(operation)?.getFields() ?? {}).map((field) => ({ operation, field })),
  );

describe('every root field', () => {
  it('names exactly one permission of the contract, but for the short public list', () => {
    expect(findUnguardedFields()).toEqual([]);
    expect(publicFields).toEqual(['signIn']);
    expect(
      rootFields(house.app.schema)
        .map(({ field }) => field.name)
        .sort(),
    ).toEqual(Object.keys(agreedPermissions).sort());
    for (const [field, named] of Object.entries(guards())) {
      expect([field, named]).toEqual([field, publicFields.includes(field) ? [] : [agreedPermissions[field]]]);
    }
  });

  it('turns away whoever has not signed in, before it looks anything up', async () => {
    const stranger = house.anybody();
    for (const { operation, field } of rootFields(house.app.schema)) {
      if (publicFields.includes(field.name) || operation === 'subscription') continue;
      const before = house.app.meter.statements;
      const { errors, data } = await stranger.query(documentFor(operation, field));
      expect([field.name, errors?.[0]?.extensions?.['code']]).toEqual([field.name, 'UNAUTHENTICATED']);
      expect(JSON.stringify(data ?? null)).toMatch(/^(null|\{"\w+":null\})$/);
      expect(house.app.meter.statements).toBe(before);
    }
  });
});

const people = ['admin', 'manager', 'dispatcher', 'engineer', 'quality', 'parts', 'dealer1'];

describe.each(people)('%s', (person) => {
  let client: StoryClient;
  let held: Role[];
  beforeAll(async () => {
    client = await house.as(`${person}@ironmole`);
    const { viewer } = await client.ask<{ viewer: { roles: string[] } }>('{ viewer { roles } }');
    held = viewer.roles.map((role) => role.toLowerCase().replaceAll('_', '-') as Role);
  });

  it('may ask each root field that its permissions open, and is told FORBIDDEN by each other', async () => {
    const granted = new Set<string>(permissionsOf(held));
    for (const { operation, field } of rootFields(house.app.schema)) {
      const permission = agreedPermissions[field.name];
      if (!permission || permission === 'everybody') continue;
      const errors =
        operation === 'subscription'
          ? await refusalOfSubscription(client, documentFor(operation, field))
          : (await client.query(documentFor(operation, field))).errors;
      const forbidden = errors?.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN') ?? false;
      expect([field.name, forbidden]).toEqual([field.name, !granted.has(permission)]);
    }
  });

  it('is told by viewer.permissions what the contract grants it', async () => {
    const { viewer } = await client.ask<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
    expect(viewer.permissions).toEqual(permissionsOf(held));
  });
});

describe('what is planted', () => {
  it('as a root field without a permission, is found by its name, and the product does not start', () => {
    withMetadataOfItsOwn(() => {
      const { Query, Resolver } = jest.requireActual<typeof import('type-graphql')>('type-graphql');
      class Planted {
        ticketsOfEverybody(): string {
          return 'all of them';
        }
      }
      Query(() => String)(Planted.prototype, 'ticketsOfEverybody', undefined as never);
      Resolver()(Planted);
      const isolated = jest.requireActual<typeof import('./guards')>('./guards');
      expect(isolated.findUnguardedFields()).toEqual(['ticketsOfEverybody']);
      expect(() => buildWith(new Planted())).toThrow(/name no permission: ticketsOfEverybody/);
    });
    expect(findUnguardedFields()).toEqual([]);
  });

  it.each([
    ['no permission at all', []],
    ['two permissions, of which one would do', ['ticket:read', 'viewer:read']],
  ])('as a root field with %s, is found too', (_case, named) => {
    withMetadataOfItsOwn(() => {
      const { Authorized, Query, Resolver } =
        jest.requireActual<typeof import('type-graphql')>('type-graphql');
      class Planted {
        halfGuarded(): string {
          return '';
        }
      }
      Query(() => String)(Planted.prototype, 'halfGuarded', undefined as never);
      (Authorized(named) as MethodDecorator)(Planted.prototype, 'halfGuarded', {});
      Resolver()(Planted);
      expect(() => buildWith(new Planted())).toThrow(/name no permission: halfGuarded/);
    });
  });

  it('as a field without a registered read, is found by its name, and the product does not start', () => {
    withMetadataOfItsOwn(() => {
      const { Authorized, Field, ObjectType, Query, Resolver } =
        jest.requireActual<typeof import('type-graphql')>('type-graphql');
      class Parcel {
        weight!: number;
      }
      Field(() => Number)(Parcel.prototype, 'weight');
      ObjectType('Parcel')(Parcel);
      class Planted {
        parcel(): Parcel {
          return new Parcel();
        }
      }
      Query(() => Parcel)(Planted.prototype, 'parcel', undefined as never);
      (Authorized(['viewer:read']) as MethodDecorator)(Planted.prototype, 'parcel', {});
      Resolver()(Planted);
      expect(() => buildWith(new Planted())).toThrow(/no registered read: Parcel\.weight/);
      expect(() => buildWith(new Planted(), 'Parcel')).not.toThrow();
    });
  });
});

/** Runs work with fresh modules; type-graphql keeps its metadata on the global object, which is put back after. */
function withMetadataOfItsOwn(work: () => void): void {
  const shared = globalThis as { TypeGraphQLMetadataStorage?: unknown };
  const kept = shared.TypeGraphQLMetadataStorage;
  delete shared.TypeGraphQLMetadataStorage;
  try {
    jest.isolateModules(work);
  } finally {
    shared.TypeGraphQLMetadataStorage = kept;
  }
}

/** Builds a schema of one resolver, inside the isolated module registry of the caller. */
function buildWith(resolver: object, ...plain: string[]): unknown {
  const { buildProductSchema } = jest.requireActual<typeof import('./build-schema')>('./build-schema');
  const { Reads } = jest.requireActual<typeof import('./reads')>('./reads');
  const { LevelReader } = jest.requireActual<typeof import('./reader')>('./reader');
  const { Cursors } = jest.requireActual<typeof import('./cursors')>('./cursors');
  const reads = new Reads().plain(...plain);
  const nothing = async function* () {};
  return buildProductSchema({
    resolvers: [resolver],
    reads,
    reader: new LevelReader(reads, new Cursors('a secret of guards')),
    follow: nothing,
    meter: { rootFields: 0 },
  });
}

/** The smallest document that asks a root field, with arguments that fit but name nothing. */
function documentFor(operation: string, field: GraphQLField<unknown, unknown>): string {
  const args = field.args
    .filter(({ type }) => isNonNullType(type))
    .map(({ name, type }) => `${name}: ${valueOf(type)}`);
  if (field.name === 'tickets') args.push('first: 1');
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  return `${operation} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection} }`;
}

function valueOf(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return '[]';
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(
      (each) => isNonNullType(each.type) && each.defaultValue === undefined,
    );
    return `{ ${required.map((each) => `${each.name}: ${valueOf(each.type)}`).join(', ')} }`;
  }
  return values[String(nullable)] ?? '"nothing"';
}

const values: Record<string, string> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTimeISO: '"2026-06-02T01:00:00.000Z"',
  LocalDate: '"2026-06-02"',
};

/** The errors of a subscription that is refused, which come as its only answer; undefined once it stands. */
async function refusalOfSubscription(client: StoryClient, document: string) {
  const subscribed = await client.subscribe(document);
  const answer = await subscribed.next(50).catch(() => undefined);
  subscribed.stop();
  return answer?.errors;
}
