import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Change } from '../../platform/changes';
import type { GraphQLContext, RequestContext } from '../../platform/context';
import { badInput } from '../../platform/errors';
import { PageArgs, pageLimit, Payload, payloadOf, sideOf, signedIn } from '../../platform/graphql';
import type { Following, LiveChanges } from '../../platform/live';
import { NotificationConnection } from './notification.entity';
import type { NotificationService } from './notification.service';

@ArgsType()
class NotificationListArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false })
  unreadOnly!: boolean;
}

@InputType()
export class NotificationReadInput {
  @Field(() => [ID], { nullable: true, description: 'At most 100; left out: all.' })
  ids?: string[] | null;
}

@ObjectType()
export class NotificationReadPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many are unread now, 100 at the most.' })
  unread!: number | null;
}

@ObjectType({ description: 'You were told something.' })
export class NotificationChange {
  @Field(() => String, { description: 'Follow from here after a lost connection.' })
  cursor!: string;

  @Field(() => Date)
  at!: Date;
}

@Resolver()
export class NotificationResolver {
  constructor(private readonly notifications: NotificationService) {}

  @Authorized('notification:read')
  @Query(() => NotificationConnection, {
    name: 'notifications',
    description: 'What you were told, newest first.',
  })
  list(
    @Args(() => NotificationListArgs) args: NotificationListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.notifications.list(signedIn(context), args.unreadOnly, args, info);
  }

  @Authorized('notification:read')
  @Query(() => Int, { description: 'How many are unread, 100 at the most.' })
  unreadNotifications(@Ctx() context: GraphQLContext) {
    return this.notifications.unread(signedIn(context));
  }

  @Authorized('notification:read')
  @Mutation(() => NotificationReadPayload, { description: 'Marks as read what you were told.' })
  notificationRead(
    @Arg('input', () => NotificationReadInput) { ids = null }: NotificationReadInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    if (ids && ids.length > pageLimit)
      throw badInput('ids', {
        zh: `一次最多 ${pageLimit} 个编号，收到 ${ids.length} 个。`,
        en: `${ids.length} ids are too many; send at most ${pageLimit}.`,
      });
    return payloadOf(ctx.locale, { unread: null }, async () => {
      await this.notifications.read(ctx, ids);
      return { unread: await this.notifications.unread(ctx) };
    });
  }
}

@Resolver()
export class NotificationLiveResolver {
  constructor(
    private readonly live: LiveChanges,
    private readonly renew: (ctx: RequestContext) => RequestContext,
  ) {}

  @Authorized('notification:read')
  @Subscription(() => NotificationChange, {
    description: 'Each time that you are told something: what came after the cursor first, then live.',
    topics: 'notification',
    topicId: ({ args, context }: { args: { after?: string }; context: GraphQLContext }): Following => {
      const ctx = signedIn(context);
      return { ctx, after: args.after, subjectId: ctx.actor.memberId };
    },
  })
  notificationChanges(
    @Root() change: Change,
    @Ctx() context: GraphQLContext,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): NotificationChange {
    const ctx = this.renew(signedIn(context));
    context.request = ctx;
    return { cursor: this.live.cursorOf(sideOf(ctx.db.scope), change, change.at), at: change.at };
  }
}
