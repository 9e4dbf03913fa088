import type { IdType } from '@aftercare/contract';
import { idPrefixes } from '@aftercare/contract';
import { Client } from 'pg';
import { decodeAnyId } from '../../platform/graphql';
import type { StoryHouse } from '../story';
import { openHouse } from '../story';
import type { Ground, Harvest, LinkHolders, Target, WalkResult } from '.';
import {
  foreignTo,
  deafTo,
  indifferent,
  linkHolders,
  neverAnswered,
  orderedFiles,
  placesOf,
  prepareGround,
  sentenceOf,
  unreachedBy,
  tableOf,
  targetsOf,
  walk,
} from '.';
import type { Foreign } from './foreign';
import type { Register } from './register';

/** A tenth of it on a machine that does nothing else. */
const walkMs = 600_000;

let house: StoryHouse;
let admin: Client;
let ground: Ground;
let holders: LinkHolders;
let toDesk: Foreign[];
let toDealer: Foreign[];
let toVisitor: Foreign[];
let toFollower: Foreign[];
const results: WalkResult[] = [];

beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  ground = await prepareGround(house, admin);
  holders = await linkHolders(house, ground);
  await ground.ledger.holdJobs();
  const { desk, otherDesk, dealer, otherDealer, register } = ground;
  const everybody = [otherDesk, otherDealer, dealer, desk, ...holders.otherFollowers];
  toVisitor = await foreignTo(holders.visitor, [...everybody, holders.follower], register);
  toFollower = await foreignTo(holders.follower, [...everybody, holders.visitor], register);
  toDesk = await foreignTo(desk, [otherDesk], register);
  toDealer = await foreignTo(dealer, [otherDesk, otherDealer, desk], register);
}, walkMs);
afterAll(async () => {
  await holders.close();
  await admin.end();
  await house.close();
});

const ownersOf = (foreign: readonly Foreign[], type: IdType) =>
  foreign.filter(({ ids }) => (ids.get(type) ?? []).length > 0).map(({ owner }) => owner);

const orderExport =
  'mutation ($key: String!) { ticketExportCreate(input: {idempotencyKey: $key}) { export { id } } }';

const openToLinks = ({ name }: Target) =>
  /^(nameplate|request|followedRequest|FollowedRequest|fileUpload)/.test(name);

const allWalked = () => results.flatMap(({ walked }) => walked);

/** The kinds of things that somebody was shown and that are a dealer's. */
const typesOfDealers = (own: Harvest, register: Register) =>
  [...own.ids]
    .filter(([, ids]) => [...ids].some((id) => register.ownerOf(decodeAnyId(id)?.uuid as string)?.dealerId))
    .map(([type]) => type);

type AskerName = 'desk' | 'dealer' | 'nobody' | 'visitor' | 'follower';

async function leaksFor(
  asker: AskerName,
  foreign: readonly Foreign[],
  only?: (target: Target) => boolean,
): Promise<string[]> {
  const { schema, ledger } = ground;
  const result = await walk({
    ...{ schema, ledger, asker: { ...ground, ...holders }[asker], foreign, filesOf: orderedFiles(house) },
    ...(only && { only }),
  });
  results.push(result);
  return result.walked.flatMap(({ leaks }) => leaks.map(sentenceOf));
}

describe('what the walk has in hand', () => {
  it('a thing of another house for every kind of id', () => {
    const missing = (Object.keys(idPrefixes) as IdType[]).filter(
      (type) => ownersOf(toDesk, type).length === 0 || !ownersOf(toDealer, type).includes('another house'),
    );
    expect(missing).toEqual([]);
  });

  it('a thing of another dealer for every kind of id that a dealer has things of', () => {
    const { dealer, otherDealer, desk, register } = ground;
    const types = new Set([dealer, otherDealer, desk].flatMap(({ own }) => typesOfDealers(own, register)));
    expect([...types].filter((type) => !ownersOf(toDealer, type).includes('another dealer'))).toEqual([]);
    expect([...types]).toEqual(expect.arrayContaining(['Dealer', 'Customer', 'Site', 'Equipment', 'Ticket']));
  });

  it('nobody was shown, in any list, what the database hides from them', async () => {
    const { desk, otherDesk, dealer, otherDealer, register } = ground;
    for (const { name, own, contexts } of [desk, otherDesk, dealer, otherDealer]) {
      const visible = await register.visibleTo(contexts);
      // what was deleted since is nobody's any more
      const there = own.allIds.filter((id) => register.ownerOf(decodeAnyId(id)?.uuid as string));
      const hidden = there.filter((id) => !visible.has(decodeAnyId(id)?.uuid as string));
      expect(there.length).toBeGreaterThan(50);
      expect([name, hidden]).toEqual([name, []]);
    }
  });
});

describe('an export', () => {
  it('holds the tickets that its owner sees, and no other', async () => {
    const { desk, otherDesk, dealer, otherDealer, register, ledger } = ground;
    const { rows: tickets } = await admin.query<{ id: string; number: string }>(
      'SELECT id, number FROM ticket',
    );
    await ledger.keep();
    for (const { name, people, contexts } of [desk, otherDesk, dealer, otherDealer]) {
      const visible = await register.visibleTo(contexts.slice(0, 1));
      const own = tickets.filter(({ id }) => visible.has(id)).map(({ number }) => number);
      await people[0]?.ask('mutation', orderExport, { key: `export of ${name}` });
      const [file = ''] = await orderedFiles(house)(await ledger.undo());
      expect([name, file.match(/(?<=\n)[\w-]+-\d{4,}(?=,)/g)?.sort()]).toEqual([name, own.sort()]);
      expect(own.length).toBeGreaterThan(1);
      expect(own.length).toBeLessThan(tickets.length);
    }
  });
});

describe("somebody else's thing is answered like no thing at all, and leaves as much behind", () => {
  it(
    'to the desk of another maker',
    async () => {
      expect(await leaksFor('desk', toDesk)).toEqual([]);
    },
    walkMs,
  );

  it(
    'to another dealer of the same maker',
    async () => {
      expect(await leaksFor('dealer', toDealer)).toEqual([]);
    },
    walkMs,
  );

  it(
    'to whoever holds a link, in all that is open to links',
    async () => {
      expect(await leaksFor('visitor', toVisitor, openToLinks)).toEqual([]);
      expect(await leaksFor('follower', toFollower, openToLinks)).toEqual([]);
    },
    walkMs,
  );

  it(
    'to somebody who has not signed in',
    async () => {
      expect(await leaksFor('nobody', toDesk)).toEqual([]);
    },
    walkMs,
  );
});

describe('the walk', () => {
  it('was never refused for a field that the input at hand does not have', () => {
    expect([...new Set(results.flatMap(({ misnamed }) => misnamed))]).toEqual([]);
  });

  it('came to every place of the schema with a thing of every other owner', () => {
    process.stdout.write(`${tableOf(allWalked())}\n`);
    const { desk, dealer, otherDealer, nobody, register, schema } = ground;
    const places = targetsOf(schema).flatMap(placesOf);
    const ofLinks = places.filter(({ target }) => openToLinks(target));
    const unreached = [
      { name: desk.name, foreign: toDesk, places },
      { name: dealer.name, foreign: toDealer, places },
      { name: nobody.name, foreign: toDesk, places },
      { name: holders.visitor.name, foreign: toVisitor, places: ofLinks },
      { name: holders.follower.name, foreign: toFollower, places: ofLinks },
    ].flatMap((walker) => unreachedBy(walker, allWalked()));
    expect(unreached.filter(({ owner }) => owner === 'another house')).toEqual([]);
    // dealers have no models, parts or policies, and are shown neither audit nor notifications
    const dealers = [dealer, otherDealer];
    const had = new Set(
      dealers.flatMap(({ own }) => [...own.cursors.keys(), ...typesOfDealers(own, register)]),
    );
    const missing = unreached.filter(({ owner }) => owner === 'another dealer');
    expect(missing.filter(({ kinds }) => kinds.length === 0 || kinds.some((kind) => had.has(kind)))).toEqual(
      [],
    );
    // whatever an owner had that serves a place was tried there, the maker's own included
    expect(unreached.filter(({ had: inHand }) => inHand)).toEqual([]);
  });

  it('was answered by every field of the schema, but for those with a reason', () => {
    const never = targetsOf(ground.schema).flatMap(({ name }) => {
      const told = results.map(({ standings }) => standings.get(name));
      return told.includes('answered') || name in neverAnswered ? [] : [`${name}: ${told.join(' / ')}`];
    });
    expect(never).toEqual([]);
    const needless = Object.keys(neverAnswered).filter((name) =>
      results.some(({ standings }) => standings.get(name) === 'answered'),
    );
    expect(needless).toEqual([]);
  });

  it('is not blind: where somebody was answered they tell own things from nothing, but for those with a reason', () => {
    const { desk, dealer, nobody } = ground;
    const deaf = [desk, dealer, holders.visitor, holders.follower, nobody].flatMap(({ name }) =>
      deafTo(name, allWalked()).map((place) => ({ name, place })),
    );
    const excuses = ({ place, to }: (typeof indifferent)[number], each: { name: string; place: string }) =>
      place.test(each.place) && (to === undefined || to === each.name);
    expect(deaf.filter((each) => !indifferent.some((excuse) => excuses(excuse, each)))).toEqual([]);
    expect(indifferent.filter((excuse) => !deaf.some((each) => excuses(excuse, each)))).toEqual([]);
  });
});
