import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import { getOperationAST, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { CloseCode } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import { useServer } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Locale } from '@aftercare/contract';
import type { Authenticator } from '../auth';
import type { GraphQLContext, Principal, RequestContext } from '../context';
import { PublicError, tooManyOperations, unauthenticated, unnamedOperation } from '../errors';
import { answerOnce } from '../idempotency';
import type { ReportInternal } from './format-error';
import { formatError } from './format-error';
import { keyedOperation } from './keyed-operation';
import { limits } from './limits';
import { admitOperation } from './operation-gate';
import { structureGate } from './structure-gate';
import type { TrustedDocuments } from './trusted-documents';

export interface SocketParts {
  schema: GraphQLSchema;
  trusted: TrustedDocuments;
  authenticator: Authenticator;
  contextOf: (principal: Principal, locale: Locale) => RequestContext;
  localeOf: (accepted: unknown) => Locale;
  /** Whether a page of this origin may open a socket. */
  allowsOrigin: (request: IncomingMessage) => boolean;
  now: () => Date;
  report: ReportInternal;
}

type SocketExtra = Extra & {
  principal?: Principal;
  locale?: Locale;
  timer?: NodeJS.Timeout;
} & Record<PropertyKey, unknown>;

/** What is known of an admitted operation until its answer is sent. */
interface AdmittedArgs extends ExecutionArgs {
  cost: number;
  /** For a mutation with an idempotency key. */
  once: { ctx: RequestContext; keyed: string } | undefined;
}

const pingMs = 12_000;
const initMs = 3_000;

/** graphql-transport-ws on `/graphql`, behind the same gate as HTTP. Answers how to close it. */
export function serveSockets(server: Server, parts: SocketParts): { close: () => Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.socketMessageBytes,
    perMessageDeflate: false,
  });
  const bySession = new Map<string, Set<WebSocket>>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // once it asks to upgrade, Node listens to a socket's errors no more, and nobody listening ends the process
    socket.on('error', () => socket.destroy());
    const [path] = (request.url ?? '').split('?');
    if (path !== '/graphql' || !parts.allowsOrigin(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy());
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  };
  server.on('upgrade', upgrade);

  const stopListening = parts.authenticator.onRevocation((sessionId) => {
    for (const socket of bySession.get(sessionId) ?? []) socket.close(CloseCode.Forbidden, 'Signed out');
  });

  const served = useServer<Record<string, unknown>, SocketExtra>(
    {
      connectionInitWaitTimeout: initMs,
      async onConnect({ connectionParams, extra }) {
        const token = /^Bearer (.+)$/i.exec(String(connectionParams?.['authorization'] ?? ''))?.[1];
        const principal = token ? await parts.authenticator.authenticate(token) : null;
        // 4403 rather than 4401: the client fetches a fresh token and tries again
        if (!principal || extra.socket.readyState !== extra.socket.OPEN) return false;
        if ((bySession.get(principal.sessionId)?.size ?? 0) >= limits.socketsPerSession) {
          extra.socket.close(CloseCode.TooManyInitialisationRequests, 'Too many sockets of one session');
          return false;
        }
        extra.principal = principal;
        extra.locale = parts.localeOf(connectionParams?.['locale']);
        const left = principal.expiresAt.getTime() - parts.now().getTime();
        extra.timer = setTimeout(() => extra.socket.close(CloseCode.Forbidden, 'Token expired'), left);
        register(bySession, principal.sessionId, extra.socket);
        // signed out while the socket was opening: too early for the listener above, so look once more
        return (await parts.authenticator.authenticate(token ?? '')) !== null;
      },
      onClose({ extra }) {
        clearTimeout(extra.timer);
        if (extra.principal) bySession.get(extra.principal.sessionId)?.delete(extra.socket);
      },
      onSubscribe: (context, _id, payload) => admit(parts, context, payload),
      onNext: (context, _id, _payload, args, result) =>
        result.errors
          ? withFormattedErrors(result, parts.report, localeFor(context))
          : answered(args as AdmittedArgs, result, parts.report),
      onError: (context, _id, _payload, errors) =>
        errors.map((error) => formatError(toFormatted(error), error, parts.report, localeFor(context))),
    },
    sockets,
    pingMs,
  );

  return {
    async close() {
      stopListening();
      server.off('upgrade', upgrade);
      await served.dispose();
    },
  };
}

function register(bySession: Map<string, Set<WebSocket>>, sessionId: string, socket: WebSocket): void {
  const open = bySession.get(sessionId) ?? new Set();
  bySession.set(sessionId, open.add(socket));
  socket.once('close', () => {
    open.delete(socket);
    if (open.size === 0 && bySession.get(sessionId) === open) bySession.delete(sessionId);
  });
}

/** Parses, validates and admits one operation; the errors are the subscriber's, the socket stays. */
function admit(
  parts: SocketParts,
  { extra, subscriptions }: Context<Record<string, unknown>, SocketExtra>,
  payload: SubscribePayload,
): AdmittedArgs | readonly GraphQLError[] {
  const { schema, trusted } = parts;
  const { principal } = extra;
  const locale = localeFor({ extra });
  try {
    if (!principal || principal.expiresAt <= parts.now()) throw unauthenticated();
    if (Object.keys(subscriptions).length > limits.operationsPerSocket) throw tooManyOperations();
    const source = documentText(payload, trusted);
    const document = parse(source, { maxTokens: limits.tokens });
    const invalid = validate(schema, document, [structureGate, ...specifiedRules], {
      maxErrors: limits.validationErrors,
    });
    if (invalid.length > 0) return invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, payload.operationName);
    if (!operation) throw unnamedOperation();
    const variables = payload.variables ?? undefined;
    const cost = admitOperation({ schema, source, document, operation, variables, principal, trusted });
    const request = parts.contextOf(principal, locale);
    const contextValue: GraphQLContext = { visitor: { locale }, request };
    const keyed = keyedOperation({ schema, source, document, operation, variables, locale });
    return {
      schema,
      document,
      operationName: payload.operationName,
      variableValues: variables,
      contextValue,
      cost,
      once: keyed === null ? undefined : { ctx: request, keyed },
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, codeOf(error) ?? 'GRAPHQL_PARSE_FAILED')];
    return [new GraphQLError('', { originalError: error as Error })];
  }
}

const localeFor = ({ extra }: { extra: SocketExtra }): Locale => extra.locale ?? 'zh-CN';

function documentText(payload: SubscribePayload, trusted: TrustedDocuments): string {
  const id = payload.extensions?.['documentId'];
  if (typeof id !== 'string') return payload.query;
  const text = trusted.find(id);
  if (text === undefined)
    throw new PublicError('PERSISTED_QUERY_NOT_FOUND', {
      zh: '门户已更新，请重新加载页面。',
      en: 'The portal was built anew; load the page again.',
    });
  return text;
}

const codeOf = (error: GraphQLError) => error.extensions['code'] as string | undefined;

const coded = (error: GraphQLError, code: string) =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    originalError: error.originalError,
    extensions: { code },
  });

function toFormatted(error: unknown) {
  return error instanceof GraphQLError ? error.toJSON() : { message: '' };
}

function withFormattedErrors(
  result: ExecutionResult,
  report: ReportInternal,
  locale: Locale,
): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, extensions } = formatError(error.toJSON(), error, report, locale);
    return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions });
  });
  return { ...result, errors };
}

/** With its cost, as over HTTP; for an operation with a key, the answer that it was given before, if it was. */
async function answered(
  { cost, once }: AdmittedArgs,
  { data, extensions: given }: ExecutionResult,
  report: ReportInternal,
): Promise<ExecutionResult> {
  const extensions = { ...given, cost: { requested: cost } };
  if (!once) return { data, extensions };
  try {
    return (await answerOnce(once.ctx, once.keyed, { data, extensions })).answer;
  } catch (error) {
    return withFormattedErrors(
      { errors: [new GraphQLError('', { originalError: error as Error })], data: null, extensions },
      report,
      once.ctx.locale,
    );
  }
}
