import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  coerceInputValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  Kind,
  typeFromAST,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import type { Principal } from '../context';
import { badInput, PublicError } from '../errors';
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

/** As graphql does it, but in words that name the place and never repeat the value: it may be a password. */
function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown>,
  principal: Principal | null,
): Record<string, unknown> {
  const { coerced } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 });
  if (coerced) return coerced;
  for (const definition of variableDefinitions) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type) as GraphQLInputType;
    const refuse = (path: ReadonlyArray<string | number>, reason: string) => {
      const place = [name, ...path].join('.');
      const said = structural.test(reason) ? `: ${reason}` : '.';
      // strangers are told nothing of the schema
      const known = principal ? valuesAt(type, path) : [];
      const choice = (words: string) => (known.length > 0 ? words : '');
      throw badInput(place, {
        zh: `变量 $${name} 在 ${place} 处与类型 ${String(type)} 不符${said === '.' ? '。' : said}${choice(`可选值：${known.join('、')}。`)}`,
        en: `The variable $${name} does not fit its type ${String(type)} at ${place}${said}${choice(` It takes one of ${known.join(', ')}.`)}`,
      });
    };
    if (name in given)
      coerceInputValue(given[name], type, (path, _value, { message }) => refuse(path, message));
    else if (isNonNullType(type) && !definition.defaultValue)
      refuse([], `Field "${name}" of required type "${String(type)}" was not provided.`);
  }
  throw badInput('variables', {
    zh: '变量与操作不符。',
    en: 'The variables do not fit the operation.',
  });
}

/** What an enum at a place of an input takes; empty for anything else. */
function valuesAt(type: GraphQLInputType, path: ReadonlyArray<string | number>): string[] {
  let named = getNamedType(type);
  for (const key of path) {
    const field = isInputObjectType(named) ? named.getFields()[key] : undefined;
    if (field) named = getNamedType(field.type);
  }
  return isEnumType(named) ? named.getValues().map((value) => value.name) : [];
}

/** Reasons of graphql that speak of the schema only. */
const structural =
  /^(Expected non-nullable type|Expected type "\w+" to be an object|Field "\w+" of required type)/;

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
