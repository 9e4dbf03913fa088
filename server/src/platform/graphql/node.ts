import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Anything with an id of its own.',
  resolveType: (row: { __typename: string }) => row.__typename,
})
export abstract class Node {
  @Field(() => ID)
  id!: string;
}
