import type { ChargeService, TicketWork } from '../modules/ticket';
import type { DemoPerson } from './demo-house';
import type { Act, Stage, Who } from './story';

/** What is written down, and in how many days the date that is told with it lies. */
type Writing = readonly [record: string, note: string, inDays?: number];
type Input<Method extends keyof TicketWork> = Parameters<TicketWork[Method]>[1];
type ChargesInput = Parameters<ChargeService['decide']>[1];
type Line = Omit<ChargesInput['lines'][number], 'id'>;

/** Gives the ticket to one of the maker's people. It takes no key, so what was written down tells whether it happened. */
export const assign = (after: number, by: Who, to: DemoPerson): Act => ({
  after,
  by,
  step: 'assign',
  async run({ services, ctx, ticketId, memberId, standing }) {
    const { version, assignedNow } = await standing();
    if (assignedNow) return;
    const assigneeId = memberId(to);
    await services.tickets.assign(ctx, { ticketId, assigneeId, expectedVersion: version });
  },
});

const comment =
  (audience: 'public' | 'internal') =>
  (after: number, by: Who, body: string): Act => ({
    after,
    by,
    run: ({ services, ctx, ticketId, key }) =>
      services.tickets.comment(ctx, { ticketId, body, audience, idempotencyKey: key }),
  });
export const say = comment('public');
export const note = comment('internal');

export const record = (after: number, by: Who, name: string, text: string): Act => ({
  after,
  by,
  run: ({ services, ctx, ticketId, key }) =>
    services.ticketWork.record(ctx, { ticketId, record: name, note: text, idempotencyKey: key }),
});

export const explain = (after: number, by: Who, text: string, toldTo?: string): Act => ({
  after,
  by,
  run: ({ services, ctx, ticketId, key }) =>
    services.ticketWork.explain(ctx, {
      ticketId,
      text,
      channel: '电话',
      ...(toldTo && { toldTo }),
      idempotencyKey: key,
    }),
});

export const guide = (after: number, by: Who, outcome: Input<'guide'>['outcome'], text: string): Act => ({
  after,
  by,
  run: ({ services, ctx, ticketId, key }) =>
    services.ticketWork.guide(ctx, { ticketId, outcome, note: text, channel: '电话', idempotencyKey: key }),
});

/** A step of the workflow, with what is written down on the way. */
export const step = (
  after: number,
  by: Who,
  name: string,
  writings: readonly Writing[] = [],
  text?: string,
): Act => ({
  ...change(after, by, (stage, given) =>
    stage.services.ticketWork.takeStep(stage.ctx, {
      ...given,
      step: name,
      ...(text && { note: text }),
      records: writings.map(([key, written, inDays]) => ({
        record: key,
        note: written,
        ...(inDays !== undefined && { date: stage.dayIn(inDays) }),
      })),
    }),
  ),
  step: name,
});

export const pause = (after: number, by: Who, reason: string, text: string): Act =>
  change(after, by, ({ services, ctx }, given) =>
    services.ticketWork.pause(ctx, { ...given, reason, note: text }),
  );

export const resume = (after: number, by: Who, reason: string, text: string): Act =>
  change(after, by, ({ services, ctx }, given) =>
    services.ticketWork.resume(ctx, { ...given, reason, note: text }),
  );

export const classify = (after: number, by: Who, severity: string, reason: string): Act =>
  change(after, by, ({ services, ctx }, given) =>
    services.ticketWork.classify(ctx, { ...given, severity, reason }),
  );

export const ask = (
  after: number,
  by: Who,
  approval: string,
  text: string,
  { safety = false }: { safety?: boolean } = {},
): Act =>
  change(after, by, ({ services, ctx }, given) =>
    services.ticketWork.askApproval(ctx, { ...given, approval, note: text, safety }),
  );

export const decide = (
  after: number,
  by: Who,
  approval: string,
  decision: Input<'decideApproval'>['decision'],
  text: string,
  { oral = false }: { oral?: boolean } = {},
): Act =>
  change(after, by, ({ services, ctx }, given) =>
    services.ticketWork.decideApproval(ctx, { ...given, approval, decision, note: text, oral }),
  );

/** Agrees a date with the customer, so many hours ahead. */
export const agree = (
  after: number,
  by: Who,
  clock: Input<'agreeDate'>['clock'],
  ahead: number,
  why: string,
  confirmedBy: string,
): Act =>
  change(after, by, ({ services, ctx, later }, given) =>
    services.ticketWork.agreeDate(ctx, { ...given, clock, dueAt: later(ahead), why, confirmedBy }),
  );

/** Decides who pays for what; goodwill is a line by its place, its percentage and why, at an engineer's wish. */
export const charge = (
  after: number,
  by: Who,
  lines: readonly Line[],
  {
    goodwill,
    ...more
  }: Pick<ChargesInput, 'meters' | 'voids'> & {
    goodwill?: readonly [line: number, percent: number, why: string];
  } = {},
): Act =>
  change(after, by, ({ services, ctx, memberId }, given) =>
    services.charges.decide(ctx, {
      ...given,
      lines: lines.map((line, index) => ({ id: String(index + 1), ...line })),
      ...more,
      ...(goodwill && {
        goodwill: [
          {
            line: String(goodwill[0]),
            percent: goodwill[1],
            why: goodwill[2],
            askedById: memberId('engineer'),
          },
        ],
      }),
    }),
  );

export const handOver = (after: number, by: Who, to: DemoPerson, text: string): Act =>
  change(after, by, ({ services, ctx, memberId }, given) =>
    services.ticketWork.handOver(ctx, { ...given, toId: memberId(to), note: text }),
  );

export const answerOffer = (after: number, by: Who, accept: boolean, text: string): Act =>
  change(after, by, ({ services, ctx }, given) =>
    services.ticketWork.answerOffer(ctx, { ...given, accept, note: text }),
  );

export const correct = (
  after: number,
  by: Who,
  correction: Omit<Input<'correct'>, 'ticketId' | 'expectedVersion' | 'idempotencyKey'>,
): Act =>
  change(after, by, ({ services, ctx }, given) =>
    services.ticketWork.correct(ctx, { ...given, ...correction }),
  );

export const withdraw = (after: number, by: Who, reason: string): Act => ({
  ...change(after, by, ({ services, ctx }, given) => services.ticketWork.withdraw(ctx, { ...given, reason })),
  step: 'withdraw',
});

export const cancel = (after: number, by: Who, reason: string): Act =>
  step(after, by, 'cancel', [['cancel-reason', reason]]);

type Given = { ticketId: string; expectedVersion: number; idempotencyKey: string };

/** What changes the ticket, and therefore says on which version it is based. */
function change(after: number, by: Who, make: (stage: Stage, given: Given) => Promise<unknown>): Act {
  return {
    after,
    by,
    async run(stage) {
      const { ticketId, key, standing } = stage;
      const { version } = await standing();
      return make(stage, { ticketId, expectedVersion: version, idempotencyKey: key });
    },
  };
}
