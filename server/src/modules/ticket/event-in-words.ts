import type { Policy } from '@aftercare/policy-engine';
import type { Sentence } from '../../platform/errors';
import { clockNames, labelOf } from './missing-in-words';
import type { TicketFact } from './ticket-fact';

/** What goes with a fact besides its note, for the eyes of the maker. */
export interface EventDetail {
  /** Of the machine that the ticket was about, and of the one that it is about. */
  serials?: { from: string; to: string };
}

/**
 * What happened, in a few words of the maker's own.
 * @param detail left out for whoever is not to see it
 */
export function eventInWords(policy: Policy, fact: TicketFact, { serials }: EventDetail = {}): Sentence {
  switch (fact.kind) {
    case 'reported':
      return both('报修', 'Reported');
    case 'responded':
      return fact.by === 'requester' ? both('客户方留言', 'The requester wrote') : both('已回复', 'Answered');
    case 'guided':
      return both('已远程指导', 'Remote guidance given');
    case 'assigned':
      return both('已派工', 'Assigned');
    case 'arrived':
      return both('已到场', 'Arrived on site');
    case 'resolved':
      return both('已修复', 'Resolved');
    case 'closed':
      return both('已结束', 'Closed');
    case 'reopened':
      return both('重新打开', 'Reopened');
    case 'merged':
      return both('已并入另一张工单', 'Merged into another ticket');
    case 'absorbed':
      return both('并入了另一张工单', 'Took another ticket in');
    case 'recorded': {
      const { zh, en } = labelOf(policy.records ?? [], fact.record);
      return fact.date === undefined ? both(zh, en) : both(`${zh}：${fact.date}`, `${en}: ${fact.date}`);
    }
    case 'severity-set': {
      const { zh, en } = labelOf(policy.severity?.classes ?? [], fact.severity);
      return both(`严重等级改为“${zh}”`, `Severity set to "${en}"`);
    }
    case 'site-corrected':
      return both('更正了现场位置', 'Place corrected');
    case 'customer-corrected':
      // another machine may be another dealer's, who is not told of the first
      return serials
        ? both(
            `更正了设备：${serials.from} → ${serials.to}`,
            `Machine corrected: ${serials.from} → ${serials.to}`,
          )
        : both('更正了设备', 'Machine corrected');
    case 'coverage-decided':
      return coverage[fact.coverage];
    case 'paused': {
      const { zh, en } = labelOf(policy.pauseReasons ?? [], fact.reason);
      return both(`计时暂停：${zh}`, `Clocks paused: ${en}`);
    }
    case 'resumed':
      return both('计时恢复', 'Clocks resumed');
    case 'agreed': {
      const { zh, en } = clockNames[fact.clock];
      return both(`与客户约定了${zh}时间`, `A date of ${en} was agreed with the customer`);
    }
    case 'calendar-pinned':
      return both('改按新版工作日历计时', 'Counted by a new version of the calendar');
    case 'policy-pinned':
      return both('改按新版服务政策', 'Judged by a new version of the policy');
    case 'state-entered': {
      const { zh, en } = labelOf(policy.workflow.states, fact.state);
      return both(`进入“${zh}”`, `Now "${en}"`);
    }
    case 'owner-set':
      return both('确定负责人', 'Owner set');
    case 'offered':
      return both('提出移交', 'Offered to a colleague');
    case 'offer-declined':
      return both('未接受移交', 'Offer declined');
    case 'offer-withdrawn':
      return both('撤回移交', 'Offer taken back');
    case 'approval': {
      const { zh, en } = labelOf(policy.workflow.approvals ?? [], fact.approval);
      const said = approvalWords[fact.decision];
      const oral = fact.oral ? both('（口头）', ' (by word of mouth)') : both('', '');
      return both(`${said.zh}：${zh}${oral.zh}`, `${said.en}: ${en}${oral.en}`);
    }
  }
}

const both = (zh: string, en: string): Sentence => ({ zh, en });

const approvalWords: Record<'asked' | 'given' | 'refused', Sentence> = {
  asked: both('提请批准', 'Approval asked for'),
  given: both('已批准', 'Approved'),
  refused: both('未批准', 'Refused'),
};

const coverage: Record<'covered' | 'shared' | 'charged' | 'undecided', Sentence> = {
  covered: both('费用判定：免费', 'Charges decided: free'),
  shared: both('费用判定：部分收费', 'Charges decided: shared'),
  charged: both('费用判定：收费', 'Charges decided: charged'),
  undecided: both('费用待定', 'Charges undecided'),
};
