import type { Reads } from '../../platform/graphql';
import { column, expression, toOne } from '../../platform/graphql';
import { maskedEmail, maskedPhone } from './masked';

const forStaff = (name: string) =>
  `CASE WHEN (SELECT current_setting('app.actor_kind', true)) IN ('staff', 'system') THEN t.${name} END`;

export function registerPartyReads(reads: Reads): void {
  reads
    .rows('Dealer', 'dealer', {
      name: column(),
      province: column(),
      phone: column(),
      version: column(),
    })
    .rows('ServicePoint', 'service_point', {
      name: column(),
      province: column(),
      address: column(),
      phone: column(),
      version: column(),
    })
    .rows('Customer', 'customer', {
      name: column(),
      note: expression(forStaff('note')),
      groupKey: column(),
      dealer: toOne('Dealer', 'dealer_id'),
      version: column(),
    })
    .rows('Site', 'site', {
      customer: toOne('Customer', 'customer_id'),
      name: column(),
      address: column(),
      country: column(),
      province: column(),
      version: column(),
    })
    .rows('Contact', 'contact', {
      customer: toOne('Customer', 'customer_id'),
      site: toOne('Site', 'site_id'),
      name: column(),
      phone: expression(maskedPhone('phone')),
      email: expression(maskedEmail('email')),
      position: column(),
      version: column(),
    })
    .extend('Member', { dealer: toOne('Dealer', 'dealer_id') });
}
