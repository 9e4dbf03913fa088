/** Environmental and water-treatment plants (R1), with the complaint rules of R11, which prevail. */
import type { Policy } from '@aftercare/policy-engine';
import { adopted, calendarRule, commonPauses, makerCalendar } from '../common.js';
import { citing, days, labelled, ours, text } from '../shorthand.js';
import type { RulebookTemplate } from '../template.js';
import { clockRules } from './clock-rules.js';
import { intake } from './intake.js';
import { channels, contactPoints, inForce, organisation, standards } from './organisation.js';
import { records } from './records.js';
import { requestTypes } from './request-types.js';
import { settings } from './settings.js';
import { warranty } from './warranty.js';
import { workflow } from './workflow.js';

const policy: Policy = {
  rulebook: 'R1',
  title: text(
    '环保与水处理设备售后服务政策',
    'After-sales policy for environmental and water-treatment plants',
  ),
  requestTypes,
  records,
  severity: {
    classes: [
      labelled('general', '一般质量问题', 'General issue'),
      labelled('major', '重大质量问题', 'Major issue'),
      labelled('urgent', '特殊情况（加急）', 'Special case (urgent)'),
    ],
    unclassified: 'major',
    countsFrom: 'original-start',
    source: ours(
      '一般和重大由条款规定（R1-M11.2）；未判定时按重大处理、变更后按原起算时间计，是默认设置。',
      'General and major are the clause’s (R1-M11.2); that the unclassified counts as major, and that promises keep their start, are defaults.',
    ),
  },
  home: {
    basis: 'registered-seat',
    provinces: ['32'],
    source: ours(
      '条款没有说明“省内”以何处为准；默认为厂家注册地江苏，请改为本厂所在省份。',
      'The clause does not say from where “in-province” is judged; by default it is the registered seat, Jiangsu. Put in your own province.',
    ),
  },
  clockRules,
  precedence: {
    by: 'rank',
    scope: 'clause',
    rulebooks: [
      { id: 'R11', inForceFrom: '2019-01-01' },
      { id: 'R1', inForceFrom: '2017-03-27' },
    ],
    source: citing('R11-5'),
  },
  calendarRules: [calendarRule],
  pauseReasons: [
    ...commonPauses,
    {
      key: 'site-not-ready',
      label: text('现场不具备条件', 'Site not ready'),
      limit: days(30),
      clocks: ['duration'],
      source: ours(
        '条款要求条件完全具备后才开始调试（R1-C3），没有说明期间是否计时；默认最多暂停 30 天。',
        'The clause has commissioning wait until all is ready (R1-C3) and does not say what the clock does; by default it stops for 30 days at most.',
      ),
    },
  ],
  agreements: {
    kinds: ['arrival', 'duration'],
    by: ['manager', 'supervisor'],
    afterDue: false,
    source: ours(
      '特殊情况另议是条款规定的（R1-C2、R1-C5、R1-C6）；由谁约定、超时后不能再约定，是默认设置。',
      'That special cases are agreed is the clauses’ (R1-C2, R1-C5, R1-C6); who may agree, and that it is too late after the promise was missed, are defaults.',
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

export const r1: RulebookTemplate = {
  policy,
  intake,
  rulebooks: ['R1', 'R11'],
  adopts: [...adopted, 'R2-9'],
  calendars: [makerCalendar],
  organisation,
  channels,
  contactPoints,
  standards,
  settings,
  inForce,
};
