import type { Role } from '@aftercare/contract';
import { roles } from '@aftercare/contract';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { enumOf, Node } from '../../platform/graphql';

export const Roles = enumOf('Role', roles, 'What a member is in a house; permissions follow from it.');

@Entity('membership')
@ObjectType({
  implements: Node,
  description: 'A person in one house: of the maker, or of one of its dealers.',
})
export class Member extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('uuid')
  loginId!: string;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('text', { array: true })
  @Field(() => [Roles])
  roles!: Role[];

  @Column('uuid', { nullable: true })
  dealerId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
