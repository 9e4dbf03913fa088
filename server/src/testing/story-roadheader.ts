import type { StoryDesk, StoryTicket } from './story';

/** The machine of `dealer1`. */
export const roadheader = 'EBZ160-2266';

/** How far a repair of R4 has come, each act a minute after the other. */
export class RoadheaderRepair {
  constructor(private readonly desk: StoryDesk<'ironmole'>) {}

  filed(more?: Record<string, unknown>): Promise<StoryTicket> {
    return this.desk.file('dealer1', roadheader, more);
  }

  async received(more?: Record<string, unknown>): Promise<StoryTicket> {
    const ticket = await this.filed(more);
    await ticket.as('dispatcher').assign('engineer');
    return ticket;
  }

  async diagnosed(): Promise<StoryTicket> {
    const ticket = await this.received();
    await ticket.as('dispatcher').write('registered', '已登记设备、联系人和到场方式。');
    await ticket.as('engineer').take('diagnose');
    return ticket;
  }

  async quoted(): Promise<StoryTicket> {
    const ticket = await this.diagnosed();
    await ticket.as('engineer').write('repair-plan', '主泵配流盘磨损，更换配流盘并清洗油路。');
    await ticket.as('dispatcher').take('quote');
    return ticket;
  }

  async signContract(ticket: StoryTicket): Promise<void> {
    await ticket.as('dispatcher').write('quotation-agreed', '客户机电科书面同意报价。');
    await ticket.as('dispatcher').write('contract-signed', '合同双方已盖章。');
    await ticket.as('engineer').take('start-work');
  }

  async presented(): Promise<StoryTicket> {
    const ticket = await this.quoted();
    await this.signContract(ticket);
    await ticket.as('engineer').write('work-recorded', '已更换配流盘，油路已清洗。');
    await ticket.as('engineer').take('present');
    return ticket;
  }

  async accepted(): Promise<StoryTicket> {
    const ticket = await this.presented();
    await ticket.as('engineer').write('accepted', '验收单已由机电队长签字。');
    await ticket.as('engineer').take('accept');
    return ticket;
  }

  async toldEverything(): Promise<StoryTicket> {
    const ticket = await this.accepted();
    await ticket.as('dispatcher').explain('更换了主泵配流盘，试机两小时压力正常。', { toldTo: '机电队长' });
    await ticket.as('dispatcher').write('feedback-recorded', '客户满意，希望备一只配流盘。');
    return ticket;
  }

  /** All the steps from the reception of a repair to its end. */
  async finish(ticket: StoryTicket): Promise<void> {
    await ticket.as('dispatcher').write('registered');
    await ticket.as('engineer').take('diagnose');
    await ticket.as('engineer').write('repair-plan');
    await ticket.as('dispatcher').take('quote');
    await this.signContract(ticket);
    await ticket.as('engineer').write('work-recorded');
    await ticket.as('engineer').take('present');
    await ticket.as('engineer').write('accepted');
    await ticket.as('engineer').take('accept');
    await ticket.as('dispatcher').explain('已修复，试机正常。');
    await ticket.as('dispatcher').write('feedback-recorded');
    await ticket.as('dispatcher').take('close');
  }

  async closed(): Promise<StoryTicket> {
    const ticket = await this.toldEverything();
    await ticket.as('dispatcher').take('close');
    return ticket;
  }
}
