import type { DocumentNode, FieldNode, GraphQLField, GraphQLSchema } from 'graphql';
import { execute, getNamedType, getOperationAST, isLeafType, isNonNullType, Kind, parse } from 'graphql';
import { Client } from 'pg';
import pino from 'pino';
import { getMetadataStorage } from 'type-graphql';
import type { Permission } from '@aftercare/contract';
import type { House } from '../house';
import { buildHouse } from '../house';
import type { GraphQLContext, Principal } from '../platform/context';
import { encodeId } from '../platform/graphql';
import type { Supply } from './random-arguments';
import type { StoryClient } from './story-client';
import { clientOf } from './story-client';
import type { DifferentHouse } from './story-everything';
import { differentMakers, fillHouses } from './story-everything';
import { openHouse } from './story-house';
import { done } from './story-mutation';
import { cursorsFor, everyThing, houseWords } from './random-supplies';

/** Somebody who asks, and what they can name in arguments. */
export interface Asker {
  who: Principal;
  supply: Supply;
}

/** One filled database, read by the product in its two ways: all at once, and level by level. */
export interface TwoReaders {
  ahead: House;
  naive: House;
  /** Staff and dealers of both houses, and those who came by a link. */
  askers: readonly Asker[];
  close(): Promise<void>;
}

/** An answer to the byte, and what it holds. */
export interface Answered {
  text: string;
  data: Record<string, unknown> | null;
}

export async function openTwoReaders(): Promise<TwoReaders> {
  const house = await openHouse({ makers: differentMakers });
  const naive = buildHouse(
    {
      databaseUrl: house.database.serverUrl,
      secret: 'a secret of stories, long enough for one',
      log: pino({ level: 'silent' }),
      filesDir: house.filesDir,
      // addresses are part of answers
      publicUrl: house.app.url,
      reader: 'naive',
    },
    house.clock,
  );
  await naive.source.initialize();
  const askers = await furnish(house);
  // what is answered tells where the change log stands
  await naive.changes.start();
  return {
    ahead: house.app,
    naive,
    askers,
    async close() {
      await naive.changes.stop();
      await naive.source.destroy();
      await naive.machinePool.end();
      await house.close();
    },
  };
}

async function furnish(house: DifferentHouse): Promise<Asker[]> {
  const staff = {
    admin: await house.as('admin@ironmole'),
    desk: await house.as('dispatcher@ironmole'),
    quality: await house.as('quality@ironmole'),
    dealer1: await house.as('dealer1@ironmole'),
    dealer2: await house.as('dealer2@ironmole'),
    elsewhere: await house.as('dispatcher@clearwater'),
    shared: await house.as('dealer@shared', 'clearwater'),
  };
  await fillHouses(house, staff);
  const clients = [...Object.values(staff), ...(await linkHolders(house, staff.desk))];
  await house.app.timers.stop();
  const admin = new Client(house.database.adminUrl);
  await admin.connect();
  const things = await everyThing(house.app, house.clock.now(), admin);
  const askers = await Promise.all(
    clients.map(async (client) => {
      const who = (await house.app.authenticator.authenticate(client.token ?? '')) as Principal;
      const rootFields = rootFieldsFor(house.app, who);
      const ask = async (text: string) => {
        const { data, text: told } = await answer(house.app, who, parse(text));
        if (!data) throw new Error(`${who.name} was refused: ${told}`);
        return data;
      };
      const words = { ...things.words, ...(await houseWords(who.tenantId, admin)) };
      const lists = await cursorsFor(house.app.schema, rootFields, ask);
      return { who, supply: { rootFields, ...things, words, ...lists } };
    }),
  );
  await admin.end();
  return askers;
}

/** Whoever scanned a nameplate, and whoever follows a request. */
async function linkHolders({ app, houses }: DifferentHouse, desk: StoryClient): Promise<StoryClient[]> {
  const machine = { equipmentId: encodeId('Equipment', houses.ironmole.dealers.dealer1.equipmentId) };
  const tickets = '{ tickets(first: 100) { nodes { id comments(first: 3) { nodes { id } } } } }';
  const { nodes } = (
    await desk.ask<{ tickets: { nodes: Array<{ id: string; comments: { nodes: object[] } }> } }>(tickets)
  ).tickets;
  const talkedOf = nodes.find(({ comments }) => comments.nodes.length === 3);
  const made = [
    await done<{ url: string }>(desk, 'equipmentLinkCreate', machine, 'url'),
    await done<{ url: string }>(desk, 'ticketLinkCreate', { ticketId: talkedOf?.id }, 'url'),
  ];
  return made.map(({ url }) => clientOf(app.url, `lnk_${url.split('/s/')[1]}`));
}

/** The queries of objects that somebody's permissions open. */
function rootFieldsFor({ schema }: House, { permissions }: Principal): ReadonlySet<string> {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const open = getMetadataStorage().queries.filter(
    ({ schemaName, roles }) =>
      !isLeafType(getNamedType(fields[schemaName]?.type)) &&
      roles?.every((role: Permission) => permissions.has(role)),
  );
  return new Set(open.map(({ schemaName }) => schemaName));
}

/**
 * What a reader answers, to the byte. One refusal in a field that is never null takes all the rest of an answer
 * with it; whether others were told before it, which of several root fields is the first to refuse, and which row
 * of a list, is left to chance. So it is then told alone, and all refusals in the order of their places, without numbers.
 */
export async function answer(
  { schema, contexts }: House,
  who: Principal,
  document: DocumentNode,
  flipped = false,
): Promise<Answered> {
  const contextValue: GraphQLContext = { visitor: { locale: 'en' }, request: contexts.of(who, 'en') };
  const variableValues = { yes: !flipped, no: flipped, two: flipped ? 3 : 2 };
  const { data, errors = [] } = await execute({ schema, document, contextValue, variableValues });
  const counted = data ? errors : errors.filter(({ path }) => isNeverNull(schema, document, path?.[0]));
  const told = counted
    .map(({ path = [], message }) => [path.filter((key) => typeof key === 'string').join(' '), message])
    .sort(([one = ''], [other = '']) => one.localeCompare(other));
  return { text: JSON.stringify({ data, told }), data: data ?? null };
}

function isNeverNull(
  schema: GraphQLSchema,
  document: DocumentNode,
  key: string | number | undefined,
): boolean {
  const asked = getOperationAST(document)?.selectionSet.selections.find(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && selection.alias?.value === key,
  );
  return isNonNullType(schema.getQueryType()?.getFields()[asked?.name.value ?? '']?.type);
}

/** Whether there is anything in what a field answered: of a list or a page, at least one row. */
export function isSomething({ type }: Pick<GraphQLField<unknown, unknown>, 'type'>, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => each !== null);
  if (typeof value !== 'object' || value === null) return false;
  if (!getNamedType(type).name.endsWith('Connection')) return true;
  return Object.values(value).some((each) => Array.isArray(each) && each.length > 0);
}
