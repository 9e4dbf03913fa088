/** identity: who may sign in, as whom, and for how long. */
export { registerIdentityReads } from './identity.reads';
export { IdentityResolver } from './identity.resolver';
export { servePortalSession } from './identity.routes';
export { IdentityService, type House, type NewMember } from './identity.service';
export { Member } from './member.entity';
export { Sessions } from './sessions';
export { SignIn } from './sign-in';
export { ActorKinds, Viewer } from './viewer.entity';
