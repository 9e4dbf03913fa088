import type { Reads } from '../../platform/graphql';
import { column, toOne } from '../../platform/graphql';

export function registerPartyReads(reads: Reads): void {
  reads
    .rows('Dealer', 'dealer', { name: column() })
    .rows('Customer', 'customer', { name: column() })
    .rows('Site', 'site', { name: column(), province: column() })
    .extend('Member', { dealer: toOne('Dealer', 'dealer_id') });
}
