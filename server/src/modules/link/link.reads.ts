import type { Reads } from '../../platform/graphql';
import { lazy } from '../../platform/graphql';
import type { Links } from './links';

export function registerLinkReads(reads: Reads, links: Links): void {
  reads
    .plain('Nameplate', 'NameplateModel', 'NameplateMaker')
    .plain('FollowedRequest', 'FollowedClock', 'FollowedComment', 'FollowedEvent', 'FollowedRequestChange')
    .extend('Equipment', {
      nameplateUrl: lazy([], async (ctx, { id }) =>
        ctx.actor.permissions.has('equipment:write') ? links.nameplateOf(ctx, id) : null,
      ),
    });
}
