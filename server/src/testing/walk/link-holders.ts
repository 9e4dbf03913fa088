import { encodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../story';
import { clientOf, done } from '../story';
import type { UsualMakers } from '../story-people';
import { personOf } from './answers';
import { Documents } from './documents';
import { Harvest } from './harvest';
import { targetsOf } from './places';
import type { Ground, Side } from './sides';
import { lookAround, settle } from './settle';

/** Whoever scanned a nameplate, and whoever follows a request: nobody's members, each with one thing that is theirs. */
export interface LinkHolders {
  visitor: Side;
  follower: Side;
  /** Who follow a request of another maker, and one of a dealer. */
  otherFollowers: Side[];
  close(): Promise<void>;
}

/** Lets the desks make the links, and their holders look at all that they lead to. */
export async function linkHolders(house: StoryHouse, { schema, ledger }: Ground): Promise<LinkHolders> {
  const { ironmole, purefount } = house.houses;
  const { dealer1, direct } = ironmole.dealers;
  const clients: StoryClient[] = [];
  const holder = async (name: string, url: string, slug: UsualMakers, dealerId: string | null = null) => {
    const client = clientOf(house.app.url, `lnk_${url.split('/s/')[1]}`);
    clients.push(client);
    return sideOf(house, client, { name, slug, dealerId });
  };
  const machine = { equipmentId: encodeId('Equipment', dealer1.equipmentId) };
  const desk = await house.as('dispatcher@ironmole');
  const { url } = await done<{ url: string }>(desk, 'equipmentLinkCreate', machine, 'url');
  const visitor = await holder('whoever scanned a nameplate', url, 'ironmole');
  const followed = (slug: UsualMakers, serial: string) => followLink(house, slug, serial);
  const itsRequest = await followed('ironmole', direct.serial);
  const follower = await holder('whoever follows a request', itsRequest, 'ironmole');
  const otherFollowers = [
    await holder(
      "whoever follows another maker's request",
      await followed('purefount', purefount.dealers.direct.serial),
      'purefount',
    ),
    await holder(
      "whoever follows a dealer's request",
      await followed('ironmole', dealer1.serial),
      'ironmole',
      dealer1.dealerId,
    ),
  ];
  const targets = targetsOf(schema);
  const surroundings = { schema, documents: new Documents(schema), ledger, targets, origin: house.app.url };
  const uploads = targets.filter(({ name }) => name === 'fileUploadCreate');
  await settle(visitor, { ...surroundings, targets: uploads });
  for (const side of [visitor, follower, ...otherFollowers]) await lookAround(side, surroundings);
  house.clock.advance({ minutes: 1 });
  return {
    visitor,
    follower,
    otherFollowers,
    close: async () => void (await Promise.all(clients.map((each) => each.close()))),
  };
}

/** Files a request and answers the link to it, with something to read behind it. */
async function followLink(house: StoryHouse, slug: UsualMakers, serial: string): Promise<string> {
  const desk = await house.as(`dispatcher@${slug}`);
  const { id: ticketId } = await house.file(desk, serial);
  const { url } = await done<{ url: string }>(desk, 'ticketLinkCreate', { ticketId }, 'url');
  await done(desk, 'ticketCommentAdd', {
    ...{ ticketId, body: '已安排。', audience: 'PUBLIC', idempotencyKey: `told who follows ${ticketId}` },
  });
  return url;
}

async function sideOf(
  { app, houses, clock }: StoryHouse,
  client: StoryClient,
  { name, slug, dealerId }: { name: string; slug: UsualMakers; dealerId: string | null },
): Promise<Side> {
  const principal = await app.authenticator.authenticate(client.token ?? '');
  if (!principal) throw new Error(`The link of ${name} leads nowhere.`);
  return {
    name,
    people: [personOf(client)],
    own: new Harvest(),
    self: { email: '', tenant: slug, members: [] },
    now: () => clock.now(),
    tenantId: houses[slug].tenantId,
    dealerId,
    contexts: [app.contexts.of(principal, 'en')],
  };
}
