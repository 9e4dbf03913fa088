import { templates } from '@aftercare/rulebooks';
import { encodeId, nobody } from '../platform/graphql';
import { pdf } from './sample-files';
import type { StoryClient } from './story-client';
import { StoryDesk } from './story-desk';
import { upload } from './story-files';
import type { FiledTicket, StoryHouse } from './story-house';
import { done } from './story-mutation';
import { RoadheaderRepair } from './story-roadheader';

/** A maker whose rules know neither severities nor regions, and one whose rules know both. */
export const differentMakers = ['ironmole', 'clearwater'] as const;
export type DifferentHouse = StoryHouse<(typeof differentMakers)[number]>;

/** Who is at work in the stories of `fillHouses`. */
export type Actors = Record<'admin' | 'desk' | 'dealer1' | 'dealer2' | 'elsewhere' | 'shared', StoryClient>;

/** Tickets of both houses with much said about them, and at least one row of every other type that is read. */
export async function fillHouses(house: DifferentHouse, actors: Actors): Promise<void> {
  const tickets = await fileTickets(house, actors);
  await talk(house, actors, tickets);
  await keepRooms(house, actors, tickets[0]?.id ?? '');
  await fileOthers(house, actors, tickets);
  await finishRepair(house);
  await publishAgain(house);
  await Promise.all(
    Object.values(actors).map((actor) => exportTickets(actor, { idempotencyKey: 'exported' })),
  );
  await house.app.timers.fireDue();
}

interface Filed extends FiledTicket {
  staff: StoryClient;
  dealer: StoryClient;
}

async function fileTickets(
  house: DifferentHouse,
  { desk, dealer1, dealer2, elsewhere, shared }: Actors,
): Promise<Filed[]> {
  const { ironmole, clearwater } = house.houses;
  const filed: Filed[] = [];
  for (let round = 0; round < 4; round += 1) {
    house.clock.advance({ minutes: 1 });
    for (const [dealer, staff, { serial }] of [
      [dealer1, desk, ironmole.dealers.dealer1],
      [dealer2, desk, ironmole.dealers.dealer2],
      [shared, elsewhere, clearwater.dealers.shared],
    ] as const) {
      filed.push({ ...(await house.file(dealer, serial)), staff, dealer });
    }
  }
  await house.file(desk, ironmole.dealers.direct.serial);
  return filed;
}

async function talk(house: DifferentHouse, { desk }: Actors, filed: Filed[]): Promise<void> {
  const { engineer, dispatcher } = house.houses.ironmole.staff;
  for (const [index, { id }] of filed.filter(({ staff }) => staff === desk).entries()) {
    if (index % 3 > 0) continue;
    const assigneeId = encodeId('Member', index % 2 === 0 ? engineer : dispatcher);
    await done(desk, 'ticketAssign', { ticketId: id, assigneeId, expectedVersion: 1 });
  }
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
}

/** What makes tickets differ: kinds, ways in, severities, regions, people, and how far they have come. */
async function fileOthers(
  house: DifferentHouse,
  { desk, elsewhere }: Actors,
  filed: readonly Filed[],
): Promise<void> {
  const { ironmole, clearwater } = house.houses;
  const earlier = new Date(house.clock.now().getTime() - 2 * 86_400_000).toISOString();
  const training = {
    requestType: 'training',
    subject: '申请操作培训',
    channel: 'PHONE',
    reportedAt: earlier,
  };
  await house.file(desk, ironmole.dealers.direct.serial, training);
  await house.file(desk, 'EBZ-M-2', { subject: '水泵漏水', channel: 'EMAIL', reportedAt: earlier });
  const inAnhui = await house.file(elsewhere, clearwater.dealers.dealer2.serial, { severity: 'major' });
  await house.file(elsewhere, clearwater.dealers.dealer1.serial, { severity: 'general', channel: 'VISIT' });
  await house.file(elsewhere, clearwater.dealers.direct.serial, {
    requestType: 'return',
    severity: 'urgent',
    channel: 'LETTER',
  });
  const assign = {
    assigneeId: encodeId('Member', clearwater.staff.dispatcher),
    expectedVersion: inAnhui.version,
  };
  await done(elsewhere, 'ticketAssign', { ticketId: inAnhui.id, ...assign });
  const nobodys = filed.filter(({ staff }) => staff === desk).filter((_, index) => index % 3 === 1);
  for (const { id, version, dealer } of nobodys)
    await done(dealer, 'ticketWithdraw', { ticketId: id, expectedVersion: version, reason: '已自行修复' });
  const { notifications } = await desk.ask<{ notifications: { nodes: Array<{ id: string }> } }>(
    '{ notifications(first: 1) { nodes { id } } }',
  );
  await done(desk, 'notificationRead', { ids: notifications.nodes.map(({ id }) => id) });
}

/** A repair with its charges from the report to the end, which has a warranty of its own. */
async function finishRepair(house: DifferentHouse): Promise<void> {
  const repair = new RoadheaderRepair(new StoryDesk<'ironmole'>(house, 'ironmole'));
  const ticket = await repair.received();
  await ticket.as('engineer').charge([{ costClass: 'PARTS', part: 'PUMP-1' }, { costClass: 'LABOUR' }]);
  await repair.finish(ticket);
}

/** A later version of the same rules. */
async function publishAgain({ app, houses }: DifferentHouse): Promise<void> {
  const ctx = app.contexts.system(houses.ironmole.tenantId, nobody);
  await app.services.policies.publish(ctx, templates.R4, new Date('2026-07-01T00:00:00+08:00'));
}

async function keepRooms(
  house: DifferentHouse,
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
  const { site } = await done<{ site: { id: string } }>(
    desk,
    'siteCreate',
    form({ customerId, name: '榆林矿区', province: '61' }),
    'site { id }',
  );
  const part = form({ number: 'TM-9-002', nameZh: '滤芯', nameEn: 'Filter', unit: '只', models: ['EBZ-M'] });
  const { part: filter } = await done<{ part: { id: string; version: number } }>(
    admin,
    'partCreate',
    part,
    'part { id version }',
  );
  await done(admin, 'partUpdate', { partId: filter.id, expectedVersion: filter.version, active: false });
  const components = [{ key: 'cutting-motor', name: '截割电机', serial: 'M-1' }];
  await done(
    desk,
    'equipmentRegister',
    form({
      serial: 'EBZ-M-2',
      modelId: model.id,
      customerId,
      siteId: site.id,
      components,
      acceptedOn: '2026-05-01',
    }),
  );
  for (const value of [100, 250, 400]) {
    house.clock.advance({ minutes: 1 });
    await done(desk, 'equipmentReadingAdd', form({ equipmentId, meter: 'hours', value }));
  }
  for (const expiresOn of ['2026-09-01', '2026-08-01'])
    await done(desk, 'equipmentLimitAdd', form({ equipmentId, what: '灭火器', expiresOn }));
  const view = { columns: ['NUMBER'], filter: { unassigned: true }, orderBy: 'DUE_SOONEST' };
  for (const shared of [true, false])
    await done(desk, 'savedViewCreate', form({ name: shared ? '待派工' : '我的待派工', shared, ...view }));
  for (const name of ['检测报告.pdf', '合格证.pdf']) {
    const fileId = await upload(house, dealer1, name, pdf());
    await done(dealer1, 'ticketAttachmentAdd', form({ ticketId, fileId, audience: 'PUBLIC', caption: name }));
  }
}

/** Of one's own, and waits until the file is written: what is read must stand still. */
async function exportTickets(by: StoryClient, input: Record<string, unknown>): Promise<void> {
  interface Exported {
    export: { id: string; state: string };
  }
  const { export: made } = await done<Exported>(by, 'ticketExportCreate', input, 'export { id state }');
  for (let { state } = made; state !== 'READY';) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = `query ($id: ID!) { ticketExport(id: $id) { state } }`;
    state = (await by.ask<{ ticketExport: { state: string } }>(asked, { id: made.id })).ticketExport.state;
    if (state === 'FAILED') throw new Error('The tickets could not be exported.');
  }
}
