import type { ApprovalFact, ApprovalRule, NotDecided } from '@aftercare/policy-engine';
import { approvalStanding } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Sentence } from '../../platform/errors';
import type { Amendment } from './amend-ticket';
import { lastingPauses } from './lasting-pauses';
import { rolesInWords } from './missing-in-words';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import { requiredText } from './ticket.texts';
import { alreadyAsked, decisionDoesNotCount, notYourRole, ticketOver, unknownKey } from './work.errors';

/**
 * Asks for an approval of the policy, also from the field (R1-M11.2-2).
 * @throws Refusal naming `approval` or `note`
 */
export function askApproval(
  ctx: RequestContext,
  work: TicketAtWork,
  { approval, note, safety }: { approval: string; note: string; safety?: boolean | null | undefined },
): Amendment {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  const rule = ruleOf(work, approval);
  const standing = approvalStanding(work.policy, approval, work.facts);
  if (standing.status === 'asked' || standing.status === 'given') {
    throw alreadyAsked(standing.status === 'given' ? given : waiting(rule));
  }
  const moment = momentOf(ctx, work, null);
  const asked: ApprovalFact = {
    kind: 'approval',
    ...moment,
    approval,
    decision: 'asked',
    by: ctx.actor.memberId,
    ...(safety && { safety: true }),
  };
  const pause = rule.pauses;
  return {
    facts: [
      {
        fact: asked,
        note: requiredText(note, 'note'),
        detail: { awaited: standing.awaited },
        audience: 'internal',
      },
      ...(pause === undefined
        ? []
        : [
            {
              fact: {
                kind: 'paused' as const,
                ...moment,
                pause: `approval ${approval} ${moment.at}`,
                reason: pause,
                by: ctx.actor.memberId,
              },
            },
          ]),
    ],
    fields: ['approvals'],
    audience: pause === undefined ? 'internal' : 'public',
  };
}

/**
 * Gives or refuses an approval in the role that is waited for, or as its deputy; by word of mouth where the policy
 * lets that be written down later.
 * @throws Refusal naming `ticketId`, `approval`, `decision` or `note`
 */
export function decideApproval(
  ctx: RequestContext,
  work: TicketAtWork,
  {
    approval,
    decision,
    oral,
    note,
  }: { approval: string; decision: 'given' | 'refused'; oral?: boolean | null | undefined; note: string },
): Amendment {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  const rule = ruleOf(work, approval);
  const before = approvalStanding(work.policy, approval, work.facts);
  const role = roleFor(ctx, rule, before.awaited);
  if (role === undefined) throw notYourRole('approval', rolesInWords([...rule.by, ...(rule.deputies ?? [])]));
  const moment = momentOf(ctx, work, null);
  const said: ApprovalFact = {
    kind: 'approval',
    ...moment,
    approval,
    decision,
    by: ctx.actor.memberId,
    role,
    ...(oral && { oral: true }),
  };
  const after = approvalStanding(work.policy, approval, [...work.facts, said]);
  const idle = after.notCounted.find(({ by, at }) => by === said.by && at === said.at);
  if (before.status === 'none') throw decisionDoesNotCount(notAsked);
  if (idle) throw decisionDoesNotCount(whyNot[idle.reason]);
  const over = after.status === 'given' || after.status === 'refused';
  const pauses = over ? pausesOf(work, approval) : [];
  return {
    facts: [
      { fact: said, note: requiredText(note, 'note'), audience: 'internal' },
      ...pauses.map((pause) => ({ fact: { kind: 'resumed' as const, ...moment, pause } })),
    ],
    fields: ['approvals'],
    audience: pauses.length > 0 ? 'public' : 'internal',
  };
}

function ruleOf({ policy }: TicketAtWork, approval: string): ApprovalRule {
  const rules = policy.workflow.approvals ?? [];
  const rule = rules.find(({ key }) => key === approval);
  if (!rule)
    throw unknownKey(
      'approval',
      rules.map(({ key }) => key),
    );
  return rule;
}

function roleFor(
  { actor }: RequestContext,
  rule: ApprovalRule,
  awaited: readonly string[],
): string | undefined {
  const held: readonly string[] = actor.roles;
  return (
    awaited.find((role) => held.includes(role)) ??
    rule.by.find((role) => held.includes(role)) ??
    rule.deputies?.find((role) => held.includes(role))
  );
}

/** Pauses that began with asking for the approval and still last. */
const pausesOf = ({ policy, facts, now }: TicketAtWork, approval: string): string[] =>
  lastingPauses(policy, facts, now)
    .filter(({ pause }) => pause.startsWith(`approval ${approval} `))
    .map(({ pause }) => pause);

const given: Sentence = {
  zh: '已经批准，无需再次提请。',
  en: 'It was given already; there is nothing to ask for.',
};
const notAsked: Sentence = { zh: '还没有提请批准。', en: 'Nobody has asked for this approval.' };
const waiting = ({ by }: ApprovalRule): Sentence => {
  const roles = rolesInWords(by);
  return { zh: `已提请，正等待${roles.zh}批准。`, en: `It was asked for and waits for ${roles.en}.` };
};

const whyNot: Record<NotDecided, Sentence> = {
  TOO_LATE: { zh: '这一批准已有结论。', en: 'This approval was decided already.' },
  OWN_MATTER: {
    zh: '不能批准自己提请或自己承办的事项，请由他人批准。',
    en: 'Nobody approves what they asked for or carry out themselves; let somebody else decide.',
  },
  NOT_ENTITLED: { zh: '您的角色不能作此批准。', en: 'Your role does not decide this.' },
  NOT_IN_TURN: { zh: '还没有轮到您批准。', en: 'It is not your turn to decide yet.' },
  SAME_PERSON: { zh: '您已批准过，还需他人批准。', en: 'You agreed already; somebody else has to as well.' },
  NOT_ORAL: {
    zh: '这一事项不接受口头批准，请书面批准。',
    en: 'This approval may not be given by word of mouth; give it in writing.',
  },
};
