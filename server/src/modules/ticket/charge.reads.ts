import type { Reads } from '../../platform/graphql';
import { lazy } from '../../platform/graphql';
import type { ChargeService } from './charge.service';

export function registerChargeReads(reads: Reads, charges: ChargeService): void {
  reads.plain('TicketCharges', 'ChargeDecisionLine', 'ChargeReason', 'WarrantyCheck').extend('Ticket', {
    charges: lazy(['policy_version_id'], (ctx, row) =>
      charges.latest(ctx, row.id, row['policy_version_id'] as string),
    ),
  });
}
