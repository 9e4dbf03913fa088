import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalizedText, Node } from '../../platform/graphql';
import { Customer, Dealer, Site } from '../party';

@Entity()
@ObjectType({ implements: Node, description: 'A product of the maker.' })
export class EquipmentModel extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String)
  code!: string;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;

  @Field(() => LocalizedText)
  name?: LocalizedText;
}

@Entity()
@ObjectType({ implements: Node, description: 'One machine, known by the serial number on its nameplate.' })
export class Equipment extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String)
  serial!: string;

  @Column('uuid')
  modelId!: string;

  @Field(() => EquipmentModel)
  model?: EquipmentModel;

  @Column('uuid')
  customerId!: string;

  @Field(() => Customer)
  customer?: Customer;

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

  @Field(() => Dealer, { nullable: true })
  dealer?: Dealer | null;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @Field(() => Site, { nullable: true })
  site?: Site | null;

  @Column('timestamptz')
  createdAt!: Date;
}
