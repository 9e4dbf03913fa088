import type { WarrantyPolicy } from '@aftercare/policy-engine';
import { ours, text } from '../shorthand.js';

const length = ours(
  '规章没有规定保修期限和起算日；此处为默认值，请按合同修改。',
  'The rulebook states neither length nor start of a warranty; this is a default, to be edited by your contracts.',
);

/** The rulebook says nothing of a warranty: all of this is a default. */
export const warranty: WarrantyPolicy = {
  terms: [
    {
      id: 'system',
      label: text('整套系统', 'Whole system'),
      scope: 'machine',
      startsAt: ['receipt', 'acceptance'],
      covers: [
        { costClass: 'parts', percent: 100, months: 18 },
        { costClass: 'labour', percent: 100, months: 12 },
        { costClass: 'travel', percent: 100, months: 12 },
      ],
      coversWearParts: false,
      source: length,
    },
    {
      id: 'drive',
      label: text('变频器', 'Frequency converter'),
      scope: 'component',
      component: 'drive',
      startsAt: ['receipt'],
      covers: [{ costClass: 'parts', percent: 100, months: 24 }],
      coversWearParts: false,
      source: length,
    },
  ],
  order: ['repair', 'component', 'machine', 'contract'],
  wearParts: {
    lists: [{ parts: ['fuse', 'cooling-fan', 'contact-finger', 'indicator-lamp', 'air-filter'] }],
    source: ours(
      '规章没有易损件清单；此处为默认值，请按型号修改。',
      'The rulebook has no list of wear parts; this is a default, to be edited by model.',
    ),
  },
  replacement: {
    term: 'rest',
    source: ours(
      '规章没有规定更换后的保修期；默认延续原期限。',
      'The rulebook does not say what a replaced unit carries; by default the rest of the old term.',
    ),
  },
  voidReasons: [
    {
      key: 'misuse',
      label: text('使用不当', 'Misuse'),
      source: ours(
        '规章没有规定使用不当的后果；默认不保修。',
        'The rulebook does not say what misuse does; by default it ends the cover.',
      ),
    },
    {
      key: 'unauthorised-repair',
      label: text('擅自拆修', 'Unauthorised repair'),
      source: ours(
        '规章没有规定擅自拆修的后果；默认不保修。',
        'The rulebook says nothing of unauthorised repairs; by default they end the cover.',
      ),
    },
  ],
  apart: {
    requestTypes: ['maintenance'],
    source: ours(
      '保养不占用保修；规章没有规定，此处为默认。',
      'Maintenance never touches the warranty; the rulebook does not say so, it is a default.',
    ),
  },
  prices: [
    {
      id: 'list',
      when: {},
      rank: 0,
      basis: 'list',
      source: ours(
        '规章没有规定保修期外的价格；默认按价目表。',
        'The rulebook does not say what is charged outside the warranty; by default the list price.',
      ),
    },
  ],
  overrides: {
    approvers: ['manager'],
    source: ours(
      '规章没有规定谁可以批准优惠或改判；默认为售后主管。',
      'The rulebook does not say who may approve goodwill or another decision; by default the service supervisor.',
    ),
  },
};
