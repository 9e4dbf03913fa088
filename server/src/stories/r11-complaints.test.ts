/** The story of R11, complaints and returns of the maker of R1, over which it prevails. */
import type { StoryHouse } from '../testing/story';
import { clientOf, openHouse, refusal, sentence, StoryDesk } from '../testing/story';
import { jiangsu, PlantRequest, spanOf } from '../testing/story-plant';

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

describe('R2-9 R11-3.2.1 what a complaint is taken with', () => {
  const create = `mutation ($input: TicketCreateInput!) {
    ticketCreate(input: $input) { ticket { id } userErrors { code field message } } }`;
  const file = async (answers: Record<string, string> | string[][], locale: 'en' | 'zh-CN' = 'en') => {
    const details = Array.isArray(answers) ? answers : Object.entries(answers);
    const { token } = await house.as('dispatcher@clearwater');
    const input = {
      requestType: 'complaint',
      serial: jiangsu,
      subject: '出水浑浊',
      description: '膜组件更换后出水浑浊。',
      reporterName: '值班员',
      details: details.map(([key, value]) => ({ key, value })),
      idempotencyKey: `complaint ${JSON.stringify(details)}`,
    };
    const { ticketCreate } = await clientOf(house.app.url, token, locale).ask<{
      ticketCreate: {
        ticket: { id: string } | null;
        userErrors: Array<{ code: string; field: string[]; message: string }>;
      };
    }>(create, { input });
    return ticketCreate;
  };
  const quality = { about: 'product', 'complaint-class': 'quality', 'user-name': '白鹭湖度假村' };

  it('all that is missing is named at once, and nothing is taken in meanwhile', async () => {
    const { ticket, userErrors } = await file({ about: 'product' });
    expect(ticket).toBeNull();
    expect(userErrors.map(({ code, field }) => `${code} ${field.join('.')}`)).toEqual([
      'REQUIRED details.complaint-class',
      'REQUIRED details.user-name',
    ]);
    const more = await file(quality);
    expect(more.userErrors.map(({ field }) => field.at(-1))).toEqual([
      'order-number',
      'material-number',
      'shipped-on',
      'quantity',
      'defective-quantity',
      'demand',
    ]);
  });

  it('what is wrong says so in the language of the reader, and so does what was not asked', async () => {
    const data = {
      ...{ 'order-number': 'D-26-118', 'material-number': 'MBR-20', demand: '换货' },
      ...{ 'shipped-on': '2026-06-03', quantity: '4', 'defective-quantity': '5' },
    };
    const chinese = await file({ ...quality, ...data }, 'zh-CN');
    expect(chinese.userErrors.map(({ message }) => message)).toEqual([
      '出货日期不能晚于今天，请核对。',
      '不良数量不能大于数量，请核对。',
    ]);
    const unasked = await file({ ...quality, 'complaint-class': 'other', 'order-number': 'D-26-118' });
    expect(unasked.userErrors).toEqual([
      {
        code: 'INVALID',
        field: ['details', 'order-number'],
        message: '"Order number" is not asked for with such a request; leave it out.',
      },
    ]);
    const right = await file({ ...quality, ...data, 'shipped-on': '2026-06-02', quantity: '5' });
    expect([right.ticket === null, right.userErrors]).toEqual([false, []]);
  });

  it('two answers to one question are not chosen from', async () => {
    const twice = await file([...Object.entries(quality), ['about', 'service'], ['about', '']], 'zh-CN');
    expect(twice).toEqual({
      ticket: null,
      userErrors: [
        { code: 'INVALID', field: ['details', 'about'], message: '“about”填写了两次，请只保留一个答案。' },
      ],
    });
  });
});

describe('R11 complaints', () => {
  it('R11-3.2.1 R1-M11.1 registered, its data checked and its nature settled before anything is answered', async () => {
    const ticket = await request.assigned(jiangsu, { requestType: 'complaint', severity: 'general' });
    for (const step of ['answer', 'visit']) {
      expect(await ticket.lacks(step)).toEqual([
        'RECORD complaint-registered R11-3.2.1',
        'RECORD quality-data R11-3.2.1',
        'RECORD nature-determined R1-M11.1',
      ]);
    }
    expect(await refusal(ticket.as('engineer').write('nature-determined'))).toBe('FORBIDDEN record');
  });

  it('R11-4.2 R11-4.3 contact and answer are timed apart, and nothing is promised where no figure is given', async () => {
    const ticket = await request.understood('general');
    desk.at('2026-06-02 09:30');
    await ticket.as('dispatcher').say('您好，您的投诉已受理，由我负责跟进。');
    desk.at('2026-06-02 15:00');
    await ticket.as('dispatcher').take('answer', { note: '膜组件免费更换。' });
    expect(await ticket.clock('CONTACT')).toBe('no-target · nothing due · R11-4.2');
    expect(await ticket.clock('ANSWER')).toBe('no-target · nothing due · R11-4.3');
    expect(await spanOf(ticket, 'CONTACT')).toEqual(['2026-06-02T01:00:00.000Z', '2026-06-02T01:30:00.000Z']);
    expect(await spanOf(ticket, 'ANSWER')).toEqual(['2026-06-02T01:00:00.000Z', '2026-06-02T07:00:00.000Z']);
  });

  it('R11-2.4.2 when a visit is needed the engineer is notified before anybody arrives', async () => {
    const ticket = await request.understood('general');
    await ticket.as('dispatcher').take('visit');
    expect(await ticket.lacks('arrive')).toEqual(['RECORD engineer-notified R11-2.4.2']);
    await ticket.as('dispatcher').write('engineer-notified');
    expect(await spanOf(ticket, 'ASSIGNMENT')).toEqual([
      '2026-06-02T01:05:00.000Z',
      '2026-06-02T01:06:00.000Z',
    ]);
  });

  it('R11-3.2.3 a serious one is answered when all three departments agreed, each person once', async () => {
    const ticket = await request.understood('major');
    expect(await ticket.lacks('answer')).toEqual([
      'RECORD handling-form R11-3.2.3',
      'APPROVAL complaint-solution R11-3.2.3',
    ]);
    await ticket.as('dispatcher').write('handling-form');
    await ticket.as('dispatcher').ask('complaint-solution', '整批膜组件更换并赔付停产损失。');
    await ticket.as('quality').decide('complaint-solution', 'GIVEN');
    expect(await refusal(ticket.as('quality').decide('complaint-solution', 'GIVEN'))).toBe(
      'INVALID decision',
    );
    expect(await refusal(ticket.as('admin').decide('complaint-solution', 'GIVEN', { oral: true }))).toBe(
      'INVALID decision',
    );
    await ticket.as('admin').decide('complaint-solution', 'GIVEN');
    expect(await sentence(ticket.as('dispatcher').take('answer'))).toBe(
      '"Answer remotely" is not possible yet: "Approval of the solution of a serious complaint" waits for Service manager (R11-3.2.3).',
    );
    await ticket.as('manager').decide('complaint-solution', 'GIVEN');
    await ticket.as('dispatcher').take('answer');
    expect(await ticket.state()).toBe('answered');
  });

  it('R11-1.3 R11-3.1 R11-3.2.4 R1-M11.3 a serious one closes with class, cause, measures and report', async () => {
    const ticket = await request.understood('major');
    await ticket.as('dispatcher').write('handling-form');
    await ticket.as('dispatcher').ask('complaint-solution', '更换膜组件。');
    for (const who of ['quality', 'admin', 'manager'])
      await ticket.as(who).decide('complaint-solution', 'GIVEN');
    await ticket.as('dispatcher').take('answer');
    await ticket.as('dispatcher').write('answer-confirmed');
    await ticket.as('engineer').write('service-card');
    await ticket.as('dispatcher').take('accept-answer');
    await ticket.as('dispatcher').explain('膜组件已更换，原因为批次粘接不良。');
    expect(await ticket.lacks('close')).toEqual([
      'RECORD follow-up-done R11-1.1C',
      'RECORD service-report R1-M11.3',
      'RECORD complaint-classed R11-3.1',
      'RECORD cause-found R11-1.3',
      'RECORD measures-set R11-3.2.4',
    ]);
    expect(await refusal(ticket.as('dispatcher').write('measures-set'))).toBe('FORBIDDEN record');
    await ticket.as('quality').write('measures-set', '粘接工序增加首件拉力检验。');
    expect(await ticket.lacks('close')).toHaveLength(4);
  });

  it('R11-1.3 filtering out takes a reason of the head, and a complaint is never cancelled', async () => {
    const ticket = await request.assigned(jiangsu, { requestType: 'complaint' });
    await ticket.as('dispatcher').explain('同一投诉已在另一张工单处理。');
    expect(await ticket.lacks('filter-out')).toEqual(['RECORD filter-reason R11-1.3']);
    expect(await refusal(ticket.as('dispatcher').write('filter-reason'))).toBe('FORBIDDEN record');
    const reason = { record: 'cancel-reason', note: '不想处理。' };
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').take('cancel', { records: [reason] }))).toBe(
      '还不能“取消”：该服务类型没有这一步。',
    );
    await ticket.as('manager').write('filter-reason', '与另一张工单重复。');
    await ticket.as('manager').take('filter-out');
    expect(await ticket.state()).toBe('filtered');
  });
});

describe('R11-3.3.3.2 returns', () => {
  const received = async (at: string, requestType = 'return', more?: Record<string, unknown>) => {
    const ticket = await request.awaitingGoods(requestType, more);
    desk.at(at);
    await ticket.as('parts').take('receive');
    return ticket;
  };

  it('R1-M6 the warehouse receives the goods, and the days begin with them', async () => {
    const ticket = await request.awaitingGoods('return');
    expect(await ticket.clock('RETURN')).toBe('not-started · nothing due · R11-3.3.3.2');
    expect(await ticket.lacks('receive', 'dispatcher')).toEqual(['ROLE R1-M6']);
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('receive'))).toBe(
      '还不能“收到退货”：须由备件或质量操作（R1-M6）。',
    );
  });

  // Friday; Monday 8, Tuesday 9 and Wednesday 10 June are the days
  it('R11-3.3.3.2 three working days over a weekend', async () => {
    const ticket = await received('2026-06-05 10:00');
    expect(await ticket.clock('RETURN')).toBe('running · 2026-06-10 18:00 · R11-3.3.3.2');
  });

  // Thursday; 19 to 21 June are off, Monday 22 to Wednesday 24 June are the days
  it('R11-3.3.3.2 three working days over Dragon Boat Festival', async () => {
    const ticket = await received('2026-06-18 14:00');
    expect(await ticket.clock('RETURN')).toBe('running · 2026-06-24 18:00 · R11-3.3.3.2');
  });

  // Wednesday; 25 to 27 September are off; Thursday 24, Monday 28 and Tuesday 29 September are the days
  it('R11-3.3.3.2 three working days over Mid-Autumn Festival', async () => {
    const ticket = await received('2026-09-23 10:00');
    expect(await ticket.clock('RETURN')).toBe('running · 2026-09-29 18:00 · R11-3.3.3.2');
  });

  it('R11-5 R11 prevails over R1 where both speak of returns, and the answer says which rule lost why', async () => {
    const ticket = await received('2026-06-05 10:00');
    const clock = (await ticket.seenBy('dealer1')).clocks.find(({ kind }) => kind === 'RETURN');
    expect(clock?.target).toEqual({ amount: 3, unit: 'DAYS', basis: 'WORKING_DAYS' });
    expect(clock?.explanation.losing.map(({ reason, rule }) => [rule.id, rule.clause?.id, reason])).toEqual([
      ['return-by-procedure', 'R1-M12', 'OVERRULED'],
    ]);
  });

  it('R11-5 where R11 is silent R1 decides: exchanges', async () => {
    const ticket = await received('2026-06-05 10:00', 'exchange');
    expect(await ticket.clock('RETURN')).toBe('no-target · nothing due · R1-M12');
  });

  it('R11-3.3.3.2 a special case within 24 h of the goods; the three days are given up, not kept', async () => {
    const ticket = await received('2026-06-05 10:00', 'return', { severity: 'general' });
    await ticket.as('manager').classify('urgent', '客户停产待料。');
    expect(await ticket.clock('RETURN')).toBe('running · 2026-06-06 10:00 · R11-3.3.3.2');
    const clock = (await ticket.seenBy('manager')).clocks.find(({ kind }) => kind === 'RETURN');
    expect(clock?.explanation.losing.map(({ rule, reason }) => `${rule.id} ${reason}`)).toEqual([
      'return-ordinary LESS_SPECIFIC',
      'return-by-procedure OVERRULED',
    ]);
  });

  it('R11-3.3.3.2 is closed with the analysis of quality control and what was done, in time', async () => {
    const ticket = await received('2026-06-05 10:00');
    await ticket.as('dispatcher').explain('退货已检验，属粘接不良，已退款。');
    expect(await ticket.lacks('settle-return')).toEqual(['RECORD return-completed R11-3.3.3.2']);
    expect(await refusal(ticket.as('dispatcher').write('return-completed'))).toBe('FORBIDDEN record');
    desk.at('2026-06-10 17:59');
    await ticket.as('quality').write('return-completed', '分析报告：批次粘接不良；已退款。');
    await ticket.as('dispatcher').take('settle-return');
    expect(await ticket.clock('RETURN')).toBe('met · 2026-06-10 18:00 · R11-3.3.3.2');
    expect(await ticket.state()).toBe('closed');
  });

  it('R11-3.3.3.2 a day late is a miss that stays', async () => {
    const ticket = await received('2026-06-05 10:00');
    desk.at('2026-06-11 09:00');
    await ticket.as('quality').write('return-completed');
    expect(await ticket.clock('RETURN')).toBe('missed · 2026-06-10 18:00 · R11-3.3.3.2');
    expect((await ticket.seenBy('dealer1')).missedAt).toBe('2026-06-10T10:00:00.000Z');
  });
});

/*
 * Clauses of R1 and R11 that later parts hold: R1-C8, R1-C9 and the contact points of R1-M13.2 (published and confidential
 * lines), R1-M3 to R1-M6 (who leads and assists), R1-M13.1a and R1-M13.1b (campaigns and yearly visits), R1-M14 to R1-M18
 * (surveys, reports, corrective action), R1-S1 to R1-S9 (standards on printed sheets), R11-1.4, R11-2.2, R11-3.3.1 and
 * R11-3.3.2 (surveys, network, data tasks), R11-4.1 and R11-4.5 (penalties, coordinators of disputes).
 */
