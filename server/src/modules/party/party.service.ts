import type { RowReading } from '../../platform/aggregates';
import { Contacts } from './contacts';
import { Customers } from './customers';
import { Dealers } from './dealers';
import { ServicePoints } from './service-points';
import { Sites } from './sites';

/** Everybody whom the maker deals with. */
export class PartyService {
  readonly dealers: Dealers;
  readonly servicePoints: ServicePoints;
  readonly customers: Customers;
  readonly sites: Sites;
  readonly contacts: Contacts;

  constructor(reading: RowReading) {
    this.dealers = new Dealers(reading);
    this.servicePoints = new ServicePoints(reading);
    this.customers = new Customers(reading);
    this.sites = new Sites(reading);
    this.contacts = new Contacts(reading);
  }

  // furnishing a house by row ids, without an input
  readonly addDealer: Dealers['add'] = (ctx, facts) => this.dealers.add(ctx, facts);
  readonly addCustomer: Customers['add'] = (ctx, facts) => this.customers.add(ctx, facts);
  readonly addSite: Sites['add'] = (ctx, facts) => this.sites.add(ctx, facts);
}
