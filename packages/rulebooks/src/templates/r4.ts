import type { Policy } from '@aftercare/policy-engine';

/** Tunneling machines: a repair is answered and assigned within 24 hours, then goes through seven steps. */
export const r4: Policy = {
  rulebook: 'R4',
  title: { zh: '掘进机售后服务政策', en: 'After-sales policy for tunneling machines' },
  requestTypes: [
    { key: 'repair', label: { zh: '故障报修', en: 'Repair' } },
    { key: 'warranty', label: { zh: '保修咨询', en: 'Warranty enquiry' } },
    { key: 'training', label: { zh: '操作培训', en: 'Training' } },
    { key: 'parts', label: { zh: '配件需求', en: 'Parts' } },
  ],
  clockRules: [
    {
      id: 'repair-response',
      kind: 'response',
      when: { requestTypes: ['repair'] },
      rank: 0,
      target: { amount: 24, unit: 'hours', basis: 'natural' },
      startsAt: 'reported',
      stopsAt: 'responded',
      source: { kind: 'clause', clause: 'R4-5.1' },
    },
    {
      id: 'repair-assignment',
      kind: 'assignment',
      when: { requestTypes: ['repair'] },
      rank: 0,
      target: { amount: 24, unit: 'hours', basis: 'natural' },
      startsAt: 'reported',
      stopsAt: 'assigned',
      source: { kind: 'clause', clause: 'R4-5.1' },
    },
    {
      id: 'other-response',
      kind: 'response',
      when: { requestTypes: ['warranty', 'training', 'parts'] },
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: {
        kind: 'default',
        note: {
          zh: '规章要求各项服务都有承诺时间，但除报修外没有给出数值，请自行设定。',
          en: 'The rulebook wants a promised time for every service but gives none except for repairs; set your own.',
        },
      },
    },
  ],
  workflow: {
    states: [
      { key: 'appointment', label: { zh: '待受理', en: 'Awaiting reception' }, category: 'open' },
      { key: 'reception', label: { zh: '接待登记', en: 'Reception' }, category: 'active' },
      { key: 'diagnosis', label: { zh: '故障诊断', en: 'Diagnosis' }, category: 'active' },
      { key: 'quotation', label: { zh: '待确认报价', en: 'Quotation sent' }, category: 'waiting' },
      { key: 'work', label: { zh: '维修中', en: 'Under repair' }, category: 'active' },
      { key: 'acceptance', label: { zh: '待验收', en: 'Awaiting acceptance' }, category: 'waiting' },
      { key: 'feedback', label: { zh: '待回访', en: 'Awaiting feedback' }, category: 'active' },
      { key: 'closed', label: { zh: '已完成', en: 'Completed' }, category: 'closed' },
      { key: 'cancelled', label: { zh: '已取消', en: 'Cancelled' }, category: 'closed' },
    ],
    initial: 'appointment',
    transitions: [
      { key: 'assign', label: { zh: '派工', en: 'Assign' }, from: ['appointment'], to: 'reception' },
      {
        key: 'diagnose',
        label: { zh: '开始诊断', en: 'Start diagnosis' },
        from: ['reception'],
        to: 'diagnosis',
      },
      { key: 'quote', label: { zh: '提交报价', en: 'Send quotation' }, from: ['diagnosis'], to: 'quotation' },
      {
        key: 'start-work',
        label: { zh: '签订合同并开工', en: 'Sign contract and start work' },
        from: ['quotation'],
        to: 'work',
      },
      {
        key: 'present',
        label: { zh: '提请验收', en: 'Present for acceptance' },
        from: ['work'],
        to: 'acceptance',
      },
      {
        key: 'rework',
        label: { zh: '有异议，返工', en: 'Rework after objection' },
        from: ['acceptance'],
        to: 'work',
      },
      {
        key: 'accept',
        label: { zh: '签字验收', en: 'Sign acceptance' },
        from: ['acceptance'],
        to: 'feedback',
      },
      {
        key: 'answer',
        label: { zh: '无需维修，直接答复', en: 'Answer without repair' },
        from: ['reception', 'diagnosis'],
        to: 'feedback',
      },
      {
        key: 'close',
        label: { zh: '记录反馈并结案', en: 'Record feedback and close' },
        from: ['feedback'],
        to: 'closed',
      },
      {
        key: 'cancel',
        label: { zh: '取消', en: 'Cancel' },
        from: ['appointment', 'reception', 'diagnosis', 'quotation'],
        to: 'cancelled',
      },
    ],
  },
};
