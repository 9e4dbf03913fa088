import { Client } from 'pg';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
let admin: Client;
let dispatcher: StoryClient;
let dealer1: StoryClient;
const filed: Record<string, { id: string; number: string }> = {};

beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  dispatcher = await house.as('dispatcher@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
  const direct = (subject: string, more: Record<string, unknown> = {}) =>
    house.file(dispatcher, 'EBZ260-0440', {
      subject,
      description: '详见附件。',
      reporterName: '李工',
      ...more,
    });
  filed['pump'] = await direct('冷却水泵');
  filed['filter'] = await direct('更换滤芯', { description: '滤芯到期，出水量小！' });
  filed['leak'] = await direct('油缸漏油', { description: '左前支撑油缸；接头处漏水（每分钟两滴）' });
  filed['latin'] = await direct('Inverter error E397', {
    description: 'Spindle-motor stops after ten minutes.',
  });
  filed['wide'] = await direct('ＰＬＣ模块', { reporterName: '欧阳' });
  filed['dealers'] = await house.file(dealer1, 'EBZ160-2266', {
    subject: '截割部漏油',
    description: '机头。',
  });
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

const listed = `query ($search: String) { tickets(first: 50, filter: { search: $search }) { nodes { id } } }`;

async function find(search: string, by: StoryClient = dispatcher): Promise<string[]> {
  const { tickets } = await by.ask<{ tickets: { nodes: Array<{ id: string }> } }>(listed, { search });
  const names = new Map(Object.entries(filed).map(([name, { id }]) => [id, name]));
  return tickets.nodes.map(({ id }) => names.get(id) ?? id).sort();
}

const everything = () => Object.keys(filed).sort();

describe('a search finds', () => {
  it.each<[string, string[]]>([
    ['水泵', ['pump']],
    ['滤芯', ['filter']],
    ['漏水', ['leak']],
    ['漏油', ['dealers', 'leak']],
    ['冷却水泵', ['pump']],
    // a run of characters, not any of them
    ['水冷', []],
    ['泵', ['pump']],
    ['冷', ['pump']],
    ['EBZ160 漏油', ['dealers']],
    ['ebz160漏油', ['dealers']],
    ['漏油 EBZ260', ['leak']],
    ['EBZ160-2266', ['dealers']],
    ['EBZ1602266', ['dealers']],
    ['2266', ['dealers']],
    ['266', ['dealers']],
    ['EBZ160-22', ['dealers']],
    ['E397', ['latin']],
    ['e39', ['latin']],
    ['inverter', ['latin']],
    ['spindle motor', ['latin']],
    ['spindle-motor', ['latin']],
    ['spindlemotor', ['latin']],
    ['motor-stops', ['latin']],
    ['PLC', ['wide']],
    ['模块', ['wide']],
    ['欧阳', ['wide']],
    ['漏水！', ['leak']],
    ['“漏水”（滴）', ['leak']],
    ['“漏水”（升）', []],
    ['漏水，支撑', ['leak']],
    ['dealer1 的客户', ['dealers']],
    ['！！', []],
    [`'; DROP TABLE ticket; --`, []],
    ['& | ! ( ) : *', []],
    ['没有这个', []],
  ])('%s', async (search, found) => {
    expect(await find(search)).toEqual([...found].sort());
  });

  it('a number, whole, in part or by its end', async () => {
    const { number } = filed['leak'] as { number: string };
    const [prefix, year, serial] = number.split('-');
    for (const search of [
      number,
      number.toLowerCase(),
      `${prefix}${year}${serial}`,
      `${year}-${serial}`,
      serial as string,
    ]) {
      expect({ search, found: await find(search) }).toEqual({ search, found: ['leak'] });
    }
  });

  it('everything when nothing is asked for', async () => {
    expect(await find('   ')).toEqual(everything());
  });

  it('for a dealer its own only', async () => {
    expect(await find('漏油', dealer1)).toEqual(['dealers']);
    expect(await find('水泵', dealer1)).toEqual([]);
  });

  it('and shows the dealer the words of no other ticket', async () => {
    const { tenantId, dealers } = house.houses.ironmole;
    const { rows } = await admin.query('SELECT id FROM ticket WHERE tenant_id = $1 AND dealer_id = $2', [
      tenantId,
      dealers.dealer1.dealerId,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(await byRequest(dealer1, 'SELECT id FROM ticket_search')).toEqual(rows);
    expect((await byRequest(dispatcher, 'SELECT id FROM ticket_search')).length).toBeGreaterThan(rows.length);
  });

  it('for another house nothing', async () => {
    expect(await find('漏油', await house.as('dispatcher@purefount'))).toEqual([]);
  });

  it('no word of comments', async () => {
    await dispatcher.ask(
      `mutation ($input: TicketCommentAddInput!) { ticketCommentAdd(input: $input) { userErrors { code } } }`,
      {
        input: {
          ticketId: filed['pump']?.id,
          body: '已安排巡检。',
          audience: 'INTERNAL',
          idempotencyKey: 'not found by its comment',
        },
      },
    );
    expect(await find('巡检')).toEqual([]);
  });
});

describe('what is found follows what changes', () => {
  it('another machine, in the same statement', async () => {
    const { shared } = house.houses.ironmole.dealers;
    await inHouse('UPDATE ticket SET equipment_id = $2 WHERE id = $1', [
      await rowId('pump'),
      shared.equipmentId,
    ]);
    expect(await find('2301')).toEqual(['pump']);
    expect(await find('水泵')).toEqual(['pump']);
  });

  it('other words, another claimed serial', async () => {
    const id = await rowId('wide');
    await inHouse(`UPDATE ticket SET subject = '皮带机', claimed_serial = 'QZ-77/8' WHERE id = $1`, [id]);
    expect(await find('模块')).toEqual([]);
    expect(await find('皮带')).toEqual(['wide']);
    expect(await find('QZ778')).toEqual(['wide']);
    expect(await find('qz-77/8')).toEqual(['wide']);
  });

  it("a customer's new name and a machine's corrected serial, on all their tickets", async () => {
    const { dealer1: dealer } = house.houses.ironmole.dealers;
    await inHouse(`UPDATE customer SET name = '晋北矿业' WHERE id = $1`, [dealer.customerId]);
    expect(await find('晋北')).toEqual(['dealers']);
    expect(await find('dealer1 的客户')).toEqual([]);
    await inHouse(`UPDATE equipment SET serial = 'EBZ160-2299' WHERE id = $1`, [dealer.equipmentId]);
    expect(await find('2299')).toEqual(['dealers']);
    expect(await find('EBZ160-2266')).toEqual([]);
  });
});

async function rowId(name: string): Promise<string> {
  const { rows } = await admin.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
    filed[name]?.number,
  ]);
  return rows[0]?.id as string;
}

/** A statement of one of the house's own people. */
const inHouse = (text: string, values: unknown[]) => byRequest(dispatcher, text, values);

/** A statement with the rights that somebody's requests have. */
async function byRequest({ token }: StoryClient, text: string, values: unknown[] = []): Promise<unknown[]> {
  const principal = await house.app.authenticator.authenticate(token as string);
  if (!principal) throw new Error('Somebody has left.');
  return house.app.contexts.of(principal, 'en').db.query(text, values);
}
