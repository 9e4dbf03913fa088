import type {
  CalendarRule,
  OwnershipRule,
  PauseReason,
  RecordType,
  Requirement,
  RuleConditions,
  WorkflowTransition,
} from '@aftercare/policy-engine';
import { chinaCalendar } from '../calendars/index.js';
import { citing, days, event, labelled, needs, ours, record, text, told } from './shorthand.js';
import type { Channel } from './template.js';

/** Clauses that every template takes over. */
export const adopted = ['R10-G3', 'R2-12'] as const;

/** One owner from intake to close. */
export const ownership: OwnershipRule = { supervisors: ['manager'], source: citing('R10-G3') };

/** What every step that ends served work asks for: somebody answers for it, and the customer knows the result. */
export const beforeClosing: readonly Requirement[] = [
  { kind: 'owner', source: citing('R10-G3') },
  needs('explained', citing('R2-12')),
];

/** What is written down on tickets of every maker. */
export const commonRecords: readonly RecordType[] = [
  told('explained', '处理结果已向客户说明', 'Result explained to the customer'),
  record('withdrawal-recorded', '客户撤回请求已记录', 'The customer’s wish to withdraw recorded'),
  record('cancel-reason', '已写明取消原因', 'Reason for cancelling given'),
];

/** The customer no longer wants what was asked for; nothing was served, so nothing is explained. */
export const withdrawing = (from: readonly string[], by: readonly string[]): WorkflowTransition => ({
  ...labelled('withdraw', '客户撤回', 'Withdraw'),
  from,
  to: 'withdrawn',
  by,
  requires: [
    needs(
      'withdrawal-recorded',
      ours(
        '规章没有规定撤回；默认须记录是谁、何时提出撤回。',
        'The rulebook says nothing of withdrawing; by default it is recorded who asked for it and when.',
      ),
    ),
  ],
  effects: [event('closed')],
});

/** The maker ends a ticket before anything was done; `when` leaves out what may not be dropped. */
export const cancelling = (
  from: readonly string[],
  by: readonly string[],
  when?: RuleConditions,
): WorkflowTransition => ({
  ...labelled('cancel', '取消', 'Cancel'),
  from,
  to: 'cancelled',
  by,
  ...(when && { when }),
  requires: [
    needs(
      'cancel-reason',
      ours(
        '规章没有规定取消；默认须写明原因。',
        'The rulebook says nothing of cancelling; by default it takes a reason.',
      ),
    ),
  ],
  effects: [event('closed')],
});

/** What was closed goes on at a state from which everything is gone through again. */
export const reopeningTo = (to: string): WorkflowTransition => ({
  ...labelled('reopen', '重新打开', 'Reopen'),
  from: ['closed'],
  to,
  effects: [event('reopened')],
});

/** The maker's calendar counts for everything. */
export const calendarRule: CalendarRule = {
  id: 'maker-calendar',
  when: {},
  rank: 0,
  calendar: 'maker',
  source: ours(
    '规章没有规定按谁的工作日历计时；默认按厂家的日历。',
    'The rulebook does not say whose calendar counts; by default it is the maker’s.',
  ),
};

/** China's calendar as it stood when the holidays of 2026 were announced, at 09:00 in Beijing. */
export const makerCalendar = chinaCalendar({
  key: 'maker',
  version: 1,
  publishedAt: Date.UTC(2025, 10, 4, 1),
});

/** Reasons for which no rulebook says that a clock stops; each may be shortened, renamed or removed. */
export const commonPauses: readonly PauseReason[] = [
  {
    key: 'customer',
    label: text('等待客户', 'Waiting for the customer'),
    limit: days(14),
    clocks: ['arrival', 'duration', 'resolution', 'return'],
    source: ours(
      '规章没有规定等待客户时是否计时；默认最多暂停 14 天，响应和派工照常计时。',
      'The rulebook does not say whether waiting for the customer counts; by default clocks stop for 14 days at most, save response and assignment.',
    ),
  },
  {
    key: 'customer-parts',
    label: text('等待客户提供配件', 'Waiting for parts from the customer'),
    limit: days(30),
    clocks: ['duration', 'resolution', 'return'],
    source: ours(
      '规章没有规定等待客户自备配件时是否计时；默认最多暂停 30 天。',
      'The rulebook does not say whether waiting for the customer’s own parts counts; by default clocks stop for 30 days at most.',
    ),
  },
  {
    key: 'force-majeure',
    label: text('不可抗力', 'Force majeure'),
    limit: days(30),
    source: ours(
      '规章没有规定不可抗力；默认全部时限最多暂停 30 天。',
      'The rulebook says nothing of force majeure; by default all clocks stop for 30 days at most.',
    ),
  },
];

const ofThePlatform = ours(
  '规章没有提到此渠道；由平台提供，可停用。',
  'The rulebook does not mention this way; the platform offers it, and you may switch it off.',
);

/** Ways in that the platform brings along. */
export const platformChannels: readonly Channel[] = [
  { key: 'nameplate', label: text('铭牌二维码', 'Nameplate QR code'), source: ofThePlatform },
  { key: 'dealer', label: text('经销商代报', 'Filed by a dealer'), source: ofThePlatform },
];
