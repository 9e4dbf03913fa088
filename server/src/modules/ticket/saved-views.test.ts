import { encodeId, newId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let dispatcher: StoryClient;
let manager: StoryClient;
let engineer: StoryClient;
let dealer1: StoryClient;
let dealer2: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  [dispatcher, manager, engineer, dealer1, dealer2] = (await Promise.all(
    (['dispatcher', 'manager', 'engineer', 'dealer1', 'dealer2'] as const).map((who) =>
      house.as(`${who}@ironmole`),
    ),
  )) as [StoryClient, StoryClient, StoryClient, StoryClient, StoryClient];
});
afterAll(() => house.close());

interface View {
  id: string;
  name: string;
  version: number;
  filter: Record<string, unknown>;
  orderBy: string;
  columns: string[];
  shared: boolean;
}
interface Payload {
  view: View | null;
  userErrors: Array<{ code: string; field: string[]; message: string; conflict: unknown }>;
}
const fields = `view { id name version orderBy columns shared owner { id } filter {
    search states categories assigneeIds mine reportedAt { from to } createdAt { from to } dueBefore } }
  userErrors { code field message conflict { currentVersion changed } }`;

let made = 0;
const create = async (by: StoryClient, input: Record<string, unknown>): Promise<Payload> =>
  (
    await by.ask<{ savedViewCreate: Payload }>(
      `mutation ($input: SavedViewCreateInput!) { savedViewCreate(input: $input) { ${fields} } }`,
      {
        input: {
          name: '我的工单',
          columns: ['NUMBER', 'SUBJECT'],
          idempotencyKey: `view ${(made += 1)}`,
          ...input,
        },
      },
    )
  ).savedViewCreate;
const update = async (by: StoryClient, input: Record<string, unknown>): Promise<Payload> =>
  (
    await by.ask<{ savedViewUpdate: Payload }>(
      `mutation ($input: SavedViewUpdateInput!) { savedViewUpdate(input: $input) { ${fields} } }`,
      { input },
    )
  ).savedViewUpdate;
const remove = async (by: StoryClient, input: Record<string, unknown>) =>
  (
    await by.ask<{ savedViewDelete: { viewId: string | null; userErrors: Payload['userErrors'] } }>(
      `mutation ($input: SavedViewDeleteInput!) { savedViewDelete(input: $input) {
         viewId userErrors { code field message conflict { currentVersion changed } } } }`,
      { input },
    )
  ).savedViewDelete;
const names = async (by: StoryClient): Promise<string[]> =>
  (
    await by.ask<{ savedViews: { nodes: Array<{ name: string }> } }>(
      '{ savedViews(first: 100) { nodes { name } } }',
    )
  ).savedViews.nodes.map(({ name }) => name);
const saved = async (by: StoryClient, input: Record<string, unknown>): Promise<View> => {
  const { view, userErrors } = await create(by, input);
  if (!view) throw new Error(`Nothing was saved: ${JSON.stringify(userErrors)}`);
  return view;
};

describe('a saved view', () => {
  it('gives back the list as it was asked for', async () => {
    const filter = {
      search: '漏油',
      states: ['reported'],
      categories: ['OPEN', 'WAITING'],
      assigneeIds: [encodeId('Member', house.houses.ironmole.staff.engineer)],
      mine: false,
      reportedAt: { from: '2026-05-01T00:00:00.000Z', to: null },
      createdAt: null,
      dueBefore: '2026-06-03T00:00:00.000Z',
    };
    const view = await saved(dispatcher, {
      name: '待办漏油',
      filter,
      orderBy: 'DUE_SOONEST',
      columns: ['NUMBER', 'NEXT_DUE_AT', 'NUMBER'],
    });
    expect(view).toMatchObject({
      version: 1,
      filter,
      orderBy: 'DUE_SOONEST',
      columns: ['NUMBER', 'NEXT_DUE_AT'],
      shared: false,
      owner: { id: encodeId('Member', house.houses.ironmole.staff.dispatcher) },
    });
    // and the list takes it back as it is
    await dispatcher.ask(
      'query ($filter: TicketFilter) { tickets(first: 5, filter: $filter) { nodes { id } } }',
      {
        filter: view.filter,
      },
    );
  });

  it('is its owner’s alone until it is shared, and then of the house or of the dealer', async () => {
    await saved(manager, { name: '经理的' });
    await saved(manager, { name: '全厂的', shared: true });
    await saved(dealer1, { name: '本店的', shared: true });
    await saved(dealer1, { name: '店员的' });
    expect(await names(manager)).toEqual(['全厂的', '经理的']);
    expect(await names(engineer)).toEqual(['全厂的']);
    expect(await names(dealer1)).toEqual(['店员的', '本店的']);
    expect(await names(dealer2)).toEqual([]);
    expect(await names(await house.as('dispatcher@purefount'))).toEqual([]);
  });

  it('is not seen by its id either', async () => {
    const view = await saved(manager, { name: '看不见的' });
    const shared = await saved(dealer2, { name: '二店的', shared: true });
    const node = async (by: StoryClient, id: string) =>
      (await by.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id })).node;
    expect(await node(manager, view.id)).toEqual({ id: view.id });
    for (const [by, id] of [
      [dispatcher, view.id],
      [dispatcher, shared.id],
      [dealer1, shared.id],
    ] as const) {
      expect(await node(by, id)).toBeNull();
    }
  });

  it('is shared by the desk and by dealers only', async () => {
    const { view, userErrors } = await create(engineer, { name: '工程师的', shared: true });
    expect(view).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'FORBIDDEN', field: ['shared'] }]);
    const own = await saved(engineer, { name: '工程师的' });
    const { userErrors: later } = await update(engineer, {
      viewId: own.id,
      expectedVersion: 1,
      shared: true,
    });
    expect(later).toMatchObject([{ code: 'FORBIDDEN', field: ['shared'] }]);
  });

  it('is made once for one key', async () => {
    const input = { name: '一次', idempotencyKey: 'once' };
    const first = await saved(dispatcher, input);
    expect((await saved(dispatcher, input)).id).toBe(first.id);
    expect((await create(dispatcher, { ...input, name: '两次' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
  });

  it('is changed at the version that was seen; what is left out stays', async () => {
    const view = await saved(dispatcher, { name: '改前', filter: { mine: true } });
    const changed = await update(dispatcher, {
      viewId: view.id,
      expectedVersion: 1,
      name: '改后',
      orderBy: 'DUE_SOONEST',
    });
    expect(changed.view).toMatchObject({
      name: '改后',
      version: 2,
      orderBy: 'DUE_SOONEST',
      filter: { mine: true },
    });
    const stale = await update(dispatcher, { viewId: view.id, expectedVersion: 1, filter: {} });
    expect(stale.userErrors).toMatchObject([
      {
        code: 'CONFLICT',
        field: ['expectedVersion'],
        conflict: { currentVersion: 2, changed: ['name', 'orderBy'] },
      },
    ]);
    expect((await remove(dispatcher, { viewId: view.id, expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    const ahead = await update(dispatcher, { viewId: view.id, expectedVersion: 99, filter: {} });
    expect(ahead.userErrors).toMatchObject([{ code: 'INVALID', field: ['expectedVersion'], conflict: null }]);
    const cleared = await update(dispatcher, { viewId: view.id, expectedVersion: 2, filter: {} });
    expect(cleared.view).toMatchObject({ version: 3, filter: { mine: null } });
    expect(await remove(dispatcher, { viewId: view.id, expectedVersion: 3 })).toEqual({
      viewId: view.id,
      userErrors: [],
    });
    expect(await names(dispatcher)).not.toContain('改后');
  });

  it('is nobody else’s to change, and answers as if it were not there', async () => {
    const personal = await saved(manager, { name: '别人的' });
    const shared = await saved(manager, { name: '共享的', shared: true });
    const nothing = encodeId('SavedView', newId(storyStart));
    for (const change of [update, remove]) {
      const [expected] = (await change(dispatcher, { viewId: nothing, expectedVersion: 1 })).userErrors;
      expect(expected).toMatchObject({ code: 'NOT_FOUND', field: ['viewId'] });
      for (const viewId of [personal.id, shared.id, 'none']) {
        expect((await change(dispatcher, { viewId, expectedVersion: 1 })).userErrors).toEqual([expected]);
      }
    }
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['no name', { name: '  ' }, { code: 'REQUIRED', field: ['name'] }],
    ['a name too long', { name: '长'.repeat(101) }, { code: 'INVALID', field: ['name'] }],
    ['no column', { columns: [] }, { code: 'REQUIRED', field: ['columns'] }],
  ])('is refused with %s', async (_what, input, refusal) => {
    expect((await create(dispatcher, input)).userErrors).toMatchObject([refusal]);
  });

  it.each([
    [
      'states',
      Array.from({ length: 101 }, (_, index) => `${index}`),
      'filter.states holds 101 values; name at most 100.',
    ],
    ['search', '泵'.repeat(300), 'The search is too long; use at most 200 characters.'],
  ])('is refused with a filter that no list would take, naming its %s', async (field, value, message) => {
    const refused = [{ code: 'INVALID', field: ['filter', field], message }];
    const filter = { [field]: value };
    const { view } = await create(dispatcher, {});
    expect(await create(dispatcher, { filter })).toMatchObject({ view: null, userErrors: refused });
    expect(
      await update(dispatcher, { viewId: view?.id, expectedVersion: view?.version, filter }),
    ).toMatchObject({ view: null, userErrors: refused });
  });

  it('is told of everything in its filter that no list would take at once', async () => {
    const many = Array.from({ length: 101 }, () => encodeId('Customer', newId(storyStart)));
    const filter = { search: '泵'.repeat(201), customerIds: many };
    expect((await create(dispatcher, { filter })).userErrors.map(({ field }) => field)).toEqual([
      ['filter', 'customerIds'],
      ['filter', 'search'],
    ]);
  });
});
