/** The story of R4, tunneling machines: who pays. */
import { encodeId } from '../platform/graphql';
import type { StoryHouse } from '../testing/story';
import { done, openHouse, refusal, sentence, StoryDesk } from '../testing/story';
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

describe('R4-2.1 who pays', () => {
  beforeAll(async () => {
    desk.at('2026-06-02 08:00');
    await desk.enterDates('dealer1', { shippedOn: '2026-05-01' });
    await desk.keepParts('valve-plate');
  });

  it('R4-2.1 warranty from the shipment, wear parts by a list that is a default, priced by the list', async () => {
    const ticket = await repair.received();
    await ticket
      .as('engineer')
      .charge([
        { costClass: 'PARTS', part: 'valve-plate' },
        { costClass: 'PARTS', part: 'cutting-pick' },
        { costClass: 'LABOUR' },
      ]);
    expect(await ticket.bill()).toEqual([
      '1 covered 0 % BEARS',
      '2 charged 100 % WEAR_PART, list default',
      '3 covered 0 % BEARS',
    ]);
    expect((await ticket.charges('dealer1'))?.lines[0]?.coveredUntil).toBe('2027-05-01');
  });

  it('R4-2.1 an enquiry about the warranty is free and never touches it', async () => {
    const ticket = await repair.received({ requestType: 'warranty' });
    await ticket.as('dispatcher').charge([{ costClass: 'LABOUR' }]);
    expect(await ticket.bill()).toEqual(['1 waived 0 % APART, waived default']);
  });

  it('R4-5.2 W9 a repair carries a warranty of its own, which bears what did not hold and nothing else', async () => {
    desk.at('2027-05-03 08:00');
    const first = await repair.received();
    await first.as('engineer').charge([{ costClass: 'LABOUR' }]);
    // the machine's own warranty ended on 1 May
    expect(await first.bill()).toEqual(['1 charged 100 % EXPIRED, list default']);
    await repair.finish(first);
    expect(await stamps()).toContainEqual({
      label: { zh: `维修 ${first.number}`, en: `Repair ${first.number}` },
      scope: 'REPAIR',
      lastDay: '2027-08-03',
    });

    desk.at('2027-08-03 17:00');
    const again = await repair.received();
    await again
      .as('engineer')
      .charge([{ costClass: 'LABOUR', repeatsTicketId: first.id }, { costClass: 'LABOUR' }]);
    expect(await again.bill()).toEqual(['1 covered 0 % BEARS', '2 charged 100 % OTHER_REPAIR, list default']);
    const [bears] = (await again.charges('dealer1'))?.lines[0]?.reasons ?? [];
    expect(bears).toMatchObject({
      message: {
        zh: `“维修 ${first.number}”：在保，保至 2027-08-03，承担 100%（默认设置，非条款）`,
        en: `"Repair ${first.number}": covered until 2027-08-03, 100 % borne (default setting, not a clause)`,
      },
      rule: { id: 'repair', source: 'DEFAULT', note: { en: expect.stringContaining('(R4-5.2)') } },
    });
    for (const other of [again, await desk.file('dealer2', ofDealer2)]) {
      const wrong = again.as('engineer').charge([{ costClass: 'LABOUR', repeatsTicketId: other.id }]);
      expect(await sentence(wrong)).toBe(
        'There is no such repair; choose another ticket about the same machine.',
      );
      expect(await refusal(wrong)).toBe('NOT_FOUND lines.0.repeatsTicketId');
    }
    desk.at('2027-08-04 09:00');
    const late = await repair.received();
    await late.as('engineer').charge([{ costClass: 'LABOUR', repeatsTicketId: first.id }]);
    expect((await late.bill())[0]).toMatch(/^1 charged 100 %/);
    // one that is not finished has no warranty to claim, and is not passed over
    const unfinished = late.as('engineer').charge([{ costClass: 'LABOUR', repeatsTicketId: again.id }]);
    expect(await refusal(unfinished)).toBe('INVALID lines.0.repeatsTicketId');
  });

  it('W5 W10 each cover says what it is called, why it bears or does not, and by which clause or default', async () => {
    await done(await desk.client('quality'), 'equipmentConfigure', {
      equipmentId: encodeId('Equipment', house.houses.ironmole.dealers.dealer2.equipmentId),
      expectedVersion: 1,
      components: [
        { key: 'cutting-motor', name: '截割电机', serial: 'M-17', quantity: 1 },
        { key: 'main-pump', name: '主泵', quantity: 1 },
      ],
    });
    await desk.enterDates('dealer2', { acceptedOn: '2026-05-10' });
    const ticket = await desk.file('dealer2', ofDealer2);
    await ticket.as('dispatcher').charge([
      { costClass: 'LABOUR', component: 'main-pump' },
      { costClass: 'LABOUR', component: 'cutting-motor' },
    ]);
    const [pump, motor] = (await ticket.charges('dealer2'))?.lines ?? [];
    expect(pump?.reasons.map(({ code, message: { zh } }) => `${code} ${zh}`)).toEqual([
      'BEARS “整机”：在保，保至 2027-05-10，承担 100%（未读取计数表）（默认设置，非条款）',
      'OTHER_COMPONENT “截割电机（延长期人工）”（截割电机 M-17）：只保修该部件，本项目针对“主泵”（默认设置，非条款）',
      'OTHER_COMPONENT “截割电机”（截割电机 M-17）：只保修该部件，本项目针对“主泵”（默认设置，非条款）',
    ]);
    expect(motor?.reasons.map(({ code, message: { en } }) => `${code} ${en}`)).toEqual([
      'BEARS "Cutting motor" (cutting-motor M-17): covered until 2027-05-10, 100 % borne (no meter reading given) (default setting, not a clause)',
      'LATER_IN_ORDER "Cutting motor, extended labour" (cutting-motor M-17): also covers until 2027-11-10 (50 %), but comes later in order (default setting, not a clause)',
      'OWN_TERM "Whole machine": the component cutting-motor has a term of its own (default setting, not a clause)',
    ]);
    expect(motor?.reasons[0]).toMatchObject({
      clause: null,
      rule: {
        id: 'cutting-motor',
        source: 'DEFAULT',
        note: { zh: '规章没有规定保修期限和起算日；此处为默认值，请按合同修改。' },
      },
    });
  });

  it('R4-5.2 what was answered without a repair carries none, whoever pays for the visit', async () => {
    desk.at('2027-05-03 09:00');
    const before = await stamps();
    const ticket = await repair.received();
    await ticket.as('dispatcher').write('registered');
    await ticket.as('engineer').take('diagnose');
    await ticket.as('engineer').charge([{ costClass: 'LABOUR' }]);
    await ticket.as('engineer').take('answer');
    await ticket.as('dispatcher').write('answer-confirmed');
    await ticket.as('dispatcher').take('confirm');
    await ticket.as('dispatcher').explain('操作不当引起，设备无故障。');
    await ticket.as('dispatcher').write('feedback-recorded');
    await ticket.as('dispatcher').take('close');
    expect(await ticket.state()).toBe('closed');
    expect(await stamps()).toEqual(before);
  });

  it('W6 a decision about one machine is none about another that the ticket turns out to be about', async () => {
    const ticket = await repair.received();
    await ticket.as('engineer').charge([{ costClass: 'LABOUR' }]);
    await ticket.as('dispatcher').correct({ serial: ofShared, reason: '铭牌抄错。' });
    expect(await ticket.charges()).toBeNull();
    await ticket.as('engineer').charge([{ costClass: 'LABOUR' }]);
    expect((await ticket.charges())?.lines).toHaveLength(1);
  });

  it('R4-2.1 after the end nothing is decided any more', async () => {
    const ticket = await repair.closed();
    expect(await refusal(ticket.as('dispatcher').charge([{ costClass: 'LABOUR' }]))).toBe('INVALID ticketId');
    expect(await ticket.charges()).toBeNull();
  });
});

async function stamps(): Promise<unknown[]> {
  const manager = await desk.client('manager');
  const { equipmentBySerial } = await manager.ask<{ equipmentBySerial: { stamps: unknown[] } }>(
    `query ($serial: String!) { equipmentBySerial(serial: $serial) { stamps { label { zh en } scope lastDay } } }`,
    { serial },
  );
  return equipmentBySerial.stamps;
}

/*
 * Clauses of R4 that later parts hold: R4-3.1 and R4-3.2 (people and their training), the documents of R4-4.4 and R4-4.6
 * (quotation, contract, acceptance sheet), R4-5.3 and R4-6.2 (surveys),
 * R4-6.1 and R4-6.3 (spot checks and scorecards), R4-7.1 and R4-7.2 (complaints and corrective action).
 */
