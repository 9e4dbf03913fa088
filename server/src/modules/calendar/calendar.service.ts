import type { Calendar, Fact } from '@aftercare/policy-engine';
import { parseCalendar } from '@aftercare/policy-engine';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/context';
import type { Inside } from '../../platform/database';
import { badInput } from '../../platform/errors';
import type { FieldReader, Row } from '../../platform/graphql';
import { lookInto, newId } from '../../platform/graphql';
import { calendarYear } from './calendar-year';
import type { CalendarYearPublishInput } from './calendar.inputs';
import type { CalendarYear } from './calendar.types';
import type { CalendarCheck, CalendarPublished } from './publish-year';
import { insertVersion, publishYear } from './publish-year';
import { PublishedCalendars } from './published-calendars';

/** When the makers work. */
export class CalendarService {
  private readonly published = new PublishedCalendars();
  private readonly checks: CalendarCheck[] = [];
  private readonly handlers: CalendarPublished[] = [];

  constructor(private readonly reader: FieldReader) {}

  /** Rooms that count by calendars may object to a version before it is published. */
  onPublishing(check: CalendarCheck): void {
    this.checks.push(check);
  }

  /** Rooms whose rows were judged by an older version follow up in the transaction that publishes (B4). */
  onPublished(handler: CalendarPublished): void {
    this.handlers.push(handler);
  }

  /** What another process published is read anew. */
  forget(tenantId: string): void {
    this.published.forget(tenantId);
  }

  /**
   * Every version of every calendar of the house, as `evaluateClocks` takes them.
   * @param facts of the ticket that is judged: the versions that it is pinned to are among those answered
   * @param query of the running transaction, if there is one
   */
  of(ctx: RequestContext, facts?: readonly Fact[], query?: Inside['query']): Promise<readonly Calendar[]> {
    return this.published.of(ctx, facts, query);
  }

  /**
   * Gives a new house the calendars of its template, as their first versions.
   * @throws Error naming every problem of a calendar by its path
   */
  async found(ctx: RequestContext, calendars: readonly Calendar[]): Promise<void> {
    await this.published.changing(ctx, async (manager) => {
      for (const calendar of calendars) {
        const parsed = parseCalendar({ ...calendar, version: 1, publishedAt: ctx.now.getTime() });
        if ('problems' in parsed)
          throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message.en}`).join('\n'));
        await insertVersion(ctx, manager, newId(ctx.now), parsed.calendar, null);
      }
    });
  }

  /**
   * Publishes the special days of a year on top of the newest version.
   * @throws Refusal or Refusals naming the fields to mend
   */
  async publishYear(
    ctx: RequestContext,
    input: CalendarYearPublishInput,
    info?: GraphQLResolveInfo,
  ): Promise<{ calendar: Row | null }> {
    const { checks, handlers } = this;
    const id = await publishYear(ctx, this.published, { checks, handlers }, input);
    ctx.loaders.clear();
    const look = info && lookInto(info, 'calendar');
    return { calendar: await this.reader.row(ctx, 'CalendarVersion', id, look) };
  }

  /** The newest version of each calendar, by key. */
  async newest(ctx: RequestContext, info: GraphQLResolveInfo): Promise<Array<Row | null>> {
    const rows = await ctx.db.query<{ id: string }>(
      `SELECT DISTINCT ON (key) id FROM calendar_version WHERE tenant_id = $1 ORDER BY key, number DESC`,
      [ctx.tenantId],
    );
    const ids = rows.map(({ id }) => id);
    return this.reader.rows(ctx, 'CalendarVersion', ids, info);
  }

  /** A year of the newest version of a calendar; null where the house has none of that key. */
  async year(
    ctx: RequestContext,
    { key, year }: { key: string; year: number },
    info: GraphQLResolveInfo,
  ): Promise<CalendarYear | null> {
    if (year < 1970 || year > 9999)
      throw badInput('year', { zh: '年份须在 1970 至 9999 之间。', en: 'Ask for a year from 1970 to 9999.' });
    const [row] = await ctx.db.query<{ id: string; content: Calendar }>(
      `SELECT id, content FROM calendar_version WHERE tenant_id = $1 AND key = $2 ORDER BY number DESC LIMIT 1`,
      [ctx.tenantId, key],
    );
    const version = row && (await this.reader.row(ctx, 'CalendarVersion', row.id, lookInto(info, 'version')));
    return row && version ? { ...calendarYear(row.content, year), version } : null;
  }
}
