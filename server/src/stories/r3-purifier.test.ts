/** The story of R3, water purifiers: a hotline that answers, genuine parts and a functional test, through the public API. */
import type { StoryHouse, StoryTicket } from '../testing/story';
import { openHouse, refusal, sentence, StoryDesk } from '../testing/story';

const serial = 'PF25-30418';

let house: StoryHouse<'purefount'>;
let desk: StoryDesk<'purefount'>;
beforeAll(async () => {
  house = await openHouse({ makers: ['purefount'] });
  desk = new StoryDesk(house, 'purefount');
});
afterAll(() => house.close());
/** Tuesday, 2 June 2026, 09:00 in Shanghai. */
beforeEach(() => desk.at('2026-06-02 09:00'));

// what was done so far, each act a minute after the other
async function assigned(requestType: string): Promise<StoryTicket> {
  const ticket = await desk.file('dealer1', serial, { requestType });
  await ticket.as('dispatcher').assign('engineer');
  return ticket;
}
async function inService(requestType: string): Promise<StoryTicket> {
  const ticket = await assigned(requestType);
  await ticket.as('engineer').take('start');
  return ticket;
}
async function tested(): Promise<StoryTicket> {
  const ticket = await inService('repair');
  await ticket.as('engineer').write('genuine-parts', '增压泵，防伪码已核对。');
  await ticket.as('engineer').take('test');
  await ticket.as('engineer').write('tested', '出水压力 0.25 MPa，TDS 18。');
  return ticket;
}
async function closed(): Promise<StoryTicket> {
  const ticket = await tested();
  await ticket.as('engineer').explain('更换了增压泵，滤芯三个月后需要更换。');
  await ticket.as('engineer').take('close');
  return ticket;
}

describe('R3-6 a repair', () => {
  it('R3-6.2 R3-6.3 R2-12 from the call to the close, each state after its step', async () => {
    const ticket = await desk.file('dealer1', serial);
    const states = [await ticket.state()];
    await ticket.as('dispatcher').assign('engineer');
    states.push(await ticket.state());
    await ticket.as('engineer').take('start');
    states.push(await ticket.state());
    await ticket.as('engineer').write('genuine-parts');
    await ticket.as('engineer').take('test');
    states.push(await ticket.state());
    await ticket.as('engineer').write('tested');
    await ticket.as('engineer').explain('已修复。');
    await ticket.as('engineer').take('close');
    states.push(await ticket.state());
    expect(states).toEqual(['reported', 'assigned', 'service', 'test', 'closed']);
    expect(await ticket.timeline('dealer1')).toEqual([
      '09:00 Reported',
      '09:00 Now "Awaiting reception"',
      '09:01 Assigned',
      '09:01 Owner set',
      '09:01 Now "Assigned"',
      '09:02 Now "In service"',
      '09:04 Now "Functional test"',
      '09:06 Result explained to the customer',
      '09:06 Answered',
      '09:07 Now "Completed"',
      '09:07 Resolved',
      '09:07 Closed',
    ]);
  });

  it('R3-6.3 no repair is closed before its functional test', async () => {
    const ticket = await inService('repair');
    expect(await ticket.lacks('close')).toEqual(['NOT_FROM_THIS_STATE']);
    await ticket.as('engineer').write('genuine-parts');
    await ticket.as('engineer').take('test');
    await ticket.as('engineer').explain('已更换增压泵。');
    expect(await ticket.lacks('close')).toEqual(['RECORD tested R3-6.3']);
    expect(await sentence(ticket.as('manager').take('close'))).toBe(
      '"Close after a passed test" is not possible yet: the record "Functional test passed" is missing (R3-6.3).',
    );
    expect(await sentence(ticket.as('manager', 'zh-CN').take('close'))).toBe(
      '还不能“检测合格并结案”：缺少记录“功能检测合格”（R3-6.3）。',
    );
    expect(await ticket.state()).toBe('test');
  });

  it('R3-6.3 R3-6.2 a failed test leads back to work, and everything is checked again', async () => {
    const ticket = await tested();
    await ticket.as('engineer').take('rework', { note: '接头渗水。' });
    expect(await ticket.lacks('test')).toEqual(['RECORD genuine-parts R3-6.2']);
    await ticket.as('engineer').write('genuine-parts');
    await ticket.as('engineer').take('test');
    expect(await ticket.lacks('close')).toEqual(['RECORD explained R2-12', 'RECORD tested R3-6.3']);
  });

  it('R3-6.2 only parts that were checked to be genuine reach the test', async () => {
    const ticket = await inService('repair');
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('test'))).toBe(
      '还不能“进行功能检测”：缺少记录“所用配件已核对为正宗配件”（R3-6.2）。',
    );
  });

  it('R2-12 no close without the explanation', async () => {
    expect(await (await tested()).lacks('close')).toEqual(['RECORD explained R2-12']);
  });

  it('R3-4 prompt answers: no figure is given, so no time is promised, and the time taken is kept', async () => {
    const ticket = await desk.file('dealer1', serial);
    expect(await ticket.clock('RESPONSE')).toBe('no-target · nothing due · R3-4');
    expect(await ticket.clock('RESOLUTION')).toBe('no-target · nothing due · default');
    expect((await ticket.seenBy('dealer1')).nextDueAt).toBeNull();
    desk.at('2026-06-02 09:12');
    await ticket.as('dispatcher').say('您好，师傅今天下午上门。');
    const [response] = (await ticket.seenBy('dealer1')).clocks;
    expect([response?.kind, response?.startedAt, response?.stoppedAt]).toEqual([
      'RESPONSE',
      '2026-06-02T01:00:00.000Z',
      '2026-06-02T01:12:00.000Z',
    ]);
  });

  it('R3-4 nothing promised can be agreed where the rules of the maker know no agreements', async () => {
    const ticket = await assigned('repair');
    expect(await sentence(ticket.as('manager', 'zh-CN').agree('RESOLUTION', '2026-06-05 18:00'))).toBe(
      '这家厂商的规则不允许另行约定时限。',
    );
    expect(await sentence(ticket.as('manager').ask('major-treatment', '更换整机'))).toBe(
      'The rules of this maker have nothing of the kind; leave it out, or add it to the service policy first.',
    );
    expect(await sentence(ticket.as('manager', 'zh-CN').ask('major-treatment', '更换整机'))).toBe(
      '这家厂商的服务政策没有设这一项，请勿填写；如确有需要，请先在服务政策中添加。',
    );
    expect(await refusal(ticket.as('quality').classify('major', '漏水'))).toBe('INVALID severity');
  });
});

describe('R3-9 assignments', () => {
  it('R3-9 one is refused with a reason, goes back to the desk and is given to another', async () => {
    const ticket = await assigned('repair');
    expect(await ticket.lacks('decline')).toEqual(['RECORD refusal-reason R3-9']);
    const reason = { record: 'refusal-reason', note: '当日已排满，无法上门。' };
    await ticket.as('engineer').take('decline', { records: [reason] });
    const back = await ticket.seenBy('manager');
    expect([back.state.key, back.assignee]).toEqual(['reported', null]);
    await ticket.as('dispatcher').assign('parts');
    const again = await ticket.seenBy('manager');
    expect([again.state.key, desk.nameOf(again.assignee)]).toEqual(['assigned', 'parts']);
    // whoever took it in still answers for it
    expect(desk.nameOf(again.owner)).toBe('dispatcher');
    expect(await ticket.lacks('decline')).toEqual(['RECORD refusal-reason R3-9']);
  });

  it('R3-9 two who take it at once: one starts, the other learns what changed', async () => {
    const ticket = await assigned('repair');
    const { version } = ticket;
    const acts = await Promise.all([
      refusal(ticket.as('engineer').take('start', { expectedVersion: version })),
      refusal(ticket.as('parts').take('start', { expectedVersion: version })),
    ]);
    expect(acts.sort()).toEqual(['', 'CONFLICT expectedVersion']);
  });
});

describe('R3-2 what else is served', () => {
  it('R3-4 R2-12 a consultation is answered and closed at once, with answer and explanation', async () => {
    const ticket = await assigned('consultation');
    expect(await ticket.lacks('start')).toEqual(['NOT_OFFERED R3-9']);
    expect(await ticket.lacks('answer')).toEqual(['RECORD explained R2-12']);
    await ticket.as('dispatcher').explain('RO 膜建议两年更换一次。');
    await ticket.as('dispatcher').take('answer');
    expect(await ticket.state()).toBe('closed');
    expect(await ticket.clock('ANSWER')).toBe('no-target · nothing due · R3-4');
    const answer = (await ticket.seenBy('dealer1')).clocks.find(({ kind }) => kind === 'ANSWER');
    expect(answer?.stoppedAt).toBe('2026-06-02T01:03:00.000Z');
  });

  it('R3-5.1 R3-5.2 R3-5.3 an installation: by the list, property protected, instructions signed for', async () => {
    const ticket = await inService('installation');
    expect(await ticket.lacks('test')).toEqual([
      'RECORD installation-checklist R3-5.1',
      'RECORD property-protected R3-5.2',
    ]);
    await ticket.as('engineer').write('installation-checklist');
    await ticket.as('engineer').write('property-protected');
    await ticket.as('engineer').take('test');
    await ticket.as('engineer').write('tested');
    await ticket.as('engineer').explain('已讲解冲洗和换芯提醒。');
    expect(await ticket.lacks('close')).toEqual(['RECORD instructed R3-5.3']);
  });

  it('R3-7.1 R3-7.2 an exchange: the replacement is checked before issue, settled by company policy', async () => {
    const ticket = await inService('exchange');
    expect(await ticket.lacks('test')).toEqual(['RECORD replacement-checked R3-7.2']);
    await ticket.as('quality').write('replacement-checked');
    await ticket.as('engineer').take('test');
    await ticket.as('engineer').write('tested');
    await ticket.as('engineer').explain('已换新机。');
    expect(await ticket.lacks('close')).toEqual(['RECORD return-settled R3-7.1']);
  });

  it('R3-7.1 a return is settled by company policy', async () => {
    const ticket = await inService('return');
    expect(await ticket.lacks('settle')).toEqual(['RECORD explained R2-12', 'RECORD return-settled R3-7.1']);
    await ticket.as('dispatcher').explain('符合七天退货规定，已退款。');
    await ticket.as('dispatcher').write('return-settled');
    await ticket.as('dispatcher').take('settle');
    expect(await ticket.state()).toBe('closed');
  });

  it('R3-6.1 maintenance is offered, and tested as a repair is', async () => {
    const ticket = await inService('maintenance');
    expect(await ticket.lacks('test')).toEqual(['RECORD genuine-parts R3-6.2']);
  });
});

describe('E1 after the end', () => {
  it('E1 a fault within seven days counts as not repaired: time starts anew, and all is tested again', async () => {
    const ticket = await closed();
    desk.at('2026-06-09 09:07');
    await ticket.as('dispatcher').take('reopen', { note: '又不出水了。' });
    expect(await ticket.state()).toBe('assigned');
    const { clocks } = await ticket.seenBy('dealer1');
    expect(clocks.map(({ kind, startedAt, stoppedAt }) => [kind, startedAt, stoppedAt])).toEqual([
      // what was answered stays answered
      ['RESPONSE', '2026-06-02T01:00:00.000Z', '2026-06-02T01:06:00.000Z'],
      ['RESOLUTION', '2026-06-09T01:07:00.000Z', null],
    ]);
    await ticket.as('engineer').take('start');
    expect(await ticket.lacks('test')).toEqual(['RECORD genuine-parts R3-6.2']);
  });

  it('E1 after that it is a new ticket, said in the reader’s language', async () => {
    const ticket = await closed();
    desk.at('2026-06-09 09:08');
    expect(await ticket.lacks('reopen')).toEqual(['WINDOW default']);
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').take('reopen'))).toBe(
      '还不能“重新打开”：已过可重新打开的期限，请新建工单。',
    );
  });

  it('E3 a thank-you after the end is refused and starts nothing', async () => {
    const ticket = await closed();
    const before = await ticket.seenBy('dealer1');
    expect(await refusal(ticket.as('dealer1').say('谢谢师傅！'))).toBe('INVALID ticketId');
    expect(await ticket.seenBy('dealer1')).toEqual(before);
  });
});

describe('R3-6.2 who pays', () => {
  beforeAll(async () => {
    desk.at('2026-06-02 08:00');
    await desk.enterDates('dealer1', { installedOn: '2026-03-15' });
    await desk.keepParts('pump-head');
  });

  it('default: filters wear out and are charged by the list, the pump is covered from the installation', async () => {
    const ticket = await inService('repair');
    await ticket
      .as('engineer')
      .charge([
        { costClass: 'PARTS', part: 'ro-membrane' },
        { costClass: 'PARTS', part: 'pump-head' },
        { costClass: 'TRAVEL' },
      ]);
    expect(await ticket.bill()).toEqual([
      '1 charged 100 % WEAR_PART, list default',
      '2 covered 0 % BEARS',
      '3 covered 0 % BEARS',
    ]);
    expect((await ticket.charges('dealer1'))?.lines[1]?.coveredUntil).toBe('2027-03-15');
  });

  it('R3-4 an answer costs nothing, as a marked default', async () => {
    const ticket = await assigned('consultation');
    await ticket.as('dispatcher').charge([{ costClass: 'LABOUR' }]);
    expect(await ticket.bill()).toEqual(['1 waived 0 % APART, waived default']);
  });

  it('R3-6.2 parts that are not genuine end the cover, with evidence', async () => {
    const ticket = await inService('repair');
    const voids = [{ reason: 'non-genuine', evidence: ['照片：无防伪码的增压泵'] }];
    await ticket.as('engineer').charge([{ costClass: 'LABOUR' }], { voids });
    expect(await ticket.bill()).toEqual(['1 charged 100 % VOID, list default']);
  });
});

/*
 * Clauses of R3 that later parts hold: R3-6.1 (plans of maintenance), R3-6.2 (stock of genuine parts), R3-8, R3-12 and R3-13
 * (training, penalties and rewards), R3-11 (feedback collected), R3-14 and R3-15 (in force and interpreted).
 */
