import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../platform/graphql';
import { Tenant } from './tenant.entity';

@InputType({ description: 'What is left out stays as it is.' })
export class TenantUpdateInput {
  @Field(() => String, {
    nullable: true,
    description: 'First two digits of the GB/T 2260 code of the registered seat; null: not said.',
  })
  homeProvince?: string | null;

  @Field(() => Int, { description: 'The version that this decision was based on.' })
  expectedVersion!: number;
}

@ObjectType()
export class TenantUpdatePayload extends Payload {
  @Field(() => Tenant, { nullable: true })
  tenant!: Tenant | null;
}
