/** Tunneling machines (R4): answered and assigned within 24 hours, then seven steps with a contract before work. */
import type { Policy } from '@aftercare/policy-engine';
import { adopted, calendarRule, commonPauses, makerCalendar, platformChannels } from '../common.js';
import { choose } from '../settings/index.js';
import {
  channel,
  citing,
  contact,
  days,
  duty,
  hours,
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

const within24Hours = {
  when: types('repair'),
  rank: 0,
  target: hours(24),
  startsAt: 'reported',
  reminders: [
    { id: 'soon', at: 'before', by: hours(4), tell: ['dispatcher'] },
    { id: 'late', at: 'due', tell: ['manager'] },
  ],
  source: citing('R4-5.1'),
} as const;

const withoutFigure = ours(
  '规章要求各项服务都有承诺时间（R4-2.3），但除报修外没有给出数值，请自行设定。',
  'The rulebook wants a promised time for every service (R4-2.3) but gives none except for repairs; set your own.',
);

const policy: Policy = {
  rulebook: 'R4',
  title: text('掘进机售后服务政策', 'After-sales policy for tunneling machines'),
  requestTypes: [
    labelled('repair', '故障报修', 'Repair'),
    labelled('warranty', '保修咨询', 'Warranty enquiry'),
    labelled('training', '操作培训', 'Training'),
    labelled('parts', '配件需求', 'Parts'),
  ],
  records,
  clockRules: [
    { ...within24Hours, id: 'repair-response', kind: 'response', stopsAt: 'responded' },
    { ...within24Hours, id: 'repair-assignment', kind: 'assignment', stopsAt: 'assigned' },
    {
      id: 'repair-resolution',
      kind: 'resolution',
      when: types('repair'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'resolved',
      source: citing('R4-5.4'),
    },
    {
      id: 'repair-feedback',
      kind: 'follow-up',
      when: types('repair'),
      rank: 0,
      target: 'no-target',
      startsAt: 'resolved',
      stopsAt: 'feedback-recorded',
      source: citing('R4-4.7'),
    },
    {
      id: 'other-resolution',
      kind: 'resolution',
      when: types('warranty', 'training', 'parts'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'resolved',
      source: withoutFigure,
    },
    {
      id: 'other-response',
      kind: 'response',
      when: types('warranty', 'training', 'parts'),
      rank: 0,
      target: 'no-target',
      startsAt: 'reported',
      stopsAt: 'responded',
      source: withoutFigure,
    },
  ],
  calendarRules: [calendarRule],
  pauseReasons: commonPauses,
  agreements: {
    kinds: ['resolution'],
    by: ['manager', 'dispatcher'],
    afterDue: false,
    source: ours(
      '规章没有规定由谁约定完工日期；默认由服务中心在维修合同中约定。',
      'The rulebook does not say who agrees the date of completion; by default the service centre does, with the repair contract.',
    ),
  },
  reopening: {
    mode: 'new-cycle',
    window: days(90),
    source: ours(
      '规章没有规定结案后重新打开；默认在三个月维修保修期内可以重新打开，按新的一轮计时。',
      'The rulebook says nothing of reopening; by default a ticket may be reopened for 90 days, about as long as the repair warranty, with new promises.',
    ),
  },
  warranty,
  workflow,
};

export const r4: RulebookTemplate = {
  policy,
  intake,
  rulebooks: ['R4'],
  adopts: adopted,
  calendars: [makerCalendar],
  organisation: {
    departments: [
      labelled('service-centre', '服务中心', 'Service centre'),
      labelled('engineering', '技术部', 'Engineering'),
      labelled('quality', '质量部', 'Quality'),
      labelled('parts', '配件部', 'Parts'),
    ],
    roles: [
      role('manager', '服务中心主任', 'Head of the service centre', 'service-centre'),
      role('dispatcher', '服务调度', 'Service dispatcher', 'service-centre'),
      role('engineer', '维修工程师', 'Service engineer', 'engineering'),
      role('quality', '质量员', 'Quality officer', 'quality'),
      role('parts', '配件管理员', 'Parts keeper', 'parts'),
    ],
    responsibilities: [
      duty('repair', 'reception', 'R4-3.1', 'service-centre', ['engineering']),
      duty('repair', 'diagnosis', 'R4-4.3', 'engineering', ['parts'], ['service-centre']),
      duty('repair', 'quotation', 'R4-4.4', 'service-centre', ['engineering', 'parts']),
      duty('repair', 'work', 'R4-4.5', 'engineering', ['parts'], ['service-centre']),
      duty('repair', 'acceptance', 'R4-4.6', 'engineering', ['quality'], ['service-centre']),
      duty('repair', 'feedback', 'R4-4.7', 'service-centre'),
      duty('training', 'reception', 'R4-2.1', 'engineering', [], ['service-centre']),
      duty('parts', 'reception', 'R4-2.1', 'parts', [], ['service-centre']),
    ],
  },
  channels: [
    channel('phone', '电话', 'Telephone', plainDefault),
    channel('web', '在线', 'Online', plainDefault),
    channel('dealer', '经销商代报', 'Filed by a dealer', citing('R4-2.2')),
    ...platformChannels.filter(({ key }) => key !== 'dealer'),
  ],
  contactPoints: [
    contact('service', '服务中心热线', 'Hotline of the service centre', citing('R4-3.1')),
    contact('complaint', '投诉热线', 'Complaint line', citing('R4-7.1')),
  ],
  standards: [],
  settings: [
    choose('response-time', 'natural', [
      'clockRules[repair-response].target.basis',
      'clockRules[repair-assignment].target.basis',
    ]),
    choose('warranty-quotation', 'always', ['workflow.transitions[start-work].requires'], citing('R4-4.4')),
    choose('repair-warranty', 'repair-warranty', ['warranty.repair'], citing('R4-5.2')),
    choose('customer-part', 'fitted'),
    choose('acceptance-objection', 'rework', ['workflow.transitions[rework]']),
    choose('acceptance-refused', 'dispute'),
    choose('acceptance-unanswered', 'remind-then-deemed'),
    choose('same-fault-twice', 'merge'),
    choose('owner-on-leave', 'supervisor', ['workflow.ownership.supervisors']),
  ],
  inForce: [],
};
