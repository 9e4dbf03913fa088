import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { payloadOf, signedIn } from '../../platform/graphql';
import { CalendarVersion } from './calendar.entity';
import { CalendarYearPublishInput, CalendarYearPublishPayload } from './calendar.inputs';
import type { CalendarService } from './calendar.service';
import { CalendarYear } from './calendar.types';

@Resolver()
export class CalendarResolver {
  constructor(private readonly calendars: CalendarService) {}

  @Authorized('calendar:read')
  @Query(() => [CalendarVersion], { name: 'calendars', description: 'The newest version of each calendar.' })
  newest(@Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    return this.calendars.newest(signedIn(context), info);
  }

  @Authorized('calendar:read')
  @Query(() => CalendarYear, { name: 'calendar', nullable: true })
  year(
    @Arg('key', () => String) key: string,
    @Arg('year', () => Int) year: number,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.calendars.year(signedIn(context), { key, year }, info);
  }

  @Authorized('calendar:write')
  @Mutation(() => CalendarYearPublishPayload)
  calendarYearPublish(
    @Arg('input', () => CalendarYearPublishInput) input: CalendarYearPublishInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { calendar: null }, () => this.calendars.publishYear(ctx, input, info));
  }
}
