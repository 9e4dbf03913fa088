import type { GraphQLFormattedError } from 'graphql';
import type { Answer, StoryClient } from '../story-client';
import type { Operation } from './places';

/** A whole answer, of an operation or of the first moment of a subscription. */
export interface Told {
  status?: number;
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLFormattedError[] | undefined;
  extensions?: Record<string, unknown> | undefined;
  /** What is written in the file that it ordered, or shown by the view that it kept. */
  files?: readonly string[];
}

/** Somebody who can ask; a story's client, or a schema that is asked directly. */
export interface Person {
  ask(operation: Operation, document: string, variables: Record<string, unknown>): Promise<Told>;
}

/** How long a subscription may take to replay what a cursor leads to. */
const replayMs = 150;

export const personOf = (client: StoryClient): Person => ({
  async ask(operation, document, variables) {
    if (operation !== 'subscription') return client.query(document, variables) as Promise<Answer<never>>;
    const subscribed = await client.subscribe(document, variables);
    try {
      return (await subscribed.next(replayMs)) as Told;
    } catch {
      const { errors, close } = await Promise.race([subscribed.ended, stillOpen]);
      return close ? { errors: [{ message: `closed ${close.code}` }] } : errors ? { errors } : silence;
    } finally {
      subscribed.stop();
    }
  },
});

const silence: Told = { data: { nothing: 'came yet' } };
const stillOpen = Promise.resolve({ errors: undefined, close: undefined });

export interface UserErrorTold {
  code: string;
  field: string[] | null;
  message: string;
  conflict?: { currentVersion: number } | null;
}

/** The payload's user errors, of a mutation that came so far. */
export function userErrorsOf(told: Told): UserErrorTold[] {
  const [payload] = Object.values(told.data ?? {}) as Array<{ userErrors?: UserErrorTold[] } | null>;
  return payload?.userErrors ?? [];
}

export const codesOf = (told: Told): string[] => [
  ...(told.errors ?? []).map(({ extensions, message }) => String(extensions?.['code'] ?? message)),
  ...userErrorsOf(told).map(({ code }) => code),
];

/** Refused for who asks, whatever was asked. */
export const isClosed = (told: Told) =>
  (told.errors ?? []).some(
    ({ extensions, message }) =>
      ['FORBIDDEN', 'UNAUTHENTICATED'].includes(String(extensions?.['code'])) ||
      message.startsWith('closed 44'),
  );

/** Answered with something: no error of any kind, and not null. */
export const isAnswered = (told: Told) =>
  codesOf(told).length === 0 && told.data !== null && told.data !== undefined && !isEmpty(told.data);

function isEmpty(data: Record<string, unknown>): boolean {
  return Object.values(data).every(
    (value) => value === null || (Array.isArray(value) && value.every((each) => each === null)),
  );
}

const newThings = /\b[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;
const requestIds = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;
const secrets = /[\w.~-]{40,}|(?<=\/s\/)[\w-]{22}/g;

/**
 * The answer as text, without the value that was sent and, for what changes or follows, without what is new
 * each time: ids of what was just made, tokens, addresses of links, cursors of the change log.
 */
export function plainly(told: Told, sent: unknown, operation: Operation): string {
  const text = JSON.stringify(told).replace(requestIds, '…');
  const value = JSON.stringify(sent).slice(1, -1);
  const sentText = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // names of fields are what they are, whatever was sent
  const without = text.replace(new RegExp(`${sentText}(?![^"]*":)`, 'gi'), '…');
  return operation === 'query'
    ? without
    : without.replace(newThings, (id) => `${id.split('_')[0] ?? ''}_…`).replace(secrets, '…');
}
