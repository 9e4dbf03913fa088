import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import type { GraphQLContext, RequestContext } from '../context';
import { linkPrefix } from '../auth';
import { linkNotValid, PublicError, unauthenticated, unnamedOperation } from '../errors';
import { answerOnce } from '../idempotency';
import type { ReportInternal } from './format-error';
import { formatError, graphqlErrorOf, translated } from './format-error';
import { keyedOperation } from './keyed-operation';
import { limits } from './limits';
import { admitOperation } from './operation-gate';
import { structureGate } from './structure-gate';
import type { TrustedDocuments } from './trusted-documents';

/** The context of an HTTP operation before it is admitted: the token is only looked at once the document passed. */
export interface PendingContext extends GraphQLContext {
  bearer: string | undefined;
}

export interface ApolloParts {
  schema: GraphQLSchema;
  trusted: TrustedDocuments;
  /** The context of a token's owner; null for a token that is not, or no longer, good. */
  contextFor: (token: string, visitor: GraphQLContext['visitor']) => Promise<RequestContext | null>;
  report: ReportInternal;
}

export function createApollo(parts: ApolloParts): ApolloServer<PendingContext> {
  return new ApolloServer<PendingContext>({
    schema: parts.schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [structureGate],
    validationOptions: { maxErrors: limits.validationErrors },
    // in the reader's own words below
    formatError: (formatted, error) => formatError(formatted, error, parts.report, 'en'),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // it would wrap every field to say at the end what the route says anyway: no-store
      ApolloServerPluginCacheControlDisabled(),
      admission(parts),
      legacyStatusCodes,
    ],
    // our own log; Apollo's start-up hints are not for the people who run this
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (message) => parts.report(message, ''),
    },
  });
}

/** Authenticates and admits each operation after it was parsed and validated, before anything runs. */
function admission({ schema, trusted, contextFor, report }: ApolloParts): ApolloServerPlugin<PendingContext> {
  return {
    async requestDidStart() {
      let cost: number | undefined;
      let keyed: string | null = null;
      return {
        async didResolveOperation({ contextValue, document, operation, source, request }) {
          try {
            const { bearer, visitor } = contextValue;
            const context = bearer === undefined ? undefined : await contextFor(bearer, visitor);
            if (context === null) throw bearer?.startsWith(linkPrefix) ? linkNotValid() : unauthenticated();
            if (!operation) throw unnamedOperation();
            contextValue.request = context;
            cost = admitOperation({
              schema,
              source,
              document,
              operation,
              variables: request.variables,
              principal: context?.actor ?? null,
              trusted,
            });
            const { variables } = request;
            const { locale } = visitor;
            keyed = keyedOperation({ schema, source, document, operation, variables, locale });
          } catch (error) {
            throw refusalOf(error);
          }
        },
        async willSendResponse({ response, contextValue, errors }) {
          const { body } = response;
          if (body.kind !== 'single') return;
          const { locale } = contextValue.visitor;
          const said = body.singleResult.errors?.map((each, index) =>
            translated(each, errors?.[index], locale),
          );
          if (said) body.singleResult.errors = said;
          const extensions = { ...body.singleResult.extensions, cost: { requested: cost ?? 0 } };
          body.singleResult.extensions = extensions;
          const { request } = contextValue;
          if (keyed !== null && request) await sendOnce(request, keyed, response, report);
        },
      };
    },
  };
}

/** Sends the answer that the operation was given before, if it was; an answer with errors is none. */
async function sendOnce(
  ctx: RequestContext,
  keyed: string,
  { http, body }: GraphQLResponse,
  report: ReportInternal,
): Promise<void> {
  if (body.kind !== 'single' || body.singleResult.errors) return;
  const { data, extensions = {} } = body.singleResult;
  try {
    const { answer, replayed } = await answerOnce(ctx, keyed, { data, extensions });
    body.singleResult = answer;
    if (replayed) http.headers.set('idempotent-replayed', 'true');
  } catch (error) {
    body.singleResult = {
      errors: [formatError({ message: '' }, error, report, ctx.locale)],
      data: null,
      extensions,
    };
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof PublicError) return graphqlErrorOf(error);
  if (error instanceof GraphQLError) {
    return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
  }
  return error;
}

const refusedBeforeExecution = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/** Clients that accept only `application/json` are owed 200 once a request holds a document (GraphQL over HTTP, §6.4.1). */
const legacyStatusCodes: ApolloServerPlugin<PendingContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const accept = (request.http?.headers ?? new HeaderMap()).get('accept') ?? '';
        const modern = accept.includes('application/graphql-response+json');
        if (modern || typeof request.query !== 'string' || response.http.status !== 400) return;
        const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
        if (errors?.every(({ extensions }) => refusedBeforeExecution.has(String(extensions?.['code'])))) {
          response.http.status = 200;
        }
      },
    };
  },
};
