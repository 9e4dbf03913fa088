import type { ApprovalRule, Workflow } from '@aftercare/policy-engine';
import { beforeClosing, ownership } from '../common.js';
import {
  citing,
  event,
  labelled,
  needs,
  needsApproval,
  ours,
  state,
  text,
  types,
  writes,
} from '../shorthand.js';

const onSite = ['repair', 'installation', 'commissioning', 'complaint'];
const withoutVisit = [
  'delivery',
  'technical-exchange',
  'training',
  'return',
  'exchange',
  'opinion',
  'consultation',
];
/** Whatever is not known to be general is treated with the care of a major issue. */
const notGeneral = ['major', 'urgent'];

const approvals: readonly ApprovalRule[] = [
  {
    key: 'major-treatment',
    label: text('重大质量问题处理审批', 'Approval of the treatment of a major issue'),
    by: ['manager'],
    deputies: ['leader'],
    mode: 'one',
    oral: true,
    safetyException: true,
    source: citing('R1-M11.2-2'),
  },
  {
    key: 'complaint-solution',
    label: text('严重投诉处理方案会签', 'Approval of the solution of a serious complaint'),
    by: ['manager', 'quality', 'technical-lead'],
    mode: 'all',
    oral: false,
    safetyException: false,
    source: citing('R11-3.2.3'),
  },
];

export const workflow: Workflow = {
  states: [
    state('reported', '待受理', 'Awaiting reception', 'open'),
    state('analysis', '受理分析中', 'Under analysis', 'active'),
    state('travel', '赴现场途中', 'On the way', 'active'),
    state('on-site', '现场勘察中', 'Survey on site', 'active'),
    state('treatment', '处理中', 'Under treatment', 'active'),
    state('verification', '待客户确认', 'Awaiting the customer', 'waiting'),
    state('return-visit', '待回访', 'Awaiting return visit', 'active'),
    state('closed', '已完成', 'Completed', 'closed'),
    state('filtered', '不予受理', 'Filtered out', 'closed'),
    state('withdrawn', '客户已撤回', 'Withdrawn', 'closed'),
    state('cancelled', '已取消', 'Cancelled', 'closed'),
  ],
  initial: 'reported',
  transitions: [
    { ...labelled('assign', '派工', 'Assign'), from: ['reported'], to: 'analysis' },
    {
      ...labelled('visit', '安排上门', 'Send to the site'),
      from: ['analysis'],
      to: 'travel',
      when: { requestTypes: onSite },
      requires: [
        needs('guidance-failed', citing('R1-C6'), { when: types('repair') }),
        needs('wishes-noted', citing('R1-M9.1'), { when: types('installation', 'commissioning') }),
        needs('complaint-registered', citing('R11-3.2.1'), { when: types('complaint') }),
        needs('nature-determined', citing('R1-M11.1'), { when: types('complaint') }),
        needs('engineer-notified', citing('R11-2.4.2'), { when: types('complaint') }),
      ],
    },
    {
      ...labelled('arrive', '到达现场', 'Arrive'),
      from: ['travel'],
      to: 'on-site',
      effects: [event('arrived')],
    },
    {
      ...labelled('treat', '开始处理', 'Start treatment'),
      from: ['on-site'],
      to: 'treatment',
      requires: [
        needs('surveyed', citing('R1-C3'), { when: types('commissioning') }),
        needs('ready', citing('R1-C3'), { when: types('commissioning') }),
        needs('procedure-confirmed', citing('R1-M9.2'), { when: types('installation', 'commissioning') }),
        needs('site-recorded', citing('R1-M11.2-1'), {
          when: { requestTypes: ['repair', 'complaint'], severities: ['general'] },
        }),
        needs('site-recorded', citing('R1-M11.2-2'), {
          when: { requestTypes: ['repair', 'complaint'], severities: notGeneral },
        }),
        needsApproval('major-treatment', citing('R1-M11.2-2'), {
          requestTypes: ['repair', 'complaint'],
          severities: notGeneral,
        }),
      ],
    },
    {
      ...labelled('handle', '直接处理', 'Handle without a visit'),
      from: ['analysis'],
      to: 'treatment',
      when: { requestTypes: withoutVisit },
    },
    {
      ...labelled('answer', '远程答复', 'Answer remotely'),
      from: ['analysis'],
      to: 'verification',
      when: types('repair', 'complaint', 'opinion', 'consultation'),
      requires: [
        needs('complaint-registered', citing('R11-3.2.1'), { when: types('complaint') }),
        needs('nature-determined', citing('R1-M11.1'), { when: types('complaint') }),
      ],
      effects: [writes('answered'), event('resolved')],
    },
    {
      ...labelled('present', '提请客户确认', 'Ask the customer to verify'),
      from: ['treatment'],
      to: 'verification',
      requires: [
        needs('checklist-done', citing('R1-C1'), { when: types('installation') }),
        needs('return-completed', citing('R11-3.3.3.2'), { when: types('return') }),
      ],
      effects: [writes('answered'), event('resolved')],
    },
    {
      ...labelled('rework', '客户有异议，重新处理', 'Treat again after objection'),
      from: ['verification'],
      to: 'treatment',
    },
    {
      ...labelled('analyse-again', '答复未能解决，重新分析', 'Analyse again, the answer did not help'),
      from: ['verification'],
      to: 'analysis',
    },
    {
      ...labelled('accept', '客户签字确认', 'Customer signs'),
      from: ['verification'],
      to: 'return-visit',
      requires: [
        needs('accepted', citing('R1-C4'), { when: types('commissioning'), fresh: true }),
        needs('accepted', citing('R1-M11.3'), { when: types('repair', 'complaint'), fresh: true }),
        needs('satisfaction-form', citing('R1-M11.3'), { when: types('repair', 'complaint') }),
        needs('service-card', citing('R1-M13.1c'), { when: { requestTypes: onSite } }),
      ],
    },
    {
      ...labelled('close', '完成回访并结案', 'Close after return visit'),
      from: ['return-visit'],
      to: 'closed',
      requires: [
        ...beforeClosing,
        needs('follow-up-done', citing('R1-M9.3'), { when: types('installation', 'commissioning') }),
        needs(
          'follow-up-done',
          ours(
            '条款只对安装调试规定回访；维修默认参照执行。',
            'The clause asks for it after installation and commissioning only; by default repairs follow it.',
          ),
          { when: types('repair') },
        ),
        needs('service-report', citing('R1-M11.3'), {
          when: { requestTypes: ['repair', 'complaint'], severities: notGeneral },
        }),
        needs('complaint-classed', citing('R11-3.1'), { when: types('complaint') }),
        needs('cause-found', citing('R11-1.3'), { when: types('complaint') }),
        needs('handling-form', citing('R11-3.2.3'), {
          when: { requestTypes: ['complaint'], severities: notGeneral },
        }),
        needs('measures-set', citing('R11-3.2.4'), {
          when: { requestTypes: ['complaint'], severities: notGeneral },
        }),
        needsApproval('complaint-solution', citing('R11-3.2.3'), {
          requestTypes: ['complaint'],
          severities: notGeneral,
        }),
      ],
      effects: [event('closed')],
    },
    {
      ...labelled('filter-out', '不予受理', 'Filter out'),
      from: ['analysis'],
      to: 'filtered',
      when: types('complaint'),
      requires: [...beforeClosing, needs('filter-reason', citing('R11-1.3'))],
      effects: [event('closed')],
    },
    {
      ...labelled('withdraw', '客户撤回', 'Withdraw'),
      from: ['reported', 'analysis', 'travel', 'on-site', 'verification'],
      to: 'withdrawn',
      effects: [event('closed')],
    },
    {
      ...labelled('cancel', '取消', 'Cancel'),
      from: ['reported', 'analysis', 'travel'],
      to: 'cancelled',
      effects: [event('closed')],
    },
    { ...labelled('reopen', '重新打开', 'Reopen'), from: ['closed'], to: 'analysis' },
  ],
  approvals,
  ownership: { ...ownership, supervisors: ['manager', 'supervisor'] },
};
