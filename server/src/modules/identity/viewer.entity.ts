import type { Role } from '@aftercare/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, LocalizedText } from '../../platform/graphql';
import { Roles } from './member.entity';

const actorKinds = ['staff', 'dealer', 'link', 'client', 'system'] as const;
export const ActorKinds = enumOf('ActorKind', actorKinds, 'On whose behalf somebody acts.');

@ObjectType({ description: 'A house that this login may switch to.' })
export class ViewerMembership {
  @Field(() => String)
  slug!: string;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => Boolean)
  current!: boolean;
}

@ObjectType({ description: 'Who is signed in, in which house, and what they may do there.' })
export class Viewer {
  @Field(() => ID, { description: 'Id of the member.' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ActorKinds)
  kind!: (typeof actorKinds)[number];

  @Field(() => [Roles])
  roles!: readonly Role[];

  @Field(() => [String], { description: 'Permissions, as named in packages/contract.' })
  permissions!: string[];
}
