import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs, Payload } from '../../platform/graphql';
import { EquipmentModel, MeterInput } from './model.entity';

@InputType({ description: 'Every condition named must hold.' })
export class EquipmentModelFilter {
  @Field(() => String, { nullable: true, description: 'Words that the code or a name contains.' })
  name?: string | null;
}

@ArgsType()
export class EquipmentModelListArgs extends PageArgs {
  @Field(() => EquipmentModelFilter, { nullable: true })
  filter?: EquipmentModelFilter | null;
}

@InputType()
export class EquipmentModelCreateInput {
  @Field(() => String, { description: 'By which policies name it; it never changes.' })
  code!: string;

  @Field(() => String)
  nameZh!: string;

  @Field(() => String)
  nameEn!: string;

  @Field(() => Boolean, { defaultValue: false })
  needsInstallation!: boolean;

  @Field(() => [MeterInput], { defaultValue: [] })
  meters!: MeterInput[];

  @Field(() => Int, { nullable: true })
  shelfMonths?: number | null;

  @Field(() => String, { description: 'Made once per form; sending it again answers the same one.' })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EquipmentModelUpdateInput {
  @Field(() => ID)
  modelId!: string;

  @Field(() => String, { nullable: true })
  nameZh?: string | null;

  @Field(() => String, { nullable: true })
  nameEn?: string | null;

  @Field(() => Boolean, { nullable: true })
  needsInstallation?: boolean | null;

  @Field(() => [MeterInput], { nullable: true, description: 'All of them; readings of others are kept.' })
  meters?: MeterInput[] | null;

  @Field(() => Int, { nullable: true })
  shelfMonths?: number | null;

  @Field(() => Int, { description: 'The version that this decision was based on.' })
  expectedVersion!: number;
}

@ObjectType()
export class EquipmentModelCreatePayload extends Payload {
  @Field(() => EquipmentModel, { nullable: true })
  model!: EquipmentModel | null;
}

@ObjectType()
export class EquipmentModelUpdatePayload extends Payload {
  @Field(() => EquipmentModel, { nullable: true })
  model!: EquipmentModel | null;
}
