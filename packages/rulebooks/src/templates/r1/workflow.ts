import type { ApprovalRule, Workflow } from '@aftercare/policy-engine';
import { ownership } from '../common.js';
import { citing, labelled, state, text } from '../shorthand.js';
import { endingSteps } from './ending-steps.js';
import { onSiteSteps } from './on-site-steps.js';
import { remoteSteps } from './remote-steps.js';

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

/**
 * After analysis a ticket is answered from afar, handled without a visit, or visited. A major issue is treated in a state
 * of its own, which only an approval leads to; so whatever becomes of the class later, the approval was given.
 */
export const workflow: Workflow = {
  states: [
    state('reported', '待受理', 'Awaiting reception', 'open'),
    state('analysis', '受理分析中', 'Under analysis', 'active'),
    state('answered', '已远程答复，待客户确认', 'Answered remotely, awaiting the customer', 'waiting'),
    state('handling', '办理中', 'Being handled', 'active'),
    state('awaiting-goods', '待收货', 'Awaiting the goods', 'waiting'),
    state('travel', '已安排上门', 'Visit arranged', 'active'),
    state('on-site', '现场勘察中', 'Survey on site', 'active'),
    state('installation', '安装调试中', 'Installation or commissioning', 'active'),
    state('treatment', '处理中', 'Under treatment', 'active'),
    state('major-treatment', '重大问题处理中', 'Treatment of a major issue', 'active'),
    state('verification', '待客户签字确认', 'Awaiting the customer’s signature', 'waiting'),
    state('returning', '返程中', 'Crew returning', 'active'),
    state('return-visit', '待回访', 'Awaiting return visit', 'active'),
    state('closed', '已完成', 'Completed', 'closed'),
    state('filtered', '不予受理', 'Filtered out', 'closed'),
    state('withdrawn', '客户已撤回', 'Withdrawn', 'closed'),
    state('cancelled', '已取消', 'Cancelled', 'closed'),
  ],
  initial: 'reported',
  transitions: [
    { ...labelled('assign', '派工', 'Assign'), from: ['reported'], to: 'analysis' },
    ...remoteSteps,
    ...onSiteSteps,
    ...endingSteps,
  ],
  approvals,
  ownership: { ...ownership, supervisors: ['manager', 'supervisor'] },
};
