import { isLocalDate } from '@aftercare/policy-engine';
import { GraphQLScalarType } from 'graphql';
import { readBy } from './scalar-input';

function dateOf(value: unknown): string {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw new Error('A LocalDate is a date that exists, written as 2026-03-31.');
}

/** A day of the calendar without time or zone. In SQL it is read as text: `t.shipped_on::text`. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day without time or zone, such as 2026-03-31.',
  serialize: dateOf,
  ...readBy(dateOf, {
    zh: '请填写日期，格式为 2026-06-02。',
    en: 'Give a date such as 2026-06-02.',
  }),
});
