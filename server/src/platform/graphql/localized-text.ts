import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A text in both languages of the product.' })
export class LocalizedText {
  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}

@InputType({ description: 'A text in both languages of the product.' })
export class LocalizedTextInput {
  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}
