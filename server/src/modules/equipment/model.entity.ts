import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectionType, LocalizedText, Node } from '../../platform/graphql';

/** A meter as the model's row holds it. */
export interface StoredMeter {
  key: string;
  nameZh: string;
  nameEn: string;
  unitZh: string;
  unitEn: string;
}

@ObjectType({ description: 'Something that a machine counts, in whole units.' })
export class Meter {
  @Field(() => String, { description: 'By which warranty terms name it: cutting-hours.' })
  key!: string;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => LocalizedText)
  unit!: LocalizedText;
}

@InputType({ description: 'Something that a machine counts, in whole units.' })
export class MeterInput implements StoredMeter {
  @Field(() => String, { description: 'By which warranty terms name it: cutting-hours.' })
  key!: string;

  @Field(() => String)
  nameZh!: string;

  @Field(() => String)
  nameEn!: string;

  @Field(() => String)
  unitZh!: string;

  @Field(() => String)
  unitEn!: string;
}

@Entity()
@ObjectType({ implements: Node, description: 'A product of the maker.' })
export class EquipmentModel extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'By which policies name it; it never changes.' })
  code!: string;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;

  @Field(() => LocalizedText)
  name?: LocalizedText;

  @Column('boolean')
  @Field(() => Boolean, { description: 'The customer asks for a time, and the maker installs it (R1-M9.1).' })
  needsInstallation!: boolean;

  @Column('jsonb')
  @Field(() => [Meter])
  meters!: StoredMeter[];

  @Column('int', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'Calendar months from shipping after which it needs renewal (R10-3.3); null: it does not expire.',
  })
  shelfMonths!: number | null;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;
}

export const EquipmentModelConnection = connectionType(EquipmentModel);
