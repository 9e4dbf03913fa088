import type { RequestContext } from '../../platform/context';
import { renamed } from '../../platform/errors';
import { decodeId } from '../../platform/graphql';
import type { EquipmentService } from '../equipment';
import { agreeDate } from './agree-date';
import type { Amendment } from './amend-ticket';
import { askApproval, decideApproval } from './approve';
import { classifyTicket } from './classify-ticket';
import { correctTicket } from './correct-ticket';
import { guideRequester } from './guide-requester';
import { answerOffer, handTicketOver } from './own-ticket';
import { pauseTicket, resumeTicket } from './pause-ticket';
import { withRepairWarranty } from './repair-warranty';
import { takeStep } from './take-step';
import type { TicketAtWork } from './ticket-at-work';
import type {
  TicketApprovalAskInput,
  TicketApprovalDecideInput,
  TicketClassifyInput,
  TicketCorrectInput,
  TicketDateAgreeInput,
  TicketExplainInput,
  TicketGuideInput,
  TicketHandOverInput,
  TicketOfferAnswerInput,
  TicketPauseInput,
  TicketRecordAddInput,
  TicketResumeInput,
  TicketStepTakeInput,
  TicketWithdrawInput,
} from './ticket-work.inputs';
import { ticketNotFound } from './ticket.errors';
import { memberNotFound, siteNotFound } from './work.errors';
import { withdrawTicket } from './withdraw-ticket';
import type { WorkRooms } from './work-on-ticket';
import { workOnTicket } from './work-on-ticket';
import { writeRecord } from './write-record';

interface Asked {
  ticketId: string;
  expectedVersion?: number;
  idempotencyKey?: string | null;
}

/** What happens to a ticket between intake and close. Each answers the ticket's row id, or throws a Refusal. */
export class TicketWork {
  constructor(private readonly rooms: WorkRooms & { equipment: EquipmentService }) {}

  takeStep(ctx: RequestContext, input: TicketStepTakeInput): Promise<string> {
    return this.on(ctx, 'takeStep', input, (work) =>
      withRepairWarranty(ctx, this.rooms.equipment, work, takeStep(ctx, work, input)),
    );
  }

  record(ctx: RequestContext, input: TicketRecordAddInput): Promise<string> {
    return this.on(ctx, 'record', input, (work) => writeRecord(ctx, work, input));
  }

  /** Tells the requester the result and writes down how (R2-12). */
  explain(ctx: RequestContext, { text, ...input }: TicketExplainInput): Promise<string> {
    return this.on(ctx, 'explain', { ...input, text } as Asked, (work) => {
      try {
        return writeRecord(ctx, work, { ...input, record: 'explained', note: text, audience: 'public' });
      } catch (error) {
        throw renamed(error, ([name = '']) => [{ note: 'text', record: 'ticketId' }[name] ?? name]);
      }
    });
  }

  guide(ctx: RequestContext, input: TicketGuideInput): Promise<string> {
    return this.on(ctx, 'guide', input, (work) => guideRequester(ctx, work, input));
  }

  pause(ctx: RequestContext, input: TicketPauseInput): Promise<string> {
    return this.on(ctx, 'pause', input, (work) => pauseTicket(ctx, work, input));
  }

  resume(ctx: RequestContext, input: TicketResumeInput): Promise<string> {
    return this.on(ctx, 'resume', input, (work) => resumeTicket(ctx, work, input));
  }

  classify(ctx: RequestContext, input: TicketClassifyInput): Promise<string> {
    return this.on(ctx, 'classify', input, (work) => classifyTicket(ctx, work, input));
  }

  askApproval(ctx: RequestContext, input: TicketApprovalAskInput): Promise<string> {
    return this.on(ctx, 'askApproval', input, (work) => askApproval(ctx, work, input));
  }

  decideApproval(ctx: RequestContext, input: TicketApprovalDecideInput): Promise<string> {
    return this.on(ctx, 'decideApproval', input, (work) => decideApproval(ctx, work, input));
  }

  agreeDate(ctx: RequestContext, input: TicketDateAgreeInput): Promise<string> {
    return this.on(ctx, 'agreeDate', input, (work) => agreeDate(ctx, work, input));
  }

  handOver(ctx: RequestContext, input: TicketHandOverInput): Promise<string> {
    const toId = decodeId('Member', input.toId);
    return this.on(ctx, 'handOver', input, (work) => {
      if (!toId) throw memberNotFound();
      return handTicketOver(ctx, work, { ...input, toId });
    });
  }

  answerOffer(ctx: RequestContext, input: TicketOfferAnswerInput): Promise<string> {
    return this.on(ctx, 'answerOffer', input, (work) => answerOffer(ctx, work, input));
  }

  correct(ctx: RequestContext, input: TicketCorrectInput): Promise<string> {
    const siteId = input.siteId ? decodeId('Site', input.siteId) : null;
    return this.on(ctx, 'correct', input, (work) => {
      if (input.siteId && !siteId) throw siteNotFound();
      return correctTicket(ctx, work, { ...input, siteId });
    });
  }

  /** Whoever follows their own request by a link withdraws it whatever its version. */
  withdraw(ctx: RequestContext, input: Asked & Pick<TicketWithdrawInput, 'reason'>): Promise<string> {
    return this.on(ctx, 'withdraw', input, (work) => withdrawTicket(ctx, work, input.reason));
  }

  private async on(
    ctx: RequestContext,
    asked: string,
    input: Asked,
    decide: (work: TicketAtWork) => Amendment | Promise<Amendment>,
  ): Promise<string> {
    const ticketId = decodeId('Ticket', input.ticketId);
    if (!ticketId) throw ticketNotFound();
    const { expectedVersion, idempotencyKey, ...given } = input;
    const request = { asked, ...given };
    return workOnTicket(ctx, this.rooms, { ticketId, expectedVersion, idempotencyKey, request }, decide);
  }
}
