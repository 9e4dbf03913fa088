import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs, Payload } from '../../platform/graphql';
import { Part } from './part.entity';

@InputType({ description: 'Every condition named must hold.' })
export class PartFilter {
  @Field(() => String, { nullable: true, description: 'Words that the number or a name contains.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of a model that it fits.' })
  model?: string | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;
}

@ArgsType()
export class PartListArgs extends PageArgs {
  @Field(() => PartFilter, { nullable: true })
  filter?: PartFilter | null;
}

@InputType()
export class PartCreateInput {
  @Field(() => String)
  number!: string;

  @Field(() => String)
  nameZh!: string;

  @Field(() => String)
  nameEn!: string;

  @Field(() => String, { description: 'What it is counted in, such as 件.' })
  unit!: string;

  @Field(() => Int, { nullable: true })
  listPriceFen?: number | null;

  @Field(() => Int, { nullable: true })
  costFeeFen?: number | null;

  @Field(() => [String], { defaultValue: [], description: 'Codes of models; empty: all.' })
  models!: string[];

  @Field(() => Boolean, { defaultValue: false })
  ownWear!: boolean;

  @Field(() => String, { description: 'Made once per form; sending it again answers the same one.' })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class PartUpdateInput {
  @Field(() => ID)
  partId!: string;

  @Field(() => String, { nullable: true })
  nameZh?: string | null;

  @Field(() => String, { nullable: true })
  nameEn?: string | null;

  @Field(() => String, { nullable: true })
  unit?: string | null;

  @Field(() => Int, { nullable: true })
  listPriceFen?: number | null;

  @Field(() => Int, { nullable: true })
  costFeeFen?: number | null;

  @Field(() => [String], { nullable: true, description: 'Codes of models; empty: all.' })
  models?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  ownWear?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;

  @Field(() => Int, { description: 'The version that this decision was based on.' })
  expectedVersion!: number;
}

@ObjectType()
export class PartCreatePayload extends Payload {
  @Field(() => Part, { nullable: true })
  part!: Part | null;
}

@ObjectType()
export class PartUpdatePayload extends Payload {
  @Field(() => Part, { nullable: true })
  part!: Part | null;
}
