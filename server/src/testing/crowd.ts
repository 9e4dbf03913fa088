import type { Client } from 'pg';
import { storyStart } from './story-clock';
import type { StoryTenant } from './story-people';

/** What a list may be asked for, of one ticket of a crowd. */
export interface CrowdTicket {
  id: string;
  number: string;
  subject: string;
  state: string;
  state_category: string;
  request_type: string;
  channel: string;
  severity: string | null;
  province: string | null;
  customer_id: string;
  dealer_id: string | null;
  site_id: string | null;
  equipment_id: string | null;
  assignee_id: string | null;
  owner_id: string | null;
  created_at: Date;
  reported_at: Date;
  updated_at: Date;
  /** Null where nothing is due. */
  next_due_at: Date | null;
  missed_at: Date | null;
}

/**
 * Puts many tickets into a house by the database's own means, each different from its neighbours and the
 * same in every run. Several share each moment, so that an order has ties to break.
 * @param admin a superuser's connection
 */
export async function addCrowd(admin: Client, tenant: StoryTenant, count: number): Promise<void> {
  const { dealers, staff } = tenant;
  const parties = Object.values(dealers);
  const people = [staff.engineer, staff.dispatcher, staff.manager];
  // keys and triggers belong to the product's own statements; these rows are made to fit
  await admin.query('SET session_replication_role = replica');
  try {
    await admin.query(
      `INSERT INTO ticket (tenant_id, id, number, version, customer_id, dealer_id, audience, site_id, equipment_id,
         policy_version_id, request_type, state, state_category, subject, description, channel, severity, province,
         reporter_name, reporter_phone, reported_at, created_at, updated_at, next_due_at, missed_at, closed_at,
         assignee_id, owner_id)
       SELECT $1, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(i), 12, '0'))::uuid,
         format('CR-2026-%s', lpad(i::text, 5, '0')), 1, p.customer_id, p.dealer_id, 'public', p.site_id,
         CASE WHEN i % 5 > 0 THEN p.equipment_id END, $2, (ARRAY['repair', 'consultation'])[1 + i % 2],
         s.state, s.category,
         (ARRAY['水泵漏水', '滤芯堵塞', '电机异响', '截割头卡死', '液压缸漏油', 'Pump failure', '控制柜报警'])[1 + i % 7] || ' ' || i,
         '第 ' || i || ' 次报修', (ARRAY['phone', 'email', 'dealer', 'web'])[1 + i % 4],
         CASE WHEN i % 3 > 0 THEN (ARRAY['general', 'major'])[1 + i % 2] END, (ARRAY['32', '31', '44'])[1 + i % 3],
         '值班员', '10000001234', at - make_interval(mins => (i / 3) * 7919 % 9000), at,
         at + make_interval(mins => (i / 3) * 1047 % 5000),
         CASE WHEN s.category = 'closed' OR i % 4 = 0 THEN 'infinity' ELSE $3::timestamptz + make_interval(mins => i * 31 % 3000 - 1500) END,
         CASE WHEN i % 6 = 0 THEN at END, CASE WHEN s.category = 'closed' THEN at END,
         CASE WHEN i % 3 > 0 THEN ($4::uuid[])[1 + i % 3] END, CASE WHEN i % 4 > 0 THEN ($4::uuid[])[1 + i % 2] END
         FROM generate_series(1, $5::int) AS i
         JOIN LATERAL (SELECT $3::timestamptz - make_interval(mins => ($5::int - i) / 3) AS at) AS moment ON true
         JOIN LATERAL (SELECT (ARRAY['reported', 'assigned', 'waiting', 'closed', 'closed'])[1 + i % 5] AS state,
           (ARRAY['open', 'active', 'waiting', 'closed', 'closed'])[1 + i % 5] AS category) AS s ON true
         JOIN jsonb_to_recordset($6::jsonb) AS p (place int, customer_id uuid, dealer_id uuid, site_id uuid, equipment_id uuid)
           ON p.place = i % 4`,
      [
        tenant.tenantId,
        tenant.policyVersionId,
        storyStart,
        people,
        count,
        JSON.stringify(
          parties.map(({ customerId, dealerId, siteId, equipmentId }, place) => ({
            place,
            customer_id: customerId,
            dealer_id: dealerId,
            site_id: siteId,
            equipment_id: equipmentId,
          })),
        ),
      ],
    );
    await admin.query(
      `INSERT INTO ticket_search (tenant_id, id, dealer_id, audience, document)
       SELECT t.tenant_id, t.id, t.dealer_id, t.audience, search_document(t.tenant_id, concat_ws(' ', t.number, e.serial),
              concat_ws(' ', t.subject, t.description, t.reporter_name, c.name))
         FROM ticket t JOIN customer c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
         LEFT JOIN equipment e ON e.tenant_id = t.tenant_id AND e.id = t.equipment_id
        WHERE t.tenant_id = $1 ON CONFLICT DO NOTHING`,
      [tenant.tenantId],
    );
  } finally {
    await admin.query('SET session_replication_role = DEFAULT');
  }
  await admin.query('ANALYZE ticket, ticket_search');
}

/** Every ticket of a house, as the database holds it. */
export async function ticketsOf(admin: Client, { tenantId }: StoryTenant): Promise<CrowdTicket[]> {
  const { rows } = await admin.query<CrowdTicket>(
    `SELECT *, nullif(next_due_at, 'infinity') AS next_due_at FROM ticket WHERE tenant_id = $1`,
    [tenantId],
  );
  return rows;
}
