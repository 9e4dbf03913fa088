import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values';
import { assumedListSize } from './limits';
import { pageLimit } from './keyset';

/** Highest cost that is worth telling apart; multiplication stops here. */
const ceiling = 1_000_000;

export interface CostInput {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** Coerced variables. */
  variables: Record<string, unknown>;
}

/**
 * What an operation may cost at the most, in points: one for each object it can return, before anything
 * runs. A page counts `first` or `last` times, whether written out or passed as a variable, never less
 * than nothing and never more than a page may hold.
 */
export function costOf({ schema, operation, fragments, variables }: CostInput): number {
  const memo = new Map<string, number>();

  const ofSelection = (set: SelectionSetNode, parent: GraphQLNamedType): number => {
    let total = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) total += ofField(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        total += ofSelection(
          selection.selectionSet,
          conditionOf(selection.typeCondition?.name.value, parent),
        );
      else total += ofFragment(selection.name.value, parent);
      if (total >= ceiling) return ceiling;
    }
    return total;
  };

  const ofFragment = (name: string, parent: GraphQLNamedType): number => {
    const known = memo.get(name);
    const fragment = fragments[name];
    if (known !== undefined || !fragment) return known ?? 0;
    const cost = ofSelection(fragment.selectionSet, conditionOf(fragment.typeCondition.name.value, parent));
    memo.set(name, cost);
    return cost;
  };

  const conditionOf = (name: string | undefined, parent: GraphQLNamedType): GraphQLNamedType =>
    (name && schema.getType(name)) || parent;

  const ofField = (node: FieldNode, parent: GraphQLNamedType): number => {
    const field = fieldOf(node, parent);
    const type = field && getNamedType(field.type);
    if (!field || !type || !node.selectionSet || !isCompositeType(type)) return 0;
    const each = 1 + ofSelection(node.selectionSet, type);
    return Math.min(ceiling, each * timesOf(field, node, parent));
  };

  const timesOf = (
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    parent: GraphQLNamedType,
  ): number => {
    if (isConnection(getNamedType(field.type))) {
      const args = argumentsOf(field, node);
      return Math.max(1, clampPage(args['first'] ?? args['last']));
    }
    // edges and nodes of a connection are counted by its page
    if (isConnection(parent) || !isListType(getNullableType(field.type))) return 1;
    const ids = argumentsOf(field, node)['ids'];
    return Array.isArray(ids) ? Math.max(1, ids.length) : assumedListSize;
  };

  const argumentsOf = (field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> => {
    try {
      return getArgumentValues(field, node, variables);
    } catch {
      // execution will refuse these arguments in its own words
      return {};
    }
  };

  const root = schema.getRootType(operation.operation);
  return root ? ofSelection(operation.selectionSet, root) : 0;
}

const isConnection = (type: GraphQLNamedType) => type.name.endsWith('Connection');

function clampPage(size: unknown): number {
  return typeof size === 'number' ? Math.min(pageLimit, size) : pageLimit;
}

function fieldOf(node: FieldNode, parent: GraphQLNamedType): GraphQLField<unknown, unknown> | undefined {
  if (node.name.value === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (node.name.value === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
}
