import type { RecordType, Workflow } from '@aftercare/policy-engine';
import { beforeClosing, cancelling, commonRecords, ownership, reopeningTo, withdrawing } from '../common.js';
import { citing, event, labelled, needs, ours, pauses, record, resumes, state, types } from '../shorthand.js';

export const records: readonly RecordType[] = [
  ...commonRecords,
  record('registered', '已接待登记', 'Received and registered'),
  record('repair-plan', '已查明原因并拟定维修方案', 'Cause found and repair plan drawn up', ['engineer']),
  record('quotation-agreed', '客户已同意报价', 'Quotation agreed by the customer'),
  record('contract-signed', '维修合同已签订', 'Repair contract signed'),
  record('work-recorded', '已按方案和合同完成施工', 'Work done by plan and contract', ['engineer']),
  record('accepted', '客户已签字验收', 'Acceptance signed by the customer'),
  record('answer-confirmed', '客户已确认办理结果', 'Outcome confirmed by the customer'),
  record('feedback-recorded', '已征求并记录客户意见', 'Customer’s opinion asked and recorded', [
    'manager',
    'dispatcher',
  ]),
];

const leads = ['dispatcher', 'manager'];
const registered = needs('registered', citing('R4-4.2'));
const toAnswered = { to: 'answered', effects: [pauses('customer')] } as const;

/** The seven steps of a repair: appointment, reception, diagnosis, quotation, work, acceptance, feedback. */
export const workflow: Workflow = {
  states: [
    state('appointment', '待受理', 'Awaiting reception', 'open'),
    state('reception', '接待登记', 'Reception', 'active'),
    state('diagnosis', '故障诊断', 'Diagnosis', 'active'),
    state('quotation', '待确认报价', 'Quotation sent', 'waiting'),
    state('work', '维修中', 'Under repair', 'active'),
    state('acceptance', '待验收', 'Awaiting acceptance', 'waiting'),
    state('answered', '待客户确认', 'Awaiting confirmation', 'waiting'),
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
      requires: [registered],
    },
    {
      ...labelled('quote', '提交报价', 'Send quotation'),
      from: ['diagnosis'],
      to: 'quotation',
      requires: [needs('repair-plan', citing('R4-4.3'))],
      effects: [pauses('customer')],
    },
    {
      ...labelled('revise', '调整方案，重新报价', 'Revise the plan'),
      from: ['quotation'],
      to: 'diagnosis',
      effects: [resumes('customer')],
    },
    {
      ...labelled('start-work', '签订合同并开工', 'Sign contract and start work'),
      from: ['quotation'],
      to: 'work',
      requires: [needs('quotation-agreed', citing('R4-4.4')), needs('contract-signed', citing('R4-4.4'))],
      effects: [resumes('customer')],
    },
    {
      ...labelled('present', '提请验收', 'Present for acceptance'),
      from: ['work'],
      to: 'acceptance',
      requires: [needs('work-recorded', citing('R4-4.5'))],
      effects: [pauses('customer')],
    },
    {
      ...labelled('rework', '有异议，返工', 'Rework after objection'),
      from: ['acceptance'],
      to: 'work',
      effects: [resumes('customer')],
    },
    {
      ...labelled('accept', '签字验收', 'Sign acceptance'),
      from: ['acceptance'],
      to: 'feedback',
      requires: [needs('accepted', citing('R4-4.6'))],
      effects: [resumes('customer'), event('resolved')],
    },
    {
      ...labelled('answer', '无需维修，直接答复', 'Answer without repair'),
      from: ['diagnosis'],
      ...toAnswered,
    },
    {
      ...labelled('reply', '答复保修咨询', 'Answer the warranty enquiry'),
      from: ['reception'],
      when: types('warranty'),
      requires: [registered],
      ...toAnswered,
    },
    {
      ...labelled('finish', '办理完毕', 'Finish'),
      from: ['reception'],
      when: types('training', 'parts'),
      requires: [registered],
      ...toAnswered,
    },
    {
      ...labelled('confirm', '客户确认', 'Customer confirms'),
      from: ['answered'],
      to: 'feedback',
      requires: [
        needs(
          'answer-confirmed',
          ours(
            '条款只规定维修后验收（R4-4.6）；没有维修的，默认由客户确认办理结果。',
            'The clause has repairs accepted (R4-4.6); what needed none is by default confirmed by the customer.',
          ),
        ),
      ],
      effects: [resumes('customer'), event('resolved')],
    },
    {
      ...labelled('handle-again', '客户有异议，重新办理', 'Handle again after objection'),
      from: ['answered'],
      to: 'reception',
      effects: [resumes('customer')],
    },
    {
      ...labelled('close', '记录反馈并结案', 'Record feedback and close'),
      from: ['feedback'],
      to: 'closed',
      requires: [...beforeClosing, needs('feedback-recorded', citing('R4-4.7'))],
      effects: [event('closed')],
    },
    withdrawing(
      ['appointment', 'reception', 'diagnosis', 'quotation', 'work', 'acceptance', 'answered'],
      leads,
    ),
    cancelling(['appointment', 'reception', 'diagnosis', 'quotation'], leads),
    reopeningTo('reception'),
  ],
  ownership,
};
