import type { RecordType, Workflow } from '@aftercare/policy-engine';
import { beforeClosing, cancelling, commonRecords, ownership, reopeningTo, withdrawing } from '../common.js';
import {
  citing,
  event,
  labelled,
  needs,
  needsAgreement,
  ours,
  record,
  state,
  told,
  types,
} from '../shorthand.js';

export const records: readonly RecordType[] = [
  ...commonRecords,
  record(
    'qualified',
    '维修人员资格证书和培训合格已核对',
    'Certificate and training pass of the repairer checked',
  ),
  record('repair-plan', '已制定维修方案', 'Repair plan made', ['engineer']),
  told('plan-told', '维修时限已告知客户', 'Time limit told to the customer'),
  record('surroundings-protected', '设备附件和周边环境已防护', 'Attachments and surroundings protected'),
  record('parts-traced', '所用配件均经统一渠道采购', 'Parts all from the unified purchasing channel'),
  record('tested', '维修后测试合格', 'Test passed'),
  record('trial-run', '试运行合格', 'Trial run passed'),
  record('feedback-recorded', '已征求客户反馈', 'Feedback taken'),
  {
    ...told('next-maintenance-told', '下次保养日期已告知客户', 'Next maintenance date told to the customer'),
    date: 'future',
  },
  record('settled', '客户已同意处理结果', 'Outcome agreed by the customer'),
  record('archived', '维修记录已归档', 'Repair record archived'),
  record('lesson-drawn', '已总结经验教训', 'Lesson drawn'),
];

const leads = ['dispatcher', 'manager'];
const onMachine = types('repair', 'quality', 'maintenance');

/** A repair is planned when it takes longer, and ends with test and trial run; the customer knows what comes next. */
export const workflow: Workflow = {
  states: [
    state('reported', '待受理', 'Awaiting reception', 'open'),
    state('assigned', '已派工', 'Assigned', 'active'),
    state('repair', '维修中', 'Under repair', 'active'),
    state('planned', '待按方案维修', 'Repair planned', 'waiting'),
    state('trial-run', '试运行', 'Trial run', 'active'),
    state('feedback', '待回访', 'Awaiting feedback', 'active'),
    state('closed', '已完成', 'Completed', 'closed'),
    state('withdrawn', '客户已撤回', 'Withdrawn', 'closed'),
    state('cancelled', '已取消', 'Cancelled', 'closed'),
  ],
  initial: 'reported',
  transitions: [
    { ...labelled('assign', '派工', 'Assign'), from: ['reported'], to: 'assigned' },
    {
      ...labelled('start', '开始维修', 'Start repair'),
      from: ['assigned'],
      to: 'repair',
      when: onMachine,
      requires: [needs('qualified', citing('R6-4.1'))],
    },
    {
      ...labelled('reassign', '改派', 'Assign to somebody else'),
      from: ['assigned', 'repair', 'planned', 'trial-run'],
      to: 'assigned',
    },
    {
      ...labelled('plan', '制定方案并告知时限', 'Plan and tell the time limit'),
      from: ['repair'],
      to: 'planned',
      requires: [
        needs('repair-plan', citing('R6-3.3')),
        needsAgreement('resolution', citing('R6-3.3')),
        needs('plan-told', citing('R6-3.3')),
      ],
    },
    { ...labelled('resume', '按方案维修', 'Repair by the plan'), from: ['planned'], to: 'repair' },
    {
      ...labelled('test', '开始试运行', 'Start trial run'),
      from: ['repair'],
      to: 'trial-run',
      requires: [needs('surroundings-protected', citing('R6-4.2')), needs('parts-traced', citing('R6-4.4'))],
    },
    {
      ...labelled('rework', '试运行不合格，返修', 'Repair again after a failed run'),
      from: ['trial-run'],
      to: 'repair',
    },
    {
      ...labelled('pass', '试运行合格', 'Trial run passed'),
      from: ['trial-run'],
      to: 'feedback',
      requires: [needs('tested', citing('R6-4.3')), needs('trial-run', citing('R6-4.3'))],
      effects: [event('resolved')],
    },
    {
      ...labelled('settle', '与客户商定处理结果', 'Settle with the customer'),
      from: ['assigned'],
      to: 'feedback',
      when: types('complaint'),
      requires: [
        needs(
          'settled',
          ours(
            '规章没有规定投诉如何了结；默认须客户同意处理结果。',
            'The rulebook does not say how a complaint is settled; by default the customer agrees to the outcome.',
          ),
        ),
      ],
      effects: [event('resolved')],
    },
    {
      ...labelled('close', '回访并结案', 'Close after feedback'),
      from: ['feedback'],
      to: 'closed',
      requires: [
        ...beforeClosing,
        needs('feedback-recorded', citing('R6-3.4')),
        needs('next-maintenance-told', citing('R6-3.4'), onMachine),
        needs('archived', citing('R6-4.5'), onMachine),
        needs('lesson-drawn', citing('R6-5.4'), types('complaint')),
      ],
      effects: [event('closed')],
    },
    withdrawing(['reported', 'assigned', 'repair', 'planned', 'trial-run'], leads),
    // a complaint is settled and its lesson drawn (R6-5.4), so it is never dropped
    cancelling(['reported', 'assigned', 'planned'], leads, onMachine),
    reopeningTo('assigned'),
  ],
  ownership,
};
