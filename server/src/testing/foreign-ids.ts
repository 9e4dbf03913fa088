import type { IdType } from '@aftercare/contract';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';
import {
  getNamedType,
  GraphQLID,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One id per type, and a serial number: things of somebody, or of nobody. */
export type Things = Record<IdType | 'serial', string>;

export interface Probe {
  schema: GraphQLSchema;
  /** Runs a document and answers the whole body. */
  run: (document: string, variables: Record<string, unknown>) => Promise<unknown>;
  /** What the asker owns; fills the arguments that are not being probed. */
  own: Things;
  /** What belongs to somebody else. */
  foreign: Things;
  /** What nobody has. */
  nothing: Things;
}

/** An answer about somebody else's thing that differs from the answer about nothing. */
export interface Leak {
  /** Such as `ticketAssign(ticketId)`. */
  place: string;
  type: keyof Things;
}

type Slot = { field: GraphQLField<unknown, unknown>; operation: 'query' | 'mutation'; path: string[] };

/**
 * Asks every root field for somebody else's things, in every place that takes an id or a serial number,
 * and for things that do not exist. The two answers must be the same, apart from the id itself.
 */
export async function findLeaks(probe: Probe): Promise<{ leaks: Leak[]; probes: number }> {
  const leaks: Leak[] = [];
  let probes = 0;
  for (const slot of slotsOf(probe.schema)) {
    const last = slot.path.at(-1) as string;
    const types = (
      last === 'serial' ? ['serial'] : Object.keys(probe.foreign).filter((type) => type !== 'serial')
    ) as Array<keyof Things>;
    for (const type of types) {
      const [about, aboutNothing] = [
        await ask(probe, slot, probe.foreign[type]),
        await ask(probe, slot, probe.nothing[type]),
      ];
      probes += 2;
      if (about !== aboutNothing) leaks.push({ place: `${slot.field.name}(${last})`, type });
    }
  }
  return { leaks, probes };
}

async function ask(
  { schema, run, own }: Probe,
  { field, operation, path }: Slot,
  value: string,
): Promise<string> {
  const variables = Object.fromEntries(
    field.args.map((arg) => [arg.name, fill(arg, [], own)]).filter(([, filled]) => filled !== undefined),
  );
  put(variables, path, value);
  const used = field.args.filter(({ name }) => variables[name] !== undefined);
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const document = `${operation}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selection(schema, field.type)} }`;
  return JSON.stringify(await run(document, variables)).replaceAll(value, '…');
}

/** Every place of a query or mutation that takes an id or a serial number. */
function slotsOf(schema: GraphQLSchema): Slot[] {
  const roots = [
    { operation: 'query' as const, type: schema.getQueryType() },
    { operation: 'mutation' as const, type: schema.getMutationType() },
  ];
  return roots.flatMap(({ operation, type }) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((arg) => placesOf(arg, []).map((path) => ({ operation, field, path }))),
    ),
  );
}

function placesOf(input: GraphQLArgument | GraphQLInputField, above: string[]): string[][] {
  const path = [...above, input.name];
  const type = getNamedType(input.type);
  if (type === GraphQLID || input.name === 'serial') return [path];
  return isInputObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) => placesOf(field, path))
    : [];
}

let keys = 0;

/** A value that passes for what is required; what may be left out is left out. */
function fill(input: GraphQLArgument | GraphQLInputField, above: string[], own: Things): unknown {
  if (input.name === 'first') return 1;
  if (!isNonNullType(input.type)) return undefined;
  const type = getNamedType(input.type);
  if (isInputObjectType(type)) {
    const path = [...above, input.name];
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, fill(field, path, own)]),
    );
  }
  if (input.name === 'idempotencyKey') return `probe ${(keys += 1)}`;
  if (input.name === 'serial') return own.serial;
  if (input.name === 'requestType') return 'repair';
  if (type === GraphQLID) {
    const owned = input.name === 'assigneeId' ? own.Member : own.Ticket;
    return listed(input) ? [owned] : owned;
  }
  if (isEnumType(type)) return type.getValues().at(-1)?.name;
  return type.name === 'Int' ? 1 : type.name === 'Boolean' ? true : 'probe';
}

const listed = ({ type }: GraphQLArgument | GraphQLInputField) =>
  isListType(isNonNullType(type) ? type.ofType : type);

function put(variables: Record<string, unknown>, [name = '', ...rest]: string[], value: string): void {
  if (rest.length > 0) put((variables[name] ??= {}) as Record<string, unknown>, rest, value);
  else variables[name] = Array.isArray(variables[name]) ? [value] : value;
}

/** The fields of a type that need no arguments, two levels deep. */
function selection(schema: GraphQLSchema, output: GraphQLOutputType, depth = 2): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  if (isInterfaceType(type)) {
    const shapes = schema.getPossibleTypes(type).map(({ name }) => `... on ${name} { __typename }`);
    return `{ __typename ${Object.keys(type.getFields()).join(' ')} ${shapes.join(' ')} }`;
  }
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter(({ args }) => args.length === 0);
  const plain = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const nested = depth > 1 ? fields.filter((field) => isObjectType(getNamedType(field.type))) : [];
  return `{ __typename ${plain.join(' ')} ${nested.map((field) => `${field.name} ${selection(schema, field.type, depth - 1)}`).join(' ')} }`;
}
