/** link: whoever scans a nameplate or was sent a request's address, and what they may do without an account. */
export { FollowedRequestLiveResolver } from './followed-request.live.resolver';
export { FollowedRequestResolver } from './followed-request.resolver';
export { FollowedRequests } from './followed-requests';
export { registerLinkReads } from './link.reads';
export { EquipmentLinkResolver, LinkResolver } from './link.resolver';
export { LinkSecrets } from './link-secrets';
export { Links } from './links';
export { NameplateReports } from './nameplate-reports';
export { NameplateResolver } from './nameplate.resolver';
