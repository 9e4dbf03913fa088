import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import possibleTypes from '../gql/possible-types.json';

/**
 * One object per id. Pages of the ticket list stay apart (each has its own arguments), so that going back shows
 * the same rows; only the comments of a ticket grow into one list.
 */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Ticket: { fields: { comments: relayStylePagination() } },
      // A rule's id says nothing without its policy version.
      RuleReference: { keyFields: false },
    },
  });
}
