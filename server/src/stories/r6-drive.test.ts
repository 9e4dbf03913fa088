/** The story of R6, electromechanical systems: limits told to the customer, trial run, next maintenance, through the public API. */
import type { StoryHouse, StoryTicket } from '../testing/story';
import { clientOf, done, openHouse, refusal, refused, sentence, StoryDesk } from '../testing/story';

const serial = 'VD315-0071';

let house: StoryHouse<'voltworks'>;
let desk: StoryDesk<'voltworks'>;
beforeAll(async () => {
  house = await openHouse({ makers: ['voltworks'] });
  desk = new StoryDesk(house, 'voltworks');
});
afterAll(() => house.close());
/** Tuesday, 2 June 2026, 09:00 in Shanghai. */
beforeEach(() => desk.at('2026-06-02 09:00'));

// what was done so far, each act a minute after the other
async function assigned(requestType = 'repair'): Promise<StoryTicket> {
  const ticket = await desk.file('dealer1', serial, { requestType });
  await ticket.as('dispatcher').assign('engineer');
  return ticket;
}
async function underRepair(requestType?: string): Promise<StoryTicket> {
  const ticket = await assigned(requestType);
  await ticket.as('dispatcher').write('qualified', '低压电工证、厂内培训合格证均在有效期。');
  await ticket.as('engineer').take('start');
  return ticket;
}
async function onTrial(): Promise<StoryTicket> {
  const ticket = await underRepair();
  await ticket.as('engineer').write('surroundings-protected');
  await ticket.as('engineer').write('parts-traced', '功率模块由采购部统一采购。');
  await ticket.as('engineer').take('test');
  return ticket;
}
async function passed(): Promise<StoryTicket> {
  const ticket = await onTrial();
  await ticket.as('engineer').write('tested');
  await ticket.as('engineer').write('trial-run', '带载试运行四小时，温升正常。');
  await ticket.as('engineer').take('pass');
  return ticket;
}
async function closed(): Promise<StoryTicket> {
  const ticket = await passed();
  await ticket.as('dispatcher').explain('更换了一相功率模块，已带载试运行。');
  await ticket.as('dispatcher').write('feedback-recorded');
  await ticket.as('dispatcher').write('next-maintenance-told', '更换空气滤芯，紧固母排。', {
    date: '2026-12-02',
    toldTo: '张三',
    channel: 'phone',
  });
  await ticket.as('dispatcher').write('archived');
  await ticket.as('dispatcher').take('close');
  return ticket;
}

const planRecords = [
  { record: 'repair-plan', note: '更换功率模块，需订货。' },
  { record: 'plan-told', note: '已电话告知。', toldTo: '电气主管', channel: 'phone' },
];

interface Told {
  text: { zh: string };
  date: string | null;
  note?: string | null;
}
const told = 'text { zh } date';
const inDecember = {
  key: 'next-maintenance-told',
  label: { zh: '下次保养日期已告知客户', en: 'Next maintenance date told to the customer' },
  date: '2026-12-02',
  toldAt: '2026-06-02T01:12:00.000Z',
  toldTo: null,
  channel: null,
  clause: { id: 'R6-3.4' },
};
/** What whoever holds the link to the request reads of it. */
async function followerOf(ticket: StoryTicket) {
  const dispatcher = await desk.client('dispatcher');
  const { url } = await done<{ url: string }>(dispatcher, 'ticketLinkCreate', { ticketId: ticket.id }, 'url');
  const follower = clientOf(house.app.url, `lnk_${url.split('/s/')[1]}`);
  const { followedRequest } = await follower.ask<{
    followedRequest: { toldDates: unknown[]; timeline: { nodes: Told[] } };
  }>(`{ followedRequest { toldDates { key label { zh en } date toldAt toldTo channel clause { id } }
    timeline(first: 50) { nodes { ${told} } } } }`);
  return followedRequest;
}

const promises = async (ticket: StoryTicket) =>
  (await ticket.seenBy('dealer1')).agreedDates.map(({ dueAt, outcome }) => `${dueAt} ${outcome}`);

describe('R6 a repair', () => {
  it('R6-3.1 to R6-4.5 from the hotline to the archive, each state after its step', async () => {
    const ticket = await desk.file('dispatcher', serial, { channel: 'PHONE' });
    const states = [await ticket.state()];
    const step = async (act: Promise<void>) => {
      await act;
      states.push(await ticket.state());
    };
    await step(ticket.as('dispatcher').assign('engineer'));
    await ticket.as('dispatcher').write('qualified');
    await step(ticket.as('engineer').take('start'));
    await ticket.as('engineer').write('surroundings-protected');
    await ticket.as('engineer').write('parts-traced');
    await step(ticket.as('engineer').take('test'));
    await ticket.as('engineer').write('tested');
    await ticket.as('engineer').write('trial-run');
    await step(ticket.as('engineer').take('pass'));
    await ticket.as('dispatcher').explain('已修复。');
    for (const record of ['feedback-recorded', 'archived']) await ticket.as('dispatcher').write(record);
    await ticket.as('dispatcher').write('next-maintenance-told', '半年后保养。', { date: '2026-12-02' });
    await step(ticket.as('dispatcher').take('close'));
    expect(states).toEqual(['reported', 'assigned', 'repair', 'trial-run', 'feedback', 'closed']);
  });

  it('R6-3.2 promptly is no figure: nothing is promised, and the time until somebody is sent is kept', async () => {
    const ticket = await desk.file('dealer1', serial);
    expect(await ticket.clock('ASSIGNMENT')).toBe('no-target · nothing due · R6-3.2');
    expect(await ticket.clock('RESOLUTION')).toBe('no-target · nothing due · R6-3.3');
    desk.at('2026-06-02 10:00');
    await ticket.as('dispatcher').assign('engineer');
    const sent = (await ticket.seenBy('dealer1')).clocks.find(({ kind }) => kind === 'ASSIGNMENT');
    expect(sent?.stoppedAt).toBe('2026-06-02T02:00:00.000Z');
  });

  it('R6-4.1 whoever repairs holds certificate and training pass, checked again for whoever takes over', async () => {
    const ticket = await assigned();
    expect(await ticket.lacks('start')).toEqual(['RECORD qualified R6-4.1']);
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('start'))).toBe(
      '还不能“开始维修”：缺少记录“维修人员资格证书和培训合格已核对”（R6-4.1）。',
    );
    await ticket.as('dispatcher').write('qualified');
    await ticket.as('engineer').take('start');
    await ticket.as('dispatcher').assign('quality');
    const other = await ticket.seenBy('manager');
    expect([other.state.key, desk.nameOf(other.assignee)]).toEqual(['assigned', 'quality']);
    expect(await ticket.lacks('start')).toEqual(['RECORD qualified R6-4.1']);
    // still before work, too
    await ticket.as('dispatcher').write('qualified');
    await ticket.as('dispatcher').assign('parts');
    expect(await ticket.lacks('start')).toEqual(['RECORD qualified R6-4.1']);
  });

  it('R6-4.2 R6-4.4 surroundings are protected and parts come through the one channel', async () => {
    expect(await (await underRepair()).lacks('test')).toEqual([
      'RECORD surroundings-protected R6-4.2',
      'RECORD parts-traced R6-4.4',
    ]);
  });

  it('R6-4.3 ends with test and trial run, both again after a failed one', async () => {
    const ticket = await onTrial();
    expect(await ticket.lacks('pass')).toEqual(['RECORD tested R6-4.3', 'RECORD trial-run R6-4.3']);
    await ticket.as('engineer').write('tested');
    await ticket.as('engineer').take('rework', { note: '带载跳闸。' });
    await ticket.as('engineer').write('surroundings-protected');
    await ticket.as('engineer').write('parts-traced');
    await ticket.as('engineer').take('test');
    expect(await ticket.lacks('pass')).toEqual(['RECORD tested R6-4.3', 'RECORD trial-run R6-4.3']);
  });

  it('R6-3.4 R6-4.5 R2-12 closes when the customer knows the result and the next maintenance', async () => {
    const ticket = await passed();
    expect(await ticket.lacks('close')).toEqual([
      'RECORD explained R2-12',
      'RECORD feedback-recorded R6-3.4',
      'RECORD next-maintenance-told R6-3.4',
      'RECORD archived R6-4.5',
    ]);
    expect(await ticket.clock('FOLLOW_UP')).toBe('no-target · nothing due · R6-3.4');
    expect(await sentence(ticket.as('manager', 'zh-CN').take('close'))).toBe(
      '还不能“回访并结案”：缺少记录“处理结果已向客户说明”（R2-12）；缺少记录“已征求客户反馈”（R6-3.4）；缺少记录“下次保养日期已告知客户”（R6-3.4）；缺少记录“维修记录已归档”（R6-4.5）。',
    );
  });

  it('R6-3.4 the next maintenance is told to the customer as a day, which they can read again', async () => {
    const ticket = await closed();
    const dealer = await desk.client('dealer1', 'zh-CN');
    const { ticket: read } = await dealer.ask<{ ticket: { timeline: { nodes: Told[] } } }>(
      `query ($id: ID!) { ticket(id: $id) { timeline(first: 100) { nodes { ${told} note } } } }`,
      { id: ticket.id },
    );
    expect(read.timeline.nodes).toContainEqual({
      text: { zh: '下次保养日期已告知客户：2026-12-02' },
      date: '2026-12-02',
      note: '更换空气滤芯，紧固母排。',
    });
    expect(read.timeline.nodes.map(({ text }) => text.zh)).not.toContain('维修记录已归档');
    for (const who of ['manager', 'dealer1'])
      expect((await ticket.seenBy(who)).toldDates).toEqual([
        { ...inDecember, toldTo: '张三', channel: 'phone' },
      ]);

    const follower = await followerOf(ticket);
    expect(follower.toldDates).toEqual([inDecember]);
    expect(follower.timeline.nodes).toContainEqual({
      text: { zh: '下次保养日期已告知客户：2026-12-02' },
      date: '2026-12-02',
    });
  });

  it('R6-3.4 "I do not know" is no day: nothing is written down, and the ticket is not closed with it', async () => {
    const ticket = await passed();
    const unknown = { record: 'next-maintenance-told', note: '不知道' };
    const zh = ticket.as('dispatcher', 'zh-CN');
    expect(await refused(zh.write(unknown.record, unknown.note))).toMatchObject([
      {
        code: 'REQUIRED',
        field: ['date'],
        message: '请填写日期：“下次保养日期已告知客户”须写明具体是哪一天。',
      },
    ]);
    expect(await sentence(ticket.as('dispatcher').write(unknown.record, unknown.note))).toBe(
      'Enter the date: "Next maintenance date told to the customer" has to name the day.',
    );
    await ticket.as('dispatcher').explain('已修复。');
    const others = ['feedback-recorded', 'archived'].map((record) => ({ record, note: '已办妥。' }));
    expect(await refusal(ticket.as('dispatcher').take('close', { records: [...others, unknown] }))).toBe(
      'REQUIRED records.2.date',
    );
    expect(await refusal(ticket.as('dispatcher').take('close', { records: others }))).toBe('INVALID step');
    expect(await ticket.lacks('close')).toContain('RECORD next-maintenance-told R6-3.4');
    expect((await ticket.seenBy('manager')).toldDates).toEqual([]);
    const dated = { ...unknown, note: '半年后保养。', date: '2026-12-02' };
    await ticket.as('dispatcher').take('close', { records: [...others, dated] });
    expect((await ticket.seenBy('dealer1')).toldDates).toMatchObject([{ date: '2026-12-02' }]);
  });

  it("R6-3.4 the day lies after that of telling, by the house's own clock, and goes with no other record", async () => {
    const ticket = await passed();
    const tell = (date: string, at?: string, locale: 'en' | 'zh-CN' = 'en') =>
      ticket
        .as('dispatcher', locale)
        .write('next-maintenance-told', '电话告知。', { date, ...(at !== undefined && { at }) });
    // still 2 June by UTC
    desk.at('2026-06-03 00:30');
    expect(await refused(tell('2026-06-03'))).toMatchObject([
      {
        code: 'INVALID',
        field: ['date'],
        message: 'The date has to lie after the day on which it was told (2026-06-03); correct it.',
      },
    ]);
    expect(await sentence(tell('2025-12-02', undefined, 'zh-CN'))).toBe(
      '日期须晚于告知当天（2026-06-03），请核对后重新填写。',
    );
    await tell('2026-06-04');
    await tell('2026-06-03', '2026-06-02 20:00');
    const archive = (locale: 'en' | 'zh-CN') =>
      ticket.as('dispatcher', locale).write('archived', '已归档。', { date: '2026-12-02' });
    expect(await refusal(archive('en'))).toBe('INVALID date');
    expect(await sentence(archive('en'))).toBe(
      '"Repair record archived" takes no date; leave it out, or put it into the note.',
    );
    expect(await sentence(archive('zh-CN'))).toBe('“维修记录已归档”不填日期，请删去；如有需要，可写入说明。');
  });

  it('R6-3.4 the last day told is the one that counts, and everybody reads it', async () => {
    const ticket = await passed();
    const tell = (date: string, more: { at?: string } = {}) =>
      ticket.as('dispatcher').write('next-maintenance-told', '电话告知。', { date, ...more });
    const readBy = async (who: string) => (await ticket.seenBy(who)).toldDates.map(({ date }) => date);
    await tell('2026-12-02');
    await tell('2026-11-20');
    await tell('2026-11-30', { at: '2026-06-02 09:05' });
    expect([await readBy('manager'), await readBy('dealer1')]).toEqual([['2026-11-20'], ['2026-11-20']]);
    expect((await followerOf(ticket)).toldDates).toMatchObject([{ date: '2026-11-20' }]);
  });

  it('R6-3.4 the policy book says which record goes with a date', async () => {
    const manager = await desk.client('manager');
    const { policyVersions } = await manager.ask<{
      policyVersions: { nodes: Array<{ book: { records: Array<{ key: string; date: string | null }> } }> };
    }>('{ policyVersions(first: 1) { nodes { book { records { key date } } } } }');
    const records = policyVersions.nodes.flatMap(({ book }) => book.records);
    expect(records.filter(({ date }) => date !== null)).toEqual([
      { key: 'next-maintenance-told', date: 'FUTURE' },
    ]);
  });

  it('R6-3.4 R2-12 whoever follows by a link reads all that they were told, and no other note', async () => {
    const ticket = await passed();
    await ticket.as('dispatcher').explain('更换了一相功率模块，已带载试运行。');
    await ticket
      .as('dispatcher')
      .write('next-maintenance-told', '下次保养：2026 年 12 月 2 日。', { date: '2026-12-02' });
    await ticket.as('dispatcher').write('feedback-recorded', '客户嫌慢。', { audience: 'PUBLIC' });
    const { url } = await done<{ url: string }>(
      await desk.client('dispatcher'),
      'ticketLinkCreate',
      { ticketId: ticket.id },
      'url',
    );
    const follower = clientOf(house.app.url, `lnk_${url.split('/s/')[1]}`);
    const { followedRequest } = await follower.ask<{
      followedRequest: { timeline: { nodes: Array<{ note: string | null }> } };
    }>('{ followedRequest { timeline(first: 100) { nodes { note } } } }');
    await follower.close();
    expect(followedRequest.timeline.nodes.flatMap(({ note }) => note ?? [])).toEqual([
      '更换了一相功率模块，已带载试运行。',
      '下次保养：2026 年 12 月 2 日。',
    ]);
  });
});

describe('R6-3.3 the time limit told to the customer', () => {
  it('R6-3.3 what takes longer is planned, agreed and told; each time anew', async () => {
    const ticket = await underRepair();
    const asked = ['RECORD repair-plan R6-3.3', 'AGREEMENT resolution R6-3.3', 'RECORD plan-told R6-3.3'];
    expect(await ticket.lacks('plan')).toEqual(asked);
    expect(await sentence(ticket.as('engineer').take('plan', { records: planRecords }))).toBe(
      '"Plan and tell the time limit" is not possible yet: no date of resolution was agreed with the customer (R6-3.3).',
    );
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('plan', { records: planRecords }))).toBe(
      '还不能“制定方案并告知时限”：尚未与客户约定修复时间（R6-3.3）。',
    );
    await ticket.as('engineer').agree('RESOLUTION', '2026-06-05 18:00');
    await ticket.as('engineer').take('plan', { records: planRecords });
    await ticket.as('engineer').take('resume');
    expect(await ticket.lacks('plan')).toEqual(asked);
  });

  it('R6-3.3 whoever was told of the limit, and how, is read by whoever reads the record', async () => {
    const ticket = await underRepair();
    await ticket.as('engineer').write('repair-plan', '需订货。', { toldTo: '采购部', channel: 'email' });
    await ticket.as('engineer').agree('RESOLUTION', '2026-06-05 18:00');
    await ticket.as('engineer').write('plan-told', '口头告知。', { toldTo: '班长' });
    await ticket.as('engineer').take('plan', { records: planRecords });
    const ofThePlan = ['班长, null: 口头告知。', '电气主管, phone: 已电话告知。'];
    expect(await ticket.tellings('manager')).toEqual(['采购部, email: 需订货。', ...ofThePlan]);
    expect(await ticket.tellings('dealer1')).toEqual(ofThePlan);
  });

  it('R6-3.3 the limit is the promise from then on, and kept when the trial run is passed in time', async () => {
    const ticket = await underRepair();
    await ticket.as('engineer').agree('RESOLUTION', '2026-06-05 18:00', { why: '等待功率模块到货' });
    expect(await ticket.clock('RESOLUTION')).toBe('running · 2026-06-05 18:00 · R6-3.3');
    expect((await ticket.seenBy('dealer1')).nextDueAt).toBe('2026-06-05T10:00:00.000Z');
    await ticket.as('engineer').take('plan', { records: planRecords });
    desk.at('2026-06-05 16:00');
    await ticket.as('engineer').take('resume');
    for (const record of ['surroundings-protected', 'parts-traced'])
      await ticket.as('engineer').write(record);
    await ticket.as('engineer').take('test');
    for (const record of ['tested', 'trial-run']) await ticket.as('engineer').write(record);
    await ticket.as('engineer').take('pass');
    expect(await ticket.clock('RESOLUTION')).toBe('met · 2026-06-05 18:00 · R6-3.3');
    expect(await promises(ticket)).toEqual(['2026-06-05T10:00:00.000Z KEPT']);
  });

  it('R6-3.3 one that was not kept stays on record beside the next, with who told whom', async () => {
    const ticket = await underRepair();
    await ticket.as('engineer').agree('RESOLUTION', '2026-06-05 18:00', { why: '等待功率模块到货' });
    expect(await promises(ticket)).toEqual(['2026-06-05T10:00:00.000Z OPEN']);
    desk.at('2026-06-06 09:00');
    expect(await ticket.clock('RESOLUTION')).toBe('missed · 2026-06-05 18:00 · R6-3.3');
    const again = { why: '到货模块不合格，重新订货', confirmedBy: '电气主管' };
    await ticket.as('dispatcher').agree('RESOLUTION', '2026-06-09 18:00', again);
    expect(await ticket.clock('RESOLUTION')).toBe('running · 2026-06-09 18:00 · R6-3.3');
    const dates = (await ticket.seenBy('manager')).agreedDates;
    expect(dates.map(({ agreedBy, outcome }) => [desk.nameOf(agreedBy), outcome])).toEqual([
      ['engineer', 'BROKEN'],
      ['dispatcher', 'OPEN'],
    ]);
    expect(dates[1]).toMatchObject(again);
    expect((await ticket.seenBy('dealer1')).missedAt).toBe('2026-06-05T10:00:00.000Z');
  });

  it('R6-3.3 one moved before it came is replaced, neither kept nor broken', async () => {
    const ticket = await underRepair();
    await ticket.as('engineer').agree('RESOLUTION', '2026-06-05 18:00');
    desk.at('2026-06-04 09:00');
    await ticket.as('engineer').agree('RESOLUTION', '2026-06-08 18:00', { why: '客户改停机日' });
    expect(await promises(ticket)).toEqual([
      '2026-06-05T10:00:00.000Z REPLACED',
      '2026-06-08T10:00:00.000Z OPEN',
    ]);
    expect((await ticket.seenBy('dealer1')).missedAt).toBeNull();
  });

  it('R6-3.3 who of the customer was told is asked for, and quality does not agree dates', async () => {
    const ticket = await underRepair();
    const nobody = { confirmedBy: '' };
    expect(await refusal(ticket.as('engineer').agree('RESOLUTION', '2026-06-05 18:00', nobody))).toBe(
      'REQUIRED confirmedBy',
    );
    expect(await refusal(ticket.as('quality').agree('RESOLUTION', '2026-06-05 18:00'))).toBe(
      'FORBIDDEN clock',
    );
  });

  it('R6-3.3 C9 waiting for the customer stops the limit, until the pause ends at its limit by itself', async () => {
    const ticket = await underRepair();
    await ticket.as('engineer').agree('RESOLUTION', '2026-06-05 18:00');
    desk.at('2026-06-03 18:00');
    await ticket.as('engineer').pause('customer', '客户生产不停机，无法断电。');
    expect(await refusal(ticket.as('engineer').pause('customer', '同上'))).toBe('INVALID reason');
    expect(await refusal(ticket.as('engineer').pause('lunch', '午休'))).toBe('INVALID reason');
    desk.at('2026-06-10 09:00');
    expect(await ticket.clock('RESOLUTION')).toMatch(/^paused/);
    expect(await refusal(ticket.as('engineer').resume('customer', { at: '2026-06-03 17:00' }))).toBe(
      'INVALID at',
    );
    await ticket.as('dispatcher').resume('customer');
    expect(await refusal(ticket.as('dispatcher').resume('customer'))).toBe('INVALID reason');
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').resume('customer'))).toBe(
      '没有因这一原因暂停的计时，无需恢复；请核对工单上的暂停原因。',
    );
    expect(await ticket.clock('RESOLUTION')).toBe('running · 2026-06-12 09:00 · R6-3.3');
    await ticket.as('engineer').pause('customer', '客户再次推迟。');
    // fourteen days later
    desk.at('2026-06-24 09:30');
    expect((await ticket.seenBy('dealer1')).pauses).toEqual([]);
    await ticket.as('engineer').pause('customer', '客户停机日再次推迟。');
    expect((await ticket.seenBy('dealer1')).pauses).toHaveLength(1);
  });
});

describe('R6 other requests', () => {
  it('R6-5.4 a complaint is settled, and closes with the lesson drawn from it', async () => {
    const ticket = await assigned('complaint');
    expect(await ticket.lacks('start')).toEqual(['NOT_OFFERED default', 'RECORD qualified R6-4.1']);
    expect(await ticket.lacks('settle')).toEqual(['RECORD settled default']);
    await ticket.as('manager').write('settled', '客户同意更换并延长质保。');
    await ticket.as('manager').take('settle');
    await ticket.as('manager').explain('将更换模块并延长质保半年。');
    await ticket.as('dispatcher').write('feedback-recorded');
    expect(await ticket.lacks('close')).toEqual(['RECORD lesson-drawn R6-5.4']);
    await ticket.as('quality').write('lesson-drawn', '出厂前增加高温老化。');
    await ticket.as('manager').take('close');
    expect(await ticket.state()).toBe('closed');
  });

  it('R6-5.4 a complaint is not cancelled', async () => {
    const ticket = await assigned('complaint');
    await ticket.as('dispatcher').write('cancel-reason', '客户不再来电。');
    expect(await ticket.lacks('cancel')).toEqual(['NOT_OFFERED default']);
  });

  it('R6-3.1 quality problems are taken up like faults, maintenance has no time promised', async () => {
    expect(await (await desk.file('dealer1', serial, { requestType: 'quality' })).clock('ASSIGNMENT')).toBe(
      'no-target · nothing due · R6-3.2',
    );
    const maintenance = await desk.file('dealer1', serial, { requestType: 'maintenance' });
    expect(await maintenance.clock('RESPONSE')).toBe('no-target · nothing due · default');
  });

  it('R6-4.3 E1 reopened within seven days it goes on, repaired and tested again by checked people', async () => {
    const ticket = await closed();
    desk.at('2026-06-08 09:00');
    await ticket.as('dispatcher').take('reopen');
    expect(await ticket.state()).toBe('assigned');
    expect(await ticket.lacks('start')).toEqual(['RECORD qualified R6-4.1']);
    const resolution = (await ticket.seenBy('dealer1')).clocks.find(({ kind }) => kind === 'RESOLUTION');
    expect([resolution?.startedAt, resolution?.stoppedAt]).toEqual(['2026-06-02T01:00:00.000Z', null]);
  });
});

describe('R6-4.4 who pays', () => {
  beforeAll(() => desk.keepParts('power-module'));

  it('default: fuses wear out, modules are covered from receipt or acceptance, whichever is first', async () => {
    await desk.enterDates('dealer1', { receivedOn: '2026-01-20', acceptedOn: '2026-03-01' });
    const ticket = await underRepair();
    await ticket
      .as('engineer')
      .charge([
        { costClass: 'PARTS', part: 'fuse' },
        { costClass: 'PARTS', part: 'power-module' },
        { costClass: 'LABOUR' },
      ]);
    expect(await ticket.bill()).toEqual([
      '1 charged 100 % WEAR_PART, list default',
      '2 covered 0 % BEARS',
      '3 covered 0 % BEARS',
    ]);
    const [, module, labour] = (await ticket.charges('dealer1'))?.lines ?? [];
    expect([module?.coveredUntil, labour?.coveredUntil]).toEqual(['2027-07-20', '2027-01-20']);
  });

  it('default: without a date that begins the warranty nothing is covered yet, and the answer says what is missing', async () => {
    const ticket = await desk.file('dealer2', 'VD315-0094');
    await ticket.as('dispatcher').charge([{ costClass: 'LABOUR' }]);
    expect(await ticket.bill()).toEqual(['1 charged 100 % NOT_BEGUN, list default']);
    expect((await ticket.charges())?.lines[0]?.reasons[0]?.message.zh).toBe(
      '“整套系统”：保修尚未开始，等待登记收货或验收日期（默认设置，非条款）',
    );
  });
});

/*
 * Clauses of R6 that later parts hold: R6-3.4 (the task of the next maintenance), R6-3.5 (archive and return visits), R6-4.1
 * (certificates kept with people), R6-4.4 (the purchasing channel), R6-5.1 to R6-5.3 and R6-5.5 (quality, training,
 * surveys), R6-6.1 and R6-6.2 (reports and plans).
 */
