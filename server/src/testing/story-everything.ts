import { encodeId } from '../platform/graphql';
import { pdf } from './sample-files';
import type { StoryClient } from './story-client';
import { upload } from './story-files';
import type { StoryHouse } from './story-house';
import { done } from './story-mutation';

/** Who is at work in the stories of `fillHouses`. */
export type Actors = Record<'admin' | 'desk' | 'dealer1' | 'dealer2' | 'elsewhere' | 'shared', StoryClient>;

/** Tickets of both houses with much said about them, and at least one row of every other type that is read. */
export async function fillHouses(house: StoryHouse, actors: Actors): Promise<void> {
  const tickets = await fileTickets(house, actors);
  await talk(house, actors, tickets);
  await keepRooms(house, actors, tickets[0]?.id ?? '');
}

interface Filed {
  id: string;
  staff: StoryClient;
  dealer: StoryClient;
}

async function fileTickets(
  house: StoryHouse,
  { desk, dealer1, dealer2, elsewhere, shared }: Actors,
): Promise<Filed[]> {
  const { ironmole, purefount } = house.houses;
  const filed: Filed[] = [];
  for (let round = 0; round < 4; round += 1) {
    house.clock.advance({ minutes: 1 });
    for (const [dealer, staff, { serial }] of [
      [dealer1, desk, ironmole.dealers.dealer1],
      [dealer2, desk, ironmole.dealers.dealer2],
      [shared, elsewhere, purefount.dealers.shared],
    ] as const) {
      filed.push({ ...(await house.file(dealer, serial)), staff, dealer });
    }
  }
  await house.file(desk, ironmole.dealers.direct.serial);
  return filed;
}

async function talk(house: StoryHouse, { desk }: Actors, filed: Filed[]): Promise<void> {
  for (const [index, { id, staff, dealer }] of filed.entries()) {
    for (let turn = 0; turn < index % 5; turn += 1) {
      const audience = turn % 3 === 1 ? 'INTERNAL' : 'PUBLIC';
      const speaker = audience === 'PUBLIC' && turn % 2 === 0 ? dealer : staff;
      const idempotencyKey = `said ${index} ${turn}`;
      await done(speaker, 'ticketCommentAdd', {
        ticketId: id,
        body: `第 ${turn} 句`,
        audience,
        idempotencyKey,
      });
      house.clock.advance({ minutes: 1 });
    }
  }
  const assigneeId = encodeId('Member', house.houses.ironmole.staff.engineer);
  for (const { id } of filed.filter((_, index) => index % 6 === 0))
    await done(desk, 'ticketAssign', { ticketId: id, assigneeId, expectedVersion: 1 });
}

async function keepRooms(
  house: StoryHouse,
  { admin, desk, dealer1 }: Actors,
  ticketId: string,
): Promise<void> {
  const { dealers } = house.houses.ironmole;
  const customerId = encodeId('Customer', dealers.dealer1.customerId);
  let forms = 0;
  const form = <Facts extends object>(facts: Facts) => ({ ...facts, idempotencyKey: `form ${(forms += 1)}` });
  for (const name of ['李工', '王工'])
    await done(desk, 'contactCreate', form({ customerId, name, phone: '10000002345' }));
  await done(admin, 'servicePointCreate', form({ name: '西安服务站', province: '61' }));
  await done(admin, 'partCreate', form({ number: 'TM-9-001', nameZh: '截齿', nameEn: 'Pick', unit: '个' }));
  const meters = [{ key: 'hours', nameZh: '小时', nameEn: 'Hours', unitZh: '小时', unitEn: 'h' }];
  const { model } = await done<{ model: { id: string } }>(
    admin,
    'equipmentModelCreate',
    form({ code: 'EBZ-M', nameZh: '掘进机', nameEn: 'Roadheader', meters }),
    'model { id }',
  );
  const { equipment } = await done<{ equipment: { id: string } }>(
    desk,
    'equipmentRegister',
    form({ serial: 'EBZ-M-1', modelId: model.id, customerId }),
    'equipment { id }',
  );
  const equipmentId = equipment.id;
  for (const value of [100, 250, 400]) {
    house.clock.advance({ minutes: 1 });
    await done(desk, 'equipmentReadingAdd', form({ equipmentId, meter: 'hours', value }));
  }
  for (const expiresOn of ['2026-09-01', '2026-08-01'])
    await done(desk, 'equipmentLimitAdd', form({ equipmentId, what: '灭火器', expiresOn }));
  const view = { columns: ['NUMBER'], filter: { unassigned: true }, orderBy: 'DUE_SOONEST' };
  for (const shared of [true, false])
    await done(desk, 'savedViewCreate', form({ name: shared ? '待派工' : '我的待派工', shared, ...view }));
  await exportTickets(desk, form({}));
  for (const name of ['检测报告.pdf', '合格证.pdf']) {
    const fileId = await upload(house, dealer1, name, pdf());
    await done(dealer1, 'ticketAttachmentAdd', form({ ticketId, fileId, audience: 'PUBLIC', caption: name }));
  }
}

/** Waits until the file is written: what is read must stand still. */
async function exportTickets(desk: StoryClient, input: Record<string, unknown>): Promise<void> {
  interface Exported {
    export: { id: string; state: string };
  }
  const { export: made } = await done<Exported>(desk, 'ticketExportCreate', input, 'export { id state }');
  for (let { state } = made; state !== 'READY';) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = `query ($id: ID!) { ticketExport(id: $id) { state } }`;
    state = (await desk.ask<{ ticketExport: { state: string } }>(asked, { id: made.id })).ticketExport.state;
    if (state === 'FAILED') throw new Error('The tickets could not be exported.');
  }
}
