import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { PageArgs, payloadOf, signedIn } from '../../platform/graphql';
import { ToldDate } from '../ticket';
import {
  FollowedCommentConnection,
  FollowedEventConnection,
  FollowedRequest,
  FollowedRequestCommentInput,
  FollowedRequestCommentPayload,
  FollowedRequestWithdrawInput,
  FollowedRequestWithdrawPayload,
} from './followed-request.types';
import type { FollowedRequests } from './followed-requests';
import { forHolder } from './link.errors';

@Resolver(() => FollowedRequest)
export class FollowedRequestResolver {
  constructor(private readonly requests: FollowedRequests) {}

  @Authorized('link:follow')
  @Query(() => FollowedRequest, {
    nullable: true,
    description: 'The one request that the link leads to.',
  })
  followedRequest(@Ctx() context: GraphQLContext) {
    return this.requests.read(signedIn(context));
  }

  @FieldResolver(() => FollowedCommentConnection, { description: 'What was said in public, oldest first.' })
  comments(@Root() request: FollowedRequest, @Args(() => PageArgs) args: PageArgs) {
    return this.requests.comments(request, args);
  }

  @FieldResolver(() => FollowedEventConnection, { description: 'What happened, oldest first.' })
  timeline(@Root() request: FollowedRequest, @Args(() => PageArgs) args: PageArgs) {
    return this.requests.timeline(request, args);
  }

  @FieldResolver(() => [ToldDate], {
    description: 'Of each record that tells a date, the one told last, such as the next maintenance.',
  })
  toldDates(@Root() request: FollowedRequest) {
    return this.requests.toldDates(request);
  }

  @Authorized('link:follow')
  @Mutation(() => FollowedRequestCommentPayload)
  followedRequestComment(
    @Arg('input', () => FollowedRequestCommentInput) input: FollowedRequestCommentInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { request: null }, () => forHolder(() => this.requests.comment(ctx, input)));
  }

  @Authorized('link:follow')
  @Mutation(() => FollowedRequestWithdrawPayload, { description: 'Takes the request back.' })
  followedRequestWithdraw(
    @Arg('input', () => FollowedRequestWithdrawInput) input: FollowedRequestWithdrawInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { request: null }, () =>
      forHolder(() => this.requests.withdraw(ctx, input)),
    );
  }
}
