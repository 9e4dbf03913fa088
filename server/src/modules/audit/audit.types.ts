import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Scope } from '../../platform/database';
import { connectionType, PageArgs } from '../../platform/graphql';
import { ActorKinds, Member } from '../identity';

@ObjectType({ description: 'One thing that somebody did. It holds ids and names of fields, never content.' })
export class AuditEntry {
  @Field(() => Date)
  at!: Date;

  @Field(() => ActorKinds)
  actorKind!: Scope['actorKind'];

  @Field(() => Member, { nullable: true, description: 'Null where it was no member of the house.' })
  actor!: object | null;

  @Field(() => String, { description: 'What kind of thing it was done to, such as ticket.' })
  topic!: string;

  @Field(() => String, { description: 'What was done, such as created or updated.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'To which; null where the thing has no public id.' })
  subjectId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the thing afterwards; null for what was only read.',
  })
  version!: number | null;

  @Field(() => [String], { description: 'Names of the fields that changed, or that were read.' })
  fields!: string[];
}

export const AuditEntryConnection = connectionType(AuditEntry);

@InputType({ description: 'Every condition named must hold.' })
export class AuditEntryFilter {
  @Field(() => ID, { nullable: true })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A member.' })
  actorId?: string | null;

  @Field(() => String, { nullable: true })
  topic?: string | null;

  @Field(() => Date, { nullable: true, description: 'From this moment on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  to?: Date | null;
}

@ArgsType()
export class AuditEntryArgs extends PageArgs {
  @Field(() => AuditEntryFilter, { nullable: true })
  filter?: AuditEntryFilter | null;
}
