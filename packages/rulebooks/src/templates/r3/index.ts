/** Water purifiers (R3): a hotline that answers promptly, genuine parts, and a functional test before the end. */
import type { Policy } from '@aftercare/policy-engine';
import { adopted, calendarRule, commonPauses, makerCalendar, platformChannels } from '../common.js';
import { choose } from '../settings/index.js';
import {
  channel,
  citing,
  contact,
  days,
  duty,
  labelled,
  ours,
  plainDefault,
  role,
  text,
  types,
} from '../shorthand.js';
import type { RulebookTemplate } from '../template.js';
import { intake } from './intake.js';
import { warranty } from './warranty.js';
import { records, workflow } from './workflow.js';

const policy: Policy = {
  rulebook: 'R3',
  title: text('净水机售后服务政策', 'After-sales policy for water purifiers'),
  requestTypes: [
    labelled('repair', '故障报修', 'Repair'),
    labelled('consultation', '咨询', 'Consultation'),
    labelled('installation', '安装', 'Installation'),
    labelled('maintenance', '保养', 'Maintenance'),
    labelled('exchange', '换货', 'Exchange'),
    labelled('return', '退货', 'Return'),
  ],
  records,
  clockRules: [
    {
      id: 'response',
      kind: 'response',
      when: {},
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: citing('R3-4'),
    },
    {
      id: 'consultation-answer',
      kind: 'answer',
      when: types('consultation'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'answered',
      source: citing('R3-4'),
    },
    {
      id: 'resolution',
      kind: 'resolution',
      when: types('repair', 'installation', 'maintenance', 'exchange', 'return'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'resolved',
      source: ours(
        '规章没有规定完成时限；默认只记录用时，可自行设定。',
        'The rulebook promises no time for completion; by default only the time taken is kept, and you may set one.',
      ),
    },
  ],
  calendarRules: [calendarRule],
  pauseReasons: commonPauses,
  reopening: {
    mode: 'restart',
    window: days(7),
    source: ours(
      '规章没有规定结案后重新打开；检测合格后 7 天内再出故障的，默认视为未修好，重新计时。',
      'The rulebook says nothing of reopening; by default a fault within 7 days of the test counts as not repaired, and time starts anew.',
    ),
  },
  warranty,
  workflow,
};

export const r3: RulebookTemplate = {
  policy,
  intake,
  rulebooks: ['R3'],
  adopts: adopted,
  calendars: [makerCalendar],
  organisation: {
    departments: [
      labelled('service', '售后服务部', 'Service'),
      labelled('warehouse', '仓储部', 'Warehouse'),
      labelled('quality', '品质部', 'Quality'),
    ],
    roles: [
      role('manager', '售后经理', 'Service manager', 'service'),
      role('dispatcher', '热线客服', 'Hotline agent', 'service'),
      role('engineer', '服务师傅', 'Service technician', 'service'),
      role('quality', '品质员', 'Quality officer', 'quality'),
      role('parts', '仓管员', 'Storekeeper', 'warehouse'),
    ],
    responsibilities: [
      duty('consultation', 'assigned', 'R3-4', 'service'),
      duty('repair', 'test', 'R3-6.3', 'service', ['quality']),
      duty('exchange', 'service', 'R3-7.2', 'quality', ['warehouse'], ['service']),
      duty('return', 'service', 'R3-7.1', 'service', ['warehouse'], ['quality']),
    ],
  },
  channels: [
    channel('phone', '服务专线', 'Dedicated hotline', citing('R3-4')),
    channel('web', '在线', 'Online', plainDefault),
    ...platformChannels,
  ],
  contactPoints: [contact('service', '服务专线', 'Dedicated hotline', citing('R3-4'))],
  standards: [],
  settings: [
    choose('customer-part', 'refused', [], citing('R3-6.2')),
    choose('owner-on-leave', 'supervisor', ['workflow.ownership.supervisors']),
  ],
  inForce: [
    { from: 'issue', source: citing('R3-14') },
    { from: 'issue', source: citing('R3-15') },
  ],
};
