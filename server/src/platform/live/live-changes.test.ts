import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';
import type { Change } from '../changes';
import type { RequestContext } from '../context';
import { newId } from '../graphql';
import { Cursors, sideOf } from '../graphql/cursors';
import { ChangeQueue } from './change-queue';
import { LiveChanges } from './live-changes';

let house: StoryHouse;
let admin: Client;
let live: LiveChanges;
const listening = new Set<object>();

beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  const reader = house.app.changes;
  const listen = reader.listen.bind(reader);
  jest.spyOn(reader, 'listen').mockImplementation((listener) => {
    listening.add(listener);
    const stop = listen(listener);
    return () => {
      stop();
      listening.delete(listener);
    };
  });
  live = new LiveChanges(reader, new Cursors('a secret of this suite'));
});
// whoever has gone is not listened for any more
afterEach(() => expect(listening.size).toBe(0));
afterAll(async () => {
  await admin.end();
  await house.close();
});

const contextOf = (slug: 'ironmole' | 'purefount'): RequestContext =>
  house.app.contexts.system(house.houses[slug].tenantId, newId(new Date()));

/** Commits one change per subject, each in a transaction of its own. */
async function commit(count: number, more: Partial<Change> = {}): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await admin.query(
      `INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, dealer_id, at) VALUES ($1, 'ticket', 'updated', $2, 1, $3, $4, $5)`,
      [
        more.tenantId ?? house.houses.ironmole.tenantId,
        more.subjectId ?? newId(new Date()),
        more.audience ?? 'public',
        more.dealerId ?? null,
        house.clock.now(),
      ],
    );
    house.app.changes.wake();
  }
}

const stored = async (afterSeq: string): Promise<string[]> =>
  (
    await admin.query<{ seq: string }>(`SELECT seq FROM change WHERE seq > $1 ORDER BY xid, seq`, [afterSeq])
  ).rows.map(({ seq }) => seq);

/** Until the reader has handed out everything that is committed. */
async function caughtUp(): Promise<void> {
  const last = (await stored('0')).at(-1) ?? '0';
  for (let waited = 0; house.app.changes.head.seq !== last && waited < 5_000; waited += 10) await sleep(10);
}

async function take(changes: AsyncIterator<Change>, count: number): Promise<Change[]> {
  const taken: Change[] = [];
  while (taken.length < count) {
    const { value, done } = await changes.next();
    if (done) break;
    taken.push(value as Change);
  }
  return taken;
}

describe('following the change log', () => {
  it('replays from the cursor and goes on live, without a gap or a repetition at the seam', async () => {
    await caughtUp();
    const ctx = contextOf('ironmole');
    const { seq } = house.app.changes.head;
    const after = live.currentCursor(ctx.tenantId, ctx.now);
    await commit(450);
    const writing = commit(150);
    const changes = live.follow('ticket', { ctx, after });
    const taken = await take(changes, 600);
    await writing;
    expect(taken.map((change) => change.seq)).toEqual(await stored(seq));
    await changes.return?.();
  });

  it('without a cursor begins with the next change', async () => {
    await commit(3);
    await caughtUp();
    const changes = live.follow('ticket', { ctx: contextOf('ironmole'), after: undefined });
    const subjectId = newId(new Date());
    await commit(1, { subjectId });
    expect(await take(changes, 1)).toMatchObject([{ subjectId }]);
    await changes.return?.();
  });

  it('delivers neither another house nor, to a dealer, what is internal or of another dealer', async () => {
    await caughtUp();
    const { dealer1, dealer2 } = house.houses.ironmole.dealers;
    const system = contextOf('ironmole');
    const actor = { ...system.actor, kind: 'dealer' as const, dealerId: dealer2.dealerId };
    const ctx = house.app.contexts.of(actor, 'en');
    const after = live.currentCursor(sideOf(ctx.db.scope), ctx.now);
    const changes = live.follow('ticket', { ctx, after: undefined });
    const mine = newId(new Date());
    await commit(1, { tenantId: house.houses.purefount.tenantId, dealerId: dealer2.dealerId });
    await commit(1, { dealerId: dealer1.dealerId });
    await commit(1, { dealerId: dealer2.dealerId, audience: 'internal' });
    await commit(1, { dealerId: dealer2.dealerId, subjectId: mine });
    expect(await take(changes, 1)).toMatchObject([{ subjectId: mine }]);
    await changes.return?.();
    const again = live.follow('ticket', { ctx, after });
    expect(await take(again, 1)).toMatchObject([{ subjectId: mine }]);
    await again.return?.();
  });

  it('asks whoever falls too far behind to read the list again, and forgets them', async () => {
    await caughtUp();
    const changes = live.follow('ticket', { ctx: contextOf('ironmole'), after: undefined });
    await commit(257);
    await caughtUp();
    await expect(take(changes, 1)).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
  });

  it('refuses a cursor older than the log is kept, before anything is read', async () => {
    const ctx = contextOf('ironmole');
    const after = live.currentCursor(ctx.tenantId, ctx.now);
    house.clock.advance({ days: 7, minutes: 1 });
    expect(() => live.follow('ticket', { ctx: contextOf('ironmole'), after })).toThrow(
      expect.objectContaining({ code: 'RESYNC_REQUIRED' }),
    );
  });

  it("refuses another house's cursor, a cursor of a list, and one that was edited", () => {
    const ctx = contextOf('ironmole');
    const cursors = new Cursors('a secret of this suite');
    const foreign = live.currentCursor(house.houses.purefount.tenantId, ctx.now);
    const ofList = cursors.encode(ctx.tenantId, 'tickets newest', ['0', '0', String(ctx.now.getTime())]);
    const [, seal] = live.currentCursor(ctx.tenantId, ctx.now).split('.');
    const edited = `${Buffer.from('["0","0","9999999999999"]').toString('base64url')}.${seal}`;
    for (const after of [foreign, ofList, edited, 'nonsense']) {
      expect(() => live.follow('ticket', { ctx, after })).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'after' } }),
      );
    }
  });

  it('ends at once when the subscriber leaves while waiting', async () => {
    const changes = live.follow('ticket', { ctx: contextOf('ironmole'), after: undefined });
    const next = changes.next();
    await sleep(20);
    const left = performance.now();
    await changes.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(performance.now() - left).toBeLessThan(100);
  });
});

describe('what waits for one subscriber', () => {
  const change = (seq: number, subjectId: string, more: Partial<Change> = {}): Change => ({
    xid: '1',
    seq: String(seq),
    tenantId: 't',
    topic: 'ticket',
    kind: 'updated',
    subjectId,
    version: seq,
    dealerId: null,
    customerId: null,
    audience: 'public',
    actorId: null,
    fields: [],
    at: new Date(0),
    ...more,
  });

  it('is the latest of each subject, in the order of the log', async () => {
    const queue = new ChangeQueue(10);
    queue.push(change(1, 'a', { kind: 'created' }));
    queue.push(change(2, 'b', { fields: ['state'] }));
    queue.push(change(3, 'a', { fields: ['assignee'] }));
    queue.push(change(9, 'b', { fields: ['comments', 'state'] }));
    queue.push(change(10, 'b', { fields: ['assignee'] }));
    expect(await queue.next()).toMatchObject({
      seq: '3',
      subjectId: 'a',
      kind: 'created',
      fields: ['assignee'],
    });
    expect(await queue.next()).toMatchObject({
      seq: '10',
      subjectId: 'b',
      fields: ['state', 'comments', 'assignee'],
    });
  });

  it('counts subjects, not changes, against its capacity', async () => {
    const queue = new ChangeQueue(2);
    for (let seq = 1; seq <= 100; seq += 1) queue.push(change(seq, seq % 2 ? 'a' : 'b'));
    expect(queue.overflowed).toBe(false);
    queue.push(change(101, 'c'));
    expect(queue.overflowed).toBe(true);
    expect(await queue.next()).toBeNull();
  });
});
