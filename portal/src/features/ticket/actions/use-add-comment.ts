import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../../gql';
import type { TicketCommentAddInput } from '../../../gql/graphql';

const TicketCommentAddDocument = graphql(`
  mutation TicketCommentAdd($input: TicketCommentAddInput!) {
    ticketCommentAdd(input: $input) {
      comment {
        id
      }
      ticket {
        id
        ...TicketComments_ticket
        ...PromiseList_ticket
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export interface AddComment {
  /** Whether it was taken. */
  add: (input: TicketCommentAddInput) => Promise<boolean>;
  sending: boolean;
  /** Why it was not: the server's sentence, or an empty one when there is none. */
  complaint: string | undefined;
}

export function useAddComment(): AddComment {
  const [mutate, { loading }] = useMutation(TicketCommentAddDocument);
  const [complaint, setComplaint] = useState<string>();

  const add = async (input: TicketCommentAddInput): Promise<boolean> => {
    setComplaint(undefined);
    try {
      const { data } = await mutate({ variables: { input } });
      const refusal = data?.ticketCommentAdd.userErrors[0];
      if (refusal) setComplaint(refusal.message);
      return data !== undefined && refusal === undefined;
    } catch {
      setComplaint('');
      return false;
    }
  };
  return { add, sending: loading, complaint };
}
