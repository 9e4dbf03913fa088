import type { Fact } from '../facts/index.js';
import type { ApprovalRule, Policy, RuleSource } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import { policyWith, responseRule } from './index.js';

const clause = (id: string): RuleSource => ({ kind: 'clause', clause: id });
const label = { zh: '某项', en: 'Item' };

const measures: Omit<ApprovalRule, 'key' | 'mode'> = {
  label,
  by: ['quality', 'research', 'production'],
  deputies: ['director'],
  oral: false,
  safetyException: false,
  source: clause('R11-3.2.3'),
};

/** A repair shop with the steps of R4 and single clauses of other rulebooks. */
export const workshop: Policy = {
  ...policyWith(responseRule),
  records: ['contract-signed', 'tested', 'accepted', 'explained'].map((key) => ({ key, label })),
  severity: {
    classes: ['general', 'major'].map((key) => ({ key, label })),
    unclassified: 'general',
    countsFrom: 'original-start',
    source: { kind: 'default' },
  },
  pauseReasons: ['customer', 'approval'].map((key) => ({
    key,
    label,
    limit: { amount: 30, unit: 'days', basis: 'natural' },
    source: { kind: 'default' },
  })),
  reopening: {
    mode: 'restart',
    window: { amount: 7, unit: 'days', basis: 'natural' },
    source: { kind: 'default' },
  },
  workflow: {
    initial: 'appointment',
    states: [
      { key: 'appointment', label, category: 'open' },
      { key: 'reception', label, category: 'active' },
      { key: 'diagnosis', label, category: 'active' },
      { key: 'quotation', label, category: 'waiting' },
      { key: 'work', label, category: 'active' },
      { key: 'acceptance', label, category: 'waiting' },
      { key: 'feedback', label, category: 'active' },
      { key: 'closed', label, category: 'closed' },
      { key: 'cancelled', label, category: 'closed' },
    ],
    transitions: [
      { key: 'assign', label, from: ['appointment'], to: 'reception', by: ['desk', 'manager'] },
      { key: 'diagnose', label, from: ['reception'], to: 'diagnosis' },
      {
        key: 'quote',
        label,
        from: ['diagnosis'],
        to: 'quotation',
        when: { coverages: ['charged', 'shared'] },
        source: clause('R4-4.4'),
      },
      {
        key: 'start-work',
        label,
        from: ['quotation'],
        to: 'work',
        by: ['engineer'],
        requires: [
          { kind: 'record', record: 'contract-signed', source: clause('R4-4.4') },
          {
            kind: 'approval',
            approval: 'treatment',
            when: { severities: ['major'] },
            source: clause('R1-M11.2-2'),
          },
        ],
      },
      {
        key: 'present',
        label,
        from: ['work'],
        to: 'acceptance',
        requires: [{ kind: 'record', record: 'tested', fresh: true, source: clause('R3-6.3') }],
        effects: [
          { kind: 'event', event: 'resolved' },
          { kind: 'pause', reason: 'customer' },
        ],
      },
      {
        key: 'rework',
        label,
        from: ['acceptance'],
        to: 'work',
        effects: [{ kind: 'resume', reason: 'customer' }],
      },
      {
        key: 'accept',
        label,
        from: ['acceptance'],
        to: 'feedback',
        requires: [{ kind: 'record', record: 'accepted', source: clause('R4-4.6') }],
        effects: [{ kind: 'resume', reason: 'customer' }],
      },
      { key: 'answer', label, from: ['reception', 'diagnosis'], to: 'feedback' },
      {
        key: 'close',
        label,
        from: ['feedback'],
        to: 'closed',
        requires: [
          { kind: 'record', record: 'explained', source: clause('R2-12') },
          { kind: 'owner', source: clause('R10-G3') },
        ],
        effects: [{ kind: 'event', event: 'closed' }],
      },
      {
        key: 'cancel',
        label,
        from: ['appointment', 'reception', 'diagnosis', 'quotation'],
        to: 'cancelled',
        effects: [{ kind: 'event', event: 'closed' }],
      },
      {
        key: 'resume',
        label,
        from: ['closed'],
        to: 'work',
        by: ['desk'],
        effects: [{ kind: 'event', event: 'reopened' }],
      },
    ],
    approvals: [
      {
        key: 'treatment',
        label,
        by: ['head'],
        deputies: ['director'],
        mode: 'one',
        oral: true,
        safetyException: true,
        pauses: 'approval',
        source: clause('R1-M11.2-2'),
      },
      { key: 'any-of', mode: 'one', ...measures },
      { key: 'all-of', mode: 'all', ...measures },
      { key: 'in-turn', mode: 'in-order', ...measures },
      { key: 'two-of-three', mode: 'quorum', quorum: 2, ...measures },
    ],
    ownership: { supervisors: ['manager'], source: clause('R10-G3') },
  },
};

type Stamped<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

const stamp = (at: Instant) => ({ at, recordedAt: at });
export const asked = (
  at: Instant,
  approval: string,
  changes: Partial<Stamped<'approval'>> = {},
): Stamped<'approval'> => ({
  kind: 'approval',
  ...stamp(at),
  approval,
  decision: 'asked',
  by: 'engineer-1',
  ...changes,
});
/** `who` is `person/role`. */
export function decided(
  at: Instant,
  approval: string,
  decision: 'given' | 'refused',
  who: string,
  changes: Partial<Stamped<'approval'>> = {},
): Stamped<'approval'> {
  const [by = '', role = ''] = who.split('/');
  return { kind: 'approval', ...stamp(at), approval, decision, by, role, ...changes };
}
export const wroteDown = (at: Instant, record: string): Fact => ({ kind: 'recorded', ...stamp(at), record });
export const entered = (at: Instant, state: string): Fact => ({ kind: 'state-entered', ...stamp(at), state });
export const ownedBy = (at: Instant, owner: string): Fact => ({ kind: 'owner-set', ...stamp(at), owner });
export const assignedTo = (at: Instant, to: string): Fact => ({ kind: 'assigned', ...stamp(at), to });
export const severitySet = (at: Instant, severity: string): Fact => ({
  kind: 'severity-set',
  ...stamp(at),
  severity,
  reason: 'as found on site',
});
