import type { Policy } from '@aftercare/policy-engine';

/** Electromechanical systems: a technician sent promptly, a plan when it takes longer, a trial run, feedback. */
export const r6: Policy = {
  rulebook: 'R6',
  title: { zh: '机电设备售后服务政策', en: 'After-sales policy for electromechanical systems' },
  requestTypes: [
    { key: 'repair', label: { zh: '故障报修', en: 'Repair' } },
    { key: 'quality', label: { zh: '质量问题', en: 'Quality problem' } },
    { key: 'maintenance', label: { zh: '定期保养', en: 'Maintenance' } },
  ],
  clockRules: [
    {
      id: 'repair-response',
      kind: 'response',
      when: { requestTypes: ['repair', 'quality'] },
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: { kind: 'clause', clause: 'R6-3.2' },
    },
    {
      id: 'maintenance-response',
      kind: 'response',
      when: { requestTypes: ['maintenance'] },
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: {
        kind: 'default',
        note: {
          zh: '规章没有规定保养请求的响应时限，可自行设定。',
          en: 'The rulebook gives no response time for maintenance requests; you may set one.',
        },
      },
    },
  ],
  workflow: {
    states: [
      { key: 'reported', label: { zh: '待受理', en: 'Awaiting reception' }, category: 'open' },
      { key: 'assigned', label: { zh: '已派工', en: 'Assigned' }, category: 'active' },
      { key: 'repair', label: { zh: '维修中', en: 'Under repair' }, category: 'active' },
      { key: 'planned', label: { zh: '待按方案维修', en: 'Repair planned' }, category: 'waiting' },
      { key: 'trial-run', label: { zh: '试运行', en: 'Trial run' }, category: 'active' },
      { key: 'feedback', label: { zh: '待回访', en: 'Awaiting feedback' }, category: 'active' },
      { key: 'closed', label: { zh: '已完成', en: 'Completed' }, category: 'closed' },
      { key: 'cancelled', label: { zh: '已取消', en: 'Cancelled' }, category: 'closed' },
    ],
    initial: 'reported',
    transitions: [
      { key: 'assign', label: { zh: '派工', en: 'Assign' }, from: ['reported'], to: 'assigned' },
      { key: 'start', label: { zh: '开始维修', en: 'Start repair' }, from: ['assigned'], to: 'repair' },
      {
        key: 'plan',
        label: { zh: '制定方案并告知时限', en: 'Plan and tell the time limit' },
        from: ['repair'],
        to: 'planned',
      },
      {
        key: 'resume',
        label: { zh: '按方案维修', en: 'Repair by the plan' },
        from: ['planned'],
        to: 'repair',
      },
      { key: 'test', label: { zh: '试运行', en: 'Start trial run' }, from: ['repair'], to: 'trial-run' },
      {
        key: 'rework',
        label: { zh: '试运行不合格，返修', en: 'Repair again after a failed run' },
        from: ['trial-run'],
        to: 'repair',
      },
      {
        key: 'pass',
        label: { zh: '试运行合格', en: 'Trial run passed' },
        from: ['trial-run'],
        to: 'feedback',
      },
      {
        key: 'close',
        label: { zh: '回访并结案', en: 'Close after feedback' },
        from: ['feedback'],
        to: 'closed',
      },
      {
        key: 'cancel',
        label: { zh: '取消', en: 'Cancel' },
        from: ['reported', 'assigned', 'planned'],
        to: 'cancelled',
      },
    ],
  },
};
