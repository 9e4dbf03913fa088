import type { GraphQLError, GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  coerceInputValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  typeFromAST,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import type { Principal } from '../context';
import type { Sentence } from '../errors';
import { badInput, PublicError } from '../errors';

interface Variable {
  name: string;
  type: GraphQLInputType;
}

type Path = ReadonlyArray<string | number>;

/**
 * The variables of an operation as graphql reads them, refused in words that name the place and never repeat
 * the value: it may be a password.
 * @throws PublicError BAD_USER_INPUT that names the place, and what belongs there as far as the asker may know
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown>,
  principal: Principal | null,
): Record<string, unknown> {
  const { coerced } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 });
  if (coerced) return coerced;
  for (const definition of variableDefinitions) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type) as GraphQLInputType;
    if (name in given) {
      coerceInputValue(given[name], type, (path, _value, error) => {
        throw unfit({ name, type }, path, error, principal);
      });
    } else if (isNonNullType(type) && !definition.defaultValue) {
      throw mismatch({ name, type }, [], missing(name, String(type)));
    }
  }
  throw badInput('variables', {
    zh: '变量与操作不符。',
    en: 'The variables do not fit the operation.',
  });
}

/** A value that does not fit, told by what graphql or the scalar itself says of it. */
function unfit(variable: Variable, path: Path, error: GraphQLError, principal: Principal | null) {
  const { name, type } = variable;
  if (error.originalError instanceof PublicError) {
    const { zh, en } = error.originalError.sentence;
    const place = placeOf(name, path);
    return badInput(place, {
      zh: `变量 $${name} 在 ${place} 处的值不符合要求。${zh}`,
      en: `The variable $${name} does not fit at ${place}. ${en}`,
    });
  }
  const [, field, required] =
    /^Field "(\w+)" of required type "(.+)" was not provided\.$/.exec(error.message) ?? [];
  if (field && required) return mismatch(variable, [...path, field], missing(field, required));
  // strangers are told nothing of the schema
  const choices = principal ? valuesAt(type, path) : [];
  return mismatch(variable, path, structural(error.message), choices);
}

function mismatch({ name, type }: Variable, path: Path, reason?: Sentence, choices: string[] = []) {
  const place = placeOf(name, path);
  const choice = (words: string) => (choices.length > 0 ? words : '');
  return badInput(place, {
    zh: `变量 $${name} 在 ${place} 处与类型 ${String(type)} 不符${reason ? `：${reason.zh}` : '。'}${choice(`可选值：${choices.join('、')}。`)}`,
    en: `The variable $${name} does not fit its type ${String(type)} at ${place}${reason ? `: ${reason.en}` : '.'}${choice(` It takes one of ${choices.join(', ')}.`)}`,
  });
}

const placeOf = (name: string, path: Path) => [name, ...path].join('.');

const missing = (field: string, type: string): Sentence => ({
  zh: `缺少必填字段 ${field}（类型 ${type}）。`,
  en: `Field "${field}" of required type "${type}" was not provided.`,
});

/** Reasons of graphql that speak of the schema only; others may hold the value. */
function structural(reason: string): Sentence | undefined {
  const [, required] = /^Expected non-nullable type "(.+)" not to be null\.$/.exec(reason) ?? [];
  if (required) return { zh: `此项为必填（类型 ${required}），不能为 null。`, en: reason };
  const [, object] = /^Expected type "(\w+)" to be an object\.$/.exec(reason) ?? [];
  return object ? { zh: `此处应为 ${object} 类型的对象。`, en: reason } : undefined;
}

/** What an enum at a place of an input takes; empty for anything else. */
function valuesAt(type: GraphQLInputType, path: Path): string[] {
  let named = getNamedType(type);
  for (const key of path) {
    const field = isInputObjectType(named) ? named.getFields()[key] : undefined;
    if (field) named = getNamedType(field.type);
  }
  return isEnumType(named) ? named.getValues().map((value) => value.name) : [];
}
