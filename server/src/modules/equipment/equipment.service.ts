import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import { Equipment, EquipmentModel } from './equipment.entity';

/** Whose machine it is and where it stands; the province of its site by GB/T 2260, if it has one. */
export type Machine = Pick<Equipment, 'id' | 'customerId' | 'dealerId' | 'siteId'> & {
  province: string | null;
};

/** The serial as it is stored and searched: without blanks around it, in capitals. */
export const normalSerial = (serial: string): string => serial.trim().toUpperCase();

export class EquipmentService {
  async addModel(
    ctx: RequestContext,
    facts: Pick<EquipmentModel, 'code' | 'nameZh' | 'nameEn'>,
  ): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => manager.insert(EquipmentModel, { tenantId: ctx.tenantId, id, ...facts }));
    return id;
  }

  async addUnit(
    ctx: RequestContext,
    facts: Pick<Equipment, 'serial' | 'modelId' | 'customerId' | 'dealerId' | 'siteId'>,
  ): Promise<string> {
    const id = newId(ctx.now);
    const serial = normalSerial(facts.serial);
    await ctx.db.write((manager) =>
      manager.insert(Equipment, { tenantId: ctx.tenantId, id, ...facts, serial, createdAt: ctx.now }),
    );
    return id;
  }

  /** The machine of a serial number, or null: an unknown machine and another dealer's look the same. */
  async findBySerial(ctx: RequestContext, serial: string): Promise<Machine | null> {
    const [found] = await ctx.db.query<Machine>(
      `SELECT e.id, e.customer_id AS "customerId", e.dealer_id AS "dealerId", e.site_id AS "siteId", s.province
         FROM equipment e LEFT JOIN site s ON s.tenant_id = e.tenant_id AND s.id = e.site_id
        WHERE e.tenant_id = $1 AND e.serial = $2`,
      [ctx.tenantId, normalSerial(serial)],
    );
    return found ?? null;
  }
}
