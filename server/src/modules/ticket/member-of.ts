import type { RequestContext } from '../../platform/context';

/** The member who acts; null for whoever came by a link, who is nobody's member. */
export const memberOf = ({ actor }: RequestContext): string | null =>
  actor.kind === 'link' ? null : actor.memberId;
