import type { Calendar, Fact } from '@aftercare/policy-engine';
import { parseCalendar } from '@aftercare/policy-engine';
import type { EntityManager } from 'typeorm';
import { HouseMemory } from '../../platform/changes';
import type { RequestContext } from '../../platform/context';
import type { Inside } from '../../platform/database';

/** The versions of every calendar of a house: stored for good, and remembered by the process. */
export class PublishedCalendars {
  private readonly memory = new HouseMemory<readonly Calendar[]>();

  /**
   * Every version of every calendar of the asker's house, oldest first; at least those that the facts are pinned to,
   * also when another process published them a moment ago.
   * @param query of the running transaction, if there is one: who holds a connection must not wait for another
   */
  async of(
    ctx: RequestContext,
    facts: readonly Fact[] = [],
    query?: Inside['query'],
  ): Promise<readonly Calendar[]> {
    const recall = () => this.memory.recall(ctx.tenantId, () => this.read(ctx, query));
    const known = await recall();
    if (facts.every((fact) => fact.kind !== 'calendar-pinned' || has(known, fact))) return known;
    this.memory.forget(ctx.tenantId);
    return recall();
  }

  async read(
    ctx: RequestContext,
    query: Inside['query'] = (...statement) => ctx.db.query(...statement),
  ): Promise<readonly Calendar[]> {
    const rows = (await query(
      'SELECT content FROM calendar_version WHERE tenant_id = $1 ORDER BY key, number',
      [ctx.tenantId],
    )) as Array<{ content: unknown }>;
    return rows.map(({ content }) => {
      const parsed = parseCalendar(content);
      if ('problems' in parsed) throw new Error(`A calendar of house ${ctx.tenantId} is not readable.`);
      return parsed.calendar;
    });
  }

  /** A transaction that publishes. */
  changing<Result>(ctx: RequestContext, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.memory.whileChanging(ctx.tenantId, () => ctx.db.write(work));
  }

  forget(tenantId: string): void {
    this.memory.forget(tenantId);
  }
}

const has = (known: readonly Calendar[], pin: { calendar: string; version: number }): boolean =>
  known.some(({ key, version }) => key === pin.calendar && version === pin.version);
