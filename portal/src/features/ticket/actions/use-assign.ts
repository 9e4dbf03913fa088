import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../../gql';
import type { TicketAssignInput, TicketAssignMutation } from '../../../gql/graphql';

const TicketAssignDocument = graphql(`
  mutation TicketAssign($input: TicketAssignInput!) {
    ticketAssign(input: $input) {
      ticket {
        id
        version
        ...AssignButton_ticket
        ...TicketFacts_ticket
        ...PromiseList_ticket
        state {
          ...StateLabel_state
        }
      }
      userErrors {
        code
        field
        message
        conflict {
          currentVersion
          changed
        }
      }
    }
  }
`);

type Refusal = Pick<TicketAssignMutation['ticketAssign']['userErrors'][number], 'message' | 'conflict'>;

export interface Assign {
  /** Whether it was done. */
  assign: (input: TicketAssignInput) => Promise<boolean>;
  busy: boolean;
  refusal: Refusal | undefined;
}

export function useAssign(): Assign {
  const [mutate, { loading, client }] = useMutation(TicketAssignDocument);
  const [refusal, setRefusal] = useState<Refusal>();

  const assign = async (input: TicketAssignInput): Promise<boolean> => {
    setRefusal(undefined);
    try {
      const { data } = await mutate({ variables: { input } });
      const refused = data?.ticketAssign.userErrors[0];
      setRefusal(refused);
      // After a conflict the reader decides anew, upon the ticket as it is now.
      if (refused?.conflict) await client.refetchQueries({ include: ['TicketPage'] });
      return data !== undefined && refused === undefined;
    } catch {
      setRefusal({ message: '', conflict: null });
      return false;
    }
  };
  return { assign, busy: loading, refusal };
}
