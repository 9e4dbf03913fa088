import type { MachineDb } from './platform/database';
import { retentionMs } from './platform/live';

const day = 24 * 3_600_000;

/** What is kept no longer than it is of use, and how long that is (milliseconds). */
const kept: ReadonlyArray<{ table: string; column: string; forMs: number }> = [
  // a day longer than cursors are honoured, so that none that is still good finds a gap
  { table: 'change', column: 'at', forMs: retentionMs + day },
  // before the keys: an answer must not outlive the key it was given under
  { table: 'answer', column: 'created_at', forMs: 2 * day },
  { table: 'idempotency', column: 'created_at', forMs: 2 * day },
  { table: 'notification', column: 'created_at', forMs: 90 * day },
  { table: 'ticket_export', column: 'created_at', forMs: 7 * day },
  { table: 'session', column: 'expires_at', forMs: 30 * day },
  { table: 'sign_in_attempt', column: 'window_started_at', forMs: day },
];

/** Deletes what has served its time. Any number of server processes may do it at once. */
export async function sweep(machine: MachineDb, now: Date): Promise<void> {
  for (const { table, column, forMs } of kept) {
    await machine.query(`DELETE FROM ${table} WHERE ${column} < $1`, [new Date(now.getTime() - forMs)]);
  }
}
