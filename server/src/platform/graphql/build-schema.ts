import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { NonEmptyArray, PubSub } from 'type-graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import type { GraphQLContext } from '../context';
import { checkPermission, findUnguardedFields, signedIn } from './guards';
import { instants } from './instants';
import type { PageRequest } from './keyset';
import type { FieldReader } from './reader';
import type { Reads, Row } from './reads';

export interface SchemaParts {
  /** Resolver instances, constructed once; resolvers are shared by all requests and keep no state. */
  resolvers: object[];
  reads: Reads;
  reader: FieldReader;
  /** What a subscription's `topics` and `topicId` lead to. */
  follow: PubSub['subscribe'];
  /** Counts root fields as they begin, so that tests can prove a refused request began none. */
  meter: { rootFields: number };
}

/**
 * The schema of the product: resolvers of the rooms, with every field of a row type answered by its
 * registered read.
 * @throws Error naming each root field without a permission and each field without a read
 */
export function buildProductSchema({ resolvers, reads, reader, follow, meter }: SchemaParts): GraphQLSchema {
  const instances = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = buildSchemaSync({
    resolvers: [...instances.keys()] as NonEmptyArray<Function>,
    container: { get: (type) => instances.get(type) },
    authChecker: checkPermission,
    // inputs are checked by the rooms, which answer with user errors that name the field
    validate: false,
    // graphql itself judges a schema before its first operation; the check here reads all of it by introspection
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: instants }],
    // the change log is the only source of events; nothing is published through the schema
    pubSub: { publish: () => undefined, subscribe: follow },
  });
  const unguarded = findUnguardedFields();
  if (unguarded.length > 0) throw new Error(`These root fields name no permission: ${unguarded.join(', ')}.`);
  attachReads(schema, reads, reader);
  countRootFields(schema, meter);
  return schema;
}

function attachReads(schema: GraphQLSchema, reads: Reads, reader: FieldReader): void {
  const resolved = new Set(
    getMetadataStorage()
      .fieldResolvers.filter(({ kind }) => kind === 'external')
      .map(
        ({ getObjectType, schemaName }) =>
          `${typeName(getObjectType?.() as Function | undefined)}.${schemaName}`,
      ),
  );
  const unread: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || isRoot(type.name)) continue;
    const { name } = type;
    for (const field of Object.values(type.getFields())) {
      if (reads.has(name) && reads.of(name).fields.has(field.name)) {
        field.resolve = (
          field.args.length === 0
            ? (row: Row, _args: object, context: GraphQLContext, info: GraphQLResolveInfo) =>
                reader.field(signedIn(context), name, row, field.name, info)
            : (row: Row, args: PageRequest, context: GraphQLContext, info: GraphQLResolveInfo) =>
                reader.field(signedIn(context), name, row, field.name, info, args)
        ) as GraphQLFieldResolver<unknown, unknown>;
      } else if (resolved.has(`${name}.${field.name}`)) {
        continue;
      } else if (isShape(name, reads)) {
        // a property needs no resolver, and none is quicker than the asynchronous one that it came with
        delete field.resolve;
      } else {
        unread.push(`${name}.${field.name}`);
      }
    }
  }
  if (unread.length > 0) throw new Error(`These fields have no registered read: ${unread.join(', ')}.`);
}

const typeName = (target: Function | undefined) =>
  getMetadataStorage().objectTypes.find((type) => type.target === target)?.name ?? '';

/** Root types have resolvers of their own. */
const isRoot = (name: string): boolean => ['Query', 'Mutation', 'Subscription'].includes(name);

/** Payloads, connections and plain values answer with their properties. */
const isShape = (name: string, reads: Reads): boolean =>
  ['PageInfo', 'UserError', 'Conflict'].includes(name) ||
  /(Payload|Connection|Edge)$/.test(name) ||
  reads.isPlain(name);

function countRootFields(schema: GraphQLSchema, meter: { rootFields: number }): void {
  const subscription = schema.getSubscriptionType();
  for (const root of [schema.getQueryType(), schema.getMutationType(), subscription]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const slot = root === subscription ? 'subscribe' : 'resolve';
      const original = field[slot];
      if (!original) continue;
      field[slot] = (...args) => {
        meter.rootFields += 1;
        return original(...args);
      };
    }
  }
}
