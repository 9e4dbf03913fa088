import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import type { Principal } from '../context';
import { PublicError } from '../errors';
import { costOf } from './cost';
import { limits } from './limits';
import type { TrustedDocuments } from './trusted-documents';
import { coerceVariables } from './variables';

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
 * @throws PublicError PERSISTED_QUERY_NOT_FOUND, FORBIDDEN, MAX_COST_EXCEEDED, or BAD_USER_INPUT for
 *   variables that do not fit
 */
export function admitOperation({
  schema,
  source,
  document,
  operation,
  variables,
  principal,
  trusted,
}: GateInput): number {
  if (principal?.audience === 'portal' && !trusted.includes(source)) {
    throw new PublicError('PERSISTED_QUERY_NOT_FOUND', {
      zh: '门户的令牌只接受门户自带的文档；如需发送自己的查询，请用 signIn 变更登录。',
      en: 'Tokens of the portal accept only the documents that the portal was built with. Sign in with the signIn mutation to send your own.',
    });
  }
  if (principal?.audience !== 'api' && asksForSchema(document)) {
    throw new PublicError('FORBIDDEN', {
      zh: '只有 signIn 变更取得的令牌可以查询模式。',
      en: 'The schema is open to tokens of the signIn mutation, not to this one.',
    });
  }
  const coerced = coerceVariables(schema, operation, variables ?? {}, principal);
  const cost = costOf({ schema, operation, fragments: fragmentsOf(document), variables: coerced });
  const allowed = limits.cost[principal?.audience ?? 'anonymous'];
  if (cost > allowed) {
    throw new PublicError(
      'MAX_COST_EXCEEDED',
      {
        zh: `该操作最多可能消耗 ${cost} 点，上限为 ${allowed} 点；请减小分页或减少字段。`,
        en: `The operation may cost ${cost} points; ${allowed} are allowed. Ask for smaller pages or fewer fields.`,
      },
      { cost, allowed },
    );
  }
  return cost;
}

export const fragmentsOf = remembered((document): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  ),
);

const asksForSchema = remembered((document) =>
  /"value":"__(schema|type)"/.test(JSON.stringify(document.definitions)),
);

/** What is found out about a document once, however often it is sent. */
function remembered<Known>(findOut: (document: DocumentNode) => Known): (document: DocumentNode) => Known {
  const known = new WeakMap<DocumentNode, Known>();
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const found = findOut(document);
    known.set(document, found);
    return found;
  };
}
