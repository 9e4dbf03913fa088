import type { RecordType, Workflow } from '@aftercare/policy-engine';
import { beforeClosing, ownership } from '../common.js';
import { citing, event, labelled, needs, record, state, types } from '../shorthand.js';

export const records: readonly RecordType[] = [
  record('registered', '已接待登记', 'Received and registered'),
  record('repair-plan', '已查明原因并拟定维修方案', 'Cause found and repair plan drawn up', ['engineer']),
  record('quotation-agreed', '客户已同意报价', 'Quotation agreed by the customer'),
  record('contract-signed', '维修合同已签订', 'Repair contract signed'),
  record('work-recorded', '已按方案和合同完成施工', 'Work done by plan and contract', ['engineer']),
  record('accepted', '客户已签字验收', 'Acceptance signed by the customer'),
  record('feedback-recorded', '已征求并记录客户意见', 'Customer’s opinion asked and recorded', [
    'manager',
    'dispatcher',
  ]),
  record('explained', '处理结果已向客户说明', 'Result explained to the customer'),
];

/** The seven steps of a repair: appointment, reception, diagnosis, quotation, work, acceptance, feedback. */
export const workflow: Workflow = {
  states: [
    state('appointment', '待受理', 'Awaiting reception', 'open'),
    state('reception', '接待登记', 'Reception', 'active'),
    state('diagnosis', '故障诊断', 'Diagnosis', 'active'),
    state('quotation', '待确认报价', 'Quotation sent', 'waiting'),
    state('work', '维修中', 'Under repair', 'active'),
    state('acceptance', '待验收', 'Awaiting acceptance', 'waiting'),
    state('feedback', '待回访', 'Awaiting feedback', 'active'),
    state('closed', '已完成', 'Completed', 'closed'),
    state('withdrawn', '客户已撤回', 'Withdrawn', 'closed'),
    state('cancelled', '已取消', 'Cancelled', 'closed'),
  ],
  initial: 'appointment',
  transitions: [
    { ...labelled('assign', '派工', 'Assign'), from: ['appointment'], to: 'reception' },
    {
      ...labelled('diagnose', '开始诊断', 'Start diagnosis'),
      from: ['reception'],
      to: 'diagnosis',
      when: types('repair'),
      requires: [needs('registered', citing('R4-4.2'))],
    },
    {
      ...labelled('quote', '提交报价', 'Send quotation'),
      from: ['diagnosis'],
      to: 'quotation',
      requires: [needs('repair-plan', citing('R4-4.3'))],
      effects: [{ kind: 'pause', reason: 'customer' }],
    },
    {
      ...labelled('revise', '调整方案，重新报价', 'Revise the plan'),
      from: ['quotation'],
      to: 'diagnosis',
      effects: [{ kind: 'resume', reason: 'customer' }],
    },
    {
      ...labelled('start-work', '签订合同并开工', 'Sign contract and start work'),
      from: ['quotation'],
      to: 'work',
      requires: [needs('quotation-agreed', citing('R4-4.4')), needs('contract-signed', citing('R4-4.4'))],
      effects: [{ kind: 'resume', reason: 'customer' }],
    },
    {
      ...labelled('present', '提请验收', 'Present for acceptance'),
      from: ['work'],
      to: 'acceptance',
      requires: [needs('work-recorded', citing('R4-4.5'), { fresh: true })],
      effects: [event('resolved')],
    },
    { ...labelled('rework', '有异议，返工', 'Rework after objection'), from: ['acceptance'], to: 'work' },
    {
      ...labelled('accept', '签字验收', 'Sign acceptance'),
      from: ['acceptance'],
      to: 'feedback',
      requires: [needs('accepted', citing('R4-4.6'), { fresh: true })],
    },
    {
      ...labelled('answer', '无需维修，直接答复', 'Answer without repair'),
      from: ['reception', 'diagnosis'],
      to: 'feedback',
      effects: [event('resolved')],
    },
    {
      ...labelled('close', '记录反馈并结案', 'Record feedback and close'),
      from: ['feedback'],
      to: 'closed',
      requires: [...beforeClosing, needs('feedback-recorded', citing('R4-4.7'))],
      effects: [event('closed')],
    },
    {
      ...labelled('withdraw', '客户撤回', 'Withdraw'),
      from: ['appointment', 'reception', 'diagnosis', 'quotation'],
      to: 'withdrawn',
      effects: [event('closed')],
    },
    {
      ...labelled('cancel', '取消', 'Cancel'),
      from: ['appointment', 'reception', 'diagnosis', 'quotation'],
      to: 'cancelled',
      effects: [event('closed')],
    },
  ],
  ownership,
};
