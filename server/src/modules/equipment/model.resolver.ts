import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { decodeId, payloadOf, signedIn } from '../../platform/graphql';
import { EquipmentModel, EquipmentModelConnection } from './model.entity';
import {
  EquipmentModelCreateInput,
  EquipmentModelCreatePayload,
  EquipmentModelListArgs,
  EquipmentModelUpdateInput,
  EquipmentModelUpdatePayload,
} from './model.inputs';
import type { Models } from './models';

@Resolver()
export class EquipmentModelResolver {
  constructor(
    private readonly models: Models,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('equipment:read')
  @Query(() => EquipmentModel, { nullable: true })
  equipmentModel(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const row = decodeId('EquipmentModel', id);
    return row && this.reader.row(signedIn(context), 'EquipmentModel', row, info);
  }

  @Authorized('equipment:read')
  @Query(() => EquipmentModelConnection, { name: 'equipmentModels', description: 'By code.' })
  list(
    @Args(() => EquipmentModelListArgs) args: EquipmentModelListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.models.list(signedIn(context), args, info);
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentModelCreatePayload)
  equipmentModelCreate(
    @Arg('input', () => EquipmentModelCreateInput) input: EquipmentModelCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { model: null }, async () => ({
      model: await this.models.create(ctx, input),
    }));
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentModelUpdatePayload)
  equipmentModelUpdate(
    @Arg('input', () => EquipmentModelUpdateInput) input: EquipmentModelUpdateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { model: null }, async () => ({
      model: await this.models.update(ctx, input),
    }));
  }
}
