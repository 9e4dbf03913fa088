/** The story of R1, water-treatment plants: guidance, arrival, commissioning and the customer's last word. */
import type { ClockRule, Duration } from '@aftercare/policy-engine';
import { templates } from '@aftercare/rulebooks';
import type { StoryHouse, StoryTicket } from '../testing/story';
import { encodeId, newId } from '../platform/graphql';
import { done, openHouse, refusal, sentence, StoryDesk } from '../testing/story';
import { pdf } from '../testing/sample-files';
import { answersToForm } from '../testing/story-answers';
import { upload } from '../testing/story-files';
import { anhui, jiangsu, PlantRequest, spanOf } from '../testing/story-plant';

let house: StoryHouse<'clearwater'>;
let desk: StoryDesk<'clearwater'>;
let request: PlantRequest;
beforeAll(async () => {
  house = await openHouse({ makers: ['clearwater'] });
  desk = new StoryDesk(house, 'clearwater');
  request = new PlantRequest(desk);
});
afterAll(() => house.close());
/** Tuesday, 2 June 2026, 09:00 in Shanghai. */
beforeEach(() => desk.at('2026-06-02 09:00'));

describe('R1-C6 on a repair call', () => {
  it('R1-C6 guidance comes at once, its time is kept, and nobody need come while it has not failed', async () => {
    const ticket = await request.assigned(jiangsu);
    desk.at('2026-06-02 09:20');
    await ticket.as('engineer').guide('ONGOING', '请先查看风机电流。');
    expect(await ticket.clock('GUIDANCE')).toBe('no-target · nothing due · R1-C6');
    expect(await spanOf(ticket, 'GUIDANCE')).toEqual([
      '2026-06-02T01:00:00.000Z',
      '2026-06-02T01:20:00.000Z',
    ]);
    expect(await ticket.clock('ARRIVAL')).toBe('not-started · nothing due · R1-C6');
    expect(await ticket.lacks('visit')).toEqual(['RECORD guidance-failed R1-C6']);
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').take('visit'))).toBe(
      '还不能“安排上门”：缺少记录“技术指导未能解决”（R1-C6）。',
    );
  });

  it('R1-C6 failed guidance starts 24 h in-province, and arriving keeps it', async () => {
    const ticket = await request.assigned(jiangsu);
    desk.at('2026-06-02 10:30');
    await ticket.as('engineer').guide('FAILED', '风机电流正常，仍无曝气。');
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-06-03 10:30 · R1-C6');
    await ticket.as('dispatcher').take('visit');
    desk.at('2026-06-03 10:29');
    await ticket.as('engineer').take('arrive');
    expect(await ticket.clock('ARRIVAL')).toBe('met · 2026-06-03 10:30 · R1-C6');
  });

  it('R1-C6 failed guidance starts 48 h out of province, the dealer sees the same', async () => {
    const ticket = await request.assigned(anhui);
    desk.at('2026-06-02 10:30');
    await ticket.as('engineer').guide('FAILED', '仍无曝气。');
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-06-04 10:30 · R1-C6');
    expect(await ticket.clock('ARRIVAL', 'dealer2')).toBe('running · 2026-06-04 10:30 · R1-C6');
    desk.at('2026-06-04 10:31');
    expect(await ticket.clock('ARRIVAL', 'dealer2')).toBe('missed · 2026-06-04 10:30 · R1-C6');
  });

  it('R1-C6 that guidance failed is for the engineer to say', async () => {
    const ticket = await request.assigned(jiangsu);
    expect(await refusal(ticket.as('dispatcher').guide('FAILED', '客户说没用。'))).toBe('FORBIDDEN outcome');
    expect(await refusal(ticket.as('dispatcher').write('guidance-failed'))).toBe('FORBIDDEN record');
    expect(await ticket.clock('ARRIVAL')).toBe('not-started · nothing due · R1-C6');
    await ticket.as('dispatcher').guide('ONGOING', '已请客户复位控制柜。');
  });

  it('R1-C6 failed guidance written down late counts from when it failed', async () => {
    const ticket = await request.assigned(jiangsu);
    desk.at('2026-06-02 18:00');
    await ticket.as('engineer').guide('FAILED', '电话指导无效。', { at: '2026-06-02 11:00' });
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-06-03 11:00 · R1-C6');
  });

  it('R1-M11.2a R1-M11.2b solved from afar nobody travels; what was told stays, and the customer confirms', async () => {
    const ticket = await request.assigned(jiangsu, { severity: 'general' });
    await ticket.as('engineer').guide('SOLVED', '已电话指导清洗滤网。', { channel: 'phone' });
    await ticket.as('dispatcher').explain('操作说明已传真。', { toldTo: '张三', channel: 'fax' });
    for (const who of ['manager', 'dealer1']) {
      expect(await ticket.tellings(who)).toEqual([
        'null, phone: 已电话指导清洗滤网。',
        '张三, fax: 操作说明已传真。',
      ]);
    }
    await ticket.as('engineer').take('answer', { note: '清洗滤网后恢复，附操作说明传真。' });
    expect(await ticket.lacks('accept-answer')).toEqual([
      'RECORD answer-confirmed default',
      'RECORD service-card R1-M13.1c',
    ]);
    await ticket.as('dispatcher').write('answer-confirmed');
    await ticket.as('engineer').write('service-card');
    await ticket.as('dispatcher').take('accept-answer');
    expect(await ticket.state()).toBe('return-visit');
    expect(await ticket.clock('ARRIVAL')).toBe('not-started · nothing due · R1-C6');
  });
});

describe('D7 a corrected place', () => {
  it('D7 R1-C6 a wrong province is corrected with a reason, and the promise is judged anew', async () => {
    const ticket = await request.assigned(anhui);
    await ticket.as('engineer').guide('FAILED', '仍无曝气。');
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-06-04 09:02 · R1-C6');
    await ticket.as('dispatcher').correct({ province: '32', reason: '现场在宜兴，登记有误。' });
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-06-03 09:02 · R1-C6');
    expect((await ticket.seenBy('dealer2')).province).toBe('32');
    expect(await ticket.timeline('dealer2')).toContain('09:03 Place corrected');
  });

  it('R1-C6 in Hong Kong, Macao and Taiwan nothing is promised but what is agreed', async () => {
    const ticket = await request.assigned(jiangsu);
    await ticket.as('engineer').guide('FAILED', '仍无曝气。');
    await ticket.as('dispatcher').correct({ province: '81', reason: '设备已迁往香港。' });
    expect(await ticket.clock('ARRIVAL')).toBe('no-target · nothing due · default');
  });

  it('D7 takes a reason, a province by its code, and something to correct', async () => {
    const ticket = await request.assigned(jiangsu);
    const by = ticket.as('dispatcher');
    expect(await refusal(by.correct({ province: '33', reason: ' ' }))).toBe('REQUIRED reason');
    expect(await refusal(by.correct({ province: '江苏', reason: '登记有误' }))).toBe('INVALID province');
    expect(await refusal(by.correct({ reason: '登记有误' }))).toBe('INVALID serial');
    expect(await refusal(by.correct({ serial: 'CW99-9999', reason: '登记有误' }))).toBe('NOT_FOUND serial');
    const both = { siteId: 'site_01m725kqmcepnte7943w6r49w1', province: '32', reason: '登记有误' };
    expect(await refusal(by.correct(both))).toBe('INVALID province');
    expect(await sentence(by.correct({ serial: 'CW99-9999', reason: '登记有误' }))).toContain(
      'have the machine registered first',
    );
  });

  it('D7 what the ticket says already is no change: it is refused, and nobody else’s view of it goes stale', async () => {
    const ticket = await request.assigned(jiangsu);
    const { version } = ticket;
    const by = ticket.as('dispatcher');
    const siteId = encodeId('Site', house.houses.clearwater.dealers.dealer1.siteId);
    const again = { province: '32', reason: '再次核对' };
    expect(await refusal(by.correct(again))).toBe('INVALID province');
    expect(await refusal(by.correct({ serial: jiangsu, reason: '再次核对' }))).toBe('INVALID serial');
    expect(await refusal(by.correct({ ...again, serial: jiangsu }))).toBe('INVALID serial');
    expect(await refusal(by.correct({ siteId, reason: '再次核对' }))).toBe('INVALID siteId');
    expect((await ticket.seenBy('manager')).version).toBe(version);
    expect(await ticket.timeline('manager')).not.toContain('09:02 Place corrected');
    await by.correct({ serial: jiangsu, province: '34', reason: '设备在安徽。' });
    expect((await ticket.seenBy('manager')).province).toBe('34');
  });

  it('D7 R1-C6 at a site abroad nothing is promised but what is agreed, also when that is found out later', async () => {
    const ticket = await request.assigned(jiangsu);
    await ticket.as('engineer').guide('FAILED', '仍无曝气。');
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-06-03 09:02 · R1-C6');
    const { customerId } = house.houses.clearwater.dealers.dealer1;
    const { site } = await done<{ site: { id: string } }>(
      await desk.client('dispatcher'),
      'siteCreate',
      {
        ...{ customerId: encodeId('Customer', customerId), name: '河内水厂', country: 'VN' },
        idempotencyKey: desk.key(),
      },
      'site { id }',
    );
    await ticket.as('dispatcher').correct({ siteId: site.id, reason: '设备已运往河内。' });
    expect(await ticket.clock('ARRIVAL')).toBe('no-target · nothing due · default');
  });

  it('D7 D6 at a machine of which nobody knows where it stands the promise ends, until somebody says so', async () => {
    const { modelId, dealers } = house.houses.clearwater;
    const machine = {
      serial: 'CW26-0001',
      modelId: encodeId('EquipmentModel', modelId),
      customerId: encodeId('Customer', dealers.dealer1.customerId),
    };
    const dispatcher = await desk.client('dispatcher');
    await done(dispatcher, 'equipmentRegister', { ...machine, idempotencyKey: desk.key() });
    const ticket = await request.assigned(jiangsu);
    await ticket.as('engineer').guide('FAILED', '仍无曝气。');
    await ticket.as('dispatcher').correct({ serial: machine.serial, reason: '铭牌抄错。' });
    expect((await ticket.seenBy('manager')).province).toBeNull();
    expect(await ticket.clock('ARRIVAL')).toBe('no-target · nothing due · default');
    const told = (await ticket.timeline('manager')).slice(-2);
    expect(told).toEqual(['09:03 Place corrected', `09:03 Machine corrected: ${jiangsu} → CW26-0001`]);
    const filed = await request.assigned(machine.serial, { province: '34' });
    await filed.as('engineer').guide('FAILED', '仍无曝气。');
    expect(await filed.clock('ARRIVAL')).toMatch(/^running · 2026-06-04 .* R1-C6$/);
  });

  it('D7 what contradicts the register is not passed over when a machine is reported', async () => {
    const dispatcher = await desk.client('dispatcher');
    const { customerId } = house.houses.clearwater.dealers.dealer2;
    const otherwise = {
      province: '44',
      customerId: encodeId('Customer', customerId),
      customerName: '白鹭湖',
    };
    const input = {
      ...{
        requestType: 'repair',
        serial: jiangsu,
        subject: '无曝气',
        description: '停机',
        reporterName: '值班员',
      },
      ...{ ...otherwise, details: await answersToForm(dispatcher, 'repair', '2026-06-02') },
    };
    const create = `mutation ($input: TicketCreateInput!) {
      ticketCreate(input: $input) { ticket { id } userErrors { code field message } } }`;
    const { ticketCreate } = await dispatcher.ask<{ ticketCreate: Record<string, unknown> }>(create, {
      input: { ...input, idempotencyKey: desk.key() },
    });
    expect(ticketCreate).toMatchObject({
      ticket: null,
      userErrors: [{ field: ['customerId'] }, { field: ['customerName'] }, { field: ['province'] }],
    });
  });

  it('D7 the machine of another dealer takes the ticket along: one gains sight of all of it, the other loses it', async () => {
    const ticket = await request.assigned(jiangsu);
    await ticket.as('dealer1').say('请尽快。');
    const before = await desk.client('dealer1');
    const changes = await before.subscribe('subscription { ticketChanges { ticketId ticket { id } } }');
    await ticket.as('dispatcher').correct({ serial: anhui, reason: '客户报错了序列号。' });
    // told that it is gone, not where it went
    expect((await changes.next()).data).toEqual({ ticketChanges: { ticketId: ticket.id, ticket: null } });
    changes.stop();
    await before.close();
    expect(await ticket.as('dealer1').look()).toBeNull();
    const seen = await ticket.seenBy('dealer2');
    expect([seen.province, seen.clocks.length]).toEqual(['34', 4]);
    const timeline = await ticket.timeline('dealer2');
    expect(timeline).toContain('09:00 Reported');
    // and not which machine of the other dealer it was about
    expect(timeline.at(-1)).toMatch(/^\d\d:\d\d Machine corrected$/);
  });

  it('D7 whoever gains it works on it as if it had always been theirs, and is not told who filed it', async () => {
    const ticket = await request.assigned(jiangsu);
    await ticket.as('dispatcher').correct({ serial: anhui, reason: '客户报错了序列号。' });
    const dealer2 = await desk.client('dealer2');
    const { ticket: seen } = await dealer2.ask<{ ticket: object }>(
      'query ($id: ID!) { ticket(id: $id) { createdBy { name } reporterName } }',
      { id: ticket.id },
    );
    expect(seen).toMatchObject({ createdBy: null });
    await ticket.as('dealer2').say('设备在我方现场，请安排。');
    const fileId = await upload(house, dealer2, '铭牌.pdf', pdf());
    const attached = { ticketId: ticket.id, fileId, audience: 'PUBLIC', idempotencyKey: desk.key() };
    await done(dealer2, 'ticketAttachmentAdd', attached);
    await done(dealer2, 'ticketLinkCreate', { ticketId: ticket.id }, 'url');
    await ticket.as('dealer2').withdraw('客户已自行修复。');
    expect((await ticket.seenBy('manager')).state.category).toBe('CLOSED');
  });

  it('D7 the machine of another customer brings what is promised to their group, and takes away what was', async () => {
    desk.at('2026-09-01 00:00');
    await promiseKeyAccounts(12);
    const { customerId } = house.houses.clearwater.dealers.dealer2;
    const key = { customerId: encodeId('Customer', customerId), groupKey: 'key-account', expectedVersion: 1 };
    await done(await desk.client('dispatcher'), 'customerUpdate', key);
    desk.at('2026-09-02 09:00');
    const ticket = await request.assigned(jiangsu);
    await ticket.as('engineer').guide('FAILED', '仍无曝气。');
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-09-03 09:02 · R1-C6');
    await ticket.as('dispatcher').correct({ serial: anhui, reason: '客户报错了序列号。' });
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-09-02 21:02 · R1-C6');
    await ticket.as('dispatcher').correct({ serial: jiangsu, reason: '原序列号无误。' });
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-09-03 09:02 · R1-C6');
    expect(await ticket.timeline('manager')).toContain(`09:03 Machine corrected: ${jiangsu} → ${anhui}`);
  });
});

describe('R1-C2 to R1-C5 commissioning', () => {
  const notice = (serial: string) =>
    desk.file(serial === anhui ? 'dealer2' : 'dealer1', serial, { requestType: 'commissioning' });

  it('R1-C2 within 24 h of the customer’s notice in-province, 48 h out of it', async () => {
    expect(await (await notice(jiangsu)).clock('ARRIVAL')).toBe('running · 2026-06-03 09:00 · R1-C2');
    desk.at('2026-06-02 09:00');
    expect(await (await notice(anhui)).clock('ARRIVAL')).toBe('running · 2026-06-04 09:00 · R1-C2');
  });

  it('R1-C2 special cases by agreement: who, why and confirmed by whom, kept when somebody came', async () => {
    const ticket = await notice(jiangsu);
    expect(await refusal(ticket.as('engineer').agree('ARRIVAL', '2026-06-06 09:00'))).toBe('FORBIDDEN clock');
    expect(await refusal(ticket.as('manager').agree('ARRIVAL', '2026-06-06 09:00', { why: '' }))).toBe(
      'REQUIRED why',
    );
    await ticket.as('manager').agree('ARRIVAL', '2026-06-06 09:00');
    expect(await ticket.clock('ARRIVAL')).toBe('running · 2026-06-06 09:00 · R1-C2');
    const [date] = (await ticket.seenBy('dealer1')).agreedDates;
    expect(date).toMatchObject({
      why: '客户停产检修后才能进场',
      confirmedBy: '客户设备科',
      outcome: 'OPEN',
    });
    await ticket.as('dispatcher').assign('engineer');
    await ticket.as('dispatcher').write('wishes-noted');
    await ticket.as('dispatcher').take('visit');
    desk.at('2026-06-06 08:30');
    await ticket.as('engineer').take('arrive');
    expect(await ticket.clock('ARRIVAL')).toBe('met · 2026-06-06 09:00 · R1-C2');
    expect((await ticket.seenBy('dealer1')).agreedDates.map(({ outcome }) => outcome)).toEqual(['KEPT']);
  });

  it('R1-C2 not after the promise was missed, and the miss stays', async () => {
    const ticket = await notice(jiangsu);
    desk.at('2026-06-03 09:30');
    expect(await refusal(ticket.as('manager').agree('ARRIVAL', '2026-06-06 09:00'))).toBe('INVALID dueAt');
    expect(await ticket.clock('ARRIVAL')).toBe('missed · 2026-06-03 09:00 · R1-C2');
    await ticket.as('dispatcher').say('抱歉未能按时到场，今天下午一定到。');
    expect((await ticket.seenBy('dealer1')).missedAt).toBe('2026-06-03T01:00:00.000Z');
  });

  const atTheSite = async () => {
    const ticket = await notice(jiangsu);
    await ticket.as('dispatcher').assign('engineer');
    await ticket.as('dispatcher').write('wishes-noted');
    await ticket.as('dispatcher').take('visit');
    await ticket.as('engineer').take('arrive');
    return ticket;
  };
  const begin = async (ticket: StoryTicket) => {
    for (const record of ['surveyed', 'prepared', 'procedure-confirmed'])
      await ticket.as('engineer').write(record);
    await ticket.as('engineer').take('commission');
  };

  it('R1-C3 R1-M9.2 nothing starts before the site is surveyed and ready, by the procedure', async () => {
    const ticket = await atTheSite();
    expect(await ticket.lacks('commission')).toEqual([
      'RECORD surveyed R1-C3',
      'RECORD prepared R1-C3',
      'RECORD procedure-confirmed R1-M9.2',
    ]);
    expect(await ticket.clock('DURATION')).toBe('not-started · nothing due · R1-C5');
  });

  it('R1-C5 seven days at the latest from readiness; R1-C3 a site that is not ready stops them', async () => {
    const ticket = await atTheSite();
    desk.at('2026-06-03 08:00');
    await begin(ticket);
    expect(await ticket.clock('DURATION')).toBe('running · 2026-06-10 08:03 · R1-C5');
    desk.at('2026-06-04 08:00');
    await ticket.as('engineer').take('interrupt', { note: '配电柜未送电。' });
    expect(await ticket.clock('DURATION')).toMatch(/^paused/);
    desk.at('2026-06-06 07:57');
    await begin(ticket);
    expect(await ticket.clock('DURATION')).toBe('running · 2026-06-12 08:03 · R1-C5');
  });

  it('R1-C4 ends with the acceptance sheet, signed', async () => {
    const ticket = await atTheSite();
    await begin(ticket);
    await ticket.as('engineer').take('present-installation');
    expect(await ticket.lacks('accept')).toEqual(['RECORD accepted R1-C4', 'RECORD service-card R1-M13.1c']);
    await ticket.as('engineer').write('accepted');
    await ticket.as('engineer').write('service-card');
    await ticket.as('engineer').take('accept');
    expect(await ticket.clock('FOLLOW_UP')).toBe('running · 2026-06-09 09:12 · R1-M9.3');
  });

  it('R1-C1 R1-M9.1 installation guidance: wishes before, checklist after', async () => {
    const ticket = await request.assigned(jiangsu, { requestType: 'installation' });
    expect(await ticket.lacks('visit')).toEqual(['RECORD wishes-noted R1-M9.1']);
    await ticket.as('dispatcher').write('wishes-noted');
    await ticket.as('dispatcher').take('visit');
    await ticket.as('engineer').take('arrive');
    await ticket.as('engineer').write('procedure-confirmed');
    await ticket.as('engineer').take('install');
    expect(await ticket.lacks('present-installation')).toEqual(['RECORD checklist-done R1-C1']);
    // promised for repair and commissioning only
    expect(await ticket.clock('ARRIVAL')).toBe('no-target · nothing due · default');
  });
});

describe('R1-M11.3 R1-M9.3 the customer has the last word', () => {
  it('R1-M11.3 the customer signs, the forms are filled in; clocks wait meanwhile', async () => {
    const ticket = await request.presented();
    expect(await ticket.lacks('accept')).toEqual([
      'RECORD accepted R1-M11.3',
      'RECORD satisfaction-form R1-M11.3',
      'RECORD service-card R1-M13.1c',
    ]);
    expect((await ticket.seenBy('dealer1')).pauses.map(({ reason }) => reason.key)).toEqual(['customer']);
    expect(await ticket.clock('FOLLOW_UP')).toBe('not-started · nothing due · default');
  });

  it('R1-M9.3 a return visit within a week of the signature, for a repair as a marked default', async () => {
    const ticket = await request.accepted();
    expect(await ticket.clock('FOLLOW_UP')).toBe('running · 2026-06-09 09:11 · default');
    await ticket.as('engineer').take('crew-back');
    desk.at('2026-06-09 09:00');
    await ticket.as('dispatcher').write('follow-up-done', '上门回访，客户满意。');
    expect(await ticket.clock('FOLLOW_UP')).toBe('met · 2026-06-09 09:11 · default');
  });

  it('R1-M9.3 the technician who was there does not make it', async () => {
    const ticket = await request.accepted();
    await ticket.as('engineer').take('crew-back');
    expect(await sentence(ticket.as('engineer').write('follow-up-done'))).toBe(
      'This is for Service manager or Service supervisor or Dispatcher or Salesperson to do.',
    );
  });

  it('R2-12 R10-G3 no close without the explanation', async () => {
    const ticket = await request.accepted();
    await ticket.as('engineer').take('crew-back');
    expect(await ticket.lacks('close')).toEqual(['RECORD explained R2-12', 'RECORD follow-up-done default']);
  });

  it('E1 reopened within seven days the promises go on, later a new ticket is made', async () => {
    const ticket = await request.closed();
    desk.at('2026-06-09 09:14');
    expect(await ticket.lacks('reopen')).toEqual([]);
    await ticket.as('manager').take('reopen', { note: '再次无曝气。' });
    expect(await ticket.state()).toBe('analysis');
    expect(await ticket.lacks('visit')).toEqual(['RECORD guidance-failed R1-C6']);
    const other = await closedLater();
    desk.at('2026-07-02 09:15');
    expect(await ticket.state()).toBe('analysis');
    expect(await sentence(other.as('manager', 'zh-CN').take('reopen'))).toBe(
      '还不能“重新打开”：已过可重新打开的期限，请新建工单。',
    );
  });
  const closedLater = async () => {
    desk.at('2026-06-10 09:00');
    return request.closed();
  };
});

describe('R1-M7 R1-M13 other requests', () => {
  it('R1-M13.2 an enquiry is answered and closed at once, explained and by somebody', async () => {
    const ticket = await request.assigned(jiangsu, { requestType: 'consultation' });
    expect(await ticket.lacks('reply')).toEqual(['RECORD explained R2-12']);
    await ticket.as('dispatcher').explain('MBR 膜建议每半年恢复性清洗一次。');
    await ticket.as('dispatcher').take('reply');
    expect(await ticket.state()).toBe('closed');
  });

  it.each(['delivery', 'technical-exchange', 'training', 'opinion'])(
    'R1-M7 %s is handled and finished',
    async (requestType) => {
      const ticket = await request.assigned(jiangsu, { requestType });
      await ticket.as('dispatcher').take('handle');
      await ticket.as('dispatcher').explain('已办理完毕。');
      await ticket.as('dispatcher').take('finish');
      expect(await ticket.state()).toBe('closed');
    },
  );

  it.each(['PHONE', 'LETTER', 'EMAIL', 'VISIT', 'FAX', 'WEB'])(
    'R1-M13.2 R1-M13.3 %s is a way in, recorded',
    async (channel) => {
      const ticket = await desk.file('dispatcher', jiangsu, { channel, requestType: 'opinion' });
      expect(await ticket.clock('RESPONSE')).toBe('no-target · nothing due · default');
      const client = await desk.client('manager');
      expect(await client.ask('query ($id: ID!) { ticket(id: $id) { channel } }', { id: ticket.id })).toEqual(
        { ticket: { channel } },
      );
    },
  );
});

/** Publishes that whoever repairs for a key account arrives within so many hours, wherever that is. */
async function promiseKeyAccounts(amount: number): Promise<void> {
  const { policy } = templates.R1;
  const near = policy.clockRules.find(({ id }) => id === 'repair-arrival-near') as ClockRule;
  const when = { requestTypes: ['repair'], customerGroups: ['key-account'] };
  const target = { ...(near.target as Duration), amount };
  const rule = { ...near, id: 'key-account-arrival', rank: 1, when, target, reminders: [] };
  const published = { ...templates.R1, policy: { ...policy, clockRules: [...policy.clockRules, rule] } };
  const ctx = house.app.contexts.system(house.houses.clearwater.tenantId, newId(house.clock.now()));
  await house.app.services.policies.publish(ctx, published, house.clock.now());
}
