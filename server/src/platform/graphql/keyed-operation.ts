import type { DocumentNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { collectFields } from 'graphql/execution/collectFields';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values';
import type { Locale } from '@aftercare/contract';
import { sha256 } from '../auth';
import { fragmentsOf } from './operation-gate';

export interface Operation {
  schema: GraphQLSchema;
  /** Text of the document. */
  source: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | undefined;
  locale: Locale;
}

/**
 * What tells an operation from every other one, if it is a mutation with an idempotency key anywhere in its
 * arguments; null for any other. Variables count as the schema reads them: a default left out and one
 * written down are the same, and so is any order of fields.
 * @returns a hash of document, operation name, variables and language
 */
export function keyedOperation({
  schema,
  source,
  document,
  operation,
  variables,
  locale,
}: Operation): string | null {
  const mutation = schema.getMutationType();
  if (operation.operation !== 'mutation' || !mutation) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (!coerced || !bringsKey({ schema, document, operation }, mutation, coerced)) return null;
  return sha256(JSON.stringify([source, operation.name?.value ?? null, coerced, locale], inOrder));
}

function bringsKey(
  { schema, document, operation }: Pick<Operation, 'schema' | 'document' | 'operation'>,
  mutation: GraphQLObjectType,
  variables: Record<string, unknown>,
): boolean {
  try {
    const roots = collectFields(schema, fragmentsOf(document), variables, mutation, operation.selectionSet);
    return [...roots.values()].flat().some((node) => {
      const field = mutation.getFields()[node.name.value];
      return field !== undefined && holdsKey(getArgumentValues(field, node, variables));
    });
  } catch {
    // arguments that do not fit are refused by execution in its own words, and such an answer is never kept
    return false;
  }
}

function holdsKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, within]) => (name === 'idempotencyKey' && typeof within === 'string') || holdsKey(within),
  );
}

/** Writes the fields of an object in one order, whatever order they came in. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
