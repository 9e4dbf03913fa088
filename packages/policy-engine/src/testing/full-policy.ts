/** A policy that uses every part and every field, except warranty and the finer workflow; for tests only. */
import type { ClockRule } from '../policy/index.js';
import { natural, policyWith, responseRule, assignmentRule, rule } from './index.js';

export const sound = policyWith(responseRule, assignmentRule);
export const label = { zh: '某', en: 'Some' };
const source = { kind: 'default' } as const;

/** The small policy with one rule, changed in whatever way. */
export function withRule(changes: { [Field in keyof ClockRule]?: unknown }): unknown {
  return { ...sound, clockRules: [{ ...responseRule, ...changes }] };
}

export const full = {
  ...sound,
  records: [{ key: 'contract', label, by: ['desk'], toRequester: true, date: 'future' }],
  severity: {
    classes: [
      { key: 'general', label },
      { key: 'major', label },
    ],
    unclassified: 'major',
    countsFrom: 'change',
    source,
  },
  home: { basis: 'plant', provinces: ['32'], source },
  clockRules: [
    rule({
      when: {
        requestTypes: ['repair'],
        severities: ['major'],
        regions: ['in-province', 'unknown'],
        channels: ['hotline'],
        customerGroups: ['key'],
        coverages: ['covered'],
      },
      target: { amount: 7, unit: 'days', basis: 'natural' },
      planned: { amount: 5, unit: 'days', basis: 'natural' },
      reminders: [
        { id: 'soon', at: 'before', by: natural(1, 'days'), tell: ['supervisor'] },
        { id: 'now', at: 'due', tell: ['supervisor'] },
        {
          id: 'late',
          at: 'after',
          by: { amount: 4, unit: 'hours', basis: 'working-hours' },
          tell: ['head'],
        },
      ],
    }),
    rule({
      id: 'signing',
      kind: 'duration',
      target: {
        amount: 3,
        unit: 'days',
        basis: 'working-days',
        endsAt: 'same-time',
        startOutside: 'next-opening',
      },
      stopsAt: 'contract',
      source: { ...source, note: label },
    }),
  ],
  precedence: {
    by: 'newest',
    scope: 'clause',
    rulebooks: [
      { id: 'R4', inForceFrom: '2017-03-27' },
      { id: 'R11', inForceFrom: '2019-01-01' },
    ],
    source: { kind: 'clause', clause: 'R11-5' },
  },
  calendarRules: [
    { id: 'china', when: {}, rank: 0, calendar: 'china', source },
    {
      id: 'night',
      when: { channels: ['hotline'] },
      kinds: ['response'],
      rank: 0,
      calendar: 'night',
      source,
    },
  ],
  pauseReasons: [{ key: 'parts', label, limit: natural(30, 'days'), clocks: ['resolution'], source }],
  agreements: { kinds: ['duration'], by: ['supervisor'], afterDue: false, source },
  reopening: { mode: 'restart', window: natural(14, 'days'), source },
} as const;
