import type { Calendar } from '@aftercare/policy-engine';
import type { Clock } from '../../platform/clock';
import type { RequestContext } from '../../platform/context';
import type { MachineDb, Statement } from '../../platform/database';
import type { PolicyService } from '../policy';
import { amendTicket } from './amend-ticket';
import type { TicketAtWork } from './ticket-at-work';
import { atWork, readsOf } from './ticket-at-work';
import { calendarOf, repinned } from './follow-calendar';
import type { FiredTimer, TicketEvents } from './ticket.events';

const pollMs = 500;
const batch = 100;
/** How long a claim holds; what a killed worker had claimed is taken up by others after that. */
const leaseMs = 5_000;

export interface TimerParts {
  machine: MachineDb;
  policies: PolicyService;
  events: TicketEvents;
  clock: Clock;
  /** The product itself, at work in one house. */
  system: (tenantId: string) => RequestContext;
  onFailure: (error: unknown) => void;
}

interface Claimed {
  id: string;
  tenantId: string;
  ticketId: string;
}

/**
 * Fires what is due: reminders, breaches, and pauses that reach their limit. Workers claim different timers; the
 * effect and the mark that it happened are one transaction, so a killed worker neither loses nor doubles one (F1, F7).
 */
export class TicketTimers {
  private timeout: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly parts: TimerParts) {}

  start(): void {
    this.timeout = setTimeout(() => {
      this.running = this.fireDue()
        .catch(this.parts.onFailure)
        .then(() => {
          if (!this.stopped) this.start();
        });
    }, pollMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timeout);
    await this.running;
  }

  /** Fires everything that is due now, oldest first, and answers how many it fired. */
  async fireDue(): Promise<number> {
    let fired = 0;
    for (;;) {
      const claimed = await this.claim();
      for (const timer of claimed) if (!this.stopped && (await this.fire(timer))) fired += 1;
      if (claimed.length < batch || this.stopped) return fired;
    }
  }

  private claim(): Promise<Claimed[]> {
    const now = this.parts.clock.now();
    return this.parts.machine.query<Claimed>(
      `UPDATE ticket_timer SET claimed_until = $2
        WHERE (tenant_id, id) IN (
          SELECT tenant_id, id FROM ticket_timer
           WHERE fired_at IS NULL AND at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
           ORDER BY at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
       RETURNING id, tenant_id AS "tenantId", ticket_id AS "ticketId"`,
      [now, new Date(now.getTime() + leaseMs)],
    );
  }

  private async fire({ id, tenantId, ticketId }: Claimed): Promise<boolean> {
    const { policies, events, system, onFailure } = this.parts;
    const ctx = system(tenantId);
    const due: Statement = {
      text: `SELECT kind, key, at, clock, tell FROM ticket_timer WHERE tenant_id = $1 AND id = $2 AND fired_at IS NULL`,
      values: [tenantId, id],
    };
    try {
      return await ctx.db.exclusively(ticketId, [...readsOf(ctx, ticketId), due], async (rows, inside) => {
        const [timer] = (rows[2] ?? []) as FiredTimer[];
        // another change of the ticket made it needless, or another worker was faster
        if (!timer) return { writes: [], result: false };
        const work = await atWork(ctx, policies, rows, inside);
        const published = calendarOf(timer.key);
        const calendars = published ? await this.calendarsWith(ctx, published, work) : work.calendars;
        const facts = published ? repinned(work, calendars, published) : [];
        const standing =
          timer.kind === 'reminder' ? [] : [amendTicket(ctx, { ...work, calendars }, { facts })];
        const happening = { ticket: work.ticket, facts, set: {}, timer };
        const { writes, afterwards } = await events.consequencesOf(ctx, happening, inside);
        return { writes: [fired(ctx, id), ...standing, ...writes], result: true, afterwards };
      });
    } catch (error) {
      // the claim runs out, and it is tried again
      onFailure(error);
      return false;
    }
  }

  /** Every version of the calendars, the published one included, which another process may know already. */
  private calendarsWith(
    ctx: RequestContext,
    published: { calendar: string; version: number },
    { facts, now, query }: TicketAtWork,
  ): Promise<readonly Calendar[]> {
    const pin = { kind: 'calendar-pinned', at: now, recordedAt: now, ...published } as const;
    return this.parts.policies.calendarsFor(ctx, [...facts, pin], query);
  }
}

const fired = (ctx: RequestContext, id: string): Statement => ({
  text: 'UPDATE ticket_timer SET fired_at = $3 WHERE tenant_id = $1 AND id = $2',
  values: [ctx.tenantId, id, ctx.now],
});
