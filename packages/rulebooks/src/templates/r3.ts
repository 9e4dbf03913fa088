import type { Policy } from '@aftercare/policy-engine';

/** Water purifiers: a hotline that answers promptly, and a functional test before anything is closed. */
export const r3: Policy = {
  rulebook: 'R3',
  title: { zh: '净水机售后服务政策', en: 'After-sales policy for water purifiers' },
  requestTypes: [
    { key: 'repair', label: { zh: '故障报修', en: 'Repair' } },
    { key: 'consultation', label: { zh: '咨询', en: 'Consultation' } },
    { key: 'installation', label: { zh: '安装', en: 'Installation' } },
    { key: 'maintenance', label: { zh: '保养', en: 'Maintenance' } },
    { key: 'exchange', label: { zh: '换货', en: 'Exchange' } },
    { key: 'return', label: { zh: '退货', en: 'Return' } },
  ],
  clockRules: [
    {
      id: 'response',
      kind: 'response',
      when: {},
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: { kind: 'clause', clause: 'R3-4' },
    },
  ],
  workflow: {
    states: [
      { key: 'reported', label: { zh: '待受理', en: 'Awaiting reception' }, category: 'open' },
      { key: 'assigned', label: { zh: '已派工', en: 'Assigned' }, category: 'active' },
      { key: 'service', label: { zh: '服务中', en: 'In service' }, category: 'active' },
      { key: 'test', label: { zh: '功能检测', en: 'Functional test' }, category: 'active' },
      { key: 'closed', label: { zh: '已完成', en: 'Completed' }, category: 'closed' },
      { key: 'cancelled', label: { zh: '已取消', en: 'Cancelled' }, category: 'closed' },
    ],
    initial: 'reported',
    transitions: [
      { key: 'assign', label: { zh: '派工', en: 'Assign' }, from: ['reported'], to: 'assigned' },
      { key: 'start', label: { zh: '开始服务', en: 'Start service' }, from: ['assigned'], to: 'service' },
      {
        key: 'answer',
        label: { zh: '直接答复并结案', en: 'Answer and close' },
        from: ['assigned'],
        to: 'closed',
      },
      { key: 'test', label: { zh: '进行功能检测', en: 'Test the function' }, from: ['service'], to: 'test' },
      {
        key: 'rework',
        label: { zh: '检测不合格，返工', en: 'Rework after a failed test' },
        from: ['test'],
        to: 'service',
      },
      {
        key: 'close',
        label: { zh: '检测合格并结案', en: 'Close after a passed test' },
        from: ['test'],
        to: 'closed',
      },
      { key: 'cancel', label: { zh: '取消', en: 'Cancel' }, from: ['reported', 'assigned'], to: 'cancelled' },
    ],
  },
};
