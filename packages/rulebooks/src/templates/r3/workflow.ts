import type { RecordType, Workflow } from '@aftercare/policy-engine';
import { beforeClosing, cancelling, commonRecords, ownership, reopeningTo, withdrawing } from '../common.js';
import { citing, event, labelled, needs, record, state, told, types, writes } from '../shorthand.js';

export const records: readonly RecordType[] = [
  ...commonRecords,
  record('refusal-reason', '已写明不接派工的理由', 'Reason for refusing the assignment given'),
  record('installation-checklist', '安装清单已完成', 'Installation checklist completed'),
  record('property-protected', '已做好财物防护', 'Customer’s property protected'),
  record('genuine-parts', '所用配件已核对为正宗配件', 'Parts checked to be genuine'),
  record('replacement-checked', '换货产品已检验', 'Replacement checked'),
  record('tested', '功能检测合格', 'Functional test passed'),
  record('instructed', '客户已签收使用说明', 'Instructions signed for by the customer'),
  record('return-settled', '已按公司规定办理退换货', 'Settled by company policy'),
  told('answered', '已答复客户', 'Customer answered'),
];

const leads = ['dispatcher', 'manager'];

/** Nothing that was worked on is closed before its functional test. */
export const workflow: Workflow = {
  states: [
    state('reported', '待受理', 'Awaiting reception', 'open'),
    state('assigned', '已派工', 'Assigned', 'active'),
    state('service', '服务中', 'In service', 'active'),
    state('test', '功能检测中', 'Functional test', 'active'),
    state('closed', '已完成', 'Completed', 'closed'),
    state('withdrawn', '客户已撤回', 'Withdrawn', 'closed'),
    state('cancelled', '已取消', 'Cancelled', 'closed'),
  ],
  initial: 'reported',
  transitions: [
    { ...labelled('assign', '派工', 'Assign'), from: ['reported'], to: 'assigned' },
    {
      ...labelled('start', '接受派工并开始服务', 'Accept and start service'),
      from: ['assigned'],
      to: 'service',
      when: types('repair', 'installation', 'maintenance', 'exchange', 'return'),
      source: citing('R3-9'),
    },
    {
      ...labelled('decline', '不接派工', 'Refuse the assignment'),
      from: ['assigned'],
      to: 'reported',
      requires: [needs('refusal-reason', citing('R3-9'))],
    },
    {
      ...labelled('answer', '直接答复并结案', 'Answer and close'),
      from: ['assigned'],
      to: 'closed',
      when: types('consultation'),
      requires: beforeClosing,
      effects: [writes('answered'), event('resolved'), event('closed')],
    },
    {
      ...labelled('test', '进行功能检测', 'Test the function'),
      from: ['service'],
      to: 'test',
      when: types('repair', 'installation', 'maintenance', 'exchange'),
      requires: [
        needs('installation-checklist', citing('R3-5.1'), types('installation')),
        needs('property-protected', citing('R3-5.2'), types('installation')),
        needs('genuine-parts', citing('R3-6.2'), types('repair', 'maintenance')),
        needs('replacement-checked', citing('R3-7.2'), types('exchange')),
      ],
    },
    {
      ...labelled('rework', '检测不合格，返工', 'Rework after a failed test'),
      from: ['test'],
      to: 'service',
    },
    {
      ...labelled('close', '检测合格并结案', 'Close after a passed test'),
      from: ['test'],
      to: 'closed',
      requires: [
        ...beforeClosing,
        needs('tested', citing('R3-6.3')),
        needs('instructed', citing('R3-5.3'), types('installation')),
        needs('return-settled', citing('R3-7.1'), types('exchange')),
      ],
      effects: [event('resolved'), event('closed')],
    },
    {
      ...labelled('settle', '办结退货', 'Settle the return'),
      from: ['service'],
      to: 'closed',
      when: types('return'),
      requires: [...beforeClosing, needs('return-settled', citing('R3-7.1'))],
      effects: [event('resolved'), event('closed')],
    },
    withdrawing(['reported', 'assigned', 'service', 'test'], leads),
    cancelling(['reported', 'assigned'], leads),
    reopeningTo('assigned'),
  ],
  ownership,
};
