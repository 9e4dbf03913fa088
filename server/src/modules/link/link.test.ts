import { decodeId, encodeId } from '../../platform/graphql';
import { pdf } from '../../testing/sample-files';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { clientOf, done, mutate, openHouse } from '../../testing/story';
import { upload } from '../../testing/story-files';

let house: StoryHouse;
let desk: StoryClient;
let dealer1: StoryClient;
let machineId: string;
const clients: StoryClient[] = [];

beforeAll(async () => {
  house = await openHouse();
  await signIn();
  machineId = encodeId('Equipment', house.houses.ironmole.dealers.dealer1.equipmentId);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await house.close();
});

async function signIn(): Promise<void> {
  desk = await house.as('dispatcher@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
}

/** People are signed in for an hour. */
async function later(passed: { days?: number; minutes?: number }): Promise<void> {
  house.clock.advance(passed);
  await signIn();
}

/** Whoever holds the link: its secret is their token. */
function by(url: string): StoryClient {
  const client = clientOf(house.app.url, `lnk_${url.split('/s/')[1]}`);
  clients.push(client);
  return client;
}

const nameplateUrl = async (equipmentId = machineId) =>
  (await done<{ url: string }>(desk, 'equipmentLinkCreate', { equipmentId }, 'url')).url;

let reports = 0;
const reportOf = (more: Record<string, unknown> = {}) => ({
  requestType: 'repair',
  subject: '截割头不转',
  description: '启动后电机有声音，截割头不转。',
  reporterName: '井下值班员',
  reporterPhone: '10000004321',
  idempotencyKey: `report ${(reports += 1)}`,
  ...more,
});

const whole = `number subject state { label { zh } category } reportedAt closedAt
  clocks { kind state dueAt target { amount unit } rule { clause { id } } }
  comments(first: 20) { nodes { body byRequester at } } timeline(first: 50) { nodes { at text { zh } note } }`;

interface Request {
  number: string;
  subject: string;
  state: { label: { zh: string }; category: string };
  reportedAt: string;
  closedAt: string | null;
  clocks: Array<{
    kind: string;
    state: string;
    dueAt: string | null;
    target: { amount: number; unit: string } | null;
    rule: { clause: { id: string } | null };
  }>;
  comments: { nodes: Array<{ body: string; byRequester: boolean; at: string }> };
  timeline: { nodes: Array<{ at: string; text: { zh: string }; note: string | null }> };
}
interface Reported {
  request: Request;
  followUrl: string;
}

const report = (visitor: StoryClient, more?: Record<string, unknown>) =>
  done<Reported>(visitor, 'requestReport', reportOf(more), `request { ${whole} } followUrl`);
const read = async (follower: StoryClient) =>
  (await follower.ask<{ followedRequest: Request | null }>(`{ followedRequest { ${whole} } }`))
    .followedRequest;

const onDesk = async (number: string): Promise<{ id: string } & Record<string, unknown>> => {
  const { tickets } = await desk.ask<{ tickets: { nodes: Array<{ id: string; number: string }> } }>(
    '{ tickets(first: 100) { nodes { id number } } }',
  );
  const { ticket } = await desk.ask<{ ticket: { id: string } & Record<string, unknown> }>(
    `query ($id: ID!) { ticket(id: $id) { id channel createdBy { id } reporterName equipment { serial }
       comments(first: 5) { nodes { body author { id } } } } }`,
    { id: tickets.nodes.find((each) => each.number === number)?.id },
  );
  return ticket;
};
const say = (who: StoryClient, ticketId: string, body: string, audience = 'PUBLIC') =>
  done(who, 'ticketCommentAdd', { ticketId, body, audience, idempotencyKey: `${body} ${ticketId}` });

describe('P3 whoever scans the nameplate reports without an account', () => {
  it('sees what machine it is, of which maker, and what can be asked for', async () => {
    const visitor = by(await nameplateUrl());
    const { nameplate } = await visitor.ask<{ nameplate: { requestTypes: Array<{ key: string }> } }>(
      '{ nameplate { serial model { name { zh } } maker { name { zh } accentColor } requestTypes { key label { zh } promises { kind } } } }',
    );
    expect(nameplate).toMatchObject({
      serial: 'EBZ160-2266',
      model: { name: { zh: '一号机' } },
      maker: { name: { zh: '铁鼹' }, accentColor: '#b4531a' },
    });
    expect(nameplate.requestTypes.map(({ key }) => key)).toContain('repair');
  });

  it('reports, is answered, reads, says more and takes it back', async () => {
    const visitor = by(await nameplateUrl());
    const { request, followUrl } = await report(visitor);
    expect(request).toMatchObject({ subject: '截割头不转', state: { category: 'OPEN' }, closedAt: null });
    expect(request.timeline.nodes[0]).toMatchObject({ text: { zh: '报修' } });

    const ticket = await onDesk(request.number);
    expect(ticket).toMatchObject({
      channel: 'NAMEPLATE',
      createdBy: null,
      reporterName: '井下值班员',
      equipment: { serial: 'EBZ160-2266' },
    });
    const { id } = ticket;

    const follower = by(followUrl);
    expect(await read(follower)).toEqual(request);
    const response = (seen: Request | null) => seen?.clocks.find(({ kind }) => kind === 'RESPONSE');
    expect(response(request)).toMatchObject({ state: 'RUNNING', target: { amount: 24, unit: 'HOURS' } });
    expect(request.reportedAt).toBe('2026-06-02T01:00:00.000Z');
    expect(response(request)?.dueAt).toBe('2026-06-03T01:00:00.000Z');

    await done(follower, 'followedRequestComment', { body: '已停机，请尽快。', idempotencyKey: 'more' });
    expect(response(await read(follower))).toMatchObject({ state: 'RUNNING' });

    house.clock.advance({ minutes: 30 });
    await say(dealer1, id, '已安排，下午到。');
    await say(desk, id, '客户去年也报过同样的故障。', 'INTERNAL');
    const answered = await read(follower);
    expect(response(answered)).toMatchObject({ state: 'MET' });
    expect(answered?.comments.nodes.map(({ body, byRequester }) => [body, byRequester])).toEqual([
      ['已停机，请尽快。', true],
      ['已安排，下午到。', false],
    ]);
    expect(await onDesk(request.number)).toMatchObject({
      comments: { nodes: [{ author: null }, { author: expect.anything() }, { author: expect.anything() }] },
    });

    const withdrawn = await done<{ request: Request }>(
      follower,
      'followedRequestWithdraw',
      { reason: '自行修复了。' },
      `request { ${whole} }`,
    );
    expect(withdrawn.request).toMatchObject({
      state: { label: { zh: '客户已撤回' }, category: 'CLOSED' },
      closedAt: '2026-06-02T01:30:00.000Z',
    });
    expect(
      (await mutate(follower, 'followedRequestWithdraw', { reason: '再次撤回。' })).userErrors,
    ).toMatchObject([
      {
        code: 'INVALID',
        field: [],
        message:
          'The request is over, so there is nothing to take back. If there is more to do, report it anew or ask the maker to reopen it.',
      },
    ]);
    expect(
      (await mutate(follower, 'followedRequestComment', { body: '谢谢', idempotencyKey: 'late' })).userErrors,
    ).toMatchObject([{ code: 'INVALID', field: [] }]);
  });

  it('is audited as the link that it came by', async () => {
    const { request } = await report(by(await nameplateUrl()));
    const { id } = await onDesk(request.number);
    const manager = await house.as('manager@ironmole');
    const { auditEntries } = await manager.ask<{ auditEntries: { nodes: unknown[] } }>(
      `query ($id: ID!) { auditEntries(first: 10, filter: { subjectId: $id }) { nodes { actorKind actor { name } kind } } }`,
      { id },
    );
    expect(auditEntries.nodes).toEqual([{ actorKind: 'LINK', actor: null, kind: 'created' }]);
  });

  it('is told what is missing, naming the field, in the language of the reader', async () => {
    const visitor = by(await nameplateUrl());
    const refused = async (more: Record<string, unknown>) =>
      (await mutate(visitor, 'requestReport', reportOf(more))).userErrors;
    expect(await refused({ subject: ' ' })).toMatchObject([{ code: 'REQUIRED', field: ['subject'] }]);
    expect(await refused({ requestType: 'party' })).toMatchObject([
      { code: 'INVALID', field: ['requestType'] },
    ]);
    expect(await refused({ fileIds: ['file_0'] })).toMatchObject([{ code: 'NOT_FOUND', field: ['fileIds'] }]);
    for (const reporterPhone of ['abc', '---', '微信联系'])
      expect(await refused({ reporterPhone })).toMatchObject([{ code: 'INVALID', field: ['reporterPhone'] }]);
  });

  it('is told all that is missing or wrong at once, with what the form of the request asks', async () => {
    const visitor = by(await nameplateUrl());
    const careless = {
      ...{ requestType: 'training', subject: '', description: ' ', reporterName: '', reporterPhone: '' },
      ...{ reporterEmail: 'duty@mine', details: [{ key: 'nonsense', value: '见附件' }] },
    };
    const { userErrors } = await mutate(visitor, 'requestReport', reportOf(careless));
    expect(userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`)).toEqual([
      'REQUIRED reporterPhone',
      'REQUIRED subject',
      'REQUIRED description',
      'REQUIRED reporterName',
      'INVALID reporterEmail',
      'REQUIRED details.trainees',
      'INVALID details.nonsense',
    ]);
  });

  it('sends the same report again, also at the same moment, and is given the same request and link', async () => {
    const visitor = by(
      await nameplateUrl(encodeId('Equipment', house.houses.ironmole.dealers.shared.equipmentId)),
    );
    const input = reportOf();
    const document = `mutation ($input: RequestReportInput!) {
      requestReport(input: $input) { request { number } followUrl userErrors { code } } }`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => visitor.query(document, { input })));
    for (const { data } of answers) expect(data).toEqual(answers[0]?.data);
    expect(answers[0]?.data).toMatchObject({
      requestReport: { request: { number: expect.any(String) }, userErrors: [] },
    });
    expect((await mutate(visitor, 'requestReport', { ...input, subject: '别的' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
  });
});

describe('a photographed nameplate', () => {
  const ofOther = () => encodeId('Equipment', house.houses.ironmole.dealers.dealer2.equipmentId);

  it('has at most five open requests, however many are sent at once; a closed one makes room', async () => {
    const visitor = by(await nameplateUrl(ofOther()));
    const sent = await Promise.all(
      Array.from({ length: 8 }, () =>
        mutate<Reported>(visitor, 'requestReport', reportOf(), 'followUrl request { number }'),
      ),
    );
    const taken = sent.filter(({ userErrors }) => userErrors.length === 0);
    expect(taken).toHaveLength(5);
    const [refused] = sent.flatMap(({ userErrors }) => userErrors);
    expect(refused).toMatchObject({
      code: 'THROTTLED',
      message: expect.stringMatching(/5 requests.*hotline/),
    });

    await later({ minutes: 1 });
    await done(by((taken[0] as Reported).followUrl), 'followedRequestWithdraw', { reason: '误报。' });
    expect((await mutate(visitor, 'requestReport', reportOf())).userErrors).toEqual([]);
  });

  it('takes at most ten reports an hour', async () => {
    await later({ minutes: 61 });
    const visitor = by(
      await nameplateUrl(encodeId('Equipment', house.houses.ironmole.dealers.direct.equipmentId)),
    );
    for (let count = 0; count < 10; count += 1) {
      const { followUrl } = await report(visitor);
      house.clock.advance({ minutes: 1 });
      await done(by(followUrl), 'followedRequestWithdraw', { reason: '误报。' });
    }
    const refused = async () => (await mutate(visitor, 'requestReport', reportOf())).userErrors;
    expect(await refused()).toMatchObject([
      { code: 'THROTTLED', message: expect.stringMatching(/10 requests an hour.*hotline/) },
    ]);
    await later({ minutes: 61 });
    expect(await refused()).toEqual([]);
  });
});

describe('photos of a report', () => {
  it('are uploaded with the link, belong to the ticket, and are nobody else’s to attach', async () => {
    const visitor = by(await nameplateUrl());
    const stranger = by(
      await nameplateUrl(encodeId('Equipment', house.houses.ironmole.dealers.shared.equipmentId)),
    );
    const fileId = await upload(house, visitor, '故障.pdf', pdf());
    await later({ minutes: 61 });
    const fileIds = [fileId];
    expect((await mutate(stranger, 'requestReport', reportOf({ fileIds }))).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['fileIds'] },
    ]);
    const { request } = await report(visitor, { fileIds });
    const { id } = await onDesk(request.number);
    const { ticket } = await dealer1.ask(
      'query ($id: ID!) { ticket(id: $id) { attachments(first: 5) { nodes { file { id kind } addedBy { id } } } } }',
      { id },
    );
    expect(ticket).toEqual({
      attachments: { nodes: [{ file: { id: fileId, kind: 'PDF' }, addedBy: null }] },
    });
  });
});

describe('the life of a link', () => {
  const refusedAs = async (client: StoryClient, document = '{ nameplate { serial } }') =>
    (await client.query(document)).errors?.[0]?.extensions?.['code'];

  it('stays the same until it is revoked; then it is nobody at once, and the next one is another', async () => {
    const equipmentId = encodeId('Equipment', house.houses.ironmole.dealers.shared.equipmentId);
    const url = await nameplateUrl(equipmentId);
    expect(url).toMatch(new RegExp(`^${house.app.url}/s/[\\w-]{22}$`));
    expect(await nameplateUrl(equipmentId)).toBe(url);
    const machines = `query ($id: ID!) { equipment(id: $id) { nameplateUrl } }`;
    expect(await desk.ask(machines, { id: equipmentId })).toEqual({ equipment: { nameplateUrl: url } });
    const engineer = await house.as('engineer@ironmole');
    expect(await engineer.ask(machines, { id: equipmentId })).toEqual({ equipment: { nameplateUrl: null } });

    const visitor = by(url);
    await visitor.ask('{ nameplate { serial } }');
    await done(desk, 'equipmentLinkRevoke', { equipmentId });
    expect(await refusedAs(visitor)).toBe('UNAUTHENTICATED');
    expect(await desk.ask(machines, { id: equipmentId })).toEqual({ equipment: { nameplateUrl: null } });

    const said = async (link: string, locale: 'en' | 'zh-CN') => {
      const holder = clientOf(house.app.url, `lnk_${link.split('/s/')[1]}`, locale);
      clients.push(holder);
      return (await holder.query('{ nameplate { serial } }')).errors?.[0]?.message;
    };
    const asks = '此链接无效或已失效，请向给您链接的人索取新的链接。';
    expect([await said(url, 'zh-CN'), await said('/s/never', 'zh-CN')]).toEqual([asks, asks]);
    expect(await said(url, 'en')).toContain('ask whoever gave it to you for a new one');

    const next = await nameplateUrl(equipmentId);
    expect(next).not.toBe(url);
    expect(await refusedAs(by(next))).toBeUndefined();
    expect(await refusedAs(visitor)).toBe('UNAUTHENTICATED');
  });

  it('is nothing when it is forged, cut, or made for something else', async () => {
    const secret = (await nameplateUrl()).split('/s/')[1] as string;
    const forged = ['', secret.slice(0, -1), `${secret}A`, secret.toLowerCase(), 'A'.repeat(22)];
    for (const each of forged.filter((text) => text !== secret)) {
      expect(await refusedAs(by(`/s/${each}`))).toBe('UNAUTHENTICATED');
    }
    const bare = clientOf(house.app.url, secret);
    clients.push(bare);
    expect(await refusedAs(bare)).toBe('UNAUTHENTICATED');
  });

  it('of a request ends after two years', async () => {
    const { id } = await house.file(dealer1, 'EBZ160-2266');
    const { url } = await done<{ url: string }>(dealer1, 'ticketLinkCreate', { ticketId: id }, 'url');
    const follower = by(url);
    await follower.ask('{ followedRequest { number } }');
    await later({ days: 729 });
    await follower.ask('{ followedRequest { number } }');
    await later({ days: 2 });
    expect(await refusedAs(follower, '{ followedRequest { number } }')).toBe('UNAUTHENTICATED');
  });
});

describe('the links to a request that turns out to be about the machine of another dealer', () => {
  const correct = async (ticketId: string, serial: string) => {
    const read = 'query ($id: ID!) { ticket(id: $id) { version } }';
    const { ticket } = await desk.ask<{ ticket: { version: number } }>(read, { id: ticketId });
    const change = { ticketId, serial, reason: '序列号报错了。', expectedVersion: ticket.version };
    await done(desk, 'ticketCorrect', change);
  };
  const share = async (who: StoryClient, ticketId: string) =>
    (await done<{ url: string }>(who, 'ticketLinkCreate', { ticketId }, 'url')).url;
  const nobody = [{ extensions: { code: 'UNAUTHENTICATED' } }];

  it('end at once, with what is open by them, on record; the desk and the new dealer make another', async () => {
    const { dealer1: former, dealer2: next } = house.houses.ironmole.dealers;
    const { id } = await house.file(dealer1, former.serial);
    const forwarded = await share(dealer1, id);
    const follower = by(forwarded);
    expect(await read(follower)).not.toBeNull();
    const changes = await follower.subscribe('subscription { followedRequestChanges { cursor } }');

    await correct(id, next.serial);
    expect((await follower.query('{ followedRequest { number } }')).errors).toMatchObject(nobody);
    const withdrawal = `mutation { followedRequestWithdraw(input: { reason: "不用了" }) { userErrors { code } } }`;
    expect((await follower.query(withdrawal)).errors).toMatchObject(nobody);
    expect(await changes.ended).toMatchObject({ close: { code: 4403 } });

    const anew = await share(desk, id);
    expect(anew).not.toBe(forwarded);
    expect(await share(await house.as('dealer2@ironmole'), id)).toBe(anew);
    expect(await read(by(anew))).toMatchObject({ state: { category: 'OPEN' } });
    const manager = await house.as('manager@ironmole');
    const { auditEntries } = await manager.ask<{ auditEntries: { nodes: object[] } }>(
      '{ auditEntries(first: 2, filter: { topic: "link" }) { nodes { kind actor { name } } } }',
    );
    const actor = { name: '铁鼹 dispatcher' };
    expect(auditEntries.nodes).toEqual([
      { kind: 'created', actor },
      { kind: 'revoked', actor },
    ]);
  });

  it('also that of whoever reported it by the nameplate, who is given no other by reporting again', async () => {
    await later({ minutes: 61 });
    const { shared } = house.houses.ironmole.dealers;
    const visitor = by(await nameplateUrl(encodeId('Equipment', shared.equipmentId)));
    const form = reportOf();
    const { request, followUrl } = await done<Reported>(
      visitor,
      'requestReport',
      form,
      `request { ${whole} } followUrl`,
    );
    await correct((await onDesk(request.number)).id, house.houses.ironmole.dealers.dealer2.serial);
    expect((await by(followUrl).query('{ followedRequest { number } }')).errors).toMatchObject(nobody);
    expect(await mutate(visitor, 'requestReport', form, 'request { number } followUrl')).toMatchObject({
      ...{ request: null, followUrl: null },
      userErrors: [{ code: 'NOT_FOUND', field: [] }],
    });
  });

  it('stay when the machine corrected is the same party’s', async () => {
    const { dealer1: former } = house.houses.ironmole.dealers;
    const { id } = await house.file(dealer1, former.serial);
    const follower = by(await share(dealer1, id));
    await done(desk, 'ticketCorrect', {
      ...{ ticketId: id, province: '31', reason: '登记有误。', expectedVersion: 1 },
    });
    expect(await read(follower)).not.toBeNull();
  });
});

describe('a link to forward', () => {
  it('is made by the dealer or the desk for a ticket that they see, each time the same', async () => {
    const { id, number } = await house.file(dealer1, 'EBZ160-2266');
    const share = (who: StoryClient, ticketId: string) =>
      mutate<{ url: string | null }>(who, 'ticketLinkCreate', { ticketId }, 'url');
    const { url } = await share(dealer1, id);
    expect(await share(desk, id)).toEqual({ url, userErrors: [] });
    expect(await read(by(url as string))).toMatchObject({ number });

    const dealer2 = await house.as('dealer2@ironmole');
    const foreign = await share(dealer2, id);
    expect(foreign).toMatchObject({ url: null, userErrors: [{ code: 'NOT_FOUND', field: ['ticketId'] }] });
    for (const other of [encodeId('Ticket', decodeId('Equipment', machineId) as string), machineId, 'x'])
      expect(await share(dealer2, other)).toEqual(foreign);
  });

  it('of a nameplate is for those to make who keep machines, and for no dealer', async () => {
    const { errors } = await dealer1.query(
      'mutation ($input: EquipmentLinkCreateInput!) { equipmentLinkCreate(input: $input) { url } }',
      { input: { equipmentId: machineId } },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const none = await mutate(desk, 'equipmentLinkCreate', { equipmentId: 'x' }, 'url');
    expect(none).toMatchObject({ url: null, userErrors: [{ code: 'NOT_FOUND', field: ['equipmentId'] }] });
    const abroad = encodeId('Equipment', house.houses.purefount.dealers.dealer1.equipmentId);
    expect(await mutate(desk, 'equipmentLinkCreate', { equipmentId: abroad }, 'url')).toEqual(none);
    expect((await mutate(desk, 'equipmentLinkRevoke', { equipmentId: abroad })).userErrors).toEqual(
      none.userErrors,
    );
  });
});
