import type { Policy } from '@aftercare/policy-engine';
import { countsAs } from '@aftercare/policy-engine';
import type { NotedFact } from './amend-ticket';
import type { TicketAtWork } from './ticket-at-work';
import { presentLife } from './ticket-at-work';
import { judgedOf } from './ticket-fact';

/** Whether a record of the policy says what the requester was told: that is theirs to read. */
export const toldToRequester = ({ records = [] }: Policy, record: string): boolean =>
  records.some(({ key, toRequester }) => key === record && toRequester === true);

/**
 * What happens, with the response that it is: the first that the requester is told since the report, by whatever way
 * and however it came to be written down (C4).
 */
export function withResponse({ policy, facts }: TicketAtWork, noted: readonly NotedFact[]): NotedFact[] {
  const first = noted.findIndex((each) => tells(policy, each));
  const heard = [...presentLife(facts), ...judgedOf(noted)];
  if (first < 0 || heard.some((fact) => countsAs(fact, 'responded'))) return [...noted];
  const { at, recordedAt } = (noted[first] as NotedFact).fact;
  const response: NotedFact = {
    fact: { kind: 'responded', at, recordedAt, by: 'maker', audience: 'public' },
  };
  return noted.toSpliced(first + 1, 0, response);
}

function tells(policy: Policy, { fact, detail, audience = 'public' }: NotedFact): boolean {
  if (fact.kind !== 'recorded' || audience !== 'public') return false;
  const toSomebody = detail != null && 'toldTo' in detail && detail.toldTo !== null;
  return toSomebody || toldToRequester(policy, fact.record);
}
