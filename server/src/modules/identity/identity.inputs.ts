import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../platform/graphql';

@InputType()
export class SignInInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;

  @Field(() => String, { description: 'Short name (slug) of the house.' })
  tenant!: string;
}

@ObjectType()
export class SignInPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Send it as a bearer token.' })
  accessToken!: string | null;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;
}
