import type { GraphQLField, GraphQLInputType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { argumentOf } from './random-arguments';

/** Where an input can be given: to a field that takes arguments, of the type that it belongs to. */
export interface Place {
  owner: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  /** The inputs that lead to it and itself: `tickets(filter)`, `TicketFilter.search`. */
  path: readonly string[];
}

/** Every argument, and every field of an input object, that can be given to what queries lead to, with its first place. */
export function readableInputs(schema: GraphQLSchema): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const owner of readableTypes(schema)) {
    for (const field of Object.values(owner.getFields())) {
      for (const { name, type } of field.args)
        for (const path of pathsBelow([argumentOf(owner.name, field, name)], type))
          if (!places.has(path.at(-1) as string)) places.set(path.at(-1) as string, { owner, field, path });
    }
  }
  return places;
}

function readableTypes(schema: GraphQLSchema): Set<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  const follow = (type: GraphQLNamedType): void => {
    if (isAbstractType(type)) for (const each of schema.getPossibleTypes(type)) follow(each);
    if (!isObjectType(type) || found.has(type)) return;
    found.add(type);
    for (const field of Object.values(type.getFields())) follow(getNamedType(field.type));
  };
  follow(schema.getQueryType() as GraphQLObjectType);
  return found;
}

function pathsBelow(path: readonly string[], input: GraphQLInputType): Array<readonly string[]> {
  const type = getNamedType(input);
  if (!isInputObjectType(type)) return [path];
  const fields = Object.values(type.getFields()).map((field) => ({
    type: field.type,
    below: [...path, `${type.name}.${field.name}`],
  }));
  // an input that holds itself has the same fields again, one level down
  return [
    path,
    ...fields.flatMap((field) =>
      new Set(field.below).size < field.below.length ? [] : pathsBelow(field.below, field.type),
    ),
  ];
}
