import type { ASTNode, FieldNode, GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getNamedType, isObjectType, Kind, visit } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields';
import type { Look } from '../reader';

/**
 * What is selected below some fields, by the name of the field: aliases of one field stand together, since
 * a row is read once for all of them.
 */
export function selectedBelow(
  { schema, fragments, variableValues }: GraphQLResolveInfo,
  type: string,
  nodes: readonly FieldNode[],
): Map<string, FieldNode[]> {
  const byName = new Map<string, FieldNode[]>();
  const parent = schema.getType(type);
  if (!isObjectType(parent)) return byName;
  for (const group of collectSubfields(schema, fragments, variableValues, parent, nodes).values()) {
    for (const node of group) {
      const known = byName.get(node.name.value);
      if (known) known.push(node);
      else byName.set(node.name.value, [node]);
    }
  }
  return byName;
}

/** The fields that a look is about, and the name of their type. */
export function targetOf(look: Look): { type: string; nodes: readonly FieldNode[] } {
  const { into, fieldNodes, schema } = look;
  const type = getNamedType(look.returnType);
  if (into === undefined || !isObjectType(type)) return { type: type.name, nodes: fieldNodes };
  return {
    type: fieldType(schema, type.name, into),
    nodes: selectedBelow(look, type.name, fieldNodes).get(into) ?? [],
  };
}

/** The name of a field's type, without its list and its exclamation marks. */
export function fieldType(schema: GraphQLSchema, type: string, field: string): string {
  const parent = schema.getType(type);
  const definition = isObjectType(parent) ? parent.getFields()[field] : undefined;
  return definition ? getNamedType(definition.type).name : '';
}

/** The fields whose selections are those of a connection's rows. */
export function pageNodes(
  look: GraphQLResolveInfo,
  connection: string,
  nodes: readonly FieldNode[],
): FieldNode[] {
  const below = selectedBelow(look, connection, nodes);
  const edge = fieldType(look.schema, connection, 'edges');
  const belowEdges = selectedBelow(look, edge, below.get('edges') ?? []);
  return [...(below.get('nodes') ?? []), ...(belowEdges.get('node') ?? [])];
}

const switchesOf = new WeakMap<OperationDefinitionNode, readonly string[]>();

/**
 * What tells the selections apart that one operation can make at one place: the values of the variables
 * that stand in directives and in arguments below its root fields.
 */
export function variantOf({ operation, fragments, variableValues, path, parentType }: Look): string {
  let names = switchesOf.get(operation);
  if (!names) {
    names = variablesBelowRoot(operation, Object.values(fragments));
    switchesOf.set(operation, names);
  }
  let place = parentType.name;
  for (let at: typeof path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') place += ` ${at.key}`;
  }
  return names.length === 0 ? place : `${place} ${JSON.stringify(names.map((name) => variableValues[name]))}`;
}

function variablesBelowRoot(
  { selectionSet }: OperationDefinitionNode,
  fragments: readonly ASTNode[],
): readonly string[] {
  const names = new Set<string>();
  const collect = (node: ASTNode | undefined) =>
    node && visit(node, { Variable: ({ name }) => void names.add(name.value) });
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) collect(selection);
    else for (const node of [...(selection.directives ?? []), selection.selectionSet]) collect(node);
  }
  fragments.forEach(collect);
  return [...names];
}
