import type { Fact, Policy, Step, StepInput } from '@aftercare/policy-engine';
import { stepsFrom, ticketCircumstances } from '@aftercare/policy-engine';
import { Client } from 'pg';
import { rolesOf } from '../demo/demo-house';
import type { TestDatabase } from './database';

/** Looks into a database as its superuser. */
export async function look<Row>(
  { adminUrl }: TestDatabase,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const admin = new Client(adminUrl);
  await admin.connect();
  try {
    return (await admin.query(text, values)).rows as Row[];
  } finally {
    await admin.end();
  }
}

/** What a load leaves behind: every ticket with what hangs on it, and how much each house has of everything else. */
export const left = (database: TestDatabase): Promise<unknown[][]> =>
  Promise.all([ticketsWithAll(database), countsPerHouse(database)]);
const ticketsWithAll = (database: TestDatabase) =>
  look(
    database,
    `SELECT t.slug, k.number, k.subject, k.state, k.version, k.missed_at, k.created_at,
            (SELECT count(*)::int FROM ticket_fact f WHERE f.ticket_id = k.id) AS facts,
            (SELECT count(*)::int FROM ticket_comment c WHERE c.ticket_id = k.id) AS comments,
            (SELECT count(*)::int FROM ticket_charge c WHERE c.ticket_id = k.id) AS charges,
            (SELECT count(*)::int FROM ticket_attachment a WHERE a.ticket_id = k.id) AS attachments,
            (SELECT count(*)::int FROM change c WHERE c.subject_id = k.id) AS changes,
            (SELECT count(*)::int FROM notification n WHERE n.ticket_id = k.id) AS told
       FROM ticket k JOIN tenant t ON t.id = k.tenant_id ORDER BY t.slug, k.number`,
  );
export const countsPerHouse = (database: TestDatabase) =>
  look<Record<string, number>>(
    database,
    `SELECT t.slug, ${[
      'dealer',
      'customer',
      'site',
      'contact',
      'service_point',
      'equipment_model',
      'equipment',
      'part',
      'membership',
      'meter_reading',
      'equipment_limit',
      'warranty_stamp',
    ]
      .map((table) => `(SELECT count(*)::int FROM ${table} x WHERE x.tenant_id = t.id) AS ${table}`)
      .join(', ')} FROM tenant t ORDER BY t.slug`,
  );

const givingUp = ['withdraw', 'cancel'];

/**
 * Whether somebody of the house can take a ticket further, as it is or after writing down, asking for or agreeing what
 * the step waits for. Giving up does not count.
 */
export function canGoOn(
  policy: Policy,
  { state, facts }: { state: string; facts: readonly Fact[] },
  moment: Date,
): boolean {
  const now = moment.getTime();
  const circumstances = ticketCircumstances(policy, facts, now);
  if (!circumstances) return false;
  return Object.entries(rolesOf).some(([person, roles]) => {
    const input: StepInput = {
      ...{ policy, state, circumstances, facts, now, openChildren: 0 },
      actor: { id: person, roles },
    };
    return stepsFrom(input).some(
      (step) =>
        !givingUp.includes(step.key) &&
        (step.possible || step.missing.every((each) => canBeMended(policy, each))),
    );
  });
}

const held: readonly string[] = Object.values(rolesOf).flat();

function canBeMended(
  policy: Policy,
  missing: Extract<Step, { possible: false }>['missing'][number],
): boolean {
  if (missing.kind === 'RECORD') {
    const { by } = policy.records?.find(({ key }) => key === missing.record) ?? {};
    return by === undefined || by.some((role) => held.includes(role));
  }
  if (missing.kind === 'APPROVAL')
    return [...missing.by, ...missing.deputies].some((role) => held.includes(role));
  if (missing.kind === 'AGREEMENT') return policy.agreements?.by.some((role) => held.includes(role)) ?? false;
  return missing.kind === 'OWNER';
}
