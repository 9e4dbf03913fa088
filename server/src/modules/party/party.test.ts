import { encodeId, newId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { done, mutate, openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let desk: StoryClient;
let quality: StoryClient;
let dealer1: StoryClient;
let dealer2: StoryClient;
let foreign: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  desk = await house.as('dispatcher@ironmole');
  quality = await house.as('quality@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
  dealer2 = await house.as('dealer2@ironmole');
  foreign = await house.as('manager@purefount');
});
afterAll(() => house.close());
beforeEach(() => house.clock.set(storyStart));

interface Named {
  id: string;
  name: string;
  version: number;
}
let forms = 0;
const key = () => `form ${(forms += 1)}`;
const nobodys = () => newId(storyStart);

const names = async (by: StoryClient, list: string, filter = '') => {
  const data = await by.ask<Record<string, { nodes: Named[] }>>(
    `{ ${list}(first: 100${filter && `, filter: ${filter}`}) { nodes { id name version } } }`,
  );
  return data[list]?.nodes.map(({ name }) => name) ?? [];
};

const customerOf = (by: StoryClient, more: Record<string, unknown> = {}) =>
  done<{ customer: Named }>(
    by,
    'customerCreate',
    { name: '北固矿业', idempotencyKey: key(), ...more },
    'customer { id name version }',
  ).then(({ customer }) => customer);

describe('customers, sites and contacts', () => {
  it('are kept by the desk, with group, note and place', async () => {
    const dealerId = encodeId('Dealer', house.houses.ironmole.dealers.dealer1.dealerId as string);
    const { customer } = await done<{ customer: unknown }>(
      desk,
      'customerCreate',
      { name: ' 云台矿业 ', dealerId, note: '付款较慢', groupKey: 'key-account', idempotencyKey: key() },
      'customer { name note groupKey dealer { id } version }',
    );
    expect(customer).toEqual({
      name: '云台矿业',
      note: '付款较慢',
      groupKey: 'key-account',
      dealer: { id: dealerId },
      version: 1,
    });
  });

  it('of a dealer are its own: it makes and lists them, and nobody but the maker sees them beside it', async () => {
    const { id: customerId } = await customerOf(dealer1, { name: '一号店客户' });
    await done(dealer1, 'siteCreate', {
      customerId,
      name: '一号店现场',
      province: '13',
      idempotencyKey: key(),
    });
    await done(dealer1, 'contactCreate', { customerId, name: '一号店联系人', idempotencyKey: key() });
    for (const [list, name] of [
      ['customers', '一号店客户'],
      ['sites', '一号店现场'],
      ['contacts', '一号店联系人'],
    ] as const) {
      expect(await names(dealer1, list)).toContain(name);
      expect(await names(desk, list)).toContain(name);
      expect(await names(dealer2, list)).not.toContain(name);
      expect(await names(foreign, list)).not.toContain(name);
    }
    expect(await names(dealer1, 'dealers')).toEqual(['铁鼹经销商 dealer1']);
    expect(await dealer2.ask('query ($id: ID!) { customer(id: $id) { name } }', { id: customerId })).toEqual({
      customer: null,
    });
  });

  it("answer the same for another dealer's as for none", async () => {
    const ours = await customerOf(dealer1);
    const none = encodeId('Customer', nobodys());
    for (const customerId of [ours.id, none]) {
      const site = { customerId, name: '现场', province: '32', idempotencyKey: key() };
      expect((await mutate(dealer2, 'siteCreate', site)).userErrors).toEqual([
        {
          code: 'NOT_FOUND',
          field: ['customerId'],
          message: 'There is no such customer among those you may see; choose one from the list.',
          conflict: null,
        },
      ]);
      const change = { customerId, name: '改名', expectedVersion: 1 };
      expect((await mutate(dealer2, 'customerUpdate', change)).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['customerId'] },
      ]);
    }
    const dealerId = encodeId('Dealer', house.houses.ironmole.dealers.dealer1.dealerId as string);
    const stolen = { name: '客户', dealerId, idempotencyKey: key() };
    expect((await mutate(dealer2, 'customerCreate', stolen)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['dealerId'] },
    ]);
  });

  it("keep the maker's note and group from dealers", async () => {
    const dealerId = encodeId('Dealer', house.houses.ironmole.dealers.dealer1.dealerId as string);
    const { id } = await customerOf(desk, { dealerId, note: '只给厂家看' });
    const note = (by: StoryClient) => by.ask('query ($id: ID!) { customer(id: $id) { note } }', { id });
    expect(await note(desk)).toEqual({ customer: { note: '只给厂家看' } });
    expect(await note(dealer1)).toEqual({ customer: { note: null } });
    const raised = { customerId: id, groupKey: 'key-account', expectedVersion: 1 };
    expect((await mutate(dealer1, 'customerUpdate', raised)).userErrors).toMatchObject([
      { code: 'FORBIDDEN', field: ['groupKey'] },
    ]);
  });

  it('take a whole e-mail address only, and tell all that is wrong with a contact at once', async () => {
    const { id: customerId } = await customerOf(desk);
    const wrong = { name: ' ', phone: '见名片', email: 'duty@mine', position: '长'.repeat(101) };
    const made = { customerId, name: '值班员', idempotencyKey: key() };
    const { contact } = await done<{ contact: { id: string } }>(
      desk,
      'contactCreate',
      made,
      'contact { id }',
    );
    const fieldsOf = async (name: string, input: Record<string, unknown>) =>
      (await mutate(desk, name, input)).userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`);
    const all = ['REQUIRED name', 'INVALID phone', 'INVALID email', 'INVALID position'];
    expect(await fieldsOf('contactCreate', { ...made, ...wrong, idempotencyKey: key() })).toEqual(all);
    const changed = { contactId: contact.id, expectedVersion: 1, ...wrong };
    expect(await fieldsOf('contactUpdate', changed)).toEqual(all);
  });

  it('take a site of the same customer only', async () => {
    const [a, b] = [await customerOf(desk), await customerOf(desk)];
    const { site } = await done<{ site: Named }>(
      desk,
      'siteCreate',
      { customerId: b.id, name: '乙的现场', province: '32', idempotencyKey: key() },
      'site { id }',
    );
    const person = { customerId: a.id, siteId: site.id, name: '甲的人', idempotencyKey: key() };
    expect((await mutate(desk, 'contactCreate', person)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['siteId'] },
    ]);
  });

  it.each([
    [{ province: '99' }, 'INVALID', 'province'],
    [{ province: null }, 'REQUIRED', 'province'],
    [{ country: 'KZ', province: '65' }, 'INVALID', 'province'],
    [{ country: 'China', province: '32' }, 'INVALID', 'country'],
    [{ province: '32', name: ' ' }, 'REQUIRED', 'name'],
  ])('a site at %j is refused', async (place, code, field) => {
    const { id: customerId } = await customerOf(desk);
    const site = { customerId, name: '现场', idempotencyKey: key(), ...place };
    expect((await mutate(desk, 'siteCreate', site)).userErrors).toMatchObject([{ code, field: [field] }]);
  });

  it('may stand abroad, and be moved home', async () => {
    const { id: customerId } = await customerOf(desk);
    const { site } = await done<{ site: Named }>(
      desk,
      'siteCreate',
      { customerId, name: '境外矿', country: 'KZ', idempotencyKey: key() },
      'site { id country province version }',
    );
    expect(site).toMatchObject({ country: 'KZ', province: null });
    const moved = await done(
      desk,
      'siteUpdate',
      { siteId: site.id, country: 'CN', province: '65', expectedVersion: 1 },
      'site { country province version }',
    );
    expect(moved).toEqual({ site: { country: 'CN', province: '65', version: 2 } });
  });
});

describe('a change', () => {
  it('on a stale version is a conflict that says what changed', async () => {
    const { id: customerId } = await customerOf(desk);
    await done(desk, 'customerUpdate', { customerId, name: '新名称', expectedVersion: 1 });
    const late = { customerId, note: '迟到的备注', expectedVersion: 1 };
    expect((await mutate(desk, 'customerUpdate', late)).userErrors).toEqual([
      {
        code: 'CONFLICT',
        field: ['expectedVersion'],
        message: 'Somebody changed the customer meanwhile. Look at what changed, then decide again.',
        conflict: { currentVersion: 2, changed: ['name'] },
      },
    ]);
  });

  it('upon a version that there never was is no conflict, but a wrong value', async () => {
    const { id: customerId } = await customerOf(desk);
    const ahead = { customerId, note: '来自将来', expectedVersion: 99 };
    expect((await mutate(desk, 'customerUpdate', ahead)).userErrors).toMatchObject([
      { code: 'INVALID', field: ['expectedVersion'], conflict: null },
    ]);
  });

  it('by ten at once is made by one, and the others are told', async () => {
    const { id: customerId } = await customerOf(desk);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        mutate(desk, 'customerUpdate', { customerId, name: `名称 ${index}`, expectedVersion: 1 }),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array.from({ length: 9 }, () => 'CONFLICT'),
    );
  });

  it('that changes nothing makes no version', async () => {
    const { id: customerId, name } = await customerOf(desk);
    const same = await done(
      desk,
      'customerUpdate',
      { customerId, name, expectedVersion: 1 },
      'customer { version }',
    );
    expect(same).toEqual({ customer: { version: 1 } });
  });

  it('leaves its line in the change log, with ids and names of fields only', async () => {
    const { id: customerId } = await customerOf(dealer1, { name: '记录一下' });
    await done(dealer1, 'customerUpdate', { customerId, name: '再记一次', expectedVersion: 1 });
    const ctx = house.app.contexts.system(house.houses.ironmole.tenantId, nobodys());
    const lines = await ctx.db.query(
      `SELECT ch.kind, ch.version, ch.fields, ch.dealer_id AS dealer, ch.actor_id AS actor FROM change ch
         JOIN customer c ON c.tenant_id = ch.tenant_id AND c.id = ch.subject_id
        WHERE ch.tenant_id = $1 AND ch.topic = 'customer' AND c.name = '再记一次' ORDER BY ch.version`,
      [ctx.tenantId],
    );
    const { dealerId: dealer, memberId: actor } = house.houses.ironmole.dealers.dealer1;
    expect(lines).toEqual([
      { kind: 'created', version: 1, fields: [], dealer, actor },
      { kind: 'updated', version: 2, fields: ['name'], dealer, actor },
    ]);
  });
});

describe('a form sent again', () => {
  it('answers the same customer, and makes no second one', async () => {
    const form = { name: '只有一个', idempotencyKey: key() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        done<{ customer: Named }>(desk, 'customerCreate', form, 'customer { id }'),
      ),
    );
    expect(new Set(answers.map(({ customer }) => customer.id)).size).toBe(1);
    expect(await names(desk, 'customers', '{ name: "只有一个" }')).toEqual(['只有一个']);
  });

  it('with other words, or for another kind, is refused', async () => {
    const form = { name: '原来的', idempotencyKey: key() };
    await done(desk, 'customerCreate', form);
    const reused = [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }];
    expect((await mutate(desk, 'customerCreate', { ...form, name: '别的' })).userErrors).toMatchObject(
      reused,
    );
    expect((await mutate(desk, 'dealerCreate', form)).userErrors).toMatchObject(reused);
  });
});

describe('R2-20 what identifies a person', () => {
  it.each([
    ['10000001234', '100****1234'],
    ['8012', '****12'],
  ])('telephone %s is %s for roles that need not call, and so is its e-mail', async (phone, masked) => {
    const { id: customerId } = await customerOf(desk);
    const { contact } = await done<{ contact: Named }>(
      desk,
      'contactCreate',
      {
        customerId,
        name: '机电队长',
        phone,
        email: 'lead@mine.example',
        position: '机电',
        idempotencyKey: key(),
      },
      'contact { id phone email }',
    );
    expect(contact).toMatchObject({ phone, email: 'lead@mine.example' });
    const paths = `query ($id: ID!, $customerId: ID!) { contact(id: $id) { phone email }
      node(id: $id) { ... on Contact { phone email } }
      contacts(first: 1, filter: { customerId: $customerId }) { nodes { phone email } } }`;
    const seen = { phone: masked, email: 'l****@mine.example' };
    expect(await quality.ask(paths, { id: contact.id, customerId })).toEqual({
      contact: seen,
      node: seen,
      contacts: { nodes: [seen] },
    });
  });
});

describe('R11-2.2 the service network', () => {
  it("is kept by the maker's people and seen by dealers", async () => {
    const point = { name: '华北服务站', province: '13', address: '工业路 8 号', phone: '10000004321' };
    await done(desk, 'servicePointCreate', { ...point, idempotencyKey: key() });
    expect(await names(dealer1, 'servicePoints', '{ province: "13" }')).toEqual(['华北服务站']);
    expect(await names(foreign, 'servicePoints', '{ province: "13" }')).toEqual([]);
    const input = { ...point, idempotencyKey: key() };
    const document =
      'mutation ($input: ServicePointCreateInput!) { servicePointCreate(input: $input) { userErrors { code } } }';
    for (const by of [dealer1, quality]) {
      expect((await by.query(document, { input })).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    }
  });

  it('holds dealers with province and telephone', async () => {
    const { dealer } = await done<{ dealer: Named }>(
      desk,
      'dealerCreate',
      { name: '新经销商', province: '61', phone: '029 1000 0001 转 8012', idempotencyKey: key() },
      'dealer { id province phone version }',
    );
    expect(dealer).toMatchObject({ province: '61', phone: '029 1000 0001 转 8012', version: 1 });
    const bad = { dealerId: dealer.id, phone: '打给老王', expectedVersion: 1 };
    expect((await mutate(desk, 'dealerUpdate', bad)).userErrors).toMatchObject([
      { code: 'INVALID', field: ['phone'] },
    ]);
  });
});

describe('lists', () => {
  it('page by name in both directions, and filter by words', async () => {
    const wanted = ['列表 甲', '列表 乙', '列表 丙', '列表 丁'];
    for (const name of wanted) await customerOf(desk, { name });
    const page = `query ($first: Int, $after: String, $last: Int, $before: String) {
      customers(first: $first, after: $after, last: $last, before: $before, filter: { name: "列表" }) {
        nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    type Page = {
      customers: {
        nodes: Named[];
        pageInfo: { hasNextPage: boolean; startCursor: string; endCursor: string };
      };
    };
    const one = (await desk.ask<Page>(page, { first: 3 })).customers;
    const two = (await desk.ask<Page>(page, { first: 3, after: one.pageInfo.endCursor })).customers;
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
    const forwards = [...one.nodes, ...two.nodes].map(({ name }) => name);
    expect([...forwards].sort()).toEqual([...wanted].sort());
    const back = (await desk.ask<Page>(page, { last: 3, before: two.pageInfo.startCursor })).customers;
    expect(back.nodes).toEqual(one.nodes);
  });

  it("match nothing for somebody else's id, an id of another type and none at all", async () => {
    const other = encodeId('Customer', house.houses.ironmole.dealers.dealer2.customerId);
    for (const id of [other, encodeId('Customer', nobodys()), encodeId('Ticket', nobodys()), 'customer_x']) {
      expect(await names(dealer1, 'sites', `{ customerId: "${id}" }`)).toEqual([]);
    }
    expect(await names(desk, 'sites', `{ customerId: "${other}" }`)).toEqual(['dealer2 的现场']);
  });
});
