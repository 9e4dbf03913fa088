import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { decodeId, payloadOf, signedIn } from '../../platform/graphql';
import { Equipment, EquipmentConnection } from './equipment.entity';
import {
  EquipmentListArgs,
  EquipmentRegisterInput,
  EquipmentRegisterPayload,
  EquipmentUpdateInput,
  EquipmentUpdatePayload,
  EquipmentDatesSetInput,
  EquipmentDatesSetPayload,
  EquipmentConfigureInput,
  EquipmentConfigurePayload,
  EquipmentReadingAddInput,
  EquipmentReadingAddPayload,
  EquipmentLimitAddInput,
  EquipmentLimitAddPayload,
  EquipmentLimitDecideInput,
  EquipmentLimitDecidePayload,
} from './equipment.inputs';
import type { EquipmentService } from './equipment.service';

@Resolver()
export class EquipmentResolver {
  constructor(
    private readonly machines: EquipmentService,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('equipment:read')
  @Query(() => Equipment, { nullable: true })
  equipment(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const row = decodeId('Equipment', id);
    return row && this.reader.row(signedIn(context), 'Equipment', row, info);
  }

  @Authorized('equipment:read')
  @Query(() => Equipment, {
    nullable: true,
    description: 'The machine with this serial number, in any case of letters.',
  })
  async equipmentBySerial(
    @Arg('serial', () => String) serial: string,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    const machine = await this.machines.machineBySerial(ctx, serial);
    return machine && this.reader.row(ctx, 'Equipment', machine.id, info);
  }

  @Authorized('equipment:read')
  @Query(() => EquipmentConnection, { name: 'equipmentList', description: 'By serial number.' })
  list(
    @Args(() => EquipmentListArgs) args: EquipmentListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.machines.list(signedIn(context), args, info);
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentRegisterPayload, {
    description: 'Registers a machine and stamps on it the warranty terms in force.',
  })
  equipmentRegister(
    @Arg('input', () => EquipmentRegisterInput) input: EquipmentRegisterInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { equipment: null }, () => this.machines.register(ctx, input));
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentUpdatePayload, {
    description: 'Changes where a machine stands, whose it is, and the numbers it was sold by.',
  })
  equipmentUpdate(
    @Arg('input', () => EquipmentUpdateInput) input: EquipmentUpdateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { equipment: null }, () => this.machines.update(ctx, input));
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentDatesSetPayload, {
    description: "Enters dates of a machine's life; warranty terms that waited for one begin.",
  })
  equipmentDatesSet(
    @Arg('input', () => EquipmentDatesSetInput) input: EquipmentDatesSetInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { equipment: null }, () => this.machines.setDates(ctx, input));
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentConfigurePayload, { description: 'Replaces the configuration sheet.' })
  equipmentConfigure(
    @Arg('input', () => EquipmentConfigureInput) input: EquipmentConfigureInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { equipment: null }, () => this.machines.configure(ctx, input));
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentReadingAddPayload, { description: 'Writes down what a meter showed.' })
  equipmentReadingAdd(
    @Arg('input', () => EquipmentReadingAddInput) input: EquipmentReadingAddInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { reading: null, equipment: null }, () =>
      this.machines.addReading(ctx, input),
    );
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentLimitAddPayload, {
    description: 'Notes that something of a machine expires on a day.',
  })
  equipmentLimitAdd(
    @Arg('input', () => EquipmentLimitAddInput) input: EquipmentLimitAddInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { limit: null, equipment: null }, () => this.machines.addLimit(ctx, input));
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentLimitDecidePayload, {
    description: 'Writes down what was settled about something that expires.',
  })
  equipmentLimitDecide(
    @Arg('input', () => EquipmentLimitDecideInput) input: EquipmentLimitDecideInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { limit: null, equipment: null }, () =>
      this.machines.decideLimit(ctx, input),
    );
  }
}
