import type { Pool } from 'pg';
import { translateErrors } from './loss';
import type { StatementMeter } from './tenant-db';

/**
 * The door of the product's own work across tenants: resolving logins and sessions, reading the change
 * log. Its role reaches exactly the tables that name it in a policy.
 */
export class MachineDb {
  constructor(
    private readonly pool: Pool,
    private readonly meter: StatementMeter,
  ) {}

  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.meter.statements += 1;
    return translateErrors(async () => (await this.pool.query(text, [...values])).rows as Row[]);
  }
}
