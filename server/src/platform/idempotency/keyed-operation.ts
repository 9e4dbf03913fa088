import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import { collectFields } from 'graphql/execution/collectFields';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values';
import type { Locale } from '@aftercare/contract';
import { sha256 } from '../auth';

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
  // whatever does not fit its type is refused by execution, and nothing happens
  if (!coerced) return null;
  const roots = collectFields(schema, fragmentsOf(document), coerced, mutation, operation.selectionSet);
  const keyed = [...roots.values()].flat().some((node) => {
    const field = mutation.getFields()[node.name.value];
    return field !== undefined && holdsKey(argumentsOf(() => getArgumentValues(field, node, coerced)));
  });
  if (!keyed) return null;
  return sha256(JSON.stringify([source, operation.name?.value ?? null, coerced, locale], inOrder));
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/** Arguments that do not fit are execution's to refuse, as above. */
function argumentsOf(read: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return read();
  } catch {
    return {};
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
