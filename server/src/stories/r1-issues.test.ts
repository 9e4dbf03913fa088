/** The story of R1, water-treatment plants: general and major issues, and who pays. */
import { encodeId } from '../platform/graphql';
import type { StoryHouse } from '../testing/story';
import { done, openHouse, refusal, refused, sentence, StoryDesk } from '../testing/story';
import { anhui, jiangsu, PlantRequest } from '../testing/story-plant';

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

describe('R1-M11.2 general and major issues', () => {
  it('R1-M11.2-1 a general issue is recorded truthfully and treated without approval', async () => {
    const ticket = await request.onSite('general');
    expect(await ticket.lacks('treat')).toEqual(['RECORD site-recorded R1-M11.2-1']);
    await ticket.as('engineer').write('site-recorded');
    expect((await ticket.lacks('treat-major'))[0]).toBe('NOT_OFFERED R1-M11.2-2');
    await ticket.as('engineer').take('treat');
    expect(await ticket.state()).toBe('treatment');
  });

  it('R1-M11.2-2 what nobody has classified is major', async () => {
    const ticket = await request.assigned(jiangsu);
    const { severity, classified } = await ticket.seenBy('manager');
    expect([severity?.key, classified]).toEqual(['major', false]);
    // taken for major is not found to be major: somebody may say so, with the reason
    await ticket.as('quality').classify('major', '膜池池壁开裂。');
    expect((await ticket.seenBy('dealer1')).classified).toBe(true);
    expect(await refusal(ticket.as('quality').classify('major', '同上'))).toBe('INVALID severity');
  });

  it('R1-M11.2-2 approval asked from the field gates the treatment, not the travel', async () => {
    const ticket = await request.onSite('major');
    expect(await ticket.state()).toBe('on-site');
    await ticket.as('engineer').write('site-recorded');
    expect(await ticket.lacks('treat-major')).toEqual(['APPROVAL major-treatment R1-M11.2-2']);
    expect(await sentence(ticket.as('engineer').take('treat-major'))).toBe(
      '"Start treatment as approved" is not possible yet: "Approval of the treatment of a major issue" has to be asked for; Service manager decides (R1-M11.2-2).',
    );
    await ticket.as('engineer').ask('major-treatment', '反应器罐体焊缝开裂，需返厂补焊。');
    expect(await sentence(ticket.as('engineer', 'zh-CN').take('treat-major'))).toBe(
      '还不能“经批准开始处理”：“重大质量问题处理审批”正等待服务经理批准（R1-M11.2-2）。',
    );
    expect(await refusal(ticket.as('engineer').decide('major-treatment', 'GIVEN'))).toBe(
      'FORBIDDEN approval',
    );
    await ticket.as('manager').decide('major-treatment', 'GIVEN');
    await ticket.as('engineer').take('treat-major');
    expect(await ticket.state()).toBe('major-treatment');
    // none of the requester's business
    expect((await ticket.seenBy('dealer1')).approvals).toEqual([]);
    expect((await ticket.timeline('dealer1')).join()).not.toContain('pproval');
    expect(await ticket.timeline('manager')).toContain(
      '09:07 Approved: Approval of the treatment of a major issue',
    );
  });

  it('R1-M11.2-2 a refusal holds it up until it is asked for again', async () => {
    const ticket = await request.onSite('major');
    await ticket.as('engineer').write('site-recorded');
    await ticket.as('engineer').ask('major-treatment', '现场补焊。');
    expect(await refusal(ticket.as('engineer').ask('major-treatment', '再提一次'))).toBe('INVALID approval');
    await ticket.as('manager').decide('major-treatment', 'REFUSED', { note: '现场不具备补焊条件，返厂。' });
    expect(await sentence(ticket.as('engineer').take('treat-major'))).toBe(
      '"Start treatment as approved" is not possible yet: "Approval of the treatment of a major issue" was refused and has to be asked for again (R1-M11.2-2).',
    );
    expect(await refusal(ticket.as('manager').decide('major-treatment', 'GIVEN'))).toBe('INVALID decision');
    await ticket.as('engineer').ask('major-treatment', '返厂补焊。');
    await ticket.as('manager').decide('major-treatment', 'GIVEN');
    expect(await ticket.lacks('treat-major')).toEqual([]);
  });

  it('R5-4.3 R1-M11.2-2 nobody approves what they asked for; the deputy decides instead', async () => {
    const ticket = await request.onSite('major');
    await ticket.as('engineer').write('site-recorded');
    expect(await refusal(ticket.as('manager').decide('major-treatment', 'GIVEN'))).toBe('INVALID decision');
    await ticket.as('manager').ask('major-treatment', '返厂补焊。');
    expect(await sentence(ticket.as('manager', 'zh-CN').decide('major-treatment', 'GIVEN'))).toBe(
      '不能批准自己提请或自己承办的事项，请由他人批准。',
    );
    await ticket.as('admin').decide('major-treatment', 'GIVEN');
    expect(await ticket.lacks('treat-major')).toEqual([]);
  });

  it('R1-M11.2-2 by word of mouth first, in writing before the close', async () => {
    const ticket = await request.onSite('major');
    await ticket.as('engineer').write('site-recorded');
    await ticket.as('engineer').ask('major-treatment', '返厂补焊。');
    await ticket.as('manager').decide('major-treatment', 'GIVEN', { oral: true, note: '电话同意。' });
    await ticket.as('engineer').take('treat-major');
    await ticket.as('engineer').take('present-major');
    for (const record of ['accepted', 'satisfaction-form', 'service-card'])
      await ticket.as('engineer').write(record);
    await ticket.as('engineer').take('accept');
    await ticket.as('engineer').take('crew-back');
    await ticket.as('dispatcher').explain('罐体已返厂补焊并复检。');
    await ticket.as('dispatcher').write('follow-up-done');
    expect(await ticket.lacks('close')).toEqual([
      'RECORD service-report R1-M11.3',
      'APPROVAL major-treatment R1-M11.2-2',
    ]);
    await ticket.as('engineer').write('service-report');
    expect(await sentence(ticket.as('dispatcher', 'zh-CN').take('close'))).toBe(
      '还不能“完成回访并结案”：“重大质量问题处理审批”的口头批准尚未补签（R1-M11.2-2）。',
    );
    await ticket.as('manager').decide('major-treatment', 'GIVEN', { note: '补签。' });
    await ticket.as('dispatcher').take('close');
    expect(await ticket.state()).toBe('closed');
  });

  it('R1-M11.2-2 danger to people goes first, and the approval follows', async () => {
    const ticket = await request.onSite('major');
    await ticket.as('engineer').write('site-recorded', '酸罐法兰喷漏，人员有灼伤危险。');
    await ticket.as('engineer').ask('major-treatment', '立即切断并更换法兰。', { safety: true });
    await ticket.as('engineer').take('treat-major');
    const [approval] = (await ticket.seenBy('manager')).approvals;
    expect([approval?.status, approval?.owed]).toEqual(['ASKED', true]);
    await ticket.as('manager').decide('major-treatment', 'GIVEN');
    expect((await ticket.seenBy('manager')).approvals[0]?.owed).toBe(false);
  });

  it('R1-M11.2-2 D1 raised while it is treated it needs the approval, and promises keep their start', async () => {
    const ticket = await request.onSite('general');
    await ticket.as('engineer').write('site-recorded');
    await ticket.as('engineer').take('treat');
    expect(await refusal(ticket.as('quality').classify('major', ''))).toBe('REQUIRED reason');
    expect(await refusal(ticket.as('quality').classify('fatal', '罐体裂纹'))).toBe('INVALID severity');
    await ticket.as('quality').classify('major', '罐体发现裂纹，影响安全。');
    expect(await refusal(ticket.as('quality').classify('major', '同上'))).toBe('INVALID severity');
    expect(await ticket.lacks('present')).toEqual(['APPROVAL major-treatment R1-M11.2-2']);
    expect(await ticket.clock('ARRIVAL')).toBe('met · 2026-06-03 09:02 · R1-C6');
    expect(await ticket.timeline('dealer1')).toContain('09:07 Severity set to "Major issue"');
  });
});

describe('R1-C7 who pays', () => {
  beforeAll(async () => {
    desk.at('2026-06-02 08:00');
    await desk.enterDates('dealer1', { acceptedOn: '2026-01-10' });
    await desk.enterDates('dealer2', { acceptedOn: '2023-03-01' });
    await desk.keepParts('impeller');
  });
  const diffuser = { costClass: 'PARTS', part: 'aerator-diffuser' } as const;
  const impeller = { costClass: 'PARTS', part: 'impeller' } as const;
  const labour = { costClass: 'LABOUR' } as const;

  it('R1-C7 a wear part is charged at the cost fee within the warranty, what else is needed is free', async () => {
    const ticket = await request.assigned(jiangsu);
    await ticket.as('engineer').charge([diffuser, impeller, labour]);
    expect(await ticket.bill()).toEqual([
      '1 charged 100 % WEAR_PART, cost-fee R1-C7',
      '2 covered 0 % BEARS',
      '3 covered 0 % BEARS',
    ]);
    const [wear, covered] = (await ticket.charges('dealer1'))?.lines ?? [];
    expect(wear?.reasons[0]).toMatchObject({
      message: {
        zh: '“整套设备”：aerator-diffuser 为易损件，不在保修范围（默认设置，非条款）',
        en: '"Whole plant": aerator-diffuser is a wear part, outside the warranty (default setting, not a clause)',
      },
      clause: null,
      rule: {
        id: 'wear-parts',
        source: 'DEFAULT',
        note: { zh: expect.stringContaining('条款规定易损件不在保修范围内（R1-C7）') },
      },
    });
    expect(covered?.coveredUntil).toBe('2027-01-10');
  });

  it('R1-C7 a repair is for life: outside the warranty it is done for the cost fee', async () => {
    const ticket = await request.assigned(anhui);
    await ticket.as('engineer').charge([impeller, labour]);
    expect(await ticket.bill()).toEqual([
      '1 charged 100 % EXPIRED, cost-fee R1-C7',
      '2 charged 100 % EXPIRED, cost-fee R1-C7',
    ]);
    await ticket.as('engineer').guide('FAILED', '叶轮卡死。');
    await ticket.as('dispatcher').take('visit');
    expect(await ticket.state()).toBe('travel');
  });

  it('R1-C7 W6 the day of the report decides, whenever that is written down', async () => {
    desk.at('2027-01-10 23:00');
    const lastDay = await request.assigned(jiangsu);
    desk.at('2027-01-11 00:30');
    const dayAfter = await request.assigned(jiangsu);
    for (const ticket of [lastDay, dayAfter]) await ticket.as('dispatcher').charge([impeller]);
    expect([await lastDay.bill(), (await lastDay.charges())?.judgedOn]).toEqual([
      ['1 covered 0 % BEARS'],
      '2027-01-10',
    ]);
    expect(await dayAfter.bill()).toEqual(['1 charged 100 % EXPIRED, cost-fee R1-C7']);
  });

  it('R1-C7 W5 goodwill takes a reason, somebody who asks and the manager who approves, not their own matter', async () => {
    const ticket = await request.assigned(anhui);
    await ticket.as('engineer').charge([impeller]);
    const half = (askedBy: 'engineer' | 'manager', why = '去年刚换过同一叶轮') => ({
      goodwill: [{ line: '1', percent: 50, why, askedById: desk.member(askedBy) }],
    });
    const by = (who: string, more: object) => sentence(ticket.as(who).charge([impeller], more));
    expect(await by('dispatcher', half('engineer'))).toBe('1: Service manager has to approve it.');
    expect(await by('manager', half('manager'))).toBe('1: nobody approves what they asked for themselves.');
    expect(await by('manager', half('engineer', ''))).toBe('1: a reason is needed.');
    const nobodys = { line: '1', percent: 50, why: '客户要求', askedById: 'member_of_nobody' };
    for (const kind of ['goodwill', 'overrides'])
      expect(await refusal(ticket.as('manager').charge([impeller], { [kind]: [nobodys] }))).toBe(
        `NOT_FOUND ${kind}.0.askedById`,
      );
    expect(await ticket.bill()).toEqual(['1 charged 100 % EXPIRED, cost-fee R1-C7']);
    await ticket.as('manager').charge([impeller], half('engineer'));
    const charges = await ticket.charges('dealer2');
    expect([charges?.number, charges?.lines[0]?.asked, charges?.lines[0]?.waived]).toEqual([2, 50, 50]);
  });

  it('R1-M11.2a misuse ends the cover of the case only with evidence, marked as a default', async () => {
    const ticket = await request.assigned(jiangsu);
    const misuse = (evidence: string[]) => ({ voids: [{ reason: 'misuse', evidence }] });
    await ticket.as('engineer').charge([impeller], misuse([]));
    expect(await ticket.bill()).toEqual(['1 covered 0 % VOID_WITHOUT_EVIDENCE']);
    await ticket.as('engineer').charge([impeller], misuse(['现场照片：进水未过格栅']));
    expect(await ticket.bill()).toEqual(['1 charged 100 % VOID, cost-fee R1-C7']);
  });

  it('W5 W10 W11 W15 a component, meter or reason that nobody knows decides nothing', async () => {
    const ticket = await request.assigned(jiangsu);
    const named = (component: string, more?: object) =>
      refusal(ticket.as('engineer').charge([impeller, { ...impeller, component }], more));
    // a machine without a configuration sheet knows no component from another
    expect(await named('raft')).toBe('');
    const equipmentId = encodeId('Equipment', house.houses.clearwater.dealers.dealer1.equipmentId);
    await done(await desk.client('quality'), 'equipmentConfigure', {
      equipmentId,
      expectedVersion: 2,
      components: [{ key: 'blower', name: '鼓风机', quantity: 2 }],
    });
    expect(await named('raft')).toBe('INVALID lines.1.component');
    const meters = (meter: string) => ({ meters: [{ meter, value: 120 }] });
    expect(await named('blower', meters('ours'))).toBe('INVALID meters.0.meter');
    const voids = (reason: string) => ({ voids: [{ reason, evidence: ['现场照片'] }] });
    expect(await named('blower', voids('missuse'))).toBe('INVALID voids.0.reason');
    expect(await sentence(ticket.as('engineer', 'zh-CN').charge([impeller], voids('missuse')))).toBe(
      '没有这个选项，可选：misuse、man-made、unauthorised-repair。',
    );
    expect(await named('blower', { ...meters('hours'), ...voids('misuse') })).toBe('');
    expect(await ticket.bill()).toContain('2 charged 100 % VOID, cost-fee R1-C7');
  });

  it('W5 W11 W15 what is wrong with a request is told all at once, each fault with its field and the remedy', async () => {
    const ticket = await request.assigned(jiangsu);
    const said = async (lines: Parameters<ReturnType<typeof ticket.as>['charge']>[0], more: object) =>
      (await refused(ticket.as('engineer').charge(lines, more))).map(
        ({ code, field, message }) => `${code} ${field?.join('.')}: ${message}`,
      );
    const photo = { reason: 'misuse', evidence: ['现场照片'] };
    expect(
      await said([labour, { ...labour, repeatsTicketId: ticket.id }, { ...labour, componentSerial: 'B-7' }], {
        meters: [
          { meter: 'hours', value: -5 },
          { meter: 'hours', value: 120 },
        ],
        voids: [
          { ...photo, lines: ['1', '7'] },
          { ...photo, reason: 'missuse', lines: [] },
        ],
        goodwill: [{ line: '9', percent: 50, why: '老客户', askedById: 'member_of_nobody' }],
      }),
    ).toEqual([
      'REQUIRED lines.2.component: Name the component that the serial number belongs to.',
      'INVALID meters.0.value: A meter reads 0 or more; check the reading.',
      'INVALID meters.1.meter: This meter was given already; give each meter once.',
      'INVALID voids.0.lines.1: There is no line "7"; choose one of 1, 2, 3.',
      'REQUIRED voids.1.lines: Name the lines that it is about, or leave the field out if it is about all.',
      'INVALID voids.1.reason: There is no such key; choose one of misuse, man-made, unauthorised-repair.',
      'NOT_FOUND goodwill.0.askedById: There is no such colleague; choose who asks for the adjustment from the list.',
      'NOT_FOUND lines.1.repeatsTicketId: There is no such repair; choose another ticket about the same machine.',
      'INVALID goodwill.0.line: There is no line "9"; choose one of 1, 2, 3.',
    ]);
    expect(await said([labour, { ...labour, id: '1' }, { ...labour, id: ' ' }], {})).toEqual([
      'INVALID lines.1.id: Another line has the same id; give each its own.',
      'REQUIRED lines.2.id: Give the line an id, such as 1.',
    ]);
    expect(await ticket.charges()).toBeNull();
  });

  it('W5 W7 what an override or goodwill lacks is told in place, and one line is overridden once', async () => {
    const ticket = await request.assigned(anhui);
    const ask = { line: '1', percent: 0, why: '重复故障', askedById: desk.member('engineer') };
    const said = async (more: object) =>
      (await refused(ticket.as('manager', 'zh-CN').charge([impeller, labour], more))).map(
        ({ code, field, message }) => `${code} ${field?.join('.')} ${message}`,
      );
    expect(
      await said({
        overrides: [ask, { ...ask, percent: 101 }],
        goodwill: [{ ...ask, line: '2', why: ' ' }, ask],
      }),
    ).toEqual([
      'INVALID overrides.1.line 1：该费用项目前面已有一次改判，请只保留一次。',
      'INVALID overrides.1.percent 1：百分比须为 0 至 100 的整数。',
      'INVALID goodwill.0.percent 2：百分比须为 1 至 100 的整数。',
      'REQUIRED goodwill.0.why 2：须写明理由。',
      'INVALID goodwill.1.percent 1：百分比须为 1 至 100 的整数。',
    ]);
    // both of one line are two decisions
    expect(await said({ overrides: [ask], goodwill: [{ ...ask, percent: 50 }] })).toEqual([]);
  });

  it('R1-C7 is told in advance without filing, and of somebody else’s machine as of none', async () => {
    const check = async (serial: string) => {
      const dealer = await desk.client('dealer1');
      const { warrantyCheck } = await dealer.ask<{
        warrantyCheck: { lines: Array<{ outcome: string; reasons: Array<{ code: string }> }> } | null;
      }>(
        `query ($serial: String!) { warrantyCheck(serial: $serial, requestType: "repair",
          lines: [{ id: "1", costClass: PARTS, part: "aerator-diffuser" }, { id: "2", costClass: LABOUR }]) {
            lines { outcome reasons { code } } } }`,
        { serial },
      );
      return warrantyCheck?.lines.map(({ outcome, reasons }) => `${outcome} ${reasons[0]?.code}`) ?? null;
    };
    expect(await check(jiangsu)).toEqual(['CHARGED WEAR_PART', 'COVERED BEARS']);
    expect(await check(anhui)).toBeNull();
    expect(await check('CW99-9999')).toBeNull();
    const { errors } = await (
      await desk.client('dealer1')
    ).query(
      `query ($serial: String!) { warrantyCheck(serial: $serial, requestType: "repair",
        lines: [{ id: "1", costClass: PARTS, part: "impeler" }, { id: "1", costClass: LABOUR }]) { judgedOn } }`,
      { serial: jiangsu },
    );
    expect(errors).toMatchObject([
      {
        message:
          'Another line has the same id; give each its own. The catalogue has no part "impeler"; check the number, or add it to the catalogue first.',
        extensions: { code: 'BAD_USER_INPUT', field: 'lines.1.id' },
      },
    ]);
  });

  it('R1-C7 W4 a part that the catalogue marks as wearing is charged like one that the rulebook lists', async () => {
    const belt = { costClass: 'PARTS', part: 'drive-belt' } as const;
    const marked = { nameZh: '传动带', nameEn: 'Drive belt', unit: '根', ownWear: true };
    await done(await desk.client('parts'), 'partCreate', {
      ...marked,
      number: belt.part,
      idempotencyKey: desk.key(),
    });
    const ticket = await request.assigned(jiangsu);
    await ticket.as('engineer').charge([belt, diffuser, impeller]);
    expect(await ticket.bill()).toEqual([
      '1 charged 100 % WEAR_PART, cost-fee R1-C7',
      '2 charged 100 % WEAR_PART, cost-fee R1-C7',
      '3 covered 0 % BEARS',
    ]);
    const mistyped = ticket.as('engineer', 'zh-CN').charge([belt, { ...belt, part: 'drive-bel' }]);
    expect(await sentence(mistyped)).toBe('配件目录中没有“drive-bel”，请核对配件号，或先将其加入目录。');
  });
});
