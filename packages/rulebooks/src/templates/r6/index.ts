/** Electromechanical systems (R6): a technician sent promptly, a plan when it takes longer, trial run, feedback. */
import type { Policy } from '@aftercare/policy-engine';
import { adopted, calendarRule, commonPauses, makerCalendar, platformChannels } from '../common.js';
import { choose } from '../settings/index.js';
import { channel, citing, contact, days, duty, labelled, ours, role, text, types } from '../shorthand.js';
import type { RulebookTemplate } from '../template.js';
import { intake } from './intake.js';
import { warranty } from './warranty.js';
import { records, workflow } from './workflow.js';

const policy: Policy = {
  rulebook: 'R6',
  title: text('机电设备售后服务政策', 'After-sales policy for electromechanical systems'),
  requestTypes: [
    labelled('repair', '故障报修', 'Repair'),
    labelled('quality', '质量问题', 'Quality problem'),
    labelled('maintenance', '定期保养', 'Maintenance'),
    labelled('complaint', '投诉', 'Complaint'),
  ],
  records,
  clockRules: [
    {
      id: 'repair-assignment',
      kind: 'assignment',
      when: types('repair', 'quality'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'assigned',
      source: citing('R6-3.2'),
    },
    {
      id: 'repair-resolution',
      kind: 'resolution',
      when: types('repair', 'quality'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'resolved',
      source: citing('R6-3.3'),
    },
    {
      id: 'other-resolution',
      kind: 'resolution',
      when: types('maintenance', 'complaint'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'resolved',
      source: ours(
        '条款只对维修规定告知时限（R6-3.3）；保养和投诉可逐单约定。',
        'The clause has a time limit told for repairs only (R6-3.3); for maintenance and complaints one may be agreed.',
      ),
    },
    {
      id: 'repair-feedback',
      kind: 'follow-up',
      when: types('repair', 'quality', 'maintenance'),
      rank: 0,
      target: 'no-target',
      startsAt: 'resolved',
      stopsAt: 'feedback-recorded',
      source: citing('R6-3.4'),
    },
    {
      id: 'other-response',
      kind: 'response',
      when: types('maintenance', 'complaint'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: ours(
        '规章没有规定保养和投诉的响应时限，可自行设定。',
        'The rulebook gives no response time for maintenance and complaints; you may set one.',
      ),
    },
  ],
  calendarRules: [calendarRule],
  pauseReasons: commonPauses,
  agreements: {
    // the time limit told to the customer is the promise; a limit that was not kept stays on record beside the next
    kinds: ['resolution'],
    by: ['engineer', 'dispatcher', 'manager'],
    afterDue: true,
    source: ours(
      '告知客户时限是条款规定的（R6-3.3）；由谁约定、超时后可以再约定，是默认设置。',
      'That the customer is told a time limit is the clause’s (R6-3.3); who agrees it, and that another may follow a missed one, are defaults.',
    ),
  },
  reopening: {
    mode: 'continue',
    window: days(7),
    source: ours(
      '规章没有规定结案后重新打开；默认 7 天内继续原时限，之后另建工单。',
      'The rulebook says nothing of reopening; by default a ticket goes on within 7 days, and later a new one is made.',
    ),
  },
  warranty,
  workflow,
};

export const r6: RulebookTemplate = {
  policy,
  intake,
  rulebooks: ['R6'],
  adopts: [...adopted, 'R2-9'],
  calendars: [makerCalendar],
  organisation: {
    departments: [
      labelled('service', '售后服务部', 'Service'),
      labelled('purchasing', '采购部', 'Purchasing'),
      labelled('quality', '质量部', 'Quality'),
    ],
    roles: [
      role('manager', '售后主管', 'Service supervisor', 'service'),
      role('dispatcher', '售后服务员', 'Service staff', 'service'),
      role('engineer', '售后工程师', 'Service engineer', 'service'),
      role('quality', '质量员', 'Quality officer', 'quality'),
      role('parts', '采购员', 'Buyer', 'purchasing'),
    ],
    responsibilities: [
      duty('repair', 'assigned', 'R6-2.1', 'service', [], ['quality']),
      duty('quality', 'assigned', 'R6-2.1', 'service', ['quality']),
      duty('repair', 'repair', 'R6-2.2', 'service', ['purchasing']),
      duty('quality', 'repair', 'R6-2.2', 'service', ['purchasing', 'quality']),
      duty('repair', 'feedback', 'R6-2.3', 'service'),
      duty('complaint', 'feedback', 'R6-5.4', 'service', ['quality']),
    ],
  },
  channels: [
    channel('phone', '服务热线', 'Service hotline', citing('R6-3.1')),
    channel('web', '网站', 'Website', citing('R6-3.1')),
    ...platformChannels,
  ],
  contactPoints: [contact('service', '服务热线', 'Service hotline', citing('R6-3.1'))],
  standards: [],
  settings: [
    choose('customer-part', 'refused', [], citing('R6-4.4')),
    choose('fault-and-complaint', 'both'),
    choose('owner-on-leave', 'supervisor', ['workflow.ownership.supervisors']),
  ],
  inForce: [],
};
