import type { Problem } from '@aftercare/policy-engine';
import { checkCalendars, parsePolicy } from '@aftercare/policy-engine';
import { parseIntake, parseSettings } from '@aftercare/rulebooks';
import type { EntityManager } from 'typeorm';
import { holdSubject } from '../../platform/changes';
import type { RequestContext } from '../../platform/context';
import { insideOf } from '../../platform/database';
import { newId } from '../../platform/graphql';
import type { CalendarService } from '../calendar';
import { inThePast, notSound } from './policy.errors';
import { PolicyVersion } from './policy.types';
import type { PolicyContent, PublishedPolicies } from './published-policies';

/** What may become a version, not checked yet; a rulebook template is one. */
export type PolicyProposal = { [Part in keyof PolicyContent]: unknown };

/**
 * Publishes the next version of the maker's rules with what it asks at intake (G1, P6).
 * @returns the version's row id
 * @throws Refusals with everything that is wrong with it; Refusal when it would take effect in the past of a house
 *   that has rules already
 */
export async function publishPolicy(
  ctx: RequestContext,
  published: PublishedPolicies,
  calendars: CalendarService,
  proposal: PolicyProposal,
  effectiveFrom: Date,
): Promise<string> {
  const { policy, intake, settings } = soundContent(proposal);
  return published.changing(ctx, async (manager) => {
    await holdSubject(manager, ctx.tenantId, 'policy');
    const newest = await newestNumber(ctx, manager);
    if (newest > 0 && effectiveFrom < ctx.now) throw inThePast();
    const problems = checkCalendars(policy, await calendars.of(ctx, [], insideOf(manager).query));
    if (problems.length > 0) throw notSound(below('policy', problems));
    const id = newId(ctx.now);
    const number = newest + 1;
    await manager.insert(PolicyVersion, {
      tenantId: ctx.tenantId,
      id,
      rulebook: policy.rulebook,
      number,
      content: policy,
      intake,
      settings,
      effectiveFrom,
      publishedAt: ctx.now,
    });
    await manager.query(
      `INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, actor_id, at)
       VALUES ($1, 'policy', 'published', $2, $3, 'internal', $4, $5)`,
      [ctx.tenantId, id, number, ctx.actor.memberId, ctx.now],
    );
    return id;
  });
}

function soundContent({ policy, intake, settings }: PolicyProposal): PolicyContent {
  const parsed = parsePolicy(policy);
  if ('problems' in parsed) throw notSound(below('policy', parsed.problems));
  const asked = parseIntake(parsed.policy, intake);
  const answered = parseSettings(parsed.policy, settings);
  if ('intake' in asked && 'settings' in answered)
    return { policy: parsed.policy, intake: asked.intake, settings: answered.settings };
  throw notSound([asked, answered].flatMap((part) => ('problems' in part ? part.problems : [])));
}

async function newestNumber(ctx: RequestContext, manager: EntityManager): Promise<number> {
  const [row] = (await manager.query(
    'SELECT coalesce(max(number), 0) AS newest FROM policy_version WHERE tenant_id = $1',
    [ctx.tenantId],
  )) as Array<{ newest: number }>;
  return row?.newest ?? 0;
}

const below = (part: string, problems: readonly Problem[]): Problem[] =>
  problems.map((each) => ({ ...each, path: each.path ? `${part}.${each.path}` : part }));
