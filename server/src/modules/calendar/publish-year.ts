import type { Calendar, Problem } from '@aftercare/policy-engine';
import { parseCalendar } from '@aftercare/policy-engine';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { holdSubject } from '../../platform/changes';
import type { RequestContext } from '../../platform/context';
import { insideOf } from '../../platform/database';
import { Refusal, Refusals } from '../../platform/errors';
import { newId } from '../../platform/graphql';
import { earlier, requestHash, requiredKey, takeKey } from '../../platform/idempotency';
import { CalendarVersion } from './calendar.entity';
import { calendarNotFound, wrongCalendarVersion } from './calendar.errors';
import type { CalendarYearPublishInput } from './calendar.inputs';
import type { PublishedCalendars } from './published-calendars';
import type { YearPlan } from './year-plan';
import { planYear } from './year-plan';

/**
 * What another room has against the house's calendars, the newest about to be published. Nothing is written yet, so
 * subjects of the change log can be held here.
 */
export type CalendarCheck = (
  ctx: RequestContext,
  manager: EntityManager,
  calendars: readonly Calendar[],
) => Promise<readonly Problem[]>;

/** What another room does when a version was published, in the same transaction. */
export type CalendarPublished = (
  ctx: RequestContext,
  manager: EntityManager,
  calendar: Calendar,
) => Promise<void>;

export interface Listeners {
  checks: readonly CalendarCheck[];
  handlers: readonly CalendarPublished[];
}

/**
 * Publishes the special days of a year as the next version of a calendar (B2, B4, B5).
 * @returns the version's row id
 * @throws Refusal NOT_FOUND, CONFLICT, INVALID; Refusals with everything that is wrong with the days
 */
export async function publishYear(
  ctx: RequestContext,
  published: PublishedCalendars,
  { checks, handlers }: Listeners,
  input: CalendarYearPublishInput,
): Promise<string> {
  const key = requiredKey(input.idempotencyKey);
  const hash = requestHash('calendarYearPublish', input);
  return published.changing(ctx, async (manager) => {
    await holdSubject(manager, ctx.tenantId, `calendar ${input.key}`);
    const before = await earlier(ctx, key, hash, manager);
    if (before) return before;
    const known = await published.read(ctx, insideOf(manager).query);
    const calendar = soundCalendar(planYear(newestOf(known, input), input, ctx.now));
    await mustSuit(ctx, manager, checks, [...known, calendar]);
    const id = newId(ctx.now);
    const taken = await takeKey(ctx, manager, key, hash, id);
    if (taken !== id) return taken;
    await insertVersion(ctx, manager, id, calendar, ctx.actor.memberId);
    for (const handle of handlers) await handle(ctx, manager, calendar);
    return id;
  });
}

function newestOf(known: readonly Calendar[], { key, expectedVersion }: CalendarYearPublishInput): Calendar {
  const versions = known.filter((calendar) => calendar.key === key);
  const newest = versions.at(-1);
  if (!newest) throw calendarNotFound([...new Set(known.map((calendar) => calendar.key))]);
  if (newest.version === expectedVersion) return newest;
  const base = versions.find(({ version }) => version === expectedVersion);
  throw wrongCalendarVersion(
    { expected: expectedVersion, current: newest.version },
    base ? differences(base, newest) : [],
  );
}

function soundCalendar({ content, placeOf }: YearPlan): Calendar {
  const parsed = parseCalendar(content);
  if ('calendar' in parsed) return parsed.calendar;
  throw new Refusals(
    parsed.problems.map(({ path, message }) => new Refusal('INVALID', placeOf(path), message)),
  );
}

async function mustSuit(
  ctx: RequestContext,
  manager: EntityManager,
  checks: readonly CalendarCheck[],
  calendars: readonly Calendar[],
): Promise<void> {
  const problems: Problem[] = [];
  for (const check of checks) problems.push(...(await check(ctx, manager, calendars)));
  if (problems.length > 0)
    throw new Refusals(problems.map(({ message }) => new Refusal('INVALID', [], message)));
}

/** Stores a sound version and tells of it in the change log. */
export async function insertVersion(
  ctx: RequestContext,
  manager: EntityManager,
  id: string,
  calendar: Calendar,
  publishedById: string | null,
): Promise<void> {
  await manager.insert(CalendarVersion, {
    tenantId: ctx.tenantId,
    id,
    key: calendar.key,
    number: calendar.version,
    content: calendar,
    publishedAt: ctx.now,
    publishedById,
  });
  await manager.query(
    `INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, actor_id, at)
     VALUES ($1, 'calendar', 'published', $2, $3, 'internal', $4, $5)`,
    [ctx.tenantId, id, calendar.version, ctx.actor.memberId, ctx.now],
  );
}

/** Names of what two versions have otherwise. */
function differences(before: Calendar, after: Calendar): string[] {
  const compared = ['title', 'zone', 'week', 'days', 'known', 'liveClocks', 'notices'] as const;
  return compared.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}
