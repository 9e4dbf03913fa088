import type { Locale } from '@aftercare/contract';
import type { GraphQLResolveInfo } from 'graphql';
import { holdSubject } from '../../platform/changes';
import type { Principal, RequestContext } from '../../platform/context';
import type { FieldReader, Reads, Row } from '../../platform/graphql';
import { decodeId, lookInto, newId } from '../../platform/graphql';
import { requestHash, requiredKey, takeKey } from '../../platform/idempotency';
import type { Jobs } from '../../platform/jobs';
import type { IdentityService } from '../identity';
import type { PolicyService } from '../policy';
import type { ExportFiles } from './export-files';
import { exportTickets } from './export-tickets';
import { logOwnChange } from './own-changes';
import { filterOf, keptFilter } from './saved-filter';
import type { TicketExportCreateInput } from './ticket-export.types';
import type { TicketOrder } from './ticket-list.inputs';

export const exportQueue = 'ticket-export';
export const failedExportQueue = 'ticket-export-failed';
/** A file is kept, and its link good, for a day. */
export const keptForMs = 24 * 3_600_000;
const atOncePerHouse = 2;
const busySeconds = 2;

export interface ExportParts {
  policies: PolicyService;
  identity: IdentityService;
  reads: Reads;
  reader: FieldReader;
  jobs: Jobs;
  files: ExportFiles;
  contextOf: (actor: Principal, locale: Locale) => RequestContext;
  systemContext: (tenantId: string, memberId: string) => RequestContext;
}

interface Job {
  tenantId: string;
  exportId: string;
}

interface Stored {
  ownerId: string;
  filter: unknown;
  orderBy: TicketOrder;
  locale: Locale;
}

type Outcome = { rowCount: number; fileSize: number } | { failure: 'not-allowed' | 'broken' };

/** Files of tickets, written in the background under the rights that their owner has by then. */
export class TicketExports {
  constructor(private readonly parts: ExportParts) {
    const { jobs } = parts;
    jobs.handle(exportQueue, (data, stopping) => this.run(data as Job, stopping), { atOnce: 2 });
    jobs.handle(failedExportQueue, (data) => this.giveUp(data as Job));
  }

  async create(
    ctx: RequestContext,
    input: TicketExportCreateInput,
    info: GraphQLResolveInfo,
  ): Promise<{ export: Row | null }> {
    const { filter, orderBy } = input;
    const key = requiredKey(input.idempotencyKey);
    const kept = keptFilter(filter);
    const hash = requestHash('ticketExportCreate', { kept, orderBy });
    const id = await ctx.db.write(async (manager) => {
      const mine = newId(ctx.now);
      await holdSubject(manager, ctx.tenantId, mine);
      const stored = await takeKey(ctx, manager, key, hash, mine);
      if (stored !== mine) return stored;
      await manager.query(
        `INSERT INTO ticket_export (tenant_id, id, owner_id, dealer_id, filter, order_by, locale, state, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, 1)`,
        [ctx.tenantId, mine, ctx.actor.memberId, ctx.actor.dealerId, kept, orderBy, ctx.locale, ctx.now],
      );
      await logOwnChange(ctx, manager, { topic: 'ticket-export', kind: 'created', id: mine, version: 1 });
      await this.parts.jobs.queue(manager, exportQueue, { tenantId: ctx.tenantId, exportId: mine });
      return mine;
    });
    this.parts.jobs.wake();
    return { export: await this.parts.reader.row(ctx, 'TicketExport', id, lookInto(info, 'export')) };
  }

  one(ctx: RequestContext, id: string, info: GraphQLResolveInfo): Promise<Row | null> | null {
    const row = decodeId('TicketExport', id);
    return row === null ? null : this.parts.reader.row(ctx, 'TicketExport', row, info);
  }

  private async run({ tenantId, exportId }: Job, stopping: AbortSignal): Promise<void> {
    const system = this.parts.systemContext(tenantId, exportId);
    const stored = await this.begin(system, exportId);
    if (stored === 'busy') return this.parts.jobs.postpone(exportQueue, { tenantId, exportId }, busySeconds);
    if (stored === 'over') return;
    // who they are is asked now: a member may have left, or belong elsewhere, since the export was ordered
    const owner = await this.parts.identity.principalOf(tenantId, stored.ownerId);
    if (!owner?.permissions.has('ticket:export'))
      return this.end(system, exportId, { failure: 'not-allowed' });
    const ctx = this.parts.contextOf(owner, stored.locale);
    let rowCount = 0;
    const fileSize = await this.parts.files.write(tenantId, exportId, ctx.now, async (write) => {
      const request = { filter: filterOf(stored.filter), orderBy: stored.orderBy };
      rowCount = await exportTickets(ctx, this.parts, request, write, stopping);
    });
    await this.end(system, exportId, { rowCount, fileSize });
  }

  /** Every try has failed. */
  private giveUp({ tenantId, exportId }: Job): Promise<void> {
    return this.end(this.parts.systemContext(tenantId, exportId), exportId, { failure: 'broken' });
  }

  /** Takes the export up, also from a worker that was killed, unless enough others of the house are running. */
  private begin(system: RequestContext, exportId: string): Promise<Stored | 'busy' | 'over'> {
    return system.db.write(async (manager) => {
      await holdSubject(manager, system.tenantId, exportQueue);
      const [row] = (await manager.query(
        `SELECT owner_id AS "ownerId", filter, order_by AS "orderBy", locale, state,
                (SELECT count(*)::int FROM ticket_export WHERE tenant_id = $1 AND state = 'running' AND id <> $2) AS others
           FROM ticket_export WHERE tenant_id = $1 AND id = $2`,
        [system.tenantId, exportId],
      )) as Array<Stored & { state: string; others: number }>;
      if (!row || !['waiting', 'running'].includes(row.state)) return 'over';
      if (row.others >= atOncePerHouse) return 'busy';
      await manager.query(
        `UPDATE ticket_export SET state = 'running', started_at = $3 WHERE tenant_id = $1 AND id = $2`,
        [system.tenantId, exportId, system.now],
      );
      return row;
    });
  }

  private async end(system: RequestContext, exportId: string, outcome: Outcome): Promise<void> {
    const { now, tenantId } = system;
    const expiresAt = new Date(now.getTime() + keptForMs);
    const result =
      'failure' in outcome
        ? ['failed', outcome.failure, null, null]
        : ['ready', null, outcome.rowCount, outcome.fileSize];
    await system.db.write(async (manager) => {
      await holdSubject(manager, tenantId, exportId);
      const [changed] = (await manager.query(
        `WITH ended AS (
           UPDATE ticket_export SET state = $3, failure = $4, row_count = $5, file_size = $6, finished_at = $7,
                  expires_at = $8, version = version + 1
            WHERE tenant_id = $1 AND id = $2 AND state IN ('waiting', 'running') RETURNING version, dealer_id)
         SELECT version, dealer_id AS "dealerId" FROM ended`,
        [tenantId, exportId, ...result, now, expiresAt],
      )) as Array<{ version: number; dealerId: string | null }>;
      if (!changed) return;
      const fields = ['state'];
      await logOwnChange(system, manager, {
        topic: 'ticket-export',
        kind: 'updated',
        id: exportId,
        ...changed,
        fields,
      });
    });
  }
}
