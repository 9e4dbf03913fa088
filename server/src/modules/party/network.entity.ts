import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectionType, Node } from '../../platform/graphql';

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

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'First two digits of the GB/T 2260 code.' })
  province!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

@Entity()
@ObjectType({ implements: Node, description: 'A place of the maker from which people go out to serve.' })
export class ServicePoint extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('text')
  @Field(() => String, { description: 'First two digits of the GB/T 2260 code.' })
  province!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  address!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

export const DealerConnection = connectionType(Dealer);
export const ServicePointConnection = connectionType(ServicePoint);
