import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs, Payload } from '../../platform/graphql';
import { Dealer, ServicePoint } from './network.entity';

const once = 'Made once per form; sending it again answers the same one.';
const based = 'The version that this decision was based on.';

@InputType({ description: 'Every condition named must hold.' })
export class DealerFilter {
  @Field(() => String, { nullable: true, description: 'Words that the name contains.' })
  name?: string | null;
}

@ArgsType()
export class DealerListArgs extends PageArgs {
  @Field(() => DealerFilter, { nullable: true })
  filter?: DealerFilter | null;
}

@InputType()
export class DealerCreateInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  province?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class DealerUpdateInput {
  @Field(() => ID)
  dealerId!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  province?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@ObjectType()
export class DealerCreatePayload extends Payload {
  @Field(() => Dealer, { nullable: true })
  dealer!: Dealer | null;
}

@ObjectType()
export class DealerUpdatePayload extends Payload {
  @Field(() => Dealer, { nullable: true })
  dealer!: Dealer | null;
}

@InputType({ description: 'Every condition named must hold.' })
export class ServicePointFilter {
  @Field(() => String, { nullable: true, description: 'Words that the name contains.' })
  name?: string | null;

  @Field(() => String, { nullable: true })
  province?: string | null;
}

@ArgsType()
export class ServicePointListArgs extends PageArgs {
  @Field(() => ServicePointFilter, { nullable: true })
  filter?: ServicePointFilter | null;
}

@InputType()
export class ServicePointCreateInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  province!: string;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ServicePointUpdateInput {
  @Field(() => ID)
  servicePointId!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  province?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@ObjectType()
export class ServicePointCreatePayload extends Payload {
  @Field(() => ServicePoint, { nullable: true })
  servicePoint!: ServicePoint | null;
}

@ObjectType()
export class ServicePointUpdatePayload extends Payload {
  @Field(() => ServicePoint, { nullable: true })
  servicePoint!: ServicePoint | null;
}
