/** A small policy and short ways to write rules and facts; for the tests of this package only. */
import type {
  AssignedFact,
  ClosedFact,
  Fact,
  GuidedFact,
  ReportedFact,
  RespondedFact,
} from '../clocks/index.js';
import type { ClockRule, Policy } from '../policy/index.js';
import type { Duration, Instant } from '../time/index.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Monday 2 March 2026, 09:00 in China. */
export const monday: Instant = Date.UTC(2026, 2, 2, 1);

export const natural = (amount: number, unit: Duration['unit']): Duration => ({
  amount,
  unit,
  basis: 'natural',
});

export function rule(changes: Partial<ClockRule>): ClockRule {
  return {
    id: 'response',
    kind: 'response',
    when: {},
    rank: 0,
    target: natural(24, 'hours'),
    startsAt: 'reported',
    stopsAt: 'responded',
    source: { kind: 'clause', clause: 'R4-5.1' },
    ...changes,
  };
}

export const responseRule = rule({});
export const assignmentRule = rule({ id: 'assignment', kind: 'assignment', stopsAt: 'assigned' });

export function policyWith(...clockRules: ClockRule[]): Policy {
  return {
    rulebook: 'R4',
    title: { zh: '掘进机售后服务政策', en: 'After-sales policy for tunneling machines' },
    requestTypes: [
      { key: 'repair', label: { zh: '故障报修', en: 'Repair' } },
      { key: 'training', label: { zh: '操作培训', en: 'Training' } },
    ],
    clockRules,
    workflow: {
      states: [
        { key: 'reported', label: { zh: '待受理', en: 'Reported' }, category: 'open' },
        { key: 'work', label: { zh: '维修中', en: 'Under repair' }, category: 'active' },
        { key: 'acceptance', label: { zh: '待验收', en: 'Awaiting acceptance' }, category: 'waiting' },
        { key: 'closed', label: { zh: '已完成', en: 'Completed' }, category: 'closed' },
      ],
      initial: 'reported',
      transitions: [
        { key: 'assign', label: { zh: '派工', en: 'Assign' }, from: ['reported'], to: 'work' },
        { key: 'present', label: { zh: '提请验收', en: 'Present' }, from: ['work'], to: 'acceptance' },
        { key: 'rework', label: { zh: '返工', en: 'Rework' }, from: ['acceptance'], to: 'work' },
        { key: 'close', label: { zh: '结案', en: 'Close' }, from: ['work', 'acceptance'], to: 'closed' },
      ],
    },
  };
}

export const reported = (at: Instant, changes: Partial<ReportedFact> = {}): Fact => ({
  kind: 'reported',
  at,
  recordedAt: at,
  requestType: 'repair',
  ...changes,
});
export const responded = (at: Instant, changes: Partial<RespondedFact> = {}): Fact => ({
  kind: 'responded',
  at,
  recordedAt: at,
  by: 'maker',
  audience: 'public',
  ...changes,
});
export const guided = (at: Instant, changes: Partial<GuidedFact> = {}): Fact => ({
  kind: 'guided',
  at,
  recordedAt: at,
  by: 'maker',
  ...changes,
});
export const assigned = (at: Instant, changes: Partial<AssignedFact> = {}): Fact => ({
  kind: 'assigned',
  at,
  recordedAt: at,
  to: 'engineer',
  ...changes,
});
export const closed = (at: Instant, changes: Partial<ClosedFact> = {}): Fact => ({
  kind: 'closed',
  at,
  recordedAt: at,
  ...changes,
});
