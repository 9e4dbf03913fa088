import { isLocalDate } from '@aftercare/policy-engine';
import { GraphQLError, GraphQLScalarType } from 'graphql';

function parse(value: unknown): string {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw new GraphQLError('A LocalDate is a date that exists, written as 2026-03-31.');
}

/** A day of the calendar without time or zone. In SQL it is read as text: `t.shipped_on::text`. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day without time or zone, such as 2026-03-31.',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse('value' in node ? node.value : undefined),
});
