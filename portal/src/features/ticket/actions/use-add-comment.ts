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

/** `key-spent`: an earlier text was taken under this key and its answer lost; this text was not sent. */
export type CommentAnswer = 'taken' | 'refused' | 'key-spent' | 'failed';

export interface AddComment {
  add: (input: TicketCommentAddInput) => Promise<CommentAnswer>;
  sending: boolean;
  /** The last answer, until the next try. */
  answer: CommentAnswer | undefined;
  /** The server's sentence when it refused. */
  refusal: string | undefined;
}

const keySpent = 'IDEMPOTENCY_KEY_REUSED';

export function useAddComment(): AddComment {
  const [mutate, { loading }] = useMutation(TicketCommentAddDocument, {
    // The text that was taken unseen is to be read before the next one is sent.
    refetchQueries: ({ data }) =>
      data?.ticketCommentAdd.userErrors.some(({ code }) => code === keySpent) ? ['TicketPage'] : [],
  });
  const [answer, setAnswer] = useState<CommentAnswer>();
  const [refusal, setRefusal] = useState<string>();

  const send = async (input: TicketCommentAddInput): Promise<CommentAnswer> => {
    try {
      const { data } = await mutate({ variables: { input } });
      const error = data?.ticketCommentAdd.userErrors[0];
      setRefusal(error?.message);
      if (error) return error.code === keySpent ? 'key-spent' : 'refused';
      return data ? 'taken' : 'failed';
    } catch {
      return 'failed';
    }
  };
  const add = async (input: TicketCommentAddInput): Promise<CommentAnswer> => {
    setAnswer(undefined);
    const given = await send(input);
    setAnswer(given);
    return given;
  };
  return { add, sending: loading, answer, refusal };
}
