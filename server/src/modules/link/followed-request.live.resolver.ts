import { Arg, Authorized, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { Change } from '../../platform/changes';
import type { GraphQLContext, RequestContext } from '../../platform/context';
import { sideOf, signedIn } from '../../platform/graphql';
import type { Following, LiveChanges } from '../../platform/live';
import { FollowedRequestChange } from './followed-request.types';
import type { FollowedRequests } from './followed-requests';
import { requestOf } from './followed-requests';

@Resolver()
export class FollowedRequestLiveResolver {
  constructor(
    private readonly live: LiveChanges,
    private readonly requests: FollowedRequests,
    private readonly renew: (ctx: RequestContext) => RequestContext,
  ) {}

  @Authorized('link:follow')
  @Subscription(() => FollowedRequestChange, {
    description: 'Changes of the request: those after the cursor first, then each as it happens.',
    topics: 'ticket',
    topicId: ({ args, context }: { args: { after?: string }; context: GraphQLContext }): Following => {
      const ctx = signedIn(context);
      return { ctx, after: args.after, subjectId: requestOf(ctx) };
    },
  })
  async followedRequestChanges(
    @Root() change: Change,
    @Ctx() context: GraphQLContext,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): Promise<FollowedRequestChange> {
    const ctx = this.renew(signedIn(context));
    context.request = ctx;
    return {
      cursor: this.live.cursorOf(sideOf(ctx.db.scope), change, change.at),
      at: change.at,
      request: await this.requests.read(ctx),
    };
  }
}
