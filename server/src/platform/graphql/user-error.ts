import type { Locale, UserErrorCode } from '@aftercare/contract';
import { userErrorCodes } from '@aftercare/contract';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Refusal } from '../errors';
import { refusalsIn } from '../errors';

/** A GraphQL enum of the words: `no-target` is written NO_TARGET in the API and stays `no-target` within. */
export function enumOf<Word extends string>(name: string, words: readonly Word[], description: string) {
  const values = Object.fromEntries(
    words.map((word) => [word.toUpperCase().replaceAll('-', '_'), word]),
  ) as Record<string, Word>;
  registerEnumType(values, { name, description });
  return values;
}

const UserErrorCodes = enumOf('UserErrorCode', userErrorCodes, 'Why a change was refused.');

@ObjectType({ description: 'What somebody else changed since the version that this change was based on.' })
export class Conflict {
  @Field(() => Int)
  currentVersion!: number;

  @Field(() => [String], { description: 'Names of the fields that changed.' })
  changed!: string[];
}

@ObjectType({ description: 'A refusal that the asker can mend, in the language of the request.' })
export class UserError {
  @Field(() => UserErrorCodes)
  code!: UserErrorCode;

  @Field(() => [String], { nullable: true, description: 'Path of the input field, outermost first.' })
  field!: string[] | null;

  @Field(() => String)
  message!: string;

  @Field(() => Conflict, { nullable: true })
  conflict!: Conflict | null;
}

/** What every mutation answers, beside its result. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError])
  userErrors!: UserError[];
}

/** Runs a use case and turns what is refused into the payload's user errors. */
export async function payloadOf<Result extends object, Empty extends { [Key in keyof Result]: null | [] }>(
  locale: Locale,
  empty: Empty,
  work: () => Promise<Result>,
): Promise<(Result | Empty) & { userErrors: UserError[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    const refusals = refusalsIn(error);
    return { ...empty, userErrors: refusals.map((refusal) => userErrorOf(refusal, locale)) };
  }
}

function userErrorOf(refusal: Refusal, locale: Locale): UserError {
  return {
    code: refusal.code,
    field: [...refusal.field],
    message: locale === 'en' ? refusal.sentence.en : refusal.sentence.zh,
    conflict: refusal.conflict ?? null,
  };
}
