import type { MachineDates } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Equipment } from './equipment.entity';
import type { KnownDates } from './machine-dates';
import { datesOf } from './machine-dates';

/** All that a request about a machine depends on, read in one statement. */
export interface Machine extends Pick<
  Equipment,
  | ('id' | 'serial' | 'modelId' | 'customerId' | 'dealerId' | 'siteId')
  | ('batch' | 'orderNumber' | 'materialNumber' | 'components')
> {
  /** Code of the model, by which policies name it. */
  model: string;
  needsInstallation: boolean;
  /** Of its site; null without one. */
  country: string | null;
  /** First two digits of the GB/T 2260 code; null without a site, and abroad. */
  province: string | null;
  /** Key of the customer's group. */
  customerGroup: string | null;
  /** The maker's registered seat, from which "in-province" counts. */
  homeProvince: string | null;
  dates: MachineDates;
}

/**
 * The machine of a serial number or a row id, or null: an unknown machine and another dealer's look the same.
 * @param column what `value` is compared with
 */
export async function readMachine(
  ctx: RequestContext,
  column: 'id' | 'serial',
  value: string,
): Promise<Machine | null> {
  const [found] = await ctx.db.query<Omit<Machine, 'dates'> & KnownDates>(
    `SELECT e.id, e.serial, e.model_id AS "modelId", e.customer_id AS "customerId", e.dealer_id AS "dealerId",
            e.site_id AS "siteId", e.batch, e.order_number AS "orderNumber", e.material_number AS "materialNumber",
            e.components, m.code AS model, m.needs_installation AS "needsInstallation", s.country, s.province,
            c.group_key AS "customerGroup", h.home_province AS "homeProvince",
            e.shipped_on::text AS "shippedOn", e.received_on::text AS "receivedOn",
            e.installed_on::text AS "installedOn", e.accepted_on::text AS "acceptedOn"
       FROM equipment e
       JOIN equipment_model m ON m.tenant_id = e.tenant_id AND m.id = e.model_id
       JOIN customer c ON c.tenant_id = e.tenant_id AND c.id = e.customer_id
       JOIN tenant h ON h.id = e.tenant_id
       LEFT JOIN site s ON s.tenant_id = e.tenant_id AND s.id = e.site_id
      WHERE e.tenant_id = $1 AND e.${column} = $2`,
    [ctx.tenantId, value],
  );
  if (!found) return null;
  const { shippedOn, receivedOn, installedOn, acceptedOn, ...machine } = found;
  return { ...machine, dates: datesOf({ shippedOn, receivedOn, installedOn, acceptedOn }) };
}
