import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PublicError } from '../errors';
import type { PendingContext, TrustedDocuments } from '../graphql';
import { localeOf } from './locale';

/** Operations over HTTP at `/graphql`; the portal names a document by `documentId` instead of sending it. */
export function serveGraphql(
  http: FastifyInstance,
  apollo: ApolloServer<PendingContext>,
  trusted: TrustedDocuments,
): void {
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preValidation: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      refuseOtherAnswers(request);
      resolveDocumentId(request, trusted);
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => ({
        request: undefined,
        bearer: bearerOf(request),
        visitor: { locale: localeOf(request.headers['accept-language']) },
      }),
    }),
  });
}

const ourAnswers = /(^|[\s,])(\*|application)\/(\*|json|graphql-response\+json)($|[\s,;])/i;

/** Apollo looks at what answer is wanted only once the operation, perhaps a change, has run. */
function refuseOtherAnswers({ headers: { accept } }: FastifyRequest): void {
  if (accept === undefined || accept === '' || ourAnswers.test(accept)) return;
  throw Object.assign(
    new Error('Answers are JSON: accept application/graphql-response+json or application/json.'),
    {
      statusCode: 406,
    },
  );
}

function resolveDocumentId(request: FastifyRequest, trusted: TrustedDocuments): void {
  const body = request.body as { documentId?: unknown; query?: unknown } | null | undefined;
  if (typeof body !== 'object' || body === null || typeof body.documentId !== 'string') return;
  const text = trusted.find(body.documentId);
  if (text === undefined) {
    throw new PublicError('PERSISTED_QUERY_NOT_FOUND', {
      zh: '门户已更新，请重新加载页面。',
      en: 'The portal was built anew; load the page again.',
    });
  }
  body.query = text;
  delete body.documentId;
}

function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  return authorization === undefined ? undefined : authorization.replace(/^Bearer\s+/i, '');
}
