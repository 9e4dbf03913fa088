import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectionType, LocalDate, Node } from '../../platform/graphql';
import { Customer, Dealer, Site } from '../party';
import { EquipmentLimit, MeterReading } from './equipment-records.entity';
import { EquipmentModel } from './model.entity';
import { WarrantyStamp } from './warranty-stamp.types';

/** A line of the configuration sheet as the machine's row holds it. */
export interface StoredComponent {
  key: string;
  name: string;
  serial: string | null;
  quantity: number;
}

@ObjectType({ description: 'A line of the configuration sheet (R10-1.3).' })
export class EquipmentComponent implements StoredComponent {
  @Field(() => String, { description: 'By which warranty terms name it: cutting-motor.' })
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  serial!: string | null;

  @Field(() => Int)
  quantity!: number;
}

@InputType({ description: 'A line of the configuration sheet (R10-1.3).' })
export class EquipmentComponentInput {
  @Field(() => String, { description: 'By which warranty terms name it: cutting-motor.' })
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  serial?: string | null;

  @Field(() => Int, { defaultValue: 1 })
  quantity!: number;
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
  model?: Relation<EquipmentModel>;

  @Column('uuid')
  customerId!: string;

  @Field(() => Customer)
  customer?: Relation<Customer>;

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

  @Field(() => Dealer, { nullable: true })
  dealer?: Relation<Dealer> | null;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @Field(() => Site, { nullable: true })
  site?: Relation<Site> | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Production batch.' })
  batch!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Order that it was sold by (R11-3.2.1).' })
  orderNumber!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Material number (R11-3.2.1).' })
  materialNumber!: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, { nullable: true })
  shippedOn!: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, { nullable: true, description: 'When the customer received it.' })
  receivedOn!: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, { nullable: true })
  installedOn!: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, { nullable: true, description: 'When its commissioning was accepted.' })
  acceptedOn!: string | null;

  @Column('jsonb')
  @Field(() => [EquipmentComponent], { description: 'The configuration sheet, in its order.' })
  components!: StoredComponent[];

  @Field(() => [MeterReading], { description: 'Newest first, at most 20.' })
  readings?: MeterReading[];

  @Field(() => [EquipmentLimit], { description: 'By the day on which it expires.' })
  limits?: EquipmentLimit[];

  @Field(() => [WarrantyStamp], { description: 'In the order of the terms.' })
  stamps?: WarrantyStamp[];

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

export const EquipmentConnection = connectionType(Equipment);
