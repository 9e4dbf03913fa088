import { newId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { done, mutate, openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let store: StoryClient;
let desk: StoryClient;
let dealer1: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  store = await house.as('parts@ironmole');
  desk = await house.as('dispatcher@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
});
afterAll(() => house.close());

let forms = 0;
const key = () => `form ${(forms += 1)}`;
const part = (more: Record<string, unknown> = {}) => ({
  number: `P-${(forms += 1)}`,
  nameZh: '油缸',
  nameEn: 'Cylinder',
  unit: '件',
  idempotencyKey: key(),
  ...more,
});
interface Made {
  part: { id: string; wear: boolean; version: number };
}
const made = async (more: Record<string, unknown> = {}) =>
  (await done<Made>(store, 'partCreate', part(more), 'part { id wear version }')).part;

const numbers = async (by: StoryClient, filter: Record<string, unknown>) =>
  (
    await by.ask<{ parts: { nodes: Array<{ number: string }> } }>(
      'query ($filter: PartFilter) { parts(first: 50, filter: $filter) { nodes { number } } }',
      { filter },
    )
  ).parts.nodes.map(({ number }) => number);

describe('the catalogue of parts', () => {
  it('is kept by the store, with prices in fen, and read by everybody in the house', async () => {
    const { part: kept } = await done<{ part: Record<string, unknown> & { id: string } }>(
      store,
      'partCreate',
      part({ number: 'HC-0071', listPriceFen: 128_000, costFeeFen: 46_050, models: ['TM-1'] }),
      'part { id number name { zh en } unit listPriceFen costFeeFen models wear active version }',
    );
    expect(kept).toEqual({
      id: kept.id,
      number: 'HC-0071',
      name: { zh: '油缸', en: 'Cylinder' },
      unit: '件',
      listPriceFen: 128_000,
      costFeeFen: 46_050,
      models: ['TM-1'],
      wear: false,
      active: true,
      version: 1,
    });
    const read = 'query ($id: ID!) { part(id: $id) { number } }';
    expect(await dealer1.ask(read, { id: kept.id })).toEqual({ part: { number: 'HC-0071' } });
    const foreign = await house.as('parts@purefount');
    expect(await foreign.ask(read, { id: kept.id })).toEqual({ part: null });
    const document =
      'mutation ($input: PartCreateInput!) { partCreate(input: $input) { userErrors { code } } }';
    for (const by of [desk, dealer1]) {
      expect((await by.query(document, { input: part() })).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    }
  });

  it('W4 shows what wears: by the list of the policy in force, or by its own mark', async () => {
    expect((await made({ number: 'cutting-pick' })).wear).toBe(true);
    expect((await made()).wear).toBe(false);
    const marked = await made({ ownWear: true });
    expect(marked.wear).toBe(true);
    const cleared = await done<Made>(
      store,
      'partUpdate',
      { partId: marked.id, ownWear: false, expectedVersion: 1 },
      'part { wear version }',
    );
    expect(cleared).toEqual({ part: { wear: false, version: 2 } });
  });

  it('is searched by number and by name in both languages, and filtered by model', async () => {
    await made({ number: 'SEAL-88', nameZh: '浮动密封', nameEn: 'Floating seal', models: ['TM-1'] });
    await made({ number: 'SEAL-89', nameZh: '骨架油封', nameEn: 'Oil seal' });
    expect(await numbers(desk, { search: 'seal-8' })).toEqual(['SEAL-88', 'SEAL-89']);
    expect(await numbers(desk, { search: '密封' })).toEqual(['SEAL-88']);
    expect(await numbers(desk, { search: 'OIL SEAL' })).toEqual(['SEAL-89']);
    // a part that names no model fits them all
    expect(await numbers(desk, { search: 'seal-8', model: 'TM-2' })).toEqual(['SEAL-89']);
  });

  it('keeps what is not supplied any more, apart from the rest', async () => {
    const old = await made({ number: 'OLD-1' });
    await done(store, 'partUpdate', { partId: old.id, active: false, expectedVersion: 1 });
    expect(await numbers(desk, { search: 'old-1', active: true })).toEqual([]);
    expect(await numbers(desk, { search: 'old-1', active: false })).toEqual(['OLD-1']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a number that is taken', { number: 'TAKEN-1' }, ['number']],
    ['a price below nothing', { listPriceFen: -1 }, ['listPriceFen']],
    ['a model that there is not', { models: ['TM-1', 'TM-9'] }, ['models', '1']],
    ['no unit', { unit: '' }, ['unit']],
  ])('refuses %s', async (_what, more, field) => {
    if (field[0] === 'number') await made({ number: 'TAKEN-1' });
    expect((await mutate(store, 'partCreate', part(more))).userErrors).toMatchObject([{ field }]);
  });

  it('changes on the newest version only, and tells what changed', async () => {
    const { id } = await made();
    await done(store, 'partUpdate', { partId: id, listPriceFen: 100, costFeeFen: 60, expectedVersion: 1 });
    const late = { partId: id, listPriceFen: 200, expectedVersion: 1 };
    expect((await mutate(store, 'partUpdate', late)).userErrors).toMatchObject([
      { code: 'CONFLICT', conflict: { currentVersion: 2, changed: ['listPriceFen', 'costFeeFen'] } },
    ]);
  });

  it('W4 tells whoever decides charges which parts wear by their own mark, and which there are not', async () => {
    await made({ number: 'CHG-1', ownWear: true });
    await made({ number: 'CHG-2' });
    const ctx = house.app.contexts.system(house.houses.ironmole.tenantId, newId(storyStart));
    const asked = ['CHG-2', 'CHG-1', 'CHG-unknown', 'CHG-1'];
    expect(await house.app.services.parts.marksOf(ctx, asked)).toEqual({
      worn: ['CHG-1'],
      unknown: ['CHG-unknown'],
    });
  });
});
