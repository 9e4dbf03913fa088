import type { IdType, Role } from '@aftercare/contract';
import { templates } from '@aftercare/rulebooks';
import type { Services } from '../house';
import type { PolicyProposal } from '../modules/policy';
import type { RequestContext } from '../platform/context';
import type { Row } from '../platform/graphql';
import { encodeId } from '../platform/graphql';
import type { DemoHouse, DemoPerson, DemoPlace } from './demo-house';
import { rolesOf } from './demo-house';
import type { Entry } from './agenda';
import { foundedDaysAgo } from './agenda';
import { lifeOf } from './machine-life';
import type { Moments } from './moments';
import { phoneOf } from './phones';
import type { Troupe } from './troupe';

export interface Furnishing {
  demo: DemoHouse;
  services: Services;
  troupe: Troupe;
  moments: Moments;
  password: string;
}

const once = (name: string) => ({ idempotencyKey: `demo ${name}` });

/**
 * A house with its rules, people, catalogues, dealers and customers. What is there already is left as it is.
 * @returns what happens to its machines
 */
export async function furnishHouse(furnishing: Furnishing): Promise<Entry[]> {
  await foundHouse(furnishing);
  const { demo, services, troupe } = furnishing;
  const { parties, equipment, parts } = services;
  const ctx = troupe.as(`manager@${demo.tenant.slug}.example`, foundedDaysAgo * 24);

  for (const point of demo.servicePoints) {
    const phone = phoneOf(point.name);
    await parties.servicePoints.create(ctx, { ...point, phone, ...once(`point ${point.name}`) });
  }
  const modelIds = new Map<string, string>();
  for (const model of demo.models) {
    const made = await equipment.models.create(ctx, { ...model, ...once(`model ${model.code}`) });
    modelIds.set(model.code, publicId('EquipmentModel', made));
  }
  for (const part of demo.parts) await parts.create(ctx, { ...part, ...once(`part ${part.number}`) });

  const entries: Entry[] = [];
  const settleAll = async (places: readonly DemoPlace[], dealerId: string | null) => {
    for (const place of places)
      entries.push(...(await settle(furnishing, ctx, place, { dealerId, modelIds })));
  };
  for (const { name, province, clerk, email, places } of demo.dealers) {
    const facts = { name, province, phone: phoneOf(name) };
    const dealer = await parties.dealers.create(ctx, { ...facts, ...once(`dealer ${name}`) });
    if (!dealer) throw new Error(`Nobody sees the dealer ${name}.`);
    await join(furnishing, { email, name: clerk, roles: ['dealer'], dealerId: dealer.id });
    await settleAll(places, publicId('Dealer', dealer));
  }
  await settleAll(demo.direct, null);
  return entries;
}

/** A customer with a site and whom to call there; answers what happens to its machines. */
async function settle(
  furnishing: Furnishing,
  ctx: RequestContext,
  { customer: name, note, site, address, province, contact, machines }: DemoPlace,
  { dealerId, modelIds }: { dealerId: string | null; modelIds: ReadonlyMap<string, string> },
): Promise<Entry[]> {
  const { parties } = furnishing.services;
  const customer = { name, dealerId, ...(note && { note }) };
  const customerId = publicId(
    'Customer',
    await parties.customers.create(ctx, { ...customer, ...once(`customer ${name}`) }),
  );
  const place = { customerId, name: site, address, province };
  const siteId = publicId(
    'Site',
    await parties.sites.create(ctx, { ...place, ...once(`site ${name} ${site}`) }),
  );
  const person = { customerId, siteId, ...contact, phone: phoneOf(contact.name) };
  await parties.contacts.create(ctx, { ...person, ...once(`contact ${name} ${contact.name}`) });
  return machines.flatMap((machine) => {
    const modelId = modelIds.get(machine.model);
    if (!modelId) throw new Error(`There is no model ${machine.model}.`);
    return lifeOf(furnishing, machine, { customerId, siteId, modelId });
  });
}

/** Tenant, rules and the maker's own people. */
async function foundHouse(furnishing: Furnishing): Promise<void> {
  const { demo, services, troupe } = furnishing;
  const ctx = troupe.nobody(foundedDaysAgo * 24);
  if (!(await known(ctx, 'SELECT id FROM tenant WHERE id = $1'))) {
    await services.tenancy.found(ctx, demo.tenant);
  }
  if (!(await known(ctx, 'SELECT id FROM calendar_version WHERE tenant_id = $1'))) {
    await services.calendars.found(ctx, templates[demo.rulebook].calendars);
  }
  if (!(await known(ctx, 'SELECT id FROM policy_version WHERE tenant_id = $1'))) {
    await services.policies.publish(ctx, rulesOf(demo), ctx.now);
  }
  const { slug } = demo.tenant;
  await Promise.all(
    Object.entries(demo.people).map(([person, name]) =>
      join(furnishing, {
        email: `${person}@${slug}.example`,
        name,
        roles: [...rolesOf[person as DemoPerson]],
        dealerId: null,
      }),
    ),
  );
}

/** The template, with the maker's own list of wear parts. */
function rulesOf({ rulebook, parts }: DemoHouse): PolicyProposal {
  const template = templates[rulebook];
  const { warranty } = template.policy;
  if (!warranty) return template;
  const wear = parts.filter(({ ownWear }) => ownWear).map(({ number }) => number);
  const wearParts = { ...warranty.wearParts, lists: [{ parts: wear }] };
  return { ...template, policy: { ...template.policy, warranty: { ...warranty, wearParts } } };
}

async function join(
  { services, troupe, password }: Furnishing,
  member: { email: string; name: string; roles: Role[]; dealerId: string | null },
): Promise<void> {
  const ctx = troupe.nobody(foundedDaysAgo * 24);
  const memberId =
    (await known(ctx, 'SELECT id FROM membership WHERE tenant_id = $1 AND name = $2', member.name)) ??
    (await services.identity.addMember(ctx, { ...member, password }));
  troupe.add(member.email, { ...member, memberId });
}

async function known(ctx: RequestContext, sql: string, ...values: unknown[]): Promise<string | undefined> {
  const [row] = await ctx.db.query<{ id: string }>(sql, [ctx.tenantId, ...values]);
  return row?.id;
}

function publicId(type: IdType, row: Row | null): string {
  if (!row) throw new Error(`What was made as ${type} is not to be seen.`);
  return encodeId(type, row.id);
}
