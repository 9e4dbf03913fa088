import { encodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../story';
import { clientOf, done } from '../story';
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
  close(): Promise<void>;
}

/** Lets the desk make both links, and their holders look at all that they lead to. */
export async function linkHolders(house: StoryHouse, { schema, ledger }: Ground): Promise<LinkHolders> {
  const { dealer1, direct } = house.houses.ironmole.dealers;
  const desk = await house.as('dispatcher@ironmole');
  const machine = { equipmentId: encodeId('Equipment', dealer1.equipmentId) };
  const { url: nameplate } = await done<{ url: string }>(desk, 'equipmentLinkCreate', machine, 'url');
  const { id: ticketId } = await house.file(desk, direct.serial);
  const { url: followed } = await done<{ url: string }>(desk, 'ticketLinkCreate', { ticketId }, 'url');
  await done(desk, 'ticketCommentAdd', {
    ...{ ticketId, body: '已安排。', audience: 'PUBLIC', idempotencyKey: 'told the follower' },
  });

  const clients = [nameplate, followed].map((url) => clientOf(house.app.url, `lnk_${url.split('/s/')[1]}`));
  const [visitor, follower] = await Promise.all([
    sideOf(house, 'whoever scanned a nameplate', clients[0] as StoryClient),
    sideOf(house, 'whoever follows a request', clients[1] as StoryClient),
  ]);
  const targets = targetsOf(schema);
  const surroundings = { schema, documents: new Documents(schema), ledger, targets, origin: house.app.url };
  const uploads = targets.filter(({ name }) => name === 'fileUploadCreate');
  await settle(visitor, { ...surroundings, targets: uploads });
  for (const side of [visitor, follower]) await lookAround(side, surroundings);
  house.clock.advance({ minutes: 1 });
  return {
    visitor,
    follower,
    close: async () => void (await Promise.all(clients.map((each) => each.close()))),
  };
}

async function sideOf({ app, houses, clock }: StoryHouse, name: string, client: StoryClient): Promise<Side> {
  const principal = await app.authenticator.authenticate(client.token ?? '');
  if (!principal) throw new Error(`The link of ${name} leads nowhere.`);
  return {
    name,
    people: [personOf(client)],
    own: new Harvest(),
    self: { email: '', tenant: 'ironmole', members: [] },
    now: () => clock.now(),
    tenantId: houses.ironmole.tenantId,
    dealerId: null,
    contexts: [app.contexts.of(principal, 'en')],
  };
}
