import type { Policy } from '@aftercare/policy-engine';

/** Environmental and water-treatment plants: guidance at once, then a visit, the customer's signature, a return visit. */
export const r1: Policy = {
  rulebook: 'R1',
  title: {
    zh: '环保与水处理设备售后服务政策',
    en: 'After-sales policy for environmental and water-treatment plants',
  },
  requestTypes: [
    { key: 'repair', label: { zh: '现场维修与调试', en: 'On-site repair and commissioning' } },
    { key: 'installation', label: { zh: '安装调试', en: 'Installation and commissioning' } },
    { key: 'delivery', label: { zh: '产品交付', en: 'Delivery' } },
    { key: 'technical-exchange', label: { zh: '技术交流', en: 'Technical exchange' } },
    { key: 'training', label: { zh: '技术培训', en: 'Training' } },
    { key: 'complaint', label: { zh: '投诉', en: 'Complaint' } },
    { key: 'return', label: { zh: '退换货', en: 'Return or exchange' } },
    { key: 'opinion', label: { zh: '意见征询', en: 'Opinion survey' } },
  ],
  clockRules: [
    {
      id: 'repair-guidance',
      kind: 'guidance',
      when: { requestTypes: ['repair'] },
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'guided',
      source: { kind: 'clause', clause: 'R1-C6' },
    },
    {
      id: 'other-response',
      kind: 'response',
      when: {
        requestTypes: [
          'installation',
          'delivery',
          'technical-exchange',
          'training',
          'complaint',
          'return',
          'opinion',
        ],
      },
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: {
        kind: 'default',
        note: {
          zh: '规章没有规定此类请求的响应时限，可自行设定。',
          en: 'The rulebook gives no response time for these requests; you may set one.',
        },
      },
    },
  ],
  workflow: {
    states: [
      { key: 'reported', label: { zh: '待受理', en: 'Awaiting reception' }, category: 'open' },
      { key: 'analysis', label: { zh: '性质判定中', en: 'Finding the nature' }, category: 'active' },
      { key: 'treatment', label: { zh: '处理中', en: 'Under treatment' }, category: 'active' },
      { key: 'verification', label: { zh: '待客户确认', en: 'Awaiting the customer' }, category: 'waiting' },
      { key: 'return-visit', label: { zh: '待回访', en: 'Awaiting return visit' }, category: 'active' },
      { key: 'closed', label: { zh: '已完成', en: 'Completed' }, category: 'closed' },
      { key: 'cancelled', label: { zh: '已取消', en: 'Cancelled' }, category: 'closed' },
    ],
    initial: 'reported',
    transitions: [
      { key: 'assign', label: { zh: '派工', en: 'Assign' }, from: ['reported'], to: 'analysis' },
      { key: 'treat', label: { zh: '开始处理', en: 'Start treatment' }, from: ['analysis'], to: 'treatment' },
      {
        key: 'answer',
        label: { zh: '远程答复', en: 'Answer remotely' },
        from: ['analysis'],
        to: 'verification',
      },
      {
        key: 'present',
        label: { zh: '提请客户确认', en: 'Ask the customer to verify' },
        from: ['treatment'],
        to: 'verification',
      },
      {
        key: 'rework',
        label: { zh: '客户有异议，重新处理', en: 'Treat again after objection' },
        from: ['verification'],
        to: 'treatment',
      },
      {
        key: 'accept',
        label: { zh: '客户签字确认', en: 'Customer signs' },
        from: ['verification'],
        to: 'return-visit',
      },
      {
        key: 'close',
        label: { zh: '完成回访并结案', en: 'Close after return visit' },
        from: ['return-visit'],
        to: 'closed',
      },
      { key: 'cancel', label: { zh: '取消', en: 'Cancel' }, from: ['reported', 'analysis'], to: 'cancelled' },
    ],
  },
};
