/** Time limits of requests, in milliseconds; no transaction may hold the change log's horizon for long. */
const requestLimits = {
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
  transaction_timeout: 20_000,
  lock_timeout: 5_000,
} as const;

/** Migrations may take their time over the data, but not keep everybody waiting for a lock. */
const migrationLimits = { lock_timeout: 5_000 } as const;

/** Connection options of a pool: UTC, the time limits, and the role to act as if it is not the login itself. */
export function connectionOptions(use: { role?: string } | 'migrations' = {}): string {
  const settings = use === 'migrations' ? migrationLimits : { ...requestLimits, ...use };
  return Object.entries({ TimeZone: 'UTC', ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** The user name inside a PostgreSQL URL. */
export const userOf = (url: string) => decodeURIComponent(new URL(url).username);
