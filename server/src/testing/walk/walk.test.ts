import type { IdType } from '@aftercare/contract';
import { idPrefixes } from '@aftercare/contract';
import { Client } from 'pg';
import { decodeAnyId } from '../../platform/graphql';
import type { StoryHouse } from '../story';
import { openHouse } from '../story';
import type { Ground, LinkHolders, Target, WalkResult } from '.';
import {
  foreignTo,
  indifferent,
  linkHolders,
  neverAnswered,
  placesOf,
  prepareGround,
  sentenceOf,
  sum,
  tableOf,
  targetsOf,
  walk,
} from '.';
import type { Foreign } from './foreign';

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
  const everybody = [otherDesk, otherDealer, dealer, desk];
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

type AskerName = 'desk' | 'dealer' | 'nobody' | 'visitor' | 'follower';

async function leaksFor(
  asker: AskerName,
  foreign: readonly Foreign[],
  only?: (target: Target) => boolean,
): Promise<string[]> {
  const { schema, ledger } = ground;
  const result = await walk({
    ...{ schema, ledger, asker: { ...ground, ...holders }[asker], foreign },
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
    const ofDealers = [dealer, otherDealer, desk].flatMap(({ own }) =>
      own.allIds.filter((id) => register.ownerOf(decodeAnyId(id)?.uuid as string)?.dealerId),
    );
    const types = new Set(ofDealers.map((id) => decodeAnyId(id)?.type as IdType));
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
      const open = ({ name }: Target) =>
        /^(nameplate|request|followedRequest|FollowedRequest|fileUpload)/.test(name);
      expect(await leaksFor('visitor', toVisitor, open)).toEqual([]);
      expect(await leaksFor('follower', toFollower, open)).toEqual([]);
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

  it('came to every place of the schema, with something in hand', () => {
    const walked = results.flatMap((result) => result.walked);
    process.stdout.write(`${tableOf(walked)}\n`);
    const reached = new Set(walked.filter(({ probes }) => sum(probes) > 0).map(({ place }) => place.name));
    const places = targetsOf(ground.schema).flatMap(placesOf);
    expect(places.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
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

  it('is not blind: wherever it was answered it tells own things from nothing, but for those with a reason', () => {
    const walked = results.flatMap((result) => result.walked).filter(({ place }) => place.kind !== 'text');
    const heard = new Set(
      walked
        .filter(({ heard: told, standing }) => told && standing === 'answered')
        .map(({ place }) => place.name),
    );
    const deaf = new Set(
      walked.filter(({ standing }) => standing === 'answered').map(({ place }) => place.name),
    );
    const unheard = [...deaf].filter((name) => !heard.has(name));
    expect(unheard.filter((name) => !indifferent.some(([pattern]) => pattern.test(name)))).toEqual([]);
    const needless = indifferent.filter(([pattern]) => !unheard.some((name) => pattern.test(name)));
    expect(needless).toEqual([]);
  });
});
