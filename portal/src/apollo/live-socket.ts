import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { GraphQLFormattedError } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { documentIdOf } from './client';
import type { Session } from './session';

/** `idle`: nothing is followed. `stopped`: the server will not talk to this page again; only a reload helps. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'stopped';

export interface LiveSocketParts {
  url: string;
  session: Session;
  locale: () => string;
}

export interface Follower<Data> {
  next: (data: Data) => void;
  /** The server cannot replay from where we were: load the data anew. */
  resync: () => void;
}

const keepAlive = 10_000;
/** A socket that answers no ping within this many ms is dead, whatever the network says. */
const pongWithin = 5_000;
const longestWait = 20_000;

/** Close codes after which trying again cannot help. */
const badRequest = 4400;
const unauthorised = 4401;
const tokenExpired = 4403;

/** One WebSocket for all that the page follows; it comes back by itself and resumes where it was. */
export class LiveSocket {
  #state: ConnectionState = 'idle';
  #stopped = false;
  readonly #listeners = new Set<() => void>();
  readonly #client: Client;

  constructor(private readonly parts: LiveSocketParts) {
    let awaitedPong: ReturnType<typeof setTimeout> | undefined;
    this.#client = createClient({
      url: parts.url,
      keepAlive,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (retries) => this.#pause(retries),
      connectionParams: async () => {
        const token = await parts.session.token();
        return { ...(token ? { authorization: `Bearer ${token}` } : {}), locale: parts.locale() };
      },
      on: {
        connecting: (isRetry) => this.#change(isRetry ? 'reconnecting' : 'connecting'),
        connected: () => this.#change('live'),
        closed: (event) => this.#closed((event as CloseEvent).code),
        ping: (received) => {
          if (!received) awaitedPong = setTimeout(() => this.#client.terminate(), pongWithin);
        },
        pong: (received) => {
          if (received) clearTimeout(awaitedPong);
        },
      },
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Follows a subscription until the returned function is called.
   * @param variables asked again at every reconnection, so that it resumes from the last cursor
   */
  follow<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: () => Variables,
    follower: Follower<Data>,
  ): () => void {
    let stop = (): void => undefined;
    let stopped = false;
    let failures = 0;
    const begin = (): void => {
      stop = this.#client.subscribe<Data>(
        {
          query: '',
          extensions: { documentId: documentIdOf(document) },
          // The client serialises the payload again at each reconnection.
          get variables() {
            return variables();
          },
        },
        {
          next: ({ data, errors }) => {
            if (needsResync(errors)) follower.resync();
            else if (data) {
              failures = 0;
              follower.next(data);
            }
          },
          error: (reason) => {
            if (stopped) return;
            if (needsResync(reason)) follower.resync();
            else if (needsReload(reason)) this.#stop();
            else if (!isFinal(reason)) void this.#pause(failures++).then(() => stopped || begin());
          },
          complete: () => undefined,
        },
      );
    };
    begin();
    return () => {
      stopped = true;
      stop();
    };
  }

  /** What was asked cannot be asked again by this page; the words of `stopped` ask to reload it. */
  #stop(): void {
    this.#stopped = true;
    this.#change('stopped');
  }

  #closed(code: number): void {
    if (code === tokenExpired) this.parts.session.expire();
    if (code === unauthorised) this.parts.session.end();
    if (code === badRequest) this.#stop();
    else this.#change(code === 1000 ? 'idle' : 'reconnecting');
  }

  /** Waits longer after each failure, at random so that many readers do not return at once; `online` cuts it short. */
  #pause(retries: number): Promise<void> {
    const wait = Math.min(longestWait, 500 * 2 ** retries) * (0.5 + Math.random() / 2);
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        window.removeEventListener('online', done);
        resolve();
      };
      const timer = setTimeout(done, wait);
      window.addEventListener('online', done);
    });
  }

  #change(state: ConnectionState): void {
    // Nothing but a reload ends `stopped`, whatever becomes of the socket.
    const next = this.#stopped ? 'stopped' : state;
    if (this.#state === next) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

function needsResync(errors: unknown): boolean {
  return hasCode(errors, ['RESYNC_REQUIRED']);
}

/** Refusals that asking again cannot mend: the page is older than the server, or asks what it may not. */
const reloadCodes: readonly unknown[] = ['PERSISTED_QUERY_NOT_FOUND', 'BAD_USER_INPUT'];

function needsReload(errors: unknown): boolean {
  return hasCode(errors, reloadCodes);
}

function hasCode(errors: unknown, codes: readonly unknown[]): boolean {
  return (
    Array.isArray(errors) &&
    (errors as GraphQLFormattedError[]).some(({ extensions }) => codes.includes(extensions?.['code']))
  );
}

function isFinal(reason: unknown): boolean {
  const code = (reason as Partial<CloseEvent>).code;
  return code === badRequest || code === unauthorised;
}
