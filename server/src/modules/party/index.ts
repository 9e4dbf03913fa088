/** party: dealers, customers and their sites. */
export { Customer, Dealer, Site } from './party.entity';
export { registerPartyReads } from './party.reads';
export { MemberPartyResolver, ViewerPartyResolver } from './party.resolver';
export { PartyService } from './party.service';
