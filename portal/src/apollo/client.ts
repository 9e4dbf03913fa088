import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import type { DocumentNode } from 'graphql';
import { from, mergeMap, tap, throwError } from 'rxjs';
import { createCache } from './cache';
import { isUnauthenticated } from './errors';
import type { ServerClock } from './server-clock';
import type { Session } from './session';

/** The id under which the server knows a generated document, `sha256:<hash>`. */
export function documentIdOf(document: DocumentNode): string {
  const meta = (document as { __meta__?: { hash?: string } }).__meta__;
  if (!meta?.hash) throw new Error('Only documents written with graphql() and generated can be sent.');
  return meta.hash;
}

/** The server takes the document's id beside the variables, where Apollo can only send extensions. */
function withDocumentId(body: BodyInit | null | undefined): string {
  const { extensions, ...request } = JSON.parse(String(body)) as { extensions: { documentId: string } };
  return JSON.stringify({ ...request, documentId: extensions.documentId });
}

export interface ClientParts {
  session: Session;
  clock: ServerClock;
  /** The language of the interface, asked for at every request. */
  locale: () => string;
}

export function createClient({ session, clock, locale }: ClientParts): ApolloClient {
  const nameDocument = new ApolloLink((operation, forward) => {
    operation.extensions = { documentId: documentIdOf(operation.query) };
    operation.setContext({ http: { includeQuery: false } });
    return forward(operation);
  });

  const learnTime = new ApolloLink((operation, forward) => {
    const askedAt = Date.now();
    return forward(operation).pipe(
      tap(({ data }) => {
        if (typeof data?.['serverTime'] === 'string') clock.learn(data['serverTime'], askedAt);
      }),
    );
  });

  const renewOnce = new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthenticated(error) || operation.getContext()['renewed']) return undefined;
    operation.setContext({ renewed: true });
    return from(session.renew()).pipe(
      mergeMap((renewed) => (renewed ? forward(operation) : throwError(() => error))),
    );
  });

  const authorise = new SetContextLink(async ({ headers }) => {
    const token = await session.token();
    return {
      headers: {
        ...(headers as Record<string, string> | undefined),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        'accept-language': locale(),
        'x-aftercare': 'portal',
      },
    };
  });

  const http = new HttpLink({
    uri: '/graphql',
    fetch: (uri, options) => fetch(uri, { ...options, body: withDocumentId(options?.body) }),
  });

  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([nameDocument, learnTime, renewOnce, authorise, http]),
  });
}
