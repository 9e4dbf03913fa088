import type { ClockRule, Reminder } from '@aftercare/policy-engine';
import { citing, days, hours, ours, types } from '../shorthand.js';
import { allBut } from './request-types.js';

/** Reminders are no promise, so no clause asks for them; those of the template are defaults. */
const beforeArrival: readonly Reminder[] = [
  { id: 'soon', at: 'before', by: hours(4), tell: ['dispatcher'] },
  { id: 'late', at: 'due', tell: ['manager'] },
];

const byAgreement = ours(
  '条款只规定省内和省外；港澳台、境外以及省份不明的现场不作统一承诺，逐单约定。',
  'The clause speaks of in-province and out-of-province only; for Hong Kong, Macao, Taiwan, abroad and unknown provinces nothing is promised but what is agreed.',
);

/** In-province, out-of-province and by agreement: the same for repair and commissioning, from different events. */
function arrivals(requestType: string, startsAt: string, clause: string): ClockRule[] {
  const common = { kind: 'arrival', rank: 0, startsAt, stopsAt: 'arrived' } as const;
  return [
    {
      ...common,
      id: `${requestType}-arrival-near`,
      when: { requestTypes: [requestType], regions: ['in-province'] },
      target: hours(24),
      reminders: beforeArrival,
      source: citing(clause),
    },
    {
      ...common,
      id: `${requestType}-arrival-far`,
      when: { requestTypes: [requestType], regions: ['out-of-province'] },
      target: hours(48),
      reminders: beforeArrival,
      source: citing(clause),
    },
    {
      ...common,
      id: `${requestType}-arrival-by-agreement`,
      when: { requestTypes: [requestType], regions: ['special', 'unknown'] },
      target: 'no-target',
      source: byAgreement,
    },
  ];
}

const followUp = {
  kind: 'follow-up',
  rank: 0,
  target: days(7),
  startsAt: 'resolved',
  stopsAt: 'follow-up-done',
  reminders: [
    { id: 'soon', at: 'before', by: days(1), tell: ['dispatcher'] },
    { id: 'late', at: 'due', tell: ['manager'] },
  ],
} as const satisfies Partial<ClockRule>;

const returned = {
  kind: 'return',
  rank: 0,
  startsAt: 'goods-received',
  stopsAt: 'return-completed',
} as const;

export const clockRules: readonly ClockRule[] = [
  {
    id: 'repair-guidance',
    kind: 'guidance',
    when: types('repair'),
    rank: 0,
    target: 'no-target',
    startsAt: 'reported',
    stopsAt: 'guided',
    source: citing('R1-C6'),
  },
  ...arrivals('repair', 'guidance-failed', 'R1-C6'),
  ...arrivals('commissioning', 'reported', 'R1-C2'),
  {
    id: 'commissioning-duration',
    kind: 'duration',
    when: types('commissioning'),
    rank: 0,
    target: days(7),
    planned: days(5),
    startsAt: 'ready',
    stopsAt: 'resolved',
    source: citing('R1-C5'),
  },
  {
    id: 'other-arrival',
    kind: 'arrival',
    when: allBut('repair', 'commissioning'),
    rank: 0,
    target: 'no-target',
    startsAt: 'reported',
    stopsAt: 'arrived',
    source: ours(
      '条款只对维修和调试规定到场时限；其他服务可逐单约定。',
      'The clauses promise an arrival for repair and commissioning only; for other services one may be agreed.',
    ),
  },
  {
    id: 'other-duration',
    kind: 'duration',
    when: allBut('commissioning'),
    rank: 0,
    target: 'no-target',
    startsAt: 'reported',
    stopsAt: 'resolved',
    source: ours(
      '条款只对调试规定所需天数（R1-C5）；其他服务可逐单约定完成日期。',
      'The clause says how long commissioning takes (R1-C5); for other services a date of completion may be agreed.',
    ),
  },
  {
    ...followUp,
    id: 'installation-follow-up',
    when: types('installation', 'commissioning'),
    source: citing('R1-M9.3'),
  },
  {
    ...followUp,
    id: 'repair-follow-up',
    when: types('repair'),
    source: ours(
      '条款只对安装调试规定一周内回访（R1-M9.3）；维修默认参照执行。',
      'The clause asks for a return visit within one week after installation and commissioning only (R1-M9.3); by default repairs follow it.',
    ),
  },
  {
    id: 'complaint-contact',
    kind: 'contact',
    when: types('complaint', 'return'),
    rank: 0,
    target: 'no-target',
    startsAt: 'reported',
    stopsAt: 'responded',
    source: citing('R11-4.2'),
  },
  {
    id: 'complaint-answer',
    kind: 'answer',
    when: types('complaint', 'return'),
    rank: 0,
    target: 'no-target',
    startsAt: 'reported',
    stopsAt: 'answered',
    source: citing('R11-4.3'),
  },
  {
    id: 'complaint-engineer',
    kind: 'assignment',
    when: types('complaint'),
    rank: 0,
    target: 'no-target',
    startsAt: 'visit-decided',
    stopsAt: 'engineer-notified',
    source: citing('R11-2.4.2'),
  },
  {
    ...returned,
    id: 'return-by-procedure',
    when: types('return', 'exchange'),
    target: 'no-target',
    source: citing('R1-M12'),
  },
  {
    ...returned,
    id: 'return-ordinary',
    when: types('return'),
    target: {
      amount: 3,
      unit: 'days',
      basis: 'working-days',
      endsAt: 'end-of-day',
      startOutside: 'next-opening',
    },
    source: citing('R11-3.3.3.2'),
  },
  {
    ...returned,
    id: 'return-special',
    when: { requestTypes: ['return'], severities: ['urgent'] },
    target: hours(24),
    source: citing('R11-3.3.3.2'),
  },
  {
    id: 'other-response',
    kind: 'response',
    when: types(
      'installation',
      'commissioning',
      'delivery',
      'technical-exchange',
      'training',
      'exchange',
      'opinion',
      'consultation',
    ),
    rank: 0,
    target: 'no-target',
    startsAt: 'reported',
    stopsAt: 'responded',
    source: ours(
      '规章没有规定此类请求的响应时限，可自行设定。',
      'The rulebook gives no response time for these requests; you may set one.',
    ),
  },
];
