import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../../platform/graphql';

@Entity()
@ObjectType({
  implements: Node,
  description: "A maker's dealer: files requests for its customers, sees its own only.",
})
export class Dealer extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

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

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

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

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('text')
  @Field(() => String, { description: 'First two digits of the GB/T 2260 code: 32 is Jiangsu.' })
  province!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
