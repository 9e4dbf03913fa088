import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectActorTable, protectTenantTable } from '../platform/database';
import { tenantColumn } from './columns';

/** The answer of each operation that brought a key; keys and answers are their actor's alone. */
export class KeepAnswers1790000006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE answer (
      ${tenantColumn},
      actor_id uuid NOT NULL,
      operation_hash text NOT NULL,
      body text NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, actor_id, operation_hash))`);
    // no UPDATE: an answer that was given stays as it is
    await protectTenantTable(db, {
      table: 'answer',
      grants: ['SELECT', 'INSERT'],
      machine: ['SELECT', 'DELETE'],
    });
    await protectActorTable(db, 'answer');
    await protectActorTable(db, 'idempotency');
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
