import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { PageArgs, payloadOf, signedIn } from '../../platform/graphql';
import type { SavedViews } from './saved-view.service';
import {
  SavedViewConnection,
  SavedViewCreateInput,
  SavedViewCreatePayload,
  SavedViewDeleteInput,
  SavedViewDeletePayload,
  SavedViewUpdateInput,
  SavedViewUpdatePayload,
} from './saved-view.types';

@Resolver()
export class SavedViewResolver {
  constructor(private readonly views: SavedViews) {}

  @Authorized('ticket:read')
  @Query(() => SavedViewConnection, { description: 'Your own, and those shared with you, by name.' })
  savedViews(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.list(signedIn(context), args, info);
  }

  @Authorized('view:write')
  @Mutation(() => SavedViewCreatePayload)
  savedViewCreate(
    @Arg('input', () => SavedViewCreateInput) input: SavedViewCreateInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { view: null }, () => this.views.create(ctx, input, info));
  }

  @Authorized('view:write')
  @Mutation(() => SavedViewUpdatePayload)
  savedViewUpdate(
    @Arg('input', () => SavedViewUpdateInput) input: SavedViewUpdateInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { view: null }, () => this.views.update(ctx, input, info));
  }

  @Authorized('view:write')
  @Mutation(() => SavedViewDeletePayload)
  savedViewDelete(
    @Arg('input', () => SavedViewDeleteInput) input: SavedViewDeleteInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { viewId: null }, () => this.views.delete(ctx, input));
  }
}
