import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalizedText, Node } from '../../platform/graphql';

@Entity()
@ObjectType({ implements: Node, description: 'A maker: the house that everything else belongs to.' })
export class Tenant extends Node {
  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'Short name used to sign in.' })
  slug!: string;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;

  @Field(() => LocalizedText)
  name?: LocalizedText;

  @Column('text')
  @Field(() => String, { description: 'IANA name of the zone in which the house reads its times.' })
  timeZone!: string;

  @Column('text')
  @Field(() => String, { description: 'Colour of the house, as #rrggbb.' })
  accentColor!: string;

  @Column('text')
  ticketPrefix!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'First two digits of the GB/T 2260 code of the registered seat; "in-province" counts from it.',
  })
  homeProvince!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
