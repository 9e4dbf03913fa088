import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A text in both languages of the product.' })
export class LocalizedText {
  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}
