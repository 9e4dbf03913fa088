/** The story of R4, tunneling machines: the seven steps of a repair, its end and what comes after, through the public API. */
import type { StoryHouse } from '../testing/story';
import { openHouse, refusal, refused, sentence, StoryDesk } from '../testing/story';
import { RoadheaderRepair } from '../testing/story-roadheader';

let house: StoryHouse<'ironmole'>;
let desk: StoryDesk<'ironmole'>;
let repair: RoadheaderRepair;
beforeAll(async () => {
  house = await openHouse({ makers: ['ironmole'] });
  desk = new StoryDesk(house, 'ironmole');
  repair = new RoadheaderRepair(desk);
});
afterAll(() => house.close());
/** Tuesday, 2 June 2026, 09:00 in Shanghai. */
beforeEach(() => desk.at('2026-06-02 09:00'));

describe('R4-4.1 to R4-4.7 the seven steps of a repair', () => {
  it('R4-4.1 to R4-4.7 R4-5.1 R10-G3 from the appointment to the end, each state after its step', async () => {
    const ticket = await repair.filed();
    const states = [await ticket.state()];
    expect(await ticket.clock('RESPONSE')).toBe('running · 2026-06-03 09:00 · R4-5.1');
    expect(await ticket.clock('ASSIGNMENT')).toBe('running · 2026-06-03 09:00 · R4-5.1');
    expect((await ticket.seenBy('manager')).owner).toBeNull();

    await ticket.as('dispatcher').assign('engineer');
    states.push(await ticket.state());
    const assigned = await ticket.seenBy('manager');
    expect([desk.nameOf(assigned.assignee), desk.nameOf(assigned.owner)]).toEqual(['engineer', 'dispatcher']);
    expect(await ticket.clock('ASSIGNMENT')).toBe('met · 2026-06-03 09:00 · R4-5.1');
    // meeting one completes no other
    expect(await ticket.clock('RESPONSE')).toBe('running · 2026-06-03 09:00 · R4-5.1');

    await ticket.as('engineer').say('已安排，今天下午电话联系。');
    expect(await ticket.clock('RESPONSE')).toBe('met · 2026-06-03 09:00 · R4-5.1');
    await ticket.as('dispatcher').write('registered');
    await ticket.as('engineer').take('diagnose');
    states.push(await ticket.state());
    await ticket.as('engineer').write('repair-plan');
    await ticket.as('dispatcher').take('quote');
    states.push(await ticket.state());
    await repair.signContract(ticket);
    states.push(await ticket.state());
    await ticket.as('engineer').write('work-recorded');
    await ticket.as('engineer').take('present');
    states.push(await ticket.state());
    await ticket.as('engineer').write('accepted');
    await ticket.as('engineer').take('accept');
    states.push(await ticket.state());
    await ticket.as('dispatcher').explain('已修复，试机正常。');
    await ticket.as('dispatcher').write('feedback-recorded');
    await ticket.as('dispatcher').take('close');
    states.push(await ticket.state());
    expect(states).toEqual([
      'appointment',
      'reception',
      'diagnosis',
      'quotation',
      'work',
      'acceptance',
      'feedback',
      'closed',
    ]);
    const over = await ticket.seenBy('dealer1');
    expect([over.state.category, over.closedAt, over.missedAt]).toEqual([
      'CLOSED',
      '2026-06-02T01:16:00.000Z',
      null,
    ]);
  });

  it('R4-4.2 no diagnosis before registration, said in the reader’s language with the clause', async () => {
    const ticket = await repair.received();
    expect(await ticket.lacks('diagnose')).toEqual(['RECORD registered R4-4.2']);
    expect(await sentence(ticket.as('engineer').take('diagnose'))).toBe(
      '"Start diagnosis" is not possible yet: the record "Received and registered" is missing (R4-4.2).',
    );
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('diagnose'))).toBe(
      '还不能“开始诊断”：缺少记录“已接待登记”（R4-4.2）。',
    );
    expect(await ticket.state()).toBe('reception');
  });

  it('R4-4.3 no quotation before the plan, which the engineer draws up and nobody else', async () => {
    const ticket = await repair.diagnosed();
    expect(await ticket.lacks('quote')).toEqual(['RECORD repair-plan R4-4.3']);
    expect(await refusal(ticket.as('dispatcher').write('repair-plan'))).toBe('FORBIDDEN record');
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').write('repair-plan'))).toBe(
      '这一项须由工程师办理。',
    );
    await ticket.as('engineer').write('repair-plan');
    expect(await ticket.lacks('quote')).toEqual([]);
  });

  it('R4-4.4 no work starts before the repair contract is signed', async () => {
    const ticket = await repair.quoted();
    const both = ['RECORD quotation-agreed R4-4.4', 'RECORD contract-signed R4-4.4'];
    expect(await ticket.lacks('start-work', 'engineer')).toEqual(both);
    expect(await refusal(ticket.as('engineer').take('start-work'))).toBe('INVALID step');
    await ticket.as('dispatcher').write('quotation-agreed');
    expect(await sentence(ticket.as('engineer').take('start-work'))).toBe(
      '"Sign contract and start work" is not possible yet: the record "Repair contract signed" is missing (R4-4.4).',
    );
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('start-work'))).toBe(
      '还不能“签订合同并开工”：缺少记录“维修合同已签订”（R4-4.4）。',
    );
    expect(await ticket.state()).toBe('quotation');
    await ticket.as('dispatcher').write('contract-signed');
    await ticket.as('engineer').take('start-work');
    expect(await ticket.state()).toBe('work');
  });

  it('R4-4.4 the contract may be written down together with the start, all or nothing', async () => {
    const ticket = await repair.quoted();
    const agreed = { record: 'quotation-agreed', note: '书面同意。' };
    const unknown = { record: 'contract', note: '已签。' };
    const before = await ticket.seenBy('manager');
    expect(await refusal(ticket.as('engineer').take('start-work', { records: [agreed, unknown] }))).toBe(
      'INVALID records.1.record',
    );
    expect(await ticket.seenBy('manager')).toEqual(before);
    const signed = { record: 'contract-signed', note: '双方已盖章。' };
    await ticket.as('engineer').take('start-work', { records: [agreed, signed] });
    expect(await ticket.state()).toBe('work');
  });

  it('R4-4.4 no other step leads to work: one that does not start here is refused with those that do', async () => {
    const ticket = await repair.diagnosed();
    await ticket.as('engineer').write('repair-plan');
    expect(await ticket.lacks('start-work')).toEqual(['NOT_FROM_THIS_STATE']);
    expect(await sentence(ticket.as('engineer').take('start-work'))).toBe(
      '"Sign contract and start work" is not possible in this state; possible are: Send quotation, Answer without repair.',
    );
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('start-work'))).toBe(
      '当前状态下不能“签订合同并开工”，可以：提交报价、无需维修，直接答复。',
    );
    expect(await sentence(ticket.as('engineer').take('weld'))).toBe(
      'The workflow has no step "weld"; possible are: Send quotation (quote), Answer without repair (answer).',
    );
  });

  it('R4-4.4 a revised quotation is agreed and signed anew', async () => {
    const ticket = await repair.quoted();
    await ticket.as('dispatcher').write('quotation-agreed');
    await ticket.as('dispatcher').write('contract-signed');
    await ticket.as('dispatcher').take('revise');
    await ticket.as('engineer').write('repair-plan', '另需更换补油泵。');
    await ticket.as('dispatcher').take('quote');
    expect(await ticket.lacks('start-work')).toEqual([
      'RECORD quotation-agreed R4-4.4',
      'RECORD contract-signed R4-4.4',
    ]);
  });

  it('R4-4.5 only work done by plan and contract is presented, as the engineer wrote it down', async () => {
    const ticket = await repair.quoted();
    await repair.signContract(ticket);
    expect(await ticket.lacks('present')).toEqual(['RECORD work-recorded R4-4.5']);
    expect(await refusal(ticket.as('dispatcher').write('work-recorded'))).toBe('FORBIDDEN record');
  });

  it('R4-4.6 an objection leads back to work, and what was signed before does not count', async () => {
    const ticket = await repair.presented();
    await ticket.as('engineer').write('accepted');
    await ticket.as('engineer').take('rework', { note: '客户要求复测截割电机温升。' });
    expect(await ticket.state()).toBe('work');
    await ticket.as('engineer').write('work-recorded');
    await ticket.as('engineer').take('present');
    expect(await ticket.lacks('accept')).toEqual(['RECORD accepted R4-4.6']);
  });

  it('R4-4.6 clocks wait while the customer looks, and the repair ends with the signature', async () => {
    const ticket = await repair.presented();
    expect((await ticket.seenBy('dealer1')).pauses).toEqual([
      { reason: { key: 'customer' }, since: '2026-06-02T01:10:00.000Z', endsAt: '2026-06-16T01:10:00.000Z' },
    ]);
    const resolution = async () =>
      (await ticket.seenBy('manager')).clocks.find(({ kind }) => kind === 'RESOLUTION');
    expect((await resolution())?.stoppedAt).toBeNull();
    await ticket.as('engineer').write('accepted');
    await ticket.as('engineer').take('accept');
    expect((await resolution())?.stoppedAt).toBe('2026-06-02T01:12:00.000Z');
    expect((await ticket.seenBy('dealer1')).pauses).toEqual([]);
  });

  it('R4-4.3 what diagnosis finds to need no repair is answered, and the customer confirms', async () => {
    const ticket = await repair.diagnosed();
    await ticket.as('engineer').take('answer', { note: '急停按钮未复位，已指导复位。' });
    expect(await ticket.lacks('confirm')).toEqual(['RECORD answer-confirmed default']);
    await ticket.as('dispatcher').write('answer-confirmed');
    await ticket.as('dispatcher').take('confirm');
    expect(await ticket.state()).toBe('feedback');
  });

  it.each([
    ['warranty', 'reply'],
    ['training', 'finish'],
    ['parts', 'finish'],
  ])('R4-2.1 R4-4.2 %s is registered and ends by a step of its own', async (requestType, step) => {
    const ticket = await repair.received({ requestType });
    expect(await ticket.lacks(step)).toEqual(['RECORD registered R4-4.2']);
    expect(await ticket.lacks('diagnose')).toEqual(['NOT_OFFERED default', 'RECORD registered R4-4.2']);
    await ticket.as('dispatcher').write('registered');
    await ticket.as('dispatcher').take(step);
    await ticket.as('dispatcher').write('answer-confirmed');
    await ticket.as('dispatcher').take('confirm');
    expect(await ticket.state()).toBe('feedback');
  });
});

describe('R4-4.7 R2-12 R10-G3 the end', () => {
  it('R2-12 R4-4.7 no close without explanation and feedback, said at once in both languages', async () => {
    const ticket = await repair.accepted();
    expect(await ticket.lacks('close')).toEqual([
      'RECORD explained R2-12',
      'RECORD feedback-recorded R4-4.7',
    ]);
    expect(await sentence(ticket.as('manager').take('close'))).toBe(
      '"Record feedback and close" is not possible yet: the record "Result explained to the customer" is missing (R2-12); the record "Customer’s opinion asked and recorded" is missing (R4-4.7).',
    );
    expect(await sentence(ticket.as('manager', 'zh-CN').take('close'))).toBe(
      '还不能“记录反馈并结案”：缺少记录“处理结果已向客户说明”（R2-12）；缺少记录“已征求并记录客户意见”（R4-4.7）。',
    );
  });

  it('R2-12 nobody closes by an explanation that the customer cannot read', async () => {
    const ticket = await repair.accepted();
    await ticket.as('dispatcher').write('feedback-recorded');
    const hidden = { note: '更换了主泵配流盘。', audience: 'INTERNAL' } as const;
    expect(await refusal(ticket.as('dispatcher').write('explained', hidden.note, hidden))).toBe(
      'INVALID audience',
    );
    const records = [{ record: 'explained', ...hidden }];
    expect(await refusal(ticket.as('dispatcher').take('close', { records }))).toBe(
      'INVALID records.0.audience',
    );
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').take('close', { records }))).toBe(
      '“处理结果已向客户说明”是告知客户的内容，客户须能看到，不能设为内部。请改为公开，或不填可见范围；不便公开的情况请写入内部备注。',
    );
    expect(await sentence(ticket.as('dispatcher').take('close', { records }))).toBe(
      '"Result explained to the customer" is what the customer is told and theirs to read, so it cannot be internal. Make it public or leave the audience out; what is not for the customer goes into an internal comment.',
    );
    expect(await ticket.lacks('close')).toEqual(['RECORD explained R2-12']);
  });

  it('R2-12 an explanation from before the acceptance does not count', async () => {
    const ticket = await repair.presented();
    await ticket.as('engineer').explain('已更换配流盘。');
    await ticket.as('engineer').write('accepted');
    await ticket.as('engineer').take('accept');
    await ticket.as('dispatcher').write('feedback-recorded');
    expect(await ticket.lacks('close')).toEqual(['RECORD explained R2-12']);
  });

  it('R4-4.7 the centre asks for the opinion: an engineer cannot close by asking it himself', async () => {
    const ticket = await repair.accepted();
    await ticket.as('engineer').explain('已修复，试机正常。');
    const asked = { record: 'feedback-recorded', note: '客户满意。' };
    expect(await refusal(ticket.as('engineer').take('close', { records: [asked] }))).toBe(
      'FORBIDDEN records.0.record',
    );
    expect(await ticket.state()).toBe('feedback');
    expect(await ticket.possible('engineer')).toEqual([]);
  });

  it('R4-4.7 the time until the opinion is kept from acceptance, without a target', async () => {
    const ticket = await repair.accepted();
    desk.at('2026-06-02 16:00');
    await ticket.as('dispatcher').write('feedback-recorded');
    expect(await ticket.clock('FOLLOW_UP')).toBe('no-target · nothing due · R4-4.7');
    const clock = (await ticket.seenBy('manager')).clocks.find(({ kind }) => kind === 'FOLLOW_UP');
    expect([clock?.startedAt, clock?.stoppedAt]).toEqual([
      '2026-06-02T01:12:00.000Z',
      '2026-06-02T08:00:00.000Z',
    ]);
  });

  it('R2-12 what is told to the requester is theirs to read, the notes of the centre are not', async () => {
    const ticket = await repair.toldEverything();
    const read = await ticket.timeline('dealer1');
    expect(read).toContain('09:13 Result explained to the customer');
    expect(read.join()).not.toContain('opinion asked');
    expect(await ticket.timeline('manager')).toContain('09:14 Customer’s opinion asked and recorded');
  });

  it('R4-4.7 two who close at once: one does, the other learns what changed, and it is closed once', async () => {
    const ticket = await repair.toldEverything();
    const { version } = ticket;
    const [first, second] = await Promise.all([
      refused(ticket.as('dispatcher').take('close', { expectedVersion: version })),
      refused(ticket.as('manager').take('close', { expectedVersion: version })),
    ]);
    expect([first, second].filter(({ length }) => length === 0)).toHaveLength(1);
    expect([...first, ...second]).toEqual([
      {
        code: 'CONFLICT',
        field: ['expectedVersion'],
        message: 'Somebody changed the ticket meanwhile. Look at what changed, then decide again.',
        conflict: { currentVersion: version + 1, changed: ['state'] },
      },
    ]);
    const ends = (await ticket.timeline('manager')).filter((line) => line.endsWith(' Closed'));
    expect(ends).toHaveLength(1);
  });
});

describe('R4-5.2 after the end', () => {
  it('E3 a closed ticket takes no comment, with what to do instead in the reader’s language', async () => {
    const ticket = await repair.closed();
    expect(await sentence(ticket.as('dealer1', 'zh-CN').say('又没压力了'))).toBe(
      '工单已结束。如仍需处理，请由厂家重新打开，或另建工单。',
    );
    expect(await sentence(ticket.as('engineer').say('收到', 'INTERNAL'))).toBe(
      'The ticket is closed. If there is more to do, let the maker reopen it, or file another.',
    );
  });

  it('G3 nothing is written down or corrected after the end, so that what was judged stays', async () => {
    const ticket = await repair.closed();
    const over = 'INVALID ticketId';
    expect(await refusal(ticket.as('dispatcher').write('feedback-recorded'))).toBe(over);
    expect(await refusal(ticket.as('dispatcher').explain('补充说明。'))).toBe(over);
    expect(await refusal(ticket.as('dispatcher').correct({ province: '31', reason: '登记有误。' }))).toBe(
      over,
    );
  });

  it('E1 reopened within 90 days it is received, quoted and signed again, with promises of its own', async () => {
    const ticket = await repair.closed();
    const before = (await ticket.seenBy('manager')).clocks.map(({ kind }) => kind);
    desk.at('2026-08-31 09:15');
    await ticket.as('dispatcher').take('reopen', { note: '同一部位再次无压力。' });
    const again = await ticket.seenBy('manager');
    expect([again.state.key, again.closedAt]).toEqual(['reception', null]);
    expect(await ticket.clock('RESPONSE')).toBe('running · 2026-09-01 09:15 · R4-5.1');
    const kinds = again.clocks.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds.slice(0, -before.length), ...before]);
    expect(kinds.indexOf('RESPONSE')).toBe(0);
    expect(await ticket.lacks('diagnose')).toEqual(['RECORD registered R4-4.2']);
  });

  it('E1 after 90 days it is not, and the remedy is a new ticket', async () => {
    const ticket = await repair.closed();
    desk.at('2026-08-31 09:16');
    expect(await ticket.lacks('reopen')).toEqual(['WINDOW default']);
    expect(await sentence(ticket.as('manager').take('reopen'))).toBe(
      '"Reopen" is not possible yet: the time for reopening is over; file a new ticket.',
    );
    expect(await sentence(ticket.as('manager', 'zh-CN').take('reopen'))).toBe(
      '还不能“重新打开”：已过可重新打开的期限，请新建工单。',
    );
  });
});
