import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs, Payload } from '../../platform/graphql';
import { Contact, Customer, Site } from './party.entity';

const once = 'Made once per form; sending it again answers the same one.';
const based = 'The version that this decision was based on.';

@InputType({ description: 'Every condition named must hold.' })
export class CustomerFilter {
  @Field(() => String, { nullable: true, description: 'Words that the name contains.' })
  name?: string | null;

  @Field(() => ID, { nullable: true })
  dealerId?: string | null;
}

@ArgsType()
export class CustomerListArgs extends PageArgs {
  @Field(() => CustomerFilter, { nullable: true })
  filter?: CustomerFilter | null;
}

@InputType()
export class CustomerCreateInput {
  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Left out by a dealer: itself. By others: none.' })
  dealerId?: string | null;

  @Field(() => String, { nullable: true, description: "For the maker's own people, and theirs to write." })
  note?: string | null;

  @Field(() => String, { nullable: true, description: "Set by the maker's own people." })
  groupKey?: string | null;

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class CustomerUpdateInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "For the maker's own people, and theirs to write." })
  note?: string | null;

  @Field(() => String, { nullable: true, description: "Set by the maker's own people." })
  groupKey?: string | null;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@ObjectType()
export class CustomerCreatePayload extends Payload {
  @Field(() => Customer, { nullable: true })
  customer!: Customer | null;
}

@ObjectType()
export class CustomerUpdatePayload extends Payload {
  @Field(() => Customer, { nullable: true })
  customer!: Customer | null;
}

@InputType({ description: 'Every condition named must hold.' })
export class SiteFilter {
  @Field(() => String, { nullable: true, description: 'Words that the name or the address contains.' })
  name?: string | null;

  @Field(() => ID, { nullable: true })
  customerId?: string | null;
}

@ArgsType()
export class SiteListArgs extends PageArgs {
  @Field(() => SiteFilter, { nullable: true })
  filter?: SiteFilter | null;
}

@InputType()
export class SiteCreateInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 code of two letters; left out: CN.' })
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'First two digits of the GB/T 2260 code; required in China, left out abroad.',
  })
  province?: string | null;

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class SiteUpdateInput {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Null when the country is not CN.' })
  province?: string | null;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@ObjectType()
export class SiteCreatePayload extends Payload {
  @Field(() => Site, { nullable: true })
  site!: Site | null;
}

@ObjectType()
export class SiteUpdatePayload extends Payload {
  @Field(() => Site, { nullable: true })
  site!: Site | null;
}

@InputType({ description: 'Every condition named must hold.' })
export class ContactFilter {
  @Field(() => String, { nullable: true, description: 'Words that the name or the position contains.' })
  name?: string | null;

  @Field(() => ID, { nullable: true })
  customerId?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;
}

@ArgsType()
export class ContactListArgs extends PageArgs {
  @Field(() => ContactFilter, { nullable: true })
  filter?: ContactFilter | null;
}

@InputType()
export class ContactCreateInput {
  @Field(() => ID)
  customerId!: string;

  @Field(() => ID, { nullable: true, description: 'A site of the same customer.' })
  siteId?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  position?: string | null;

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ContactUpdateInput {
  @Field(() => ID)
  contactId!: string;

  @Field(() => ID, { nullable: true, description: 'A site of the same customer.' })
  siteId?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  position?: string | null;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@ObjectType()
export class ContactCreatePayload extends Payload {
  @Field(() => Contact, { nullable: true })
  contact!: Contact | null;
}

@ObjectType()
export class ContactUpdatePayload extends Payload {
  @Field(() => Contact, { nullable: true })
  contact!: Contact | null;
}
