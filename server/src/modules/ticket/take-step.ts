import type { Fact, PossibleStep } from '@aftercare/policy-engine';
import { transition } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { renamed } from '../../platform/errors';
import { newId } from '../../platform/graphql';
import type { Amendment, NotedFact } from './amend-ticket';
import { lastingPauses } from './lasting-pauses';
import { refusedInWords } from './missing-in-words';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import { judgedOf } from './ticket-fact';
import { optionalText } from './ticket.texts';
import { withResponse } from './told-to-requester';
import { beforeTheState, stepNotPossible, stepTakesAPerson } from './work.errors';
import type { Writing } from './write-record';
import { writtenDown } from './write-record';

/** Steps that are taken by naming to whom: the first hands, and other hands where the policy has a step for that. */
export const assigningSteps: readonly string[] = ['assign', 'reassign'];

/** A step of the workflow, with what is written down on the way. */
export interface StepRequest {
  step: string;
  note?: string | null | undefined;
  records?: readonly Writing[] | null | undefined;
  at?: Date | null | undefined;
}

/**
 * Takes a step of the maker's workflow.
 * @throws Refusal INVALID naming all that is missing
 */
export function takeStep(ctx: RequestContext, work: TicketAtWork, request: StepRequest): Amendment {
  if (assigningSteps.includes(request.step)) throw stepTakesAPerson();
  const moment = momentOf(ctx, work, request.at);
  const note = optionalText(request.note, 'note');
  const written = (request.records ?? []).map((writing, index) => {
    try {
      return writtenDown(ctx, work, writing, moment);
    } catch (error) {
      throw renamed(error, (field) => ['records', String(index), ...field]);
    }
  });
  const answer = ask({ ...work, facts: [...work.facts, ...judgedOf(written)] }, request.step);
  if ('reason' in answer) throw stepNotPossible(refusedInWords(work.policy, request.step, answer));
  mustFollowTheState(work, moment.at);
  const taken = follow(work, answer, moment, { step: request.step, note });
  return { ...taken, facts: withResponse(work, [...written, ...taken.facts]) };
}

/** Whether the policy lets the actor take a step now. */
export const ask = (work: TicketAtWork, step: string) =>
  transition({ ...work, state: work.ticket.state, step, openChildren: 0 });

/** What a possible step does: the new state, and a fact for each effect (workflow.md, "The answer"). */
export function follow(
  { ticket, policy, facts }: TicketAtWork,
  { to, effects }: PossibleStep,
  moment: { at: number; recordedAt: number },
  { step, note = null }: { step: string; note?: string | null },
): Amendment & { set: Record<string, unknown>; facts: NotedFact[] } {
  const category = policy.workflow.states.find(({ key }) => key === to)?.category ?? ticket.stateCategory;
  const set: Record<string, unknown> = { state: to, state_category: category };
  const happened: Fact[] = [{ kind: 'state-entered', ...moment, state: to }];
  for (const effect of effects) {
    if (effect.kind === 'event') happened.push({ kind: effect.event, ...moment });
    else if (effect.kind === 'record') happened.push({ kind: 'recorded', ...moment, record: effect.record });
    else if (effect.kind === 'pause') {
      const pause = newId(new Date(moment.recordedAt));
      happened.push({ kind: 'paused', ...moment, pause, reason: effect.reason, by: 'workflow' });
    } else {
      for (const { pause, reason } of lastingPauses(policy, facts, moment.at))
        if (reason === effect.reason) happened.push({ kind: 'resumed', ...moment, pause });
    }
  }
  if (happened.some(({ kind }) => kind === 'closed')) set['closed_at'] = new Date(moment.at);
  if (happened.some(({ kind }) => kind === 'reopened')) set['closed_at'] = null;
  const handedBack = category === 'open' && ticket.stateCategory !== 'open';
  if (handedBack) set['assignee_id'] = null;
  return {
    facts: happened.map((fact) => ({
      fact,
      ...(fact.kind === 'state-entered' && { note, detail: { step } }),
    })),
    set,
    fields: handedBack ? ['state', 'assignee'] : ['state'],
  };
}

/** States follow one another; a step written down late cannot lie before the one that led here. */
function mustFollowTheState({ facts }: TicketAtWork, at: number): void {
  const entered = facts.findLast((fact) => fact.kind === 'state-entered');
  if (entered && at < entered.at) throw beforeTheState();
}
