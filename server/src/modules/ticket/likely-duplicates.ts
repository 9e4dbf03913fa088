import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';

/** An open ticket that may be about the same. */
export interface LikelyDuplicate {
  id: string;
}

const atMost = 5;

/**
 * Open tickets of the same machine and type of request, newest first, among those that the asker may see: dealer and
 * user often report the same fault.
 */
export const readDuplicates = (
  ctx: RequestContext,
  { serial, requestType }: { serial: string; requestType: string },
): Statement => ({
  text: `SELECT t.id FROM ticket t
          WHERE t.tenant_id = $1 AND t.state_category <> 'closed' AND t.request_type = $3
            AND t.equipment_id = (SELECT e.id FROM equipment e WHERE e.tenant_id = $1 AND e.serial = $2)
         UNION ALL
         SELECT t.id FROM ticket t
          WHERE t.tenant_id = $1 AND t.state_category <> 'closed' AND t.request_type = $3 AND t.claimed_serial = $2
         ORDER BY id DESC LIMIT ${atMost}`,
  values: [ctx.tenantId, serial, requestType],
});
