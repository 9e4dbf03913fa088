import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { payloadOf, signedIn } from '../../platform/graphql';
import { forHolder } from './link.errors';
import type { NameplateReports } from './nameplate-reports';
import { Nameplate, RequestReportInput, RequestReportPayload } from './nameplate.types';

@Resolver()
export class NameplateResolver {
  constructor(private readonly reports: NameplateReports) {}

  @Authorized('link:report')
  @Query(() => Nameplate, { nullable: true, description: 'For whoever came by the link on a nameplate.' })
  nameplate(@Ctx() context: GraphQLContext) {
    return this.reports.nameplate(signedIn(context));
  }

  @Authorized('link:report')
  @Mutation(() => RequestReportPayload, {
    description: 'Reports a request about the machine whose nameplate link this is.',
  })
  requestReport(
    @Arg('input', () => RequestReportInput) input: RequestReportInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { request: null, followUrl: null }, () =>
      forHolder(() => this.reports.report(ctx, input)),
    );
  }
}
