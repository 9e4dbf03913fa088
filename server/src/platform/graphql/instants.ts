import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

const inOurForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** `DateTimeISO` as type-graphql has it, except that a text already in its form goes out as it is. */
export const instants = new GraphQLScalarType<Date, unknown>({
  ...GraphQLDateTimeISO.toConfig(),
  serialize: (value) =>
    typeof value === 'string' && inOurForm.test(value) ? value : GraphQLDateTimeISO.serialize(value),
});
