import { encodeId } from '../platform/graphql';
import type { StoryHouse } from './story';
import { openHouse } from './story';

describe('a house for stories', () => {
  let house: StoryHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('lets its people sign in and read', async () => {
    const dealer = await house.as('dealer1@ironmole');
    const { viewer, serverTime } = await dealer.ask<{ viewer: { id: string }; serverTime: string }>(
      '{ viewer { id } serverTime }',
    );
    expect(viewer.id).toBe(encodeId('Member', house.houses.ironmole.dealers.dealer1.memberId as string));
    expect(serverTime).toBe('2026-06-02T01:00:00.000Z');
  });

  it('lets the dealer of both houses choose one', async () => {
    const shared = await house.as('dealer@shared', 'purefount');
    expect(await shared.ask('{ viewer { tenant { slug } } }')).toEqual({
      viewer: { tenant: { slug: 'purefount' } },
    });
  });

  it('delivers events over a real socket, and tells how a subscription ended', async () => {
    const desk = await house.as('dispatcher@ironmole');
    const changes = await desk.subscribe<{ ticketChanges: { ticketId: string } }>(
      'subscription { ticketChanges { ticketId } }',
    );
    await changes.silence();
    const { id } = await house.file(desk, 'EBZ160-2266');
    expect((await changes.next()).data.ticketChanges.ticketId).toBe(id);
    changes.stop();
    expect(await changes.ended).toEqual({});
    const refused = await house.anybody().subscribe('subscription { ticketChanges { ticketId } }');
    expect(await refused.ended).toMatchObject({ close: { code: 4403 } });
  });
});
