import { Field, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectionType, Node } from '../../platform/graphql';
import { Dealer } from './network.entity';

@Entity()
@ObjectType({ implements: Node, description: 'Who owns or runs the equipment.' })
export class Customer extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "For the maker's own people; null for everybody else.",
  })
  note!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Key of the group by which rules may differ, such as key-account.',
  })
  groupKey!: string | null;

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

  @Field(() => Dealer, { nullable: true, description: 'Null for those whom the maker serves itself.' })
  dealer?: Relation<Dealer> | null;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

@Entity()
@ObjectType({ implements: Node, description: 'Where equipment stands.' })
export class Site extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('uuid')
  customerId!: string;

  @Field(() => Customer)
  customer?: Relation<Customer>;

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  address!: string | null;

  @Column('text')
  @Field(() => String, { description: 'ISO 3166-1 code of two letters: CN.' })
  country!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'First two digits of the GB/T 2260 code: 32 is Jiangsu. Null abroad.',
  })
  province!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

@Entity()
@ObjectType({ implements: Node, description: 'A person of a customer.' })
export class Contact extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('uuid')
  customerId!: string;

  @Field(() => Customer)
  customer?: Relation<Customer>;

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @Field(() => Site, { nullable: true, description: 'Null for somebody who answers for no single site.' })
  site?: Relation<Site> | null;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Masked for roles that need not call.' })
  phone!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Masked for roles that need not write.' })
  email!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What they do at the customer.' })
  position!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

export const CustomerConnection = connectionType(Customer);
export const SiteConnection = connectionType(Site);
export const ContactConnection = connectionType(Contact);
