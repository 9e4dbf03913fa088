import { templates } from '@aftercare/rulebooks';
import { encodeId, newId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { done, mutate, openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let desk: StoryClient;
let quality: StoryClient;
let dealer1: StoryClient;
let dealer2: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  desk = await house.as('dispatcher@ironmole');
  quality = await house.as('quality@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
  dealer2 = await house.as('dealer2@ironmole');
});
afterAll(() => house.close());
beforeEach(() => house.clock.set(storyStart));

let forms = 0;
const key = () => `form ${(forms += 1)}`;
const serial = () => `EBZ200-${1000 + (forms += 1)}`;
const ofDealer1 = () => ({
  customerId: encodeId('Customer', house.houses.ironmole.dealers.dealer1.customerId),
  siteId: encodeId('Site', house.houses.ironmole.dealers.dealer1.siteId),
});
const modelId = () => encodeId('EquipmentModel', house.houses.ironmole.modelId);

const cover = 'covers { costClass percent months firstDay lastDay }';
const machine = `equipment { id serial version shippedOn receivedOn installedOn acceptedOn
  components { key name serial quantity } limits { id what expiresOn decision version }
  stamps { id label { en } scope component componentSerial state waitsFor lastDay ${cover}
    rule { id source } meter { key until } } }`;

interface Stamp {
  label: { en: string };
  scope: string;
  state: string;
  waitsFor: string[];
  lastDay: string | null;
  componentSerial: string | null;
  covers: Array<{ costClass: string; months: number; firstDay: string | null; lastDay: string | null }>;
}
interface Machine {
  id: string;
  serial: string;
  version: number;
  stamps: Stamp[];
  limits: Array<{ id: string; what: string; expiresOn: string; decision: string | null; version: number }>;
  components: unknown[];
}
const sent = (more: Record<string, unknown> = {}) => ({
  serial: serial(),
  modelId: modelId(),
  ...ofDealer1(),
  idempotencyKey: key(),
  ...more,
});
const registered = async (more: Record<string, unknown> = {}) =>
  (await done<{ equipment: Machine }>(desk, 'equipmentRegister', sent(more), machine)).equipment;
const dated = async ({ id, version }: Machine, dates: Record<string, string | null>) =>
  (
    await done<{ equipment: Machine }>(
      desk,
      'equipmentDatesSet',
      { equipmentId: id, expectedVersion: version, ...dates },
      machine,
    )
  ).equipment;

const motor = { key: 'cutting-motor', name: '截割电机', serial: 'YBU-1101' };
const lastDays = ({ covers }: Stamp) =>
  Object.fromEntries(covers.map(({ costClass, lastDay }) => [costClass, lastDay]));
const term = ({ stamps }: Machine, label: string) => {
  const found = stamps.find((each) => each.label.en === label);
  if (!found) throw new Error(`No stamp ${label} among ${stamps.map((each) => each.label.en).join(', ')}.`);
  return found;
};

describe('registering a machine', () => {
  it('keeps what is on its papers, its sheet in order, and takes its dealer from its customer', async () => {
    const components = [
      { key: 'travel-motor', name: '行走马达', quantity: 2 },
      { ...motor, quantity: 1 },
    ];
    const { equipment } = await done<{ equipment: Record<string, unknown> }>(
      desk,
      'equipmentRegister',
      sent({
        serial: ' ebz２00-77 ',
        batch: '2026-05B',
        orderNumber: 'SO-2291',
        materialNumber: '61.204.07',
        shippedOn: '2026-05-12',
        components,
      }),
      `equipment { serial batch orderNumber materialNumber shippedOn receivedOn dealer { name }
         components { key name serial quantity } }`,
    );
    expect(equipment).toEqual({
      serial: 'EBZ200-77',
      batch: '2026-05B',
      orderNumber: 'SO-2291',
      materialNumber: '61.204.07',
      shippedOn: '2026-05-12',
      receivedOn: null,
      dealer: { name: '铁鼹经销商 dealer1' },
      components: [{ ...components[0], serial: null }, components[1]],
    });
  });

  it('twice by one serial is refused, whoever asks and however it is written', async () => {
    const { serial: taken } = await registered();
    for (const by of [desk, quality]) {
      const again = sent({ serial: ` ${taken.toLowerCase()} ` });
      expect((await mutate(by, 'equipmentRegister', again)).userErrors).toMatchObject([
        { code: 'INVALID', field: ['serial'] },
      ]);
    }
  });

  it('is no clash with a serial of another maker', async () => {
    const other = await house.as('dispatcher@purefount');
    const { purefount } = house.houses;
    const { equipment } = await done<{ equipment: Machine }>(
      other,
      'equipmentRegister',
      {
        serial: house.houses.ironmole.dealers.dealer1.serial,
        modelId: encodeId('EquipmentModel', purefount.modelId),
        customerId: encodeId('Customer', purefount.dealers.dealer1.customerId),
        idempotencyKey: key(),
      },
      machine,
    );
    expect(equipment.serial).toBe('EBZ160-2266');
  });

  it('by one form five times at once makes one machine', async () => {
    const form = sent();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => done<{ equipment: Machine }>(desk, 'equipmentRegister', form, machine)),
    );
    expect(new Set(all.map(({ equipment }) => equipment.id)).size).toBe(1);
    expect(new Set(all.map(({ equipment }) => equipment.stamps.length))).toEqual(new Set([1]));
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['an unknown customer', { customerId: 'customer_x' }, 'NOT_FOUND', 'customerId'],
    ['an unknown model', { modelId: 'model_x' }, 'NOT_FOUND', 'modelId'],
    ['a serial that no nameplate has', { serial: 'EBZ<160>' }, 'INVALID', 'serial'],
    ['no serial', { serial: '  ' }, 'REQUIRED', 'serial'],
    [
      'installed before shipped',
      { shippedOn: '2026-05-02', installedOn: '2026-05-01' },
      'INVALID',
      'installedOn',
    ],
    ['accepted tomorrow', { acceptedOn: '2026-06-03' }, 'INVALID', 'acceptedOn'],
    ['a part of which there is none', { components: [{ ...motor, quantity: 0 }] }, 'INVALID', 'components'],
    ['the same part twice', { components: [motor, motor] }, 'INVALID', 'components'],
  ])('with %s is refused', async (_what, more, code, field) => {
    const { userErrors } = await mutate(desk, 'equipmentRegister', sent(more));
    expect(userErrors).toHaveLength(1);
    expect([userErrors[0]?.code, userErrors[0]?.field?.[0]]).toEqual([code, field]);
  });

  it("is for the maker's people: dealers look, also at the site of their own customer only", async () => {
    const document =
      'mutation ($input: EquipmentRegisterInput!) { equipmentRegister(input: $input) { userErrors { code } } }';
    expect((await dealer1.query(document, { input: sent() })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    const elsewhere = sent({ siteId: encodeId('Site', house.houses.ironmole.dealers.dealer2.siteId) });
    expect((await mutate(desk, 'equipmentRegister', elsewhere)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['siteId'] },
    ]);
  });
});

describe('warranty stamps', () => {
  it('W1 wait with their months until a date begins them; W22 the last day is included', async () => {
    const fresh = await registered({ components: [motor] });
    expect(
      fresh.stamps.map(({ label, state, waitsFor, lastDay }) => [label.en, state, waitsFor, lastDay]),
    ).toEqual([
      ['Whole machine', 'WAITING', ['SHIPMENT', 'ACCEPTANCE'], null],
      ['Cutting motor', 'WAITING', ['ACCEPTANCE'], null],
      ['Cutting motor, extended labour', 'WAITING', ['ACCEPTANCE'], null],
    ]);
    const shipped = await dated(fresh, { shippedOn: '2025-08-31' });
    expect(lastDays(term(shipped, 'Whole machine'))).toEqual({
      PARTS: '2026-08-31',
      LABOUR: '2026-08-31',
      // six months from 31 August: there is no 31 February
      TRAVEL: '2026-02-28',
    });
    expect(term(shipped, 'Cutting motor').state).toBe('WAITING');
    const accepted = await dated(shipped, { acceptedOn: '2025-10-31' });
    // W2 the earlier of two has begun it; the later changes nothing
    expect(term(accepted, 'Whole machine')).toEqual(term(shipped, 'Whole machine'));
    expect(lastDays(term(accepted, 'Cutting motor'))).toEqual({ PARTS: '2027-04-30', LABOUR: '2026-10-31' });
    expect(term(accepted, 'Cutting motor').componentSerial).toBe('YBU-1101');
  });

  it('W2 begin at the earlier of two dates when both are known at once', async () => {
    const unit = await registered({ shippedOn: '2026-01-31', acceptedOn: '2026-03-01' });
    expect(term(unit, 'Whole machine').covers[0]).toMatchObject({
      firstDay: '2026-01-31',
      lastDay: '2027-01-31',
    });
  });

  it('say which clause or default they come from, and what ends them by the meter', async () => {
    const { stamps } = await registered();
    expect(stamps[0]).toMatchObject({
      rule: { id: 'roadheader', source: 'DEFAULT' },
      meter: { key: 'cutting-hours', until: 3000 },
    });
  });

  it('W1 stay as they were stamped whatever is published later', async () => {
    const before = await registered({ acceptedOn: '2026-05-31' });
    house.clock.advance({ minutes: 1 });
    const { warranty, ...policy } = templates.R4.policy;
    if (!warranty) throw new Error('R4 has no warranty.');
    const longer = warranty.terms.map((each) => ({
      ...each,
      covers: each.covers.map((line) => ({ ...line, months: 36 })),
    }));
    const ctx = house.app.contexts.system(house.houses.ironmole.tenantId, newId(storyStart));
    await house.app.services.policies.publish(
      ctx,
      { ...templates.R4, policy: { ...policy, warranty: { ...warranty, terms: longer } } },
      house.clock.now(),
    );
    const after = await registered({ acceptedOn: '2026-05-31', components: [motor] });
    expect(lastDays(term(after, 'Whole machine'))['PARTS']).toBe('2029-05-31');
    const read = await desk.ask<{ equipment: Machine }>(
      `query ($id: ID!) { ${machine.replace('equipment', 'equipment(id: $id)')} }`,
      { id: before.id },
    );
    expect(read.equipment.stamps).toEqual(before.stamps);
    // a component that joins the sheet now has the terms of now, from the dates of the machine
    const { equipment } = await done<{ equipment: Machine }>(
      desk,
      'equipmentConfigure',
      { equipmentId: before.id, components: [motor], expectedVersion: before.version },
      machine,
    );
    expect(term(equipment, 'Whole machine')).toEqual(term(before, 'Whole machine'));
    expect(lastDays(term(equipment, 'Cutting motor'))['PARTS']).toBe('2029-05-31');
  });

  it('let a date be mended until a term has begun by it', async () => {
    const unit = await registered({ components: [motor] });
    const received = await dated(unit, { receivedOn: '2026-04-02' });
    const mended = await dated(received, { receivedOn: '2026-04-12' });
    const begun = await dated(mended, { acceptedOn: '2026-05-01' });
    for (const acceptedOn of ['2026-05-02', null]) {
      const late = { equipmentId: begun.id, acceptedOn, expectedVersion: begun.version };
      expect((await mutate(desk, 'equipmentDatesSet', late)).userErrors).toMatchObject([
        { code: 'INVALID', field: ['acceptedOn'] },
      ]);
    }
  });

  it('of one component are made once, also when its serial becomes known later', async () => {
    const unit = await registered({ components: [{ key: 'cutting-motor', name: '截割电机' }] });
    const { equipment } = await done<{ equipment: Machine }>(
      desk,
      'equipmentConfigure',
      { equipmentId: unit.id, components: [motor], expectedVersion: 1 },
      machine,
    );
    expect(equipment.components).toEqual([{ ...motor, quantity: 1 }]);
    expect(equipment.stamps).toEqual(unit.stamps);
  });

  it('are handed with the machine to whoever decides charges', async () => {
    const unit = await registered({ shippedOn: '2026-01-31', components: [motor] });
    const { equipment } = house.app.services;
    const ctx = house.app.contexts.system(house.houses.ironmole.tenantId, newId(storyStart));
    const found = await equipment.machineBySerial(ctx, unit.serial.toLowerCase());
    expect(found).toMatchObject({
      serial: unit.serial,
      model: 'TM-1',
      country: 'CN',
      province: '32',
      homeProvince: null,
      dates: { shipment: '2026-01-31' },
      components: [{ ...motor, quantity: 1 }],
    });
    expect(await equipment.machineById(ctx, found?.id as string)).toEqual(found);
    const stamps = await equipment.labelledStampsOf(ctx, found?.id as string);
    expect(stamps.map(({ stamp: { serial: of, state } }) => [of, state])).toEqual([
      [unit.serial, 'begun'],
      [unit.serial, 'waiting'],
      [unit.serial, 'waiting'],
    ]);
    expect(await equipment.machineBySerial(ctx, 'EBZ999-0000')).toBeNull();
  });
});

describe('dates', () => {
  it('in a wrong order name the later one, and both days', async () => {
    const unit = await registered({ shippedOn: '2026-05-12' });
    const early = { equipmentId: unit.id, receivedOn: '2026-05-11', expectedVersion: 1 };
    expect((await mutate(desk, 'equipmentDatesSet', early)).userErrors).toEqual([
      {
        code: 'INVALID',
        field: ['receivedOn'],
        message: 'The day of receipt cannot be before the day of shipping (2026-05-12); check both.',
        conflict: null,
      },
    ]);
  });

  it("today is a day of the house's own clock", async () => {
    // 00:30 of 3 June in Shanghai is still 2 June in UTC
    house.clock.set('2026-06-02T16:30:00Z');
    const late = await house.as('dispatcher@ironmole');
    const { equipment } = await done<{ equipment: Machine }>(
      late,
      'equipmentRegister',
      sent({ shippedOn: '2026-06-03' }),
      machine,
    );
    expect(equipment).toMatchObject({ shippedOn: '2026-06-03' });
  });

  it('that no calendar has are malformed', async () => {
    const { errors } = await desk.query(
      'mutation ($input: EquipmentRegisterInput!) { equipmentRegister(input: $input) { userErrors { code } } }',
      { input: sent({ shippedOn: '2026-02-30' }) },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a change of a machine', () => {
  it('passes it to another customer of the same dealer, without the old site', async () => {
    const unit = await registered();
    const { customer } = await done<{ customer: { id: string } }>(
      dealer1,
      'customerCreate',
      { name: '接手的客户', idempotencyKey: key() },
      'customer { id }',
    );
    const passed = await done(
      desk,
      'equipmentUpdate',
      { equipmentId: unit.id, customerId: customer.id, expectedVersion: 1 },
      'equipment { customer { name } site { id } dealer { name } version }',
    );
    expect(passed).toEqual({
      equipment: {
        customer: { name: '接手的客户' },
        site: null,
        dealer: { name: '铁鼹经销商 dealer1' },
        version: 2,
      },
    });
    const away = encodeId('Customer', house.houses.ironmole.dealers.dealer2.customerId);
    expect(
      (await mutate(desk, 'equipmentUpdate', { equipmentId: unit.id, customerId: away, expectedVersion: 2 }))
        .userErrors,
    ).toMatchObject([{ code: 'INVALID', field: ['customerId'] }]);
  });

  it('on a stale version is a conflict that says what changed', async () => {
    const unit = await registered();
    await done(desk, 'equipmentUpdate', { equipmentId: unit.id, batch: 'A', expectedVersion: 1 });
    const late = { equipmentId: unit.id, components: [motor], expectedVersion: 1 };
    expect((await mutate(desk, 'equipmentConfigure', late)).userErrors).toMatchObject([
      { code: 'CONFLICT', conflict: { currentVersion: 2, changed: ['batch'] } },
    ]);
    const { equipment } = await desk.ask<{ equipment: Machine }>(
      'query ($id: ID!) { equipment(id: $id) { stamps { id } } }',
      { id: unit.id },
    );
    // the refused sheet has stamped nothing
    expect(equipment.stamps).toHaveLength(1);
  });
});

describe('a machine of another dealer', () => {
  it('is not to be seen by any way, with nothing that hangs below it', async () => {
    const unit = await registered({ shippedOn: '2026-01-31' });
    const [stamp] = (
      await desk.ask<{ equipment: { stamps: Array<{ id: string }> } }>(
        'query ($id: ID!) { equipment(id: $id) { stamps { id } } }',
        { id: unit.id },
      )
    ).equipment.stamps;
    const paths = `query ($id: ID!, $serial: String!, $stamp: ID!) {
      equipment(id: $id) { id } equipmentBySerial(serial: $serial) { id } node(id: $stamp) { id }
      equipmentList(first: 10, filter: { serialPrefix: $serial }) { nodes { id } } }`;
    const asked = { id: unit.id, serial: unit.serial, stamp: stamp?.id };
    expect(await dealer2.ask(paths, asked)).toEqual({
      equipment: null,
      equipmentBySerial: null,
      node: null,
      equipmentList: { nodes: [] },
    });
    expect(await dealer1.ask(paths, asked)).toEqual({
      equipment: { id: unit.id },
      equipmentBySerial: { id: unit.id },
      node: { id: stamp?.id },
      equipmentList: { nodes: [{ id: unit.id }] },
    });
  });
});

describe('the list of machines', () => {
  it('is by serial, and filtered by how it begins, customer and model', async () => {
    for (const each of ['LST-300', 'LST-100', 'LST-200', 'LS-100']) await registered({ serial: each });
    const list = async (filter: Record<string, unknown>) =>
      (
        await desk.ask<{ equipmentList: { nodes: Machine[] } }>(
          'query ($filter: EquipmentFilter) { equipmentList(first: 50, filter: $filter) { nodes { serial } } }',
          { filter },
        )
      ).equipmentList.nodes.map((each) => each.serial);
    expect(await list({ serialPrefix: 'lst-' })).toEqual(['LST-100', 'LST-200', 'LST-300']);
    expect(
      await list({ serialPrefix: 'LST-', customerId: ofDealer1().customerId, modelId: modelId() }),
    ).toEqual(['LST-100', 'LST-200', 'LST-300']);
    const other = encodeId('Customer', house.houses.ironmole.dealers.dealer2.customerId);
    expect(await list({ serialPrefix: 'LST-', customerId: other })).toEqual([]);
    expect(await list({ serialPrefix: '%' })).toEqual([]);
  });
});
