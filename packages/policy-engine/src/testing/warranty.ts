/** A maker's warranty and one machine, for the tests of warranty and charges. */
import type { Zone } from '../calendar/index.js';
import type { Policy, WarrantyPolicy, WarrantyTerm } from '../policy/index.js';
import type { ChargeDecision, ChargeInput, Machine, Verdict } from '../warranty/index.js';
import { decideCharges, stampTerms } from '../warranty/index.js';
import { policyWith, responseRule } from './index.js';

const label = { zh: '质保', en: 'Warranty' };
const ours = { kind: 'default' } as const;

/** Parts and labour one year, half of the travel six months, from acceptance. */
export const whole: WarrantyTerm = {
  id: 'whole',
  label,
  scope: 'machine',
  startsAt: ['acceptance'],
  covers: [
    { costClass: 'parts', percent: 100, months: 12 },
    { costClass: 'labour', percent: 100, months: 12 },
    { costClass: 'travel', percent: 50, months: 6 },
  ],
  coversWearParts: false,
  source: ours,
};
/** Three months for the parts of a membrane, worn or not. */
export const membrane: WarrantyTerm = {
  ...whole,
  id: 'membrane',
  scope: 'component',
  component: 'membrane',
  covers: [{ costClass: 'parts', percent: 100, months: 3 }],
  coversWearParts: true,
};
/** Eighty percent of parts and labour, wear parts too, sold for a year at a time. */
export const care: WarrantyTerm = {
  ...whole,
  id: 'care',
  scope: 'contract',
  covers: [
    { costClass: 'parts', percent: 80, months: 12 },
    { costClass: 'labour', percent: 80, months: 12 },
  ],
  coversWearParts: true,
};

export const warranty: WarrantyPolicy = {
  terms: [whole, membrane, care],
  order: ['repair', 'component', 'machine', 'contract'],
  wearParts: {
    lists: [{ parts: ['pick'] }, { models: ['TM-200'], parts: ['seal'] }],
    source: { kind: 'clause', clause: 'R1-C7' },
  },
  replacement: { term: 'rest', source: ours },
  repair: {
    covers: [
      { costClass: 'parts', percent: 100, months: 3 },
      { costClass: 'labour', percent: 100, months: 3 },
    ],
    source: { kind: 'clause', clause: 'R4-5.2' },
  },
  voidReasons: [
    { key: 'misuse', label: { zh: '人为损坏', en: 'Man-made damage' }, source: ours },
    {
      key: 'non-genuine',
      label: { zh: '使用非正宗配件', en: 'Parts that are not genuine' },
      costClasses: ['parts'],
      source: { kind: 'clause', clause: 'R3-6.2' },
    },
  ],
  apart: { requestTypes: ['training'], source: ours },
  prices: [
    { id: 'list', when: {}, rank: 0, basis: 'list', source: ours },
    {
      id: 'cost-fee',
      when: { requestTypes: ['repair'] },
      rank: 0,
      basis: 'cost-fee',
      source: { kind: 'clause', clause: 'R1-C7' },
    },
  ],
  overrides: { approvers: ['service-head'], source: ours },
};

export const policyOf = (changes: Partial<WarrantyPolicy> = {}): Policy => ({
  ...policyWith(responseRule),
  warranty: { ...warranty, ...changes },
});

/** Accepted on 10 March 2025, shipped a month before. */
export const machine: Machine = {
  serial: 'M1',
  model: 'TM-100',
  components: [{ key: 'membrane', serial: 'X1' }],
  dates: { shipment: '2025-02-10', acceptance: '2025-03-10' },
};

export const shanghai: Zone = { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] };

/** Noon in China. */
export const noon = (date: string) => Date.parse(`${date}T12:00:00+08:00`);

/** The decisions about lines of a repair reported on a day; fails when adjustments are refused. */
export function decisions(
  reportedOn: string,
  lines: ChargeInput['lines'],
  changes: Partial<ChargeInput> = {},
): readonly ChargeDecision[] {
  const result = decideCharges({
    policy: policyOf(),
    stamps: stampTerms(warranty, machine),
    machine,
    reportedAt: noon(reportedOn),
    zone: shanghai,
    circumstances: { requestType: 'repair' },
    lines,
    ...changes,
  });
  if ('refusals' in result) throw new Error(JSON.stringify(result.refusals));
  return result.decisions;
}

/** The decision about one line. */
export function decision(
  reportedOn: string,
  line: Partial<ChargeInput['lines'][number]> = {},
  changes: Partial<ChargeInput> = {},
): ChargeDecision {
  const [only] = decisions(reportedOn, [{ id: 'l1', costClass: 'parts', ...line }], changes);
  if (!only) throw new Error('no decision');
  return only;
}

/** What each stamp said, as `stamp: code`. */
export const verdictsOf = ({ reasons }: ChargeDecision): string[] =>
  reasons.map((reason) => ('stamp' in reason ? `${reason.stamp}: ${reason.code}` : reason.code));

/** What one stamp said in full. */
export const verdictOf = ({ reasons }: ChargeDecision, stamp: string): Verdict | undefined =>
  reasons.flatMap((reason) => ('stamp' in reason && reason.stamp === stamp ? [reason] : [])).at(0);
