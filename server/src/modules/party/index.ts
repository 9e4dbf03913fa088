/** party: dealers and service points, customers with their sites and people. */
export { customerOf } from './customers';
export { maskedEmail, maskedPhone } from './masked';
export { Dealer, ServicePoint } from './network.entity';
export { DealerResolver, ServicePointResolver } from './network.resolver';
export { MemberPartyResolver, ViewerPartyResolver } from './party-edges.resolver';
export { Contact, Customer, Site } from './party.entity';
export { registerPartyReads } from './party.reads';
export { ContactResolver, CustomerResolver, SiteResolver } from './party.resolver';
export { PartyService } from './party.service';
export { siteOf } from './sites';
