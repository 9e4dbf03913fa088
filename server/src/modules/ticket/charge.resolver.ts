import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  Info,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { lookInto, payloadOf, signedIn } from '../../platform/graphql';
import {
  AdjustmentInput,
  ChargeLineInput,
  ChargeMeterInput,
  VoidClaimInput,
  WarrantyCheck,
} from './charge.types';
import type { ChargeService } from './charge.service';
import { TicketChangeInput, TicketPayload } from './ticket-work.inputs';

@InputType()
export class TicketChargesDecideInput extends TicketChangeInput {
  @Field(() => [ChargeLineInput])
  lines!: ChargeLineInput[];

  @Field(() => [ChargeMeterInput], { nullable: true })
  meters?: ChargeMeterInput[] | null;

  @Field(() => [VoidClaimInput], { nullable: true })
  voids?: VoidClaimInput[] | null;

  @Field(() => [AdjustmentInput], {
    nullable: true,
    description: 'Lines decided otherwise than the warranty does.',
  })
  overrides?: AdjustmentInput[] | null;

  @Field(() => [AdjustmentInput], { nullable: true, description: 'What is waived out of goodwill.' })
  goodwill?: AdjustmentInput[] | null;
}

@ObjectType()
export class TicketChargesDecidePayload extends TicketPayload {}

@Resolver()
export class ChargeResolver {
  constructor(
    private readonly charges: ChargeService,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('ticket:handle')
  @Mutation(() => TicketChargesDecidePayload, { description: 'Decides and freezes who pays for what.' })
  ticketChargesDecide(
    @Arg('input', () => TicketChargesDecideInput) input: TicketChargesDecideInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { ticket: null }, async () => {
      const id = await this.charges.decide(ctx, input);
      ctx.loaders.clear();
      return { ticket: await this.reader.row(ctx, 'Ticket', id, lookInto(info, 'ticket')) };
    });
  }

  @Authorized('equipment:read')
  @Query(() => WarrantyCheck, {
    nullable: true,
    description:
      'What would be free or charged for a machine now, without filing; null for a machine that is not yours.',
  })
  warrantyCheck(
    @Arg('serial', () => String) serial: string,
    @Arg('requestType', () => String) requestType: string,
    @Arg('lines', () => [ChargeLineInput]) lines: ChargeLineInput[],
    @Ctx() context: GraphQLContext,
  ) {
    return this.charges.check(signedIn(context), { serial, requestType, lines });
  }
}
