import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { describeProblem, type Problem } from '../../../apollo/errors';
import { graphql } from '../../../gql';
import type { TicketCreateInput } from '../../../gql/graphql';
import { fieldOf, type ReportField } from '../report-draft';

const TicketCreateDocument = graphql(`
  mutation TicketCreate($input: TicketCreateInput!) {
    ticketCreate(input: $input) {
      ticket {
        id
        number
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export interface Refusal {
  fields: Partial<Record<ReportField, string>>;
  /** Sentences about the report as a whole. */
  general: string[];
  /** An earlier text was filed under this key and its answer lost; this one needs a new key. */
  keyIsSpent: boolean;
}

export type Filed =
  | { kind: 'filed'; id: string; number: string }
  | ({ kind: 'refused' } & Refusal)
  | { kind: 'failed'; problem: Problem };

/** Files a report; sending the same one again after a lost answer files it once. */
export function useFileReport(): { file: (input: TicketCreateInput) => Promise<Filed>; busy: boolean } {
  const [mutate] = useMutation(TicketCreateDocument);
  const [busy, setBusy] = useState(false);

  const file = async (input: TicketCreateInput): Promise<Filed> => {
    setBusy(true);
    try {
      const { data } = await mutate({ variables: { input } });
      const ticket = data?.ticketCreate.ticket;
      if (ticket) return { kind: 'filed', id: ticket.id, number: ticket.number };
      const refusal: Refusal = { fields: {}, general: [], keyIsSpent: false };
      for (const { code, field, message } of data?.ticketCreate.userErrors ?? []) {
        const known = fieldOf(field);
        if (code === 'IDEMPOTENCY_KEY_REUSED') refusal.keyIsSpent = true;
        else if (known) refusal.fields[known] = message;
        else refusal.general.push(message);
      }
      return { kind: 'refused', ...refusal };
    } catch (error) {
      return { kind: 'failed', problem: describeProblem(error) };
    } finally {
      setBusy(false);
    }
  };
  return { file, busy };
}
