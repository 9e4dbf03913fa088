import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readings of one moment follow each other as they were written down, such as the old meter's last and the new one's first. */
export class ReadingsInOrder1790000003500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE meter_reading ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY`);
    await db.query(`DROP INDEX meter_reading_order`);
    await db.query(
      `CREATE INDEX meter_reading_order ON meter_reading (tenant_id, equipment_id, meter, read_at, seq)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
