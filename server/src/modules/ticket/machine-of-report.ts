import type { RequestContext } from '../../platform/context';
import type { Inside, Statement } from '../../platform/database';
import { Refusals } from '../../platform/errors';
import { newId } from '../../platform/graphql';
import { registeredOtherwise, unknownCustomer, unknownMachine } from './ticket.errors';
import { requiredText } from './ticket.texts';

/** Whose machine a request is about and where it stands; `id` is null for one that nobody has registered yet. */
export interface ReportedMachine {
  id: string | null;
  customerId: string;
  dealerId: string | null;
  siteId: string | null;
  country: string;
  province: string | null;
  /** Key of the customer's group. */
  customerGroup: string | null;
  /** The maker's registered seat. */
  homeProvince: string | null;
}

/** What a request says of its machine. */
export interface Report {
  serial: string;
  /** What is attached; a photograph of the nameplate among it lets a machine pass that is not registered. */
  files: ReadonlyArray<{ field: readonly string[] }>;
  customerId: string | null;
  customerName: string | null;
  province: string | null;
}

/** The register says whose a machine is and where it stands, and the report only what the register does not know. */
function asReported(found: ReportedMachine, { customerId, customerName, province }: Report): ReportedMachine {
  const placed = found.province !== null || found.country !== 'CN';
  const faults = [
    ...(customerId !== null && customerId !== found.customerId ? [registeredOtherwise('customerId')] : []),
    ...(customerName !== null ? [registeredOtherwise('customerName')] : []),
    ...(province !== null && placed && province !== found.province ? [registeredOtherwise('province')] : []),
  ];
  if (faults.length > 0) throw new Refusals(faults);
  return placed ? found : { ...found, province };
}

/**
 * The machine that was found; or, for one that is not registered, what the request itself says, with the photograph
 * of its nameplate by which the desk verifies it.
 * @throws Refusals of what contradicts the register; Refusal NOT_FOUND naming `serial`, the same for an unknown machine and for somebody else's
 */
export async function machineOfReport(
  ctx: RequestContext,
  report: Report,
  [found]: readonly ReportedMachine[],
  query: Inside['query'],
): Promise<{ machine: ReportedMachine; writes: Statement[] }> {
  if (found) return { machine: asReported(found, report), writes: [] };
  if (!report.files.some(({ field }) => field.includes('nameplatePhotoId'))) throw unknownMachine();
  const { province } = report;
  const place = { id: null, siteId: null, country: 'CN', province, customerGroup: null, homeProvince: null };
  if (report.customerId !== null) {
    const [customer] = (await query(
      'SELECT id, dealer_id AS "dealerId" FROM customer WHERE tenant_id = $1 AND id = $2',
      [ctx.tenantId, report.customerId],
    )) as Array<{ id: string; dealerId: string | null }>;
    if (!customer) throw unknownCustomer();
    return { machine: { ...place, customerId: customer.id, dealerId: customer.dealerId }, writes: [] };
  }
  const name = requiredText(report.customerName ?? '', 'customerName');
  const customerId = newId(ctx.now);
  const dealerId = ctx.actor.dealerId;
  const customer: Statement = {
    text: 'INSERT INTO customer (tenant_id, id, name, dealer_id, created_at) VALUES ($1, $2, $3, $4, $5)',
    values: [ctx.tenantId, customerId, name, dealerId, ctx.now],
  };
  const logged: Statement = {
    text: `INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id, at)
           VALUES ($1, 'customer', 'created', $2, 1, $3, $2, 'public', $4, $5)`,
    values: [ctx.tenantId, customerId, dealerId, ctx.actor.memberId, ctx.now],
  };
  return { machine: { ...place, customerId, dealerId }, writes: [customer, logged] };
}
