import { Client } from 'pg';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse, storyStart } from '../../testing/story';
import { pdf, photo, video } from '../../testing/sample-files';
import { announce, fetchFile, seeFile, upload } from '../../testing/story-files';
import { decodeId, encodeId, newId } from '../../platform/graphql';
import { attachFiles } from './attach-file';

let house: StoryHouse;
let dealer: StoryClient;
let rival: StoryClient;
let desk: StoryClient;
let ticket: { id: string; version: number };
beforeAll(async () => {
  house = await openHouse();
  dealer = await house.as('dealer1@ironmole');
  rival = await house.as('dealer2@ironmole');
  desk = await house.as('dispatcher@ironmole');
});
beforeEach(async () => {
  ticket = await house.file(dealer, 'EBZ160-2266');
});
afterAll(() => house.close());

interface Attached {
  attachment: { id: string; caption: string | null; audience: string; file: { id: string } } | null;
  ticket: { version: number } | null;
  userErrors: Array<{ code: string; field: string[]; message: string }>;
}

let attached = 0;

async function attach(
  by: StoryClient,
  fileId: string,
  more: Record<string, unknown> = {},
): Promise<Attached> {
  attached += 1;
  const input = {
    ticketId: ticket.id,
    fileId,
    audience: 'PUBLIC',
    idempotencyKey: `attached ${attached}`,
    ...more,
  };
  const { ticketAttachmentAdd } = await by.ask<{ ticketAttachmentAdd: Attached }>(
    `mutation ($input: TicketAttachmentAddInput!) { ticketAttachmentAdd(input: $input) {
       attachment { id caption audience file { id } } ticket { version } userErrors { code field message } } }`,
    { input },
  );
  return ticketAttachmentAdd;
}

interface Seen {
  caption: string | null;
  audience: string;
  addedBy: { name: string } | null;
  createdAt: string;
  file: { id: string; name: string; kind: string; url: string; previewUrl: string | null };
}

async function see(by: StoryClient, args = 'first: 10') {
  const { ticket: seen } = await by.ask<{
    ticket: {
      version: number;
      attachments: { nodes: Seen[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
  }>(
    `query ($id: ID!) { ticket(id: $id) { version attachments(${args}) {
       nodes { caption audience addedBy { name } createdAt file { id name kind url previewUrl } }
       pageInfo { hasNextPage endCursor } } } }`,
    { id: ticket.id },
  );
  return seen;
}

const uploaded = async (by: StoryClient) => upload(house, by, '铭牌.jpg', await photo());

describe('what is attached to a ticket', () => {
  it('is read with it, oldest first and by pages, and changes no version', async () => {
    const files = [
      await uploaded(dealer),
      await upload(house, dealer, '异响.mp4', video().bytes),
      await upload(house, dealer, '检测报告.pdf', pdf()),
    ];
    for (const [index, fileId] of files.entries()) {
      house.clock.advance({ minutes: 1 });
      const {
        userErrors,
        attachment,
        ticket: after,
      } = await attach(dealer, fileId, { caption: ` 图 ${index} ` });
      expect(userErrors).toEqual([]);
      expect(attachment).toMatchObject({ caption: `图 ${index}`, audience: 'PUBLIC', file: { id: fileId } });
      expect(after?.version).toBe(ticket.version);
    }
    const { attachments } = await see(desk);
    expect(attachments.nodes.map(({ file }) => [file.name, file.kind])).toEqual([
      ['铭牌.jpg', 'PHOTO'],
      ['异响.mp4', 'VIDEO'],
      ['检测报告.pdf', 'PDF'],
    ]);
    expect(attachments.nodes[0]).toMatchObject({
      addedBy: { name: '铁鼹 dealer1 店员' },
      createdAt: '2026-06-02T01:01:00.000Z',
    });
    for (const { file } of attachments.nodes) expect((await fetchFile(house, file.url)).status).toBe(200);
    const first = (await see(desk, 'first: 2')).attachments;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = (await see(desk, `first: 2, after: "${first.pageInfo.endCursor}"`)).attachments;
    expect([...first.nodes, ...rest.nodes].map(({ file }) => file.id)).toEqual(files);
    house.clock.set(storyStart);
  });

  it('is told to those who follow the ticket', async () => {
    const following = await desk.subscribe<{ ticketChanges: { kind: string; ticketId: string } }>(
      'subscription { ticketChanges { kind ticketId } }',
    );
    await attach(dealer, await uploaded(dealer));
    expect((await following.next()).data.ticketChanges).toEqual({ kind: 'ATTACHED', ticketId: ticket.id });
    following.stop();
  });

  it('is attached once for one key, also when the request arrives five times at once', async () => {
    const fileId = await uploaded(dealer);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => attach(dealer, fileId, { idempotencyKey: 'five at once' })),
    );
    expect(new Set(answers.map(({ attachment }) => attachment?.id)).size).toBe(1);
    expect((await see(dealer)).attachments.nodes).toHaveLength(1);
    expect(
      (await attach(dealer, await uploaded(dealer), { idempotencyKey: 'five at once' })).userErrors,
    ).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('stays when what is unused is deleted', async () => {
    const fileId = await uploaded(dealer);
    await attach(dealer, fileId);
    await house.app.services.files.sweep(new Date('2026-07-02T01:00:00Z'));
    const { attachments } = await see(dealer);
    expect((await fetchFile(house, attachments.nodes[0]?.file.url as string)).status).toBe(200);
  });
});

describe('who sees an attachment', () => {
  it('public: the maker and the dealer of the ticket, whoever of them uploaded it', async () => {
    const fileId = await uploaded(desk);
    expect(await seeFile(dealer, fileId)).toBeNull();
    const { attachment } = await attach(desk, fileId);
    expect((await see(dealer)).attachments.nodes.map(({ file }) => file.id)).toEqual([fileId]);
    expect(await seeFile(dealer, fileId)).toMatchObject({ id: fileId });
    expect(await seeFile(rival, fileId)).toBeNull();
    expect(
      (await rival.ask('query ($id: ID!) { node(id: $id) { id } }', { id: attachment?.id })).node,
    ).toBeNull();
  });

  it('internal: the maker alone', async () => {
    const fileId = await uploaded(desk);
    const { attachment } = await attach(desk, fileId, { audience: 'INTERNAL' });
    expect((await see(desk)).attachments.nodes).toHaveLength(1);
    expect((await see(dealer)).attachments.nodes).toEqual([]);
    expect(await seeFile(dealer, fileId)).toBeNull();
    expect(
      (await dealer.ask('query ($id: ID!) { node(id: $id) { id } }', { id: attachment?.id })).node,
    ).toBeNull();
  });

  it('the party that the ticket moves to when its serial number is corrected, and the former one no more', async () => {
    const fromDealer = await uploaded(dealer);
    const inHouse = await uploaded(desk);
    await attach(dealer, fromDealer);
    await attach(desk, inHouse, { audience: 'INTERNAL' });
    const { ticketCorrect } = await desk.ask<{ ticketCorrect: { userErrors: unknown[] } }>(
      `mutation ($input: TicketCorrectInput!) { ticketCorrect(input: $input) { userErrors { code field message } } }`,
      {
        input: {
          ticketId: ticket.id,
          serial: 'EBZ260-0461',
          reason: '铭牌核对',
          expectedVersion: ticket.version,
        },
      },
    );
    expect(ticketCorrect.userErrors).toEqual([]);
    expect((await see(rival)).attachments.nodes.map(({ file }) => file.id)).toEqual([fromDealer]);
    expect((await see(desk)).attachments.nodes).toHaveLength(2);
    expect(await seeFile(dealer, fromDealer)).toBeNull();
    expect(await seeFile(rival, inHouse)).toBeNull();
  });

  it('dealers attach nothing internal', async () => {
    expect((await attach(dealer, await uploaded(dealer), { audience: 'INTERNAL' })).userErrors).toMatchObject(
      [{ code: 'FORBIDDEN', field: ['audience'] }],
    );
  });
});

describe('somebody else’s file is answered like no file at all', () => {
  it.each<[string, () => Promise<string>]>([
    ['of another dealer', () => uploaded(rival)],
    ['of the maker’s people', () => uploaded(desk)],
    ['of another maker', async () => uploaded(await house.as('dispatcher@purefount'))],
    ['that does not exist', async () => encodeId('File', newId(house.clock.now()))],
    ['that is no file', async () => ticket.id],
  ])('%s', async (_whose, fileOf) => {
    expect(await attach(dealer, await fileOf())).toEqual({
      attachment: null,
      ticket: null,
      userErrors: [
        { code: 'NOT_FOUND', field: ['fileId'], message: 'You have uploaded no such file; upload it again.' },
      ],
    });
  });

  it('the maker’s people do not take a dealer’s upload, or a colleague’s', async () => {
    const engineer = await house.as('engineer@ironmole');
    for (const by of [dealer, engineer]) {
      expect((await attach(desk, await uploaded(by))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
  });

  it('nor does anybody attach to a ticket that they may not see', async () => {
    const answers = [
      await attach(rival, await uploaded(rival)),
      await attach(rival, await uploaded(rival), { ticketId: encodeId('Ticket', newId(house.clock.now())) }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['ticketId'] }]);
  });
});

describe('a file is attached', () => {
  it('once', async () => {
    const fileId = await uploaded(dealer);
    await attach(dealer, fileId);
    expect((await attach(dealer, fileId)).userErrors).toMatchObject([
      {
        code: 'INVALID',
        field: ['fileId'],
        message: expect.stringContaining('attached to a ticket already'),
      },
    ]);
    expect((await see(dealer)).attachments.nodes).toHaveLength(1);
  });

  it('to one of two tickets that ask for it at once', async () => {
    const fileId = await uploaded(dealer);
    const other = await house.file(dealer, 'EBZ160-2266');
    const answers = await Promise.all([
      attach(dealer, fileId),
      attach(dealer, fileId, { ticketId: other.id }),
    ]);
    expect(answers.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
  });

  it('once it has arrived', async () => {
    const { upload: place } = await announce(dealer, '报告.pdf', 300);
    expect((await attach(dealer, place?.file.id as string)).userErrors).toMatchObject([
      { code: 'INVALID', field: ['fileId'], message: expect.stringContaining('has not arrived yet') },
    ]);
  });

  it('while the ticket is not over', async () => {
    house.clock.advance({ minutes: 10 });
    const { ticketWithdraw } = await desk.ask<{ ticketWithdraw: { userErrors: unknown[] } }>(
      `mutation ($input: TicketWithdrawInput!) { ticketWithdraw(input: $input) { userErrors { code field message } } }`,
      { input: { ticketId: ticket.id, reason: '客户已自行修复', expectedVersion: ticket.version } },
    );
    expect(ticketWithdraw.userErrors).toEqual([]);
    const fileId = await uploaded(dealer);
    expect((await attach(dealer, fileId)).userErrors).toMatchObject([
      { code: 'INVALID', field: ['ticketId'] },
    ]);
    expect(await seeFile(dealer, fileId)).toMatchObject({ state: 'STORED' });
    house.clock.set(storyStart);
  });

  it('with a caption of at most 500 characters', async () => {
    expect(
      (await attach(dealer, await uploaded(dealer), { caption: '长'.repeat(501) })).userErrors,
    ).toMatchObject([{ code: 'INVALID', field: ['caption'] }]);
  });
});

describe('within another write', () => {
  const contextOf = async (client: StoryClient) => {
    const principal = await house.app.authenticator.authenticate(client.token as string);
    if (!principal) throw new Error('Nobody is signed in.');
    return house.app.contexts.of(principal, 'zh-CN');
  };

  it('several files are attached together, or none of them', async () => {
    const ctx = await contextOf(dealer);
    const { dealerId, customerId } = house.houses.ironmole.dealers.dealer1;
    const of = { id: decodeId('Ticket', ticket.id) as string, customerId, dealerId };
    const mine = await Promise.all([uploaded(dealer), uploaded(dealer)]);
    const foreign = await uploaded(rival);
    const attachAll = (ids: string[]) => {
      const files = ids.map((id, index) => ({
        fileId: decodeId('File', id) as string,
        field: ['photoIds', String(index)],
      }));
      return ctx.db.exclusively(of.id, [], async (_rows, { query }) => {
        const { writes, attachmentIds } = await attachFiles(ctx, query, of, files, 'public');
        return { writes, result: attachmentIds };
      });
    };
    await expect(attachAll([...mine, foreign])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      field: ['photoIds', '2'],
    });
    await expect(attachAll([...mine, ...mine])).rejects.toMatchObject({ field: ['photoIds', '2'] });
    expect((await see(dealer)).attachments.nodes).toEqual([]);
    expect(await attachAll(mine)).toHaveLength(2);
    expect((await see(dealer)).attachments.nodes.map(({ file }) => file.id).sort()).toEqual([...mine].sort());
  });
});

describe('the database itself', () => {
  it('lets no dealer take another one’s file, or put one of its own into another one’s hands', async () => {
    const server = new Client(house.database.serverUrl);
    await server.connect();
    const { tenantId, dealers } = house.houses.ironmole;
    const row = decodeId('File', await uploaded(rival)) as string;
    const own = decodeId('File', await uploaded(dealer)) as string;
    const as = async (text: string, values: unknown[]) => {
      await server.query('BEGIN');
      try {
        await server.query(
          `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', 'dealer', true), set_config('app.party_id', $2, true)`,
          [tenantId, dealers.dealer1.dealerId],
        );
        return (await server.query(text, values)).rowCount;
      } finally {
        await server.query('ROLLBACK');
      }
    };
    try {
      expect(await as('UPDATE file SET used = true WHERE id = $1', [own])).toBe(1);
      expect(await as('UPDATE file SET used = true WHERE id = $1', [row])).toBe(0);
      await expect(
        as('UPDATE file SET dealer_id = $2 WHERE id = $1', [own, dealers.dealer2.dealerId]),
      ).rejects.toThrow('row-level security');
      const attachment = `INSERT INTO ticket_attachment (tenant_id, id, ticket_id, customer_id, dealer_id, audience, file_id, added_by, created_at)
        VALUES ($1, $2, $3, $4, $5, 'public', $6, $7, $8)`;
      const values = (file: string) => [
        tenantId,
        newId(house.clock.now()),
        decodeId('Ticket', ticket.id),
        dealers.dealer1.customerId,
        dealers.dealer1.dealerId,
        file,
        dealers.dealer1.memberId,
        storyStart,
      ];
      expect(await as(attachment, values(own))).toBe(1);
      await expect(as(attachment, values(row))).rejects.toThrow('row-level security');
    } finally {
      await server.end();
    }
  });
});
