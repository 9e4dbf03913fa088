import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { decodeId, payloadOf, signedIn } from '../../platform/graphql';
import type { Contacts } from './contacts';
import type { Customers } from './customers';
import {
  Contact,
  ContactConnection,
  Customer,
  CustomerConnection,
  Site,
  SiteConnection,
} from './party.entity';
import {
  ContactCreateInput,
  ContactCreatePayload,
  ContactListArgs,
  ContactUpdateInput,
  ContactUpdatePayload,
  CustomerCreateInput,
  CustomerCreatePayload,
  CustomerListArgs,
  CustomerUpdateInput,
  CustomerUpdatePayload,
  SiteCreateInput,
  SiteCreatePayload,
  SiteListArgs,
  SiteUpdateInput,
  SiteUpdatePayload,
} from './party.inputs';
import type { Sites } from './sites';

@Resolver()
export class CustomerResolver {
  constructor(
    private readonly customers: Customers,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('party:read')
  @Query(() => Customer, { nullable: true })
  customer(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const row = decodeId('Customer', id);
    return row && this.reader.row(signedIn(context), 'Customer', row, info);
  }

  @Authorized('party:read')
  @Query(() => CustomerConnection, { name: 'customers', description: 'By name.' })
  list(
    @Args(() => CustomerListArgs) args: CustomerListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.customers.list(signedIn(context), args, info);
  }

  @Authorized('party:write')
  @Mutation(() => CustomerCreatePayload)
  customerCreate(
    @Arg('input', () => CustomerCreateInput) input: CustomerCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { customer: null }, async () => ({
      customer: await this.customers.create(ctx, input),
    }));
  }

  @Authorized('party:write')
  @Mutation(() => CustomerUpdatePayload)
  customerUpdate(
    @Arg('input', () => CustomerUpdateInput) input: CustomerUpdateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { customer: null }, async () => ({
      customer: await this.customers.update(ctx, input),
    }));
  }
}

@Resolver()
export class SiteResolver {
  constructor(
    private readonly sites: Sites,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('party:read')
  @Query(() => Site, { nullable: true })
  site(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const row = decodeId('Site', id);
    return row && this.reader.row(signedIn(context), 'Site', row, info);
  }

  @Authorized('party:read')
  @Query(() => SiteConnection, { name: 'sites', description: 'By name.' })
  list(
    @Args(() => SiteListArgs) args: SiteListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.sites.list(signedIn(context), args, info);
  }

  @Authorized('party:write')
  @Mutation(() => SiteCreatePayload)
  siteCreate(@Arg('input', () => SiteCreateInput) input: SiteCreateInput, @Ctx() context: GraphQLContext) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { site: null }, async () => ({
      site: await this.sites.create(ctx, input),
    }));
  }

  @Authorized('party:write')
  @Mutation(() => SiteUpdatePayload)
  siteUpdate(@Arg('input', () => SiteUpdateInput) input: SiteUpdateInput, @Ctx() context: GraphQLContext) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { site: null }, async () => ({
      site: await this.sites.update(ctx, input),
    }));
  }
}

@Resolver()
export class ContactResolver {
  constructor(
    private readonly contacts: Contacts,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('party:read')
  @Query(() => Contact, { nullable: true })
  contact(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const row = decodeId('Contact', id);
    return row && this.reader.row(signedIn(context), 'Contact', row, info);
  }

  @Authorized('party:read')
  @Query(() => ContactConnection, { name: 'contacts', description: 'By name.' })
  list(
    @Args(() => ContactListArgs) args: ContactListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.contacts.list(signedIn(context), args, info);
  }

  @Authorized('party:write')
  @Mutation(() => ContactCreatePayload)
  contactCreate(
    @Arg('input', () => ContactCreateInput) input: ContactCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { contact: null }, async () => ({
      contact: await this.contacts.create(ctx, input),
    }));
  }

  @Authorized('party:write')
  @Mutation(() => ContactUpdatePayload)
  contactUpdate(
    @Arg('input', () => ContactUpdateInput) input: ContactUpdateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { contact: null }, async () => ({
      contact: await this.contacts.update(ctx, input),
    }));
  }
}
