import { encodeId, newId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { done, mutate, openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let desk: StoryClient;
let dealer1: StoryClient;
let dealer2: StoryClient;
let roadheader: string;
beforeAll(async () => {
  house = await openHouse();
  desk = await house.as('dispatcher@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
  dealer2 = await house.as('dealer2@ironmole');
  roadheader = await model({ code: 'EBZ-M', meters: [cuttingHours] });
});
afterAll(() => house.close());
beforeEach(() => house.clock.set(storyStart));

let forms = 0;
const key = () => `form ${(forms += 1)}`;
const cuttingHours = {
  key: 'cutting-hours',
  nameZh: '截割小时',
  nameEn: 'Cutting hours',
  unitZh: '小时',
  unitEn: 'hours',
};

async function model(more: Record<string, unknown>): Promise<string> {
  const form = { code: key(), nameZh: '掘进机', nameEn: 'Roadheader', idempotencyKey: key(), ...more };
  const made = await done<{ model: { id: string } }>(desk, 'equipmentModelCreate', form, 'model { id }');
  return made.model.id;
}

async function machine(modelId: string, more: Record<string, unknown> = {}): Promise<string> {
  const form = {
    serial: `MTR-${(forms += 1)}`,
    modelId,
    customerId: encodeId('Customer', house.houses.ironmole.dealers.dealer1.customerId),
    idempotencyKey: key(),
    ...more,
  };
  const made = await done<{ equipment: { id: string } }>(desk, 'equipmentRegister', form, 'equipment { id }');
  return made.equipment.id;
}

const read = (equipmentId: string, value: number, more: Record<string, unknown> = {}) =>
  mutate(
    desk,
    'equipmentReadingAdd',
    { equipmentId, meter: 'cutting-hours', value, idempotencyKey: key(), ...more },
    'equipment { version readings { value readAt replacedBecause readBy { name } } }',
  );

const counted = async (equipmentId: string) => {
  const ctx = house.app.contexts.system(house.houses.ironmole.tenantId, newId(storyStart));
  const [row] = await ctx.db.query<{ id: string }>(
    `SELECT e.id FROM equipment e WHERE e.tenant_id = $1 AND e.serial = $2`,
    [
      ctx.tenantId,
      (
        await desk.ask<{ equipment: { serial: string } }>(
          'query ($id: ID!) { equipment(id: $id) { serial } }',
          { id: equipmentId },
        )
      ).equipment.serial,
    ],
  );
  return house.app.services.equipment.metersOf(ctx, row?.id as string);
};

describe('models', () => {
  it('say what they count and whether the maker installs them, to everybody in the house', async () => {
    const id = await model({
      code: 'EBZ-X',
      needsInstallation: true,
      meters: [cuttingHours],
      shelfMonths: 3,
    });
    const seen = await dealer1.ask(
      `query ($id: ID!) { equipmentModel(id: $id) { code name { zh } needsInstallation shelfMonths version
         meters { key name { en } unit { zh } } } }`,
      { id },
    );
    expect(seen).toEqual({
      equipmentModel: {
        code: 'EBZ-X',
        name: { zh: '掘进机' },
        needsInstallation: true,
        shelfMonths: 3,
        version: 1,
        meters: [{ key: 'cutting-hours', name: { en: 'Cutting hours' }, unit: { zh: '小时' } }],
      },
    });
    const found = await desk.ask(
      '{ equipmentModels(first: 5, filter: { name: "ebz-x" }) { nodes { code } } }',
    );
    expect(found).toEqual({ equipmentModels: { nodes: [{ code: 'EBZ-X' }] } });
  });

  it('have one code each, and change on the newest version only', async () => {
    const twice = { code: 'EBZ-M', nameZh: '又一', nameEn: 'Again', idempotencyKey: key() };
    expect((await mutate(desk, 'equipmentModelCreate', twice)).userErrors).toMatchObject([
      { code: 'INVALID', field: ['code'] },
    ]);
    const modelId = await model({});
    await done(desk, 'equipmentModelUpdate', { modelId, nameEn: 'Renamed', expectedVersion: 1 });
    const late = { modelId, shelfMonths: 6, expectedVersion: 1 };
    expect((await mutate(desk, 'equipmentModelUpdate', late)).userErrors).toMatchObject([
      { code: 'CONFLICT', conflict: { currentVersion: 2, changed: ['nameEn'] } },
    ]);
  });
});

describe('readings of a meter', () => {
  it('say when and by whom, newest first, and leave the version of the machine', async () => {
    const id = await machine(roadheader);
    await read(id, 120, { readAt: '2026-05-01T02:00:00Z' });
    expect(await read(id, 410)).toMatchObject({
      equipment: {
        version: 1,
        readings: [
          { value: 410, readAt: '2026-06-02T01:00:00.000Z', readBy: { name: '铁鼹 dispatcher' } },
          { value: 120, readAt: '2026-05-01T02:00:00.000Z' },
        ],
      },
      userErrors: [],
    });
  });

  it('never fall, also not when one is written down late', async () => {
    const id = await machine(roadheader);
    await read(id, 100, { readAt: '2026-03-01T00:00:00Z' });
    await read(id, 300, { readAt: '2026-05-01T00:00:00Z' });
    expect((await read(id, 299)).userErrors).toMatchObject([
      {
        code: 'INVALID',
        field: ['value'],
        message: 'The reading is lower than the one before it, 300; if the meter was replaced, say why.',
      },
    ]);
    expect((await read(id, 301, { readAt: '2026-04-01T00:00:00Z' })).userErrors).toMatchObject([
      { field: ['value'], message: expect.stringContaining('300') },
    ]);
    expect((await read(id, 200, { readAt: '2026-04-01T00:00:00Z' })).userErrors).toEqual([]);
  });

  it('begin anew when the meter was replaced, with a reason; what was counted before stays counted (W11)', async () => {
    const id = await machine(roadheader);
    await read(id, 900, { readAt: '2026-03-01T00:00:00Z' });
    expect((await read(id, 20, { replacedBecause: '表头损坏' })).userErrors).toEqual([]);
    house.clock.advance({ minutes: 30 });
    await read(id, 50);
    expect(await counted(id)).toEqual({ 'cutting-hours': 950 });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['of a meter that the model has not', { meter: 'litres' }, 'meter'],
    ['below nothing', { value: -1 }, 'value'],
    ['of tomorrow', { readAt: '2026-06-03T00:00:00Z' }, 'readAt'],
    ['of a machine that is not there', { equipmentId: 'equipment_x' }, 'equipmentId'],
  ])('%s are refused', async (_what, more, field) => {
    const id = await machine(roadheader);
    expect((await read(id, 10, more)).userErrors).toMatchObject([{ field: [field] }]);
  });

  it('sent twice are one', async () => {
    const id = await machine(roadheader);
    const form = { idempotencyKey: key() };
    await Promise.all([read(id, 10, form), read(id, 10, form)]);
    expect(await read(id, 11)).toMatchObject({ equipment: { readings: [{ value: 11 }, { value: 10 }] } });
  });

  it('of twenty at once leave a series that never falls', async () => {
    const id = await machine(roadheader);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => read(id, 100 + index)));
    const kept = answers.filter(({ userErrors }) => userErrors.length === 0).length;
    expect(kept).toBeGreaterThan(0);
    expect(await counted(id)).toEqual({ 'cutting-hours': 119 });
  });
});

describe('R10-3.3 what expires is settled before its day', () => {
  const limits =
    'equipment { limits { id what expiresOn decision note decidedBy { name } decidedAt version } }';
  interface Limits {
    equipment: { limits: Array<{ id: string; expiresOn: string; version: number }> };
  }
  const shown = async (id: string, by = desk) =>
    (
      await by.ask<Limits>(`query ($id: ID!) { ${limits.replace('equipment', 'equipment(id: $id)')} }`, {
        id,
      })
    ).equipment.limits;

  it('follows from the shelf months of the model once the day of shipping is known, to the end of the month', async () => {
    const id = await machine(await model({ shelfMonths: 3 }));
    expect(await shown(id)).toEqual([]);
    await done(desk, 'equipmentDatesSet', { equipmentId: id, shippedOn: '2025-11-30', expectedVersion: 1 });
    expect(await shown(id)).toMatchObject([{ what: 'Shelf life', expiresOn: '2026-02-28', decision: null }]);
  });

  it('may be anything with a day of its own; without a day there is nothing to note', async () => {
    const id = await machine(roadheader);
    const note = { equipmentId: id, what: '瓦斯传感器标定', idempotencyKey: key() };
    expect((await mutate(desk, 'equipmentLimitAdd', note)).userErrors).toMatchObject([
      { code: 'INVALID', field: ['expiresOn'] },
    ]);
    const added = await done(
      desk,
      'equipmentLimitAdd',
      { ...note, expiresOn: '2026-09-30' },
      'limit { what expiresOn version } equipment { version }',
    );
    expect(added).toEqual({
      limit: { what: '瓦斯传感器标定', expiresOn: '2026-09-30', version: 1 },
      equipment: { version: 1 },
    });
    expect(await shown(id, dealer1)).toHaveLength(1);
  });

  it('keeps who settled it and when; a renewal gives the next day, and is settled once', async () => {
    const id = await machine(await model({ shelfMonths: 3 }), { shippedOn: '2026-03-31' });
    const [limit] = await shown(id);
    const renew = { limitId: limit?.id, decision: 'RENEWED', note: '经领导同意续期', expectedVersion: 1 };
    for (const renewedUntil of [undefined, '2026-06-30']) {
      expect(
        (await mutate(desk, 'equipmentLimitDecide', { ...renew, renewedUntil })).userErrors,
      ).toMatchObject([{ code: 'INVALID', field: ['renewedUntil'] }]);
    }
    const settled = await done(
      desk,
      'equipmentLimitDecide',
      { ...renew, renewedUntil: '2026-09-30' },
      'limit { decision note decidedBy { name } decidedAt version }',
    );
    expect(settled).toEqual({
      limit: {
        decision: 'RENEWED',
        note: '经领导同意续期',
        decidedBy: { name: '铁鼹 dispatcher' },
        decidedAt: '2026-06-02T01:00:00.000Z',
        version: 2,
      },
    });
    expect(await shown(id)).toMatchObject([
      { expiresOn: '2026-06-30', decision: 'RENEWED' },
      { expiresOn: '2026-09-30', decision: null, version: 1 },
    ]);
    const stale = await mutate(desk, 'equipmentLimitDecide', { ...renew, decision: 'RETIRED' });
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', conflict: { currentVersion: 2 } }]);
    const ahead = await mutate(desk, 'equipmentLimitDecide', { ...renew, expectedVersion: 99 });
    expect(ahead.userErrors).toMatchObject([{ code: 'INVALID', field: ['expectedVersion'] }]);
    const again = await mutate(desk, 'equipmentLimitDecide', {
      ...renew,
      decision: 'RETIRED',
      expectedVersion: 2,
    });
    expect(again.userErrors).toMatchObject([{ code: 'INVALID', field: ['limitId'] }]);
  });

  it('of another dealer is nowhere', async () => {
    const id = await machine(await model({ shelfMonths: 3 }), { shippedOn: '2026-03-31' });
    const [limit] = await shown(id);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await dealer1.ask(node, { id: limit?.id })).toEqual({ node: { id: limit?.id } });
    expect(await dealer2.ask(node, { id: limit?.id })).toEqual({ node: null });
  });
});
