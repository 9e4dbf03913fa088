import type { EntityManager } from 'typeorm';
import { sha256 } from '../auth';
import type { RequestContext } from '../context';
import type { Statement } from '../database';
import { keyMissing, keyReused, keyTooLong } from './idempotency.errors';

const longestKey = 255;

/** @throws Refusal REQUIRED or INVALID when a request names no key, or one that is too long */
export function requiredKey(given: string): string {
  // PostgreSQL cannot hold the zero character
  const key = given.replaceAll('\0', '').trim();
  if (key === '') throw keyMissing();
  if ([...key].length > longestKey) throw keyTooLong(longestKey);
  return key;
}

/** What tells a request from another one with the same key: what it asks for, and with what. */
export const requestHash = (asked: string, request: object): string =>
  sha256(JSON.stringify([asked, request]));

/**
 * Takes the key for `subjectId`, or answers what an earlier request with it made, also one that arrived
 * at the same moment. Hold the subject of the change log first.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when that request asked for something else
 */
export async function takeKey(
  ctx: RequestContext,
  manager: EntityManager,
  key: string,
  hash: string,
  subjectId: string,
): Promise<string> {
  const { text, values } = takingKey(ctx, key, hash, subjectId);
  const taken = (await manager.query(`${text} ON CONFLICT DO NOTHING RETURNING subject_id`, [
    ...values,
  ])) as unknown[];
  if (taken.length === 0) return (await earlier(ctx, key, hash, manager)) as string;
  ctx.keys.add(key);
  return subjectId;
}

/**
 * What an earlier request of the same actor with this key made, if there was one. Look before anything is
 * refused that may have changed since, so that a request sent again is answered like the first.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when that request asked for something else
 */
export async function earlier(
  ctx: RequestContext,
  key: string,
  hash: string,
  manager?: EntityManager,
): Promise<string | null> {
  const { text, values } = keyUse(ctx, key);
  const rows = manager ? await manager.query(text, [...values]) : await ctx.db.query(text, values);
  const before = earlierOf(rows as unknown[], hash);
  if (before !== null) ctx.keys.add(key);
  return before;
}

/** The read of `earlier`, for a use case that reads everything at once; `earlierOf` tells what it found. */
export const keyUse = (ctx: RequestContext, key: string): Required<Statement> => ({
  text: 'SELECT request_hash, subject_id FROM idempotency WHERE tenant_id = $1 AND actor_id = $2 AND key = $3',
  values: [ctx.tenantId, ctx.actor.memberId, key],
});

/** @throws Refusal IDEMPOTENCY_KEY_REUSED when the key was used for something else */
export function earlierOf(rows: readonly unknown[], hash: string): string | null {
  const [row] = rows as Array<{ request_hash: string; subject_id: string }>;
  if (row && row.request_hash !== hash) throw keyReused();
  return row?.subject_id ?? null;
}

/** Parameters of a statement (`$1`, …) that hold what a key is taken with. */
export type KeyParameters = Record<'tenant' | 'actor' | 'key' | 'hash' | 'subject' | 'at', string>;

/** Takes a key as part of a statement that makes everything at once; fails if the key is taken. */
export const keyTaken = ({ tenant, actor, key, hash, subject, at }: KeyParameters): string =>
  `INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
   VALUES (${tenant}, ${actor}, ${key}, ${hash}, ${subject}, ${at})`;

const taking = keyTaken({ tenant: '$1', actor: '$2', key: '$3', hash: '$4', subject: '$5', at: '$6' });

/** Takes a key as a statement of its own, for a use case that writes everything at once; fails if the key is taken. */
export const takingKey = (
  ctx: RequestContext,
  key: string,
  hash: string,
  subjectId: string,
): Required<Statement> => ({
  text: taking,
  values: [ctx.tenantId, ctx.actor.memberId, key, hash, subjectId, ctx.now],
});

/**
 * Waits for a use case that reads and takes its key by `keyUse` and `takingKey` (or `keyTaken`), so that its
 * answer is kept under that key.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when the same key came for something else at the same moment, and was first
 */
export async function underKey<Result>(
  ctx: RequestContext,
  key: string,
  work: Promise<Result>,
): Promise<Result> {
  try {
    const result = await work;
    ctx.keys.add(key);
    return result;
  } catch (error) {
    throw (error as { constraint?: string }).constraint === 'idempotency_pkey' ? keyReused() : error;
  }
}
