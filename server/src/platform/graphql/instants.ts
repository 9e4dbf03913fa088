import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { readBy } from './scalar-input';

const inOurForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** `DateTimeISO` as type-graphql has it, except that a text already in its form goes out as it is, and that it asks for what it takes. */
export const instants = new GraphQLScalarType<Date, unknown>({
  ...GraphQLDateTimeISO.toConfig(),
  serialize: (value) =>
    typeof value === 'string' && inOurForm.test(value) ? value : GraphQLDateTimeISO.serialize(value),
  ...readBy((value) => GraphQLDateTimeISO.parseValue(value), {
    zh: '请填写带时区的时间，例如 2026-06-02T09:00:00+08:00。',
    en: 'Give a moment with its time zone, such as 2026-06-02T09:00:00+08:00.',
  }),
});
