import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectionType, LocalizedText, Node } from '../../platform/graphql';

@Entity()
@ObjectType({ implements: Node, description: 'A part of the catalogue.' })
export class Part extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'By which policies and charges name it; it never changes.' })
  number!: string;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;

  @Field(() => LocalizedText)
  name?: LocalizedText;

  @Column('text')
  @Field(() => String, { description: 'What it is counted in, such as 件.' })
  unit!: string;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'In fen, per unit; null: asked for each time.' })
  listPriceFen!: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The moderate price of what is outside the warranty (R1-C7), in fen, per unit.',
  })
  costFeeFen!: number | null;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Codes of the models that it fits; empty: all.' })
  models!: string[];

  @Column('boolean')
  @Field(() => Boolean, {
    description: "Marked as a wear part in the catalogue, whatever the policy's list says.",
  })
  ownWear!: boolean;

  @Field(() => Boolean, {
    description:
      'A wear part: marked so, or named in the list of the policy in force for a model that it fits.',
  })
  wear?: boolean;

  @Column('boolean')
  @Field(() => Boolean, { description: 'False for what is not supplied any more.' })
  active!: boolean;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}

export const PartConnection = connectionType(Part);
