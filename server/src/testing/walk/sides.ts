import type { IdType } from '@aftercare/contract';
import { templates } from '@aftercare/rulebooks';
import type { GraphQLSchema } from 'graphql';
import type { Client } from 'pg';
import type { Principal, RequestContext } from '../../platform/context';
import { decodeAnyId, encodeId, newId } from '../../platform/graphql';
import type { StoryHouse } from '../story';
import { done } from '../story';
import type { UsualMakers } from '../story-people';
import { storyPassword, usualMakers } from '../story-people';
import type { Person } from './answers';
import { personOf } from './answers';
import type { Asker } from './baseline';
import { Documents } from './documents';
import type { Foreign } from './foreign';
import { without } from './foreign';
import { Harvest, openAll } from './harvest';
import { Ledger } from './ledger';
import type { Target } from './places';
import { targetsOf } from './places';
import { Register } from './register';
import { lookAround, settle } from './settle';

/** One party and what the database says of it. */
export interface Side extends Asker {
  tenantId: string;
  dealerId: string | null;
  /** A request of each of its people. */
  contexts: readonly RequestContext[];
}

/** Who walks and against whom, on one furnished house. */
export interface Ground {
  schema: GraphQLSchema;
  ledger: Ledger;
  register: Register;
  desk: Side;
  otherDesk: Side;
  dealer: Side;
  otherDealer: Side;
  nobody: Asker;
}

export interface GroundOptions {
  /** Left out, the house's own schema. */
  schema?: GraphQLSchema;
  /** How a token's owner, or somebody without a token, asks; left out, over HTTP and WebSocket. */
  personFor?: (token: string | undefined) => Person;
  /** Left out, every target is made use of. */
  only?: (target: Target) => boolean;
}

/** Who may do most asks first; the second is no supervisor of the first. */
const staff = ['everything', 'dispatcher', 'manager'];

/**
 * Lets every party make at least one of everything through the API, and then look at all that it sees.
 * @param admin a connection of the superuser to the house's database
 */
export async function prepareGround(
  house: StoryHouse,
  admin: Client,
  options: GroundOptions = {},
): Promise<Ground> {
  const schema = options.schema ?? house.app.schema;
  const documents = new Documents(schema);
  const ledger = new Ledger(admin);
  await ledger.open();
  await furnish(house);

  const { dealer1, dealer2 } = house.houses.ironmole.dealers;
  const sideOf = gatherPeople(house, options);
  const desk = await sideOf('the desk', 'ironmole', staff, null);
  const otherDesk = await sideOf("another maker's desk", 'purefount', staff, null);
  const otherDealer = await sideOf('dealer 1', 'ironmole', ['dealer1'], dealer1.dealerId);
  const dealer = await sideOf('dealer 2', 'ironmole', ['dealer2'], dealer2.dealerId);
  const sides = [desk, otherDesk, otherDealer, dealer];

  const targets = targetsOf(schema).filter(options.only ?? (() => true));
  const surroundings = { schema, documents, ledger, targets, origin: house.app.url };
  for (const side of sides) await settle(side, surroundings);
  // what others made meanwhile
  for (const side of sides) await lookAround(side, surroundings);
  // what the walk makes comes after what is there, in every list
  house.clock.advance({ minutes: 1 });
  const register = await new Register(admin).read();
  for (const side of sides) await completeHarvest(side, sides, register, surroundings);
  return {
    schema,
    ledger,
    register,
    desk,
    otherDesk,
    dealer,
    otherDealer,
    nobody: {
      name: 'nobody',
      people: [options.personFor?.(undefined) ?? personOf(house.anybody())],
      own: new Harvest(),
      self: desk.self,
      now: desk.now,
    },
  };
}

/** Somebody who may do everything, rules that ask for much, and a ticket for every machine. */
async function furnish(house: StoryHouse): Promise<void> {
  const { app, clock, houses, as, file } = house;
  const soon = new Date(clock.now().getTime() + 60_000);
  for (const slug of usualMakers) {
    const ctx = app.contexts.system(houses[slug].tenantId, newId(clock.now()));
    await app.services.identity.addMember(ctx, {
      email: `everything@${slug}.example`,
      password: storyPassword,
      name: `${slug} everything`,
      roles: ['admin', 'manager', 'dispatcher', 'engineer', 'quality', 'parts'],
      dealerId: null,
    });
    // of all templates this one asks for most: classes of severity, approvals, pauses, owners
    await app.services.policies.publish(ctx, templates.R1, soon);
  }
  clock.set(soon);
  for (const slug of usualMakers) {
    const dispatcher = await as(`dispatcher@${slug}`);
    const engineer = encodeId('Member', houses[slug].staff.engineer);
    const ctx = app.contexts.system(houses[slug].tenantId, newId(clock.now()));
    for (const { serial, equipmentId } of Object.values(houses[slug].dealers)) {
      const { id, version } = await file(dispatcher, serial);
      await repaired(house, ctx, {
        equipmentId,
        ticket: uuidOf(id),
        policyVersionId: houses[slug].policyVersionId,
      });
      await done(dispatcher, 'ticketAssign', {
        ...{ ticketId: id, assigneeId: engineer, expectedVersion: version },
      });
    }
  }
}

/** A machine whose repair carries a warranty, where the rules by which it was done give one. */
async function repaired(
  { app, clock }: StoryHouse,
  ctx: RequestContext,
  { equipmentId, ticket, policyVersionId }: { equipmentId: string; ticket: string; policyVersionId: string },
): Promise<void> {
  const policy = await app.services.policies.version(ctx, policyVersionId);
  const on = clock.now().toISOString().slice(0, 10);
  await ctx.db.write(async (manager) => {
    const stamps = await app.services.equipment.repairStamp(
      ctx,
      equipmentId,
      { id: policyVersionId, policy },
      { ticket, label: { zh: '维修', en: 'Repair' }, on },
      { query: (text, values) => manager.query(text, values) },
    );
    for (const { text, values } of stamps) await manager.query(text, values as unknown[]);
  });
}

const gatherPeople =
  ({ as, app, houses, clock }: StoryHouse, { personFor }: GroundOptions) =>
  async (
    name: string,
    slug: UsualMakers,
    whos: readonly string[],
    dealerId: string | null,
  ): Promise<Side> => {
    const clients = await Promise.all(whos.map((who) => as(`${who}@${slug}`)));
    const principals = (await Promise.all(
      clients.map(({ token }) => app.authenticator.authenticate(token as string)),
    )) as Principal[];
    return {
      name,
      people: clients.map((client) => personFor?.(client.token) ?? personOf(client)),
      own: new Harvest(),
      self: {
        email: `${whos[0] ?? ''}@${slug}.example`,
        tenant: slug,
        members: principals.map(({ memberId }) => encodeId('Member', memberId)),
      },
      now: () => clock.now(),
      tenantId: houses[slug].tenantId,
      dealerId,
      contexts: principals.map((principal) => app.contexts.of(principal, 'en')),
    };
  };

/** Lets a side open whatever of the others' harvests it may see, so that the rest is not its own. */
async function completeHarvest(
  { own, people, contexts }: Side,
  sides: readonly Side[],
  register: Register,
  { schema, documents }: { schema: GraphQLSchema; documents: Documents },
): Promise<void> {
  for (const key of await register.keysOf(contexts)) own.know('idempotencyKey', key);
  const visible = await register.visibleTo(contexts);
  const ids = sides.flatMap((side) => side.own.allIds).filter((id) => visible.has(uuidOf(id)));
  for (const id of ids) own.know('id', id);
  await openAll(schema, documents, people[0] as Person, own, ids.length);
}

const uuidOf = (id: string) => decodeAnyId(id)?.uuid ?? '';

/** What `asker` may not see of what the others see, by owner. */
export async function foreignTo(
  asker: Side,
  others: readonly Side[],
  register: Register,
): Promise<Foreign[]> {
  const visible = await register.visibleTo(asker.contexts);
  const ids = new Map<string, Map<IdType, string[]>>();
  for (const { own } of others) {
    for (const [type, found] of own.ids) {
      for (const id of found) {
        const owned = register.ownerOf(uuidOf(id));
        if (!owned || visible.has(uuidOf(id))) continue;
        const owner = nameOf(owned, asker);
        const ofOwner = ids.get(owner) ?? new Map<IdType, string[]>();
        ids.set(owner, ofOwner.set(type, [id]));
      }
    }
  }
  return others.map((other) => {
    const owner = nameOf(other, asker);
    return without(other.own, asker.own, owner, ids.get(owner) ?? new Map());
  });
}

function nameOf(owned: { tenantId: string; dealerId?: string | null | undefined }, asker: Side): string {
  if (owned.tenantId !== asker.tenantId) return 'another house';
  return owned.dealerId && owned.dealerId !== asker.dealerId ? 'another dealer' : 'the maker';
}
