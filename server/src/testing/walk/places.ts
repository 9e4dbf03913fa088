import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  GraphQLInputType,
  GraphQLNamedInputType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';

export type Operation = 'query' | 'mutation' | 'subscription';
export type Input = GraphQLArgument | GraphQLInputField;

/** A root field, or a field below that takes arguments: what can be asked with values of one's choice. */
export interface Target {
  /** `ticketAssign`, `Ticket.comments`. */
  name: string;
  operation: Operation;
  parent: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
}

/** One place of a target that takes an id, a cursor, a name of a thing, or any other text. */
export interface Place {
  /** `ticketAssign(input.ticketId)`. */
  name: string;
  target: Target;
  path: readonly string[];
  kind: 'id' | 'cursor' | 'name' | 'text';
  /** Whether it takes several values. */
  listed: boolean;
}

/** Every root field and every field with arguments of the schema. */
export function targetsOf(schema: GraphQLSchema): Target[] {
  const roots = new Map<GraphQLObjectType, Operation>();
  for (const [type, operation] of [
    [schema.getQueryType(), 'query'],
    [schema.getMutationType(), 'mutation'],
    [schema.getSubscriptionType(), 'subscription'],
  ] as const) {
    if (type) roots.set(type, operation);
  }
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((parent) => {
      const operation = roots.get(parent);
      return Object.values(parent.getFields())
        .filter(({ args }) => operation !== undefined || args.length > 0)
        .map((field) => ({
          name: operation ? field.name : `${parent.name}.${field.name}`,
          operation: operation ?? ('query' as const),
          parent,
          field,
        }));
    });
}

/** Every place of a target, however deep in its inputs. */
export function placesOf(target: Target): Place[] {
  return target.field.args
    .flatMap((arg) => leavesBelow(arg, []))
    .flatMap(({ input, path, listed }) => {
      const kind = kindOf(input);
      return kind ? [{ name: `${target.name}(${path.join('.')})`, target, path, kind, listed }] : [];
    });
}

/** Whether a path that a refusal names is one of the input; lines of a list are named by their index or key. */
export function isOfInput({ field }: Target, path: readonly string[]): boolean {
  let type: GraphQLInputType | undefined = field.args.find(({ name }) => name === 'input')?.type;
  for (const part of path) {
    const at: GraphQLInputType | undefined = type && getNullableType(type);
    if (isListType(at)) {
      const line = getNamedType(at) as GraphQLNamedInputType;
      const keyed = isInputObjectType(line) && 'key' in line.getFields();
      type = keyed || /^\d+$/.test(part) ? line : undefined;
    } else type = isInputObjectType(at) ? at.getFields()[part]?.type : undefined;
  }
  return type !== undefined;
}

/** Every text of a target, however deep in its inputs. */
export const textsOf = ({ field }: Target): string[][] =>
  field.args
    .flatMap((arg) => leavesBelow(arg, []))
    .filter(({ input: { type } }) => getNamedType(type) === GraphQLString)
    .map(({ path }) => path);

interface Leaf {
  input: Input;
  path: string[];
  listed: boolean;
}

function leavesBelow(input: Input, above: readonly string[], within: readonly string[] = []): Leaf[] {
  const path = [...above, input.name];
  const type = getNamedType(input.type);
  if (!isInputObjectType(type)) return [{ input, path, listed: isListed(input.type) }];
  // an input that holds itself has the same places again, one level down
  if (within.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) => leavesBelow(field, path, [...within, type.name]));
}

const cursorNames = /^(after|before|cursor)$|Cursor$/;
const thingNames = /(^|[a-z])(link|token|serial|url|secret|number|slug|tenant|email|key)s?$/i;

/** What a place is by its type and name; undefined for values that name nothing: numbers, dates, enums. */
function kindOf({ name, type }: Input): Place['kind'] | undefined {
  const named = getNamedType(type);
  if (named === GraphQLID) return 'id';
  if (named !== GraphQLString) return undefined;
  if (cursorNames.test(name)) return 'cursor';
  return thingNames.test(name) ? 'name' : 'text';
}

export const isListed = (type: GraphQLInputType) => isListType(getNullableType(type));
