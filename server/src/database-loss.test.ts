import type { OwnCluster } from './testing/database';
import { ownCluster } from './testing/database';
import type { StoryHouse } from './testing/story';
import { openHouse } from './testing/story';

const create = `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) { ticket { id } userErrors { code } } }`;

describe('the database is lost while the product runs', () => {
  let cluster: OwnCluster;
  let house: StoryHouse;
  beforeAll(async () => {
    cluster = await ownCluster();
    house = await openHouse({ database: cluster });
  }, 30_000);
  afterAll(async () => {
    await house.close();
    await cluster.drop();
  });

  it('answers UNAVAILABLE, 503 where nothing ran, and recovers by itself, subscriptions included', async () => {
    const desk = await house.as('dispatcher@ironmole');
    const newcomer = await house.as('engineer@ironmole');
    const list = '{ tickets(first: 1) { nodes { number } } }';
    await desk.ask(list);
    const changes = await desk.subscribe<{ ticketChanges: { ticketId: string } }>(
      'subscription { ticketChanges { ticketId } }',
    );

    await cluster.kill();
    // its sessions notice a moment later
    let answer = await desk.query(list);
    while (!answer.errors) answer = await desk.query(list);
    const unavailable = { errors: [{ extensions: { code: 'UNAVAILABLE' } }] };
    expect(answer).toMatchObject({ status: 200, ...unavailable });
    const input = {
      requestType: 'repair',
      serial: 'EBZ160-2266',
      subject: '停机',
      description: '停机',
      reporterName: '甲',
      idempotencyKey: 'lost',
    };
    expect(await desk.query(create, { input })).toMatchObject(unavailable);
    // the session of this token has not been looked up yet
    expect(await newcomer.query(list)).toMatchObject({ status: 503, ...unavailable });
    const probe = async (place: string) => (await fetch(`${house.app.url}/${place}`)).status;
    expect([await probe('livez'), await probe('readyz')]).toEqual([200, 503]);

    await cluster.restart();
    expect(await probe('readyz')).toBe(200);
    expect(await newcomer.query(list)).toMatchObject({ status: 200, data: { tickets: { nodes: [] } } });
    const { id } = await house.file(desk, 'EBZ160-2266');
    expect((await changes.next()).data.ticketChanges.ticketId).toBe(id);
  }, 30_000);
});
