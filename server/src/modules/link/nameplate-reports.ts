import type { Locale } from '@aftercare/contract';
import type { Principal, RequestContext } from '../../platform/context';
import { asProduct } from '../../platform/context';
import type { Statement } from '../../platform/database';
import { readNameplate } from '../equipment';
import type { PolicyService } from '../policy';
import type { Alongside, TicketService } from '../ticket';
import type { FollowedRequest } from './followed-request.types';
import type { FollowedRequests } from './followed-requests';
import { machineNotFound, phoneMissing, requestNotFound, tooManyInAnHour, tooManyOpen } from './link.errors';
import type { Links } from './links';
import type { Nameplate, RequestReportInput } from './nameplate.types';

/** A nameplate can be photographed, so what comes by it is bounded. */
const mostOpen = 5;
const mostInAnHour = 10;
const hourMs = 3_600_000;

export interface ReportRooms {
  policies: PolicyService;
  tickets: TicketService;
  links: Links;
  requests: FollowedRequests;
  contextOf: (holder: Principal, locale: Locale) => RequestContext;
}

/** What whoever scans a nameplate can do: see what machine it is, and report (P3). */
export class NameplateReports {
  constructor(private readonly rooms: ReportRooms) {}

  async nameplate(ctx: RequestContext): Promise<Nameplate | null> {
    const machine = await readNameplate(ctx, machineOf(ctx));
    return machine && { ...machine, requestTypes: await this.rooms.policies.requestTypes(ctx) };
  }

  /**
   * Takes the request in, about the link's own machine, and makes the link by which it is followed.
   * @throws Refusals with all that is to be mended, Refusal THROTTLED when too much came by this link
   */
  async report(
    ctx: RequestContext,
    input: RequestReportInput,
  ): Promise<{ request: FollowedRequest; followUrl: string }> {
    const { tickets, links, requests, contextOf } = this.rooms;
    const machine = await readNameplate(ctx, machineOf(ctx));
    if (!machine) throw machineNotFound();
    // the customer behind the machine is nothing that a link shows
    const product = asProduct(ctx);
    const ticket = { ...input, serial: machine.serial, channel: 'nameplate' as const };
    const against = input.reporterPhone.trim() === '' ? [phoneMissing()] : [];
    const { id } = await tickets.take(product, ticket, { against, ...this.withinBounds(product) });
    const reporter = await links.ofReporter(product, id);
    const request = reporter && (await requests.read(contextOf(reporter.holder, ctx.locale)));
    if (!request) throw requestNotFound();
    return { request, followUrl: reporter.url };
  }

  private withinBounds(ctx: RequestContext): Alongside {
    return {
      reads: [reportedWith(ctx)],
      decide: ([counted = []], ticketId) => {
        const [{ open, inTheHour } = { open: 0, inTheHour: 0 }] = counted as Counted[];
        if (open >= mostOpen) throw tooManyOpen(mostOpen);
        if (inTheHour >= mostInAnHour) throw tooManyInAnHour(mostInAnHour);
        return this.rooms.links.makingForReporter(ctx, ticketId);
      },
    };
  }
}

interface Counted {
  open: number;
  inTheHour: number;
}

/** How many requests came by this link: those that are open, and those of the last hour. */
const reportedWith = (ctx: RequestContext): Statement => ({
  text: `SELECT count(*) FILTER (WHERE t.state_category <> 'closed')::int AS open,
                count(*) FILTER (WHERE l.created_at > $3)::int AS "inTheHour"
           FROM link AS l JOIN ticket AS t ON t.tenant_id = l.tenant_id AND t.id = l.subject_id
          WHERE l.tenant_id = $1 AND l.reported_with = $2`,
  values: [ctx.tenantId, ctx.actor.memberId, new Date(ctx.now.getTime() - hourMs)],
});

function machineOf({ actor: { link } }: RequestContext): string {
  if (link?.kind !== 'nameplate') throw new Error('Only a nameplate link leads to a machine.');
  return link.subjectId;
}
