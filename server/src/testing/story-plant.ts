import type { StoryDesk, StoryTicket } from './story';

/** Machines by where they stand: in Jiangsu, the maker's home, and in Anhui. */
export const jiangsu = 'CW24-0117';
export const anhui = 'CW24-0208';

/** How far a request of R1 has come, each act a minute after the other. */
export class PlantRequest {
  constructor(private readonly desk: StoryDesk<'clearwater'>) {}

  async assigned(serial: string, more?: Record<string, unknown>): Promise<StoryTicket> {
    const ticket = await this.desk.file(serial === anhui ? 'dealer2' : 'dealer1', serial, more);
    await ticket.as('dispatcher').assign('engineer');
    return ticket;
  }

  async onSite(severity: string): Promise<StoryTicket> {
    const ticket = await this.assigned(jiangsu, { severity });
    await ticket.as('engineer').guide('FAILED', '远程调整回流比后出水仍超标。');
    await ticket.as('dispatcher').take('visit');
    await ticket.as('engineer').take('arrive');
    return ticket;
  }

  async presented(): Promise<StoryTicket> {
    const ticket = await this.onSite('general');
    await ticket.as('engineer').write('site-recorded', '曝气管两处脱落，膜池液位正常。');
    await ticket.as('engineer').take('treat');
    await ticket.as('engineer').take('present');
    return ticket;
  }

  async accepted(): Promise<StoryTicket> {
    const ticket = await this.presented();
    for (const record of ['accepted', 'satisfaction-form', 'service-card'])
      await ticket.as('engineer').write(record);
    await ticket.as('engineer').take('accept');
    return ticket;
  }

  async closed(): Promise<StoryTicket> {
    const ticket = await this.accepted();
    await ticket.as('engineer').take('crew-back');
    await ticket.as('dispatcher').explain('曝气管已重新固定，出水恢复正常。');
    await ticket.as('dispatcher').write('follow-up-done', '电话回访，客户满意。');
    await ticket.as('dispatcher').take('close');
    return ticket;
  }

  async understood(severity: string): Promise<StoryTicket> {
    const ticket = await this.assigned(jiangsu, { requestType: 'complaint', severity });
    for (const record of ['complaint-registered', 'quality-data'])
      await ticket.as('dispatcher').write(record);
    await ticket.as('quality').write('nature-determined', '膜丝断裂，属产品质量问题。');
    return ticket;
  }

  async awaitingGoods(requestType: string, more?: Record<string, unknown>): Promise<StoryTicket> {
    const ticket = await this.assigned(jiangsu, { requestType, ...more });
    await ticket.as('dispatcher').take('approve-return');
    return ticket;
  }
}

/** When a promise began and ended to count. */
export const spanOf = async (ticket: StoryTicket, kind: string) => {
  const clock = (await ticket.seenBy('manager')).clocks.find((each) => each.kind === kind);
  return [clock?.startedAt, clock?.stoppedAt];
};
