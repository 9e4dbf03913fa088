import type { MachineDates } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';
import type { Equipment } from './equipment.entity';

/** All that a request about a machine depends on, read in one statement. */
export interface Machine extends Pick<
  Equipment,
  | ('id' | 'serial' | 'modelId' | 'customerId' | 'dealerId' | 'siteId')
  | ('batch' | 'orderNumber' | 'materialNumber' | 'components')
> {
  /** Code of the model, by which policies name it. */
  model: string;
  needsInstallation: boolean;
  /** Keys of its model's meters. */
  meters: string[];
  /** Of its site; CN without one. */
  country: string;
  /** First two digits of the GB/T 2260 code; null without a site, and abroad. */
  province: string | null;
  /** Key of the customer's group. */
  customerGroup: string | null;
  /** The maker's registered seat, from which "in-province" counts. */
  homeProvince: string | null;
  dates: MachineDates;
}

/**
 * Reads the machine of a serial number or a row id as a `Machine`; no row for an unknown machine and for
 * another dealer's alike.
 * @param value compared with the column; a serial as `normalSerial` makes it
 */
export const machineStatement = (
  { tenantId }: Pick<RequestContext, 'tenantId'>,
  column: 'id' | 'serial',
  value: string,
): Required<Statement> => ({
  text: `SELECT e.id, e.serial, e.model_id AS "modelId", e.customer_id AS "customerId", e.dealer_id AS "dealerId",
           e.site_id AS "siteId", e.batch, e.order_number AS "orderNumber", e.material_number AS "materialNumber",
           e.components, m.code AS model, m.needs_installation AS "needsInstallation",
           ARRAY(SELECT meter->>'key' FROM jsonb_array_elements(m.meters) AS meter) AS meters,
           coalesce(s.country, 'CN') AS country, s.province,
           c.group_key AS "customerGroup", h.home_province AS "homeProvince",
           jsonb_strip_nulls(jsonb_build_object('shipment', e.shipped_on, 'receipt', e.received_on,
             'installation', e.installed_on, 'acceptance', e.accepted_on)) AS dates
      FROM equipment e
      JOIN equipment_model m ON m.tenant_id = e.tenant_id AND m.id = e.model_id
      JOIN customer c ON c.tenant_id = e.tenant_id AND c.id = e.customer_id
      JOIN tenant h ON h.id = e.tenant_id
      LEFT JOIN site s ON s.tenant_id = e.tenant_id AND s.id = e.site_id
     WHERE e.tenant_id = $1 AND e.${column} = $2`,
  values: [tenantId, value],
});

/** The machine of a serial number or a row id, or null as above. */
export async function readMachine(
  ctx: RequestContext,
  column: 'id' | 'serial',
  value: string,
  within: { query(text: string, values: unknown[]): Promise<unknown> } = ctx.db,
): Promise<Machine | null> {
  const { text, values } = machineStatement(ctx, column, value);
  const [found] = (await within.query(text, [...values])) as Machine[];
  return found ?? null;
}
