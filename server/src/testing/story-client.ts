import type { Locale } from '@aftercare/contract';
import type { GraphQLFormattedError } from 'graphql';
import type { Client } from 'graphql-ws';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { post } from './post';

/** A whole answer over HTTP. */
export interface Answer<Data> {
  status: number;
  data: Data;
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

type Variables = Record<string, unknown>;

/** Somebody at the real API: GraphQL over HTTP, and subscriptions over a real WebSocket. */
export interface StoryClient {
  readonly token: string | undefined;
  /** Sends a query or a mutation; errors are part of the answer. */
  query<Data = Record<string, unknown>>(document: string, variables?: Variables): Promise<Answer<Data>>;
  /** As `query`, for what must succeed: answers the data, throws on any top-level error. */
  ask<Data = Record<string, unknown>>(document: string, variables?: Variables): Promise<Data>;
  /** Follows a subscription; once this resolves the server has taken it up or refused it. */
  subscribe<Data = Record<string, unknown>>(
    document: string,
    variables?: Variables,
  ): Promise<Subscribed<Data>>;
  close(): Promise<void>;
}

export interface Subscribed<Data> {
  /** The next event. Throws when none comes in time, or when the subscription ends instead. */
  next(withinMs?: number): Promise<{ data: Data; errors?: readonly GraphQLFormattedError[] }>;
  /** Waits, and throws if an event came. */
  silence(forMs?: number): Promise<void>;
  /** How it ended: complete, refused with errors, or with the socket. */
  readonly ended: Promise<{
    errors?: readonly GraphQLFormattedError[];
    close?: { code: number; reason: string };
  }>;
  stop(): void;
}

/** A client with a bearer token, or with none, who reads English unless another language is named. */
export function clientOf(url: string, token: string | undefined, locale: Locale = 'en'): StoryClient {
  let socket: Client | undefined;
  const query = async <Data>(document: string, variables?: Variables): Promise<Answer<Data>> => {
    const headers = {
      accept: 'application/graphql-response+json',
      'accept-language': locale,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const { status, body } = await post(`${url}/graphql`, headers, { query: document, variables });
    return { status, ...(JSON.parse(body) as Omit<Answer<Data>, 'status'>) };
  };
  return {
    token,
    query,
    async ask<Data>(document: string, variables?: Variables): Promise<Data> {
      const { data, errors } = await query<Data>(document, variables);
      if (errors) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
      return data;
    },
    subscribe: (document, variables) => {
      socket ??= createClient({
        url: `${url.replace(/^http/, 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { locale, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        retryAttempts: 0,
      });
      return follow(socket, document, variables);
    },
    close: async () => socket?.dispose(),
  };
}

/** Somebody who has not signed in. */
export const anonymous = (url: string): StoryClient => clientOf(url, undefined);

async function follow<Data>(
  socket: Client,
  document: string,
  variables?: Variables,
): Promise<Subscribed<Data>> {
  type Event = { data: Data; errors?: readonly GraphQLFormattedError[] };
  const waiting: Event[] = [];
  let wake = (): void => undefined;
  let over: Awaited<Subscribed<Data>['ended']> | undefined;
  let stop = (): void => undefined;
  const ended = new Promise<Awaited<Subscribed<Data>['ended']>>((resolve) => {
    const end = (how: Awaited<Subscribed<Data>['ended']>) => {
      over = how;
      resolve(how);
      wake();
    };
    stop = socket.subscribe<Data>(
      { query: document, variables: variables ?? null },
      {
        next: (event) => {
          waiting.push(event as Event);
          wake();
        },
        error: (error) => end(howItEnded(error)),
        complete: () => end({}),
      },
    );
  });
  await Promise.race([answered(socket), ended]);

  const event = async (withinMs: number): Promise<Event | undefined> => {
    if (waiting.length === 0 && !over) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return waiting.shift();
  };
  return {
    async next(withinMs = 5_000) {
      const came = await event(withinMs);
      if (came) return came;
      throw new Error(
        over ? `The subscription ended: ${JSON.stringify(over)}` : `No event came within ${withinMs} ms.`,
      );
    },
    async silence(forMs = 400) {
      const came = await event(forMs);
      if (came) throw new Error(`An event came: ${JSON.stringify(came)}`);
    },
    ended,
    stop: () => stop(),
  };
}

/** The server handles the messages of a socket in order, so its answer to this one comes after what was sent before. */
function answered(socket: Client): Promise<void> {
  return new Promise((resolve) => {
    const done = () => resolve();
    socket.subscribe({ query: '{ __typename }' }, { next: done, error: done, complete: done });
  });
}

function howItEnded(error: unknown): {
  errors?: GraphQLFormattedError[];
  close?: { code: number; reason: string };
} {
  if (Array.isArray(error)) return { errors: error as GraphQLFormattedError[] };
  const { code, reason, message } = error as { code?: unknown; reason?: string; message?: string };
  return { close: { code: typeof code === 'number' ? code : 0, reason: reason || message || '' } };
}
