/** The story of R4, tunneling machines: what is promised, who answers for it, and what dealers see. */
import type { StoryHouse } from '../testing/story';
import { mutate, openHouse, refusal, sentence, StoryDesk } from '../testing/story';
import { RoadheaderRepair, roadheader as serial } from '../testing/story-roadheader';

const ofDealer2 = 'EBZ260-0461';
const ofShared = 'EBZ160-2301';

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

interface OwnershipEvent {
  kind: string;
  audience: string;
  text: { zh: string };
  note: string | null;
  actor: { id: string } | null;
  member: { id: string } | null;
}

describe('R10-G3 whoever takes the problem follows it to its end', () => {
  it('R10-G3 whoever of the maker takes it in answers for it, of a dealer’s request whoever assigns it', async () => {
    const called = await desk.file('dispatcher', serial, { channel: 'PHONE' });
    expect(desk.nameOf((await called.seenBy('manager')).owner)).toBe('dispatcher');
    const ticket = await repair.filed();
    expect((await ticket.seenBy('manager')).owner).toBeNull();
    await ticket.as('manager').assign('engineer');
    expect(desk.nameOf((await ticket.seenBy('manager')).owner)).toBe('manager');
    await ticket.as('dispatcher').assign('quality');
    expect(desk.nameOf((await ticket.seenBy('manager')).owner)).toBe('manager');
  });

  it('R10-G3 the owner hands over to a colleague who consents', async () => {
    const ticket = await repair.received();
    await ticket.as('dispatcher').handOver('quality', '本周休假，请接手。');
    const offered = await ticket.seenBy('manager');
    expect([desk.nameOf(offered.owner), desk.nameOf(offered.offeredOwner)]).toEqual([
      'dispatcher',
      'quality',
    ]);
    expect(await refusal(ticket.as('parts').answerOffer(true))).toBe('INVALID ticketId');
    await ticket.as('quality').answerOffer(true);
    const over = await ticket.seenBy('manager');
    expect([desk.nameOf(over.owner), over.offeredOwner]).toEqual(['quality', null]);
  });

  it('R10-G3 what is so already is no change, and handing it to oneself takes an offer back', async () => {
    const ticket = await repair.received();
    const { version } = ticket;
    expect(await refusal(ticket.as('dispatcher').handOver('dispatcher'))).toBe('INVALID toId');
    expect(await refusal(ticket.as('manager').handOver('dispatcher'))).toBe('INVALID toId');
    expect((await ticket.seenBy('manager')).version).toBe(version);
    await ticket.as('dispatcher').handOver('quality');
    expect(await refusal(ticket.as('dispatcher').handOver('quality'))).toBe('INVALID toId');
    await ticket.as('dispatcher').handOver('dispatcher');
    const kept = await ticket.seenBy('manager');
    expect([desk.nameOf(kept.owner), kept.offeredOwner, kept.version]).toEqual([
      'dispatcher',
      null,
      version + 2,
    ]);
    expect((await ticket.timeline('manager')).filter((line) => line.endsWith('Owner set'))).toHaveLength(1);
  });

  it('R10-G3 declined, it stays with its owner, who is told', async () => {
    const ticket = await repair.received();
    await ticket.as('dispatcher').handOver('engineer');
    await ticket.as('engineer').answerOffer(false);
    const kept = await ticket.seenBy('manager');
    expect([desk.nameOf(kept.owner), kept.offeredOwner]).toEqual(['dispatcher', null]);
    const toldOf = async (who: string) => {
      const { notifications } = await (
        await desk.client(who)
      ).ask<{ notifications: { nodes: Array<{ kind: string; text: object; ticket: { id: string } }> } }>(
        '{ notifications(first: 20) { nodes { kind text { zh en } ticket { id } } } }',
      );
      const nodes = notifications.nodes.filter((each) => each.ticket.id === ticket.id);
      return nodes.filter(({ kind }) => kind === 'OFFER_DECLINED').map(({ text }) => text);
    };
    expect(await toldOf('dispatcher')).toEqual([
      {
        zh: '同事未接受您移交的工单，仍由您负责',
        en: 'A ticket that you offered was declined; it stays with you',
      },
    ]);
    expect([await toldOf('engineer'), await toldOf('manager')]).toEqual([[], []]);
  });

  it('R10-G3 an offer and what became of it stay on record with their words, for the maker alone', async () => {
    const ticket = await repair.received();
    await ticket.as('dispatcher').handOver('engineer', '本周休假，请接手。');
    await ticket.as('engineer').answerOffer(false, '我也在休假。');
    await ticket.as('dispatcher').handOver('quality');
    await ticket.as('dispatcher').handOver('dispatcher', '已改期，我自己来。');
    await ticket.as('dispatcher').handOver('parts');
    await ticket.as('parts').answerOffer(true, '好的，我来跟。');
    const courseFor = async (who: string) => {
      const { ticket: read } = await (
        await desk.client(who)
      ).ask<{ ticket: { timeline: { nodes: OwnershipEvent[] } } }>(
        `query ($id: ID!) { ticket(id: $id) { timeline(first: 100) {
          nodes { kind audience text { zh } note actor { id } member { id } } } } }`,
        { id: ticket.id },
      );
      return read.timeline.nodes
        .filter(({ kind }) => kind.startsWith('OFFER') || kind === 'OWNER_SET')
        .map(({ audience, text, note, actor, member }) =>
          [audience, text.zh, desk.nameOf(actor), desk.nameOf(member), note].join(' · '),
        )
        .slice(1);
    };
    expect(await courseFor('manager')).toEqual([
      'INTERNAL · 提出移交 · dispatcher · engineer · 本周休假，请接手。',
      'INTERNAL · 未接受移交 · engineer · engineer · 我也在休假。',
      'INTERNAL · 提出移交 · dispatcher · quality · ',
      'INTERNAL · 撤回移交 · dispatcher · quality · 已改期，我自己来。',
      'INTERNAL · 提出移交 · dispatcher · parts · ',
      'INTERNAL · 确定负责人 · parts · parts · 好的，我来跟。',
    ]);
    expect(await courseFor('dealer1')).toEqual([]);
  });

  it('R10-G3 nobody else hands it over, save a supervisor at once', async () => {
    const ticket = await repair.received();
    expect(await refusal(ticket.as('engineer').handOver('engineer'))).toBe('FORBIDDEN ticketId');
    expect(await sentence(ticket.as('engineer', 'zh-CN').handOver('engineer'))).toBe(
      '只有当前负责人或服务经理可以移交这张工单。',
    );
    await ticket.as('manager').handOver('engineer');
    expect(desk.nameOf((await ticket.seenBy('manager')).owner)).toBe('engineer');
  });
});

describe('R4-5.1 within 24 hours', () => {
  it('R4-5.1 a customer who keeps us waiting does not excuse a late answer', async () => {
    const ticket = await repair.received();
    await ticket.as('engineer').pause('customer', '等待客户提供井下照片。');
    desk.at('2026-06-03 09:01');
    expect(await ticket.clock('RESPONSE')).toBe('missed · 2026-06-03 09:00 · R4-5.1');
    await ticket.as('engineer').say('抱歉回复晚了，今天联系您。');
    expect(await ticket.clock('RESPONSE')).toBe('missed · 2026-06-03 09:00 · R4-5.1');
    expect((await ticket.seenBy('dealer1')).missedAt).toBe('2026-06-03T01:00:00.000Z');
  });

  it('R4-5.1 counts nights and holidays: reported on the eve of Dragon Boat Festival', async () => {
    desk.at('2026-06-18 17:30');
    const ticket = await repair.filed();
    expect(await ticket.clock('RESPONSE')).toBe('running · 2026-06-19 17:30 · R4-5.1');
  });

  it('R4-5.1 counts from the report where the call was written down later', async () => {
    const ticket = await desk.file('dispatcher', serial, {
      channel: 'PHONE',
      reportedAt: '2026-06-02T06:30:00+08:00',
    });
    expect(await ticket.clock('ASSIGNMENT')).toBe('running · 2026-06-03 06:30 · R4-5.1');
  });

  it('R4-5.1 what is assigned is assigned to somebody', async () => {
    const ticket = await repair.filed();
    expect(await refusal(ticket.as('dispatcher').take('assign'))).toBe('INVALID step');
    expect(await ticket.clock('ASSIGNMENT')).toBe('running · 2026-06-03 09:00 · R4-5.1');
  });

  it('R4-2.3 R4-5.4 where the rulebook gives no time none is promised, and a default says so', async () => {
    const fault = await repair.filed();
    expect(await fault.clock('RESOLUTION')).toBe('no-target · nothing due · R4-5.4');
    const training = await repair.filed({ requestType: 'training' });
    for (const kind of ['RESPONSE', 'RESOLUTION'])
      expect(await training.clock(kind)).toBe('no-target · nothing due · default');
    expect((await training.seenBy('dealer1')).clocks[0]?.rule.note).toEqual({
      zh: '规章要求各项服务都有承诺时间（R4-2.3），但除报修外没有给出数值，请自行设定。',
      en: 'The rulebook wants a promised time for every service (R4-2.3) but gives none except for repairs; set your own.',
    });
  });
});

describe('R4-5.4 a date of completion agreed with the customer', () => {
  it('R4-5.4 is the promise from then on, by whom the policy lets agree it', async () => {
    const ticket = await repair.quoted();
    expect(await refusal(ticket.as('engineer').agree('RESOLUTION', '2026-06-08 18:00'))).toBe(
      'FORBIDDEN clock',
    );
    expect(await sentence(ticket.as('engineer', 'zh-CN').agree('RESOLUTION', '2026-06-08 18:00'))).toBe(
      '这一项须由服务经理或调度员办理。',
    );
    await ticket.as('dispatcher').agree('RESOLUTION', '2026-06-08 18:00');
    // the quotation waits for the customer
    expect(await ticket.clock('RESOLUTION')).toMatch(/^paused · /);
    await repair.signContract(ticket);
    expect(await ticket.clock('RESOLUTION')).toBe('running · 2026-06-08 18:00 · R4-5.4');
  });

  it('R4-5.4 not for another promise, not in the past, and not once it was missed', async () => {
    const ticket = await repair.diagnosed();
    expect(await sentence(ticket.as('manager').agree('RESPONSE', '2026-06-08 18:00'))).toBe(
      'No other date may be agreed for this promise; it may for resolution.',
    );
    expect(await refusal(ticket.as('manager').agree('RESOLUTION', '2026-06-02 08:00'))).toBe('INVALID dueAt');
    await ticket.as('manager').agree('RESOLUTION', '2026-06-03 18:00');
    desk.at('2026-06-03 18:30');
    expect(await ticket.clock('RESOLUTION')).toMatch(/^missed · 2026-06-03 18:00/);
    expect(await sentence(ticket.as('manager', 'zh-CN').agree('RESOLUTION', '2026-06-08 18:00'))).toBe(
      '承诺已超时，按规则不能再另行约定；超时记录保留。',
    );
    expect((await ticket.seenBy('manager')).agreedDates.map(({ outcome }) => outcome)).toEqual(['BROKEN']);
  });
});

describe('R4-2.2 dealers', () => {
  it('R4-2.2 follow their own tickets and take back what they asked for; the steps are the maker’s', async () => {
    const ticket = await repair.quoted();
    expect(await ticket.possible('dealer1')).toEqual(['withdraw']);
    expect((await ticket.seenBy('dealer1')).steps).toHaveLength(1);
    const dealer = await desk.client('dealer1');
    for (const mutation of ['ticketStepTake', 'ticketRecordAdd', 'ticketPause', 'ticketHandOver']) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const answer = await dealer.query(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`,
        { input: inputs[mutation]?.(ticket.id) },
      );
      expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    }
    expect(await ticket.state()).toBe('quotation');
  });

  const inputs: Record<string, (ticketId: string) => object> = {
    ticketStepTake: (ticketId) => ({ ticketId, expectedVersion: 6, step: 'revise' }),
    ticketRecordAdd: (ticketId) => ({
      ticketId,
      record: 'contract-signed',
      note: '已签',
      idempotencyKey: 'x',
    }),
    ticketPause: (ticketId) => ({ ticketId, expectedVersion: 6, reason: 'customer', note: '等我' }),
    ticketHandOver: (ticketId) => ({ ticketId, expectedVersion: 6, toId: desk.member('engineer') }),
  };

  it('R4-2.2 another dealer sees nothing of it, and is answered as about nothing', async () => {
    const ticket = await repair.filed();
    expect(await ticket.as('dealer2').look()).toBeNull();
    expect(await refusal(ticket.as('dealer2').withdraw('不修了'))).toBe('NOT_FOUND ticketId');
    expect(await refusal(ticket.as('dealer2').say('进展如何？'))).toBe('NOT_FOUND ticketId');
    expect(await sentence(ticket.as('dealer2', 'zh-CN').say('进展如何？'))).toBe(
      '没有找到这张工单，请核对后从工单列表中重新打开。',
    );
    expect(await ticket.state()).toBe('appointment');
  });

  it('R4-2.2 somebody else’s machine and an unknown one are one and the same answer, with the remedy', async () => {
    const [other, unknown] = await Promise.all(
      [ofDealer2, 'EBZ999-0000'].map(async (each) => {
        const dealer = await desk.client('dealer1', 'zh-CN');
        const { ticketCreate } = await dealer.ask<{ ticketCreate: unknown }>(
          `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) {
            ticket { id } duplicates { id } userErrors { code field message } } }`,
          {
            input: {
              requestType: 'repair',
              serial: each,
              subject: '无压力',
              description: '主泵无压力。',
              reporterName: '值班员',
              idempotencyKey: `about ${each}`,
            },
          },
        );
        return ticketCreate;
      }),
    );
    expect(other).toEqual(unknown);
    expect(unknown).toEqual({
      ticket: null,
      duplicates: [],
      userErrors: [
        {
          code: 'NOT_FOUND',
          field: ['serial'],
          message:
            '没有找到这台设备。请核对铭牌上的序列号；如确认无误，请附上铭牌照片并填写客户，厂家核实后即可受理。',
        },
      ],
    });
  });

  it('R4-2.2 R4-5.1 what a dealer passes on is its own report, and no dealer answers itself in the maker’s place', async () => {
    const ticket = await repair.filed({ channel: 'DEALER' });
    await ticket.as('dealer1').say('收到，马上安排。');
    expect((await ticket.clock('RESPONSE')).split(' ')[0]).toBe('running');
    const { userErrors } = await mutate(await desk.client('dealer1', 'zh-CN'), 'ticketCreate', {
      ...{
        requestType: 'repair',
        serial,
        subject: '停机',
        description: '主泵无压力。',
        reporterName: '值班员',
      },
      ...{ channel: 'NAMEPLATE', idempotencyKey: 'as if by the nameplate' },
    });
    expect(userErrors).toMatchObject([
      {
        code: 'INVALID',
        field: ['channel'],
        message: '由您登记的报修，渠道只能是：经销商。请从中选择，或不填。',
      },
    ]);
  });

  it('R4-2.2 a dealer watches the steps as they happen, and none of the maker’s notes', async () => {
    const ticket = await desk.file('dealer', ofShared);
    await ticket.as('dispatcher').assign('engineer');
    const dealer = await house.as('dealer@shared', 'ironmole');
    const changes = await dealer.subscribe<{
      ticketChanges: { ticketId: string; ticket: { state: { key: string } } };
    }>('subscription { ticketChanges { ticketId ticket { state { key } } } }');
    await ticket.as('dispatcher').write('registered');
    await ticket.as('engineer').say('先查油温。', 'INTERNAL');
    await ticket.as('engineer').take('diagnose');
    expect((await changes.next()).data.ticketChanges).toEqual({
      ticketId: ticket.id,
      ticket: { state: { key: 'diagnosis' } },
    });
    await changes.silence(100);
    changes.stop();
  });
});

describe('R4-4.1 what is not served', () => {
  it('default: withdrawing is the requester’s own, with a reason that stays on record', async () => {
    const ticket = await repair.quoted();
    expect(await refusal(ticket.as('dealer1').withdraw('  '))).toBe('REQUIRED reason');
    await ticket.as('dealer1').withdraw('客户决定整机返厂大修。');
    const over = await ticket.seenBy('dealer1');
    expect([over.state, over.pauses]).toEqual([{ key: 'withdrawn', category: 'CLOSED' }, []]);
    expect(await ticket.timeline('manager')).toContain('09:06 The customer’s wish to withdraw recorded');
    expect(await refusal(ticket.as('dealer1').withdraw('再撤一次'))).toBe('INVALID ticketId');
    expect(await sentence(ticket.as('dealer1', 'zh-CN').withdraw('再撤一次'))).toBe(
      '请求已结束，无需撤回。如仍需处理，请重新报修，或请厂家重新打开。',
    );
  });

  it('default: for a caller the desk withdraws; an engineer does not', async () => {
    const ticket = await repair.received();
    expect(await sentence(ticket.as('engineer').withdraw('客户来电不修了'))).toBe(
      '"Withdraw" is not possible yet: it is for Dispatcher or Service manager to do.',
    );
    await ticket.as('dispatcher').withdraw('客户来电：设备已自行恢复。');
    expect(await ticket.state()).toBe('withdrawn');
  });

  it('default: cancelling is the desk’s, takes a reason and ends once work has begun', async () => {
    const ticket = await repair.quoted();
    expect(await ticket.lacks('cancel', 'engineer')).toEqual([
      'ROLE default',
      'RECORD cancel-reason default',
    ]);
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').take('cancel'))).toBe(
      '还不能“取消”：缺少记录“已写明取消原因”。',
    );
    const reason = { record: 'cancel-reason', note: '重复登记，见另一张工单。' };
    await ticket.as('dispatcher').take('cancel', { records: [reason] });
    expect(await ticket.state()).toBe('cancelled');
    const begun = await repair.quoted();
    await repair.signContract(begun);
    expect(await begun.lacks('cancel')).toEqual(['NOT_FROM_THIS_STATE']);
  });

  it('C1 a report in the future is refused, and so is a step or record that has not happened yet', async () => {
    const dealer = desk.file('dealer1', serial, { reportedAt: '2026-06-02T09:00:01+08:00' });
    await expect(dealer).rejects.toThrow('The time of the report lies in the future');
    const ticket = await repair.received();
    const later = { at: '2026-06-02 09:30' };
    expect(await refusal(ticket.as('dispatcher').write('registered', '已登记。', later))).toBe('INVALID at');
    await ticket.as('dispatcher').write('registered');
    expect(await refusal(ticket.as('engineer').take('diagnose', later))).toBe('INVALID at');
  });

  it('C1 W6 a dealer passes on reports of the last three days, the desk enters what it holds on paper', async () => {
    const earlier = { reportedAt: '2026-05-30T08:59:59+08:00' };
    await expect(desk.file('dealer1', serial, earlier)).rejects.toThrow(
      'A dealer passes on reports of the last 72 hours; ask the maker to enter an earlier one.',
    );
    const passedOn = await desk.file('dealer1', serial, { reportedAt: '2026-05-30T09:00:00+08:00' });
    expect(await passedOn.clock('RESPONSE')).toBe('missed · 2026-05-31 09:00 · R4-5.1');
    const letter = await desk.file('dispatcher', serial, { channel: 'LETTER', ...earlier });
    expect(await letter.clock('RESPONSE')).toBe('missed · 2026-05-31 08:59:59 · R4-5.1');
  });

  it('C4 R4-5.1 what the requester is told by telephone and written down is the first response', async () => {
    const ticket = await repair.received();
    await ticket.as('dispatcher').write('registered', '已登记。');
    expect((await ticket.clock('RESPONSE')).split(' ')[0]).toBe('running');
    await ticket.as('dispatcher').explain('已电话说明排查步骤。', { channel: 'phone', toldTo: '机电队长' });
    expect((await ticket.clock('RESPONSE')).split(' ')[0]).toBe('met');
  });

  it('C4 R4-5.1 told in the same way, it is the same response, written down alone or on the way of a step', async () => {
    const told = {
      record: 'registered',
      note: '已电话告知到场安排。',
      audience: 'PUBLIC',
      toldTo: '机电队长',
    };
    const alone = await repair.received();
    await alone.as('dispatcher').write(told.record, told.note, { audience: 'PUBLIC', toldTo: told.toldTo });
    const onTheWay = await repair.received();
    desk.at('2026-06-02 10:00');
    await onTheWay.as('engineer').take('diagnose', { records: [told, told] });
    for (const ticket of [alone, onTheWay])
      expect((await ticket.clock('RESPONSE')).split(' ')[0]).toBe('met');
    const answers = (await onTheWay.timeline('dealer1')).filter((line) => line.endsWith('Answered'));
    expect(answers).toEqual(['10:00 Answered']);
  });

  it('C4 what is written down for the maker alone answers nobody, on the way of a step either', async () => {
    const ticket = await repair.received();
    await ticket.as('engineer').take('diagnose', { records: [{ record: 'registered', note: '已登记。' }] });
    expect((await ticket.clock('RESPONSE')).split(' ')[0]).toBe('running');
  });
});
