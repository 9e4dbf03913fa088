import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import type { Principal } from '../context';
import { PublicError } from '../errors';
import { costOf } from './cost';
import { limits } from './limits';
import type { TrustedDocuments } from './trusted-documents';

export interface GateInput {
  schema: GraphQLSchema;
  source: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | undefined;
  principal: Principal | null;
  trusted: TrustedDocuments;
}

/**
 * The last gate before anything runs, the same for HTTP and WebSocket: which documents the token may
 * send, who may introspect, and what the operation may cost with its variables.
 * @returns the cost in points
 * @throws PublicError PERSISTED_QUERY_NOT_FOUND, FORBIDDEN or MAX_COST_EXCEEDED; GraphQLError for
 *   variables that do not fit
 */
export function admitOperation({ schema, source, document, operation, variables, principal, trusted }: GateInput): number {
  if (principal?.audience === 'portal' && !trusted.includes(source)) {
    throw new PublicError(
      'PERSISTED_QUERY_NOT_FOUND',
      'Tokens of the portal accept only the documents that the portal was built with. Sign in with the signIn mutation to send your own.',
    );
  }
  if (principal?.audience !== 'api' && asksForSchema(document)) {
    throw new PublicError('FORBIDDEN', 'The schema is open to tokens of the signIn mutation, not to this one.');
  }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 5 });
  if (coerced.errors) {
    throw new GraphQLError(coerced.errors[0]?.message ?? 'The variables do not fit.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  const cost = costOf({ schema, operation, fragments: fragmentsOf(document), variables: coerced.coerced });
  const allowed = limits.cost[principal?.audience ?? 'anonymous'];
  if (cost > allowed) {
    throw new PublicError('MAX_COST_EXCEEDED', `The operation may cost ${cost} points; ${allowed} are allowed. Ask for smaller pages or fewer fields.`, { cost, allowed });
  }
  return cost;
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

const asksForSchema = (document: DocumentNode) => /"value":"__(schema|type)"/.test(JSON.stringify(document.definitions));
