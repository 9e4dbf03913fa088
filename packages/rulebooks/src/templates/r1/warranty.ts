import type { WarrantyPolicy } from '@aftercare/policy-engine';
import { citing, ours, text } from '../shorthand.js';

const length = ours(
  '规章没有规定保修期限和起算日；此处为默认值，请按合同修改。',
  'The rulebook states neither length nor start of a warranty; this is a default, to be edited by your contracts.',
);

const soldWithThePlant = [
  'installation',
  'commissioning',
  'delivery',
  'technical-exchange',
  'training',
  'opinion',
  'consultation',
];

/** The cost fee is the commitment's (R1-C7); every length, list and start is a default. */
export const warranty: WarrantyPolicy = {
  terms: [
    {
      id: 'plant',
      label: text('整套设备', 'Whole plant'),
      scope: 'machine',
      startsAt: ['acceptance'],
      covers: [
        { costClass: 'parts', percent: 100, months: 12 },
        { costClass: 'labour', percent: 100, months: 12 },
        { costClass: 'travel', percent: 100, months: 12 },
      ],
      coversWearParts: false,
      source: length,
    },
    {
      id: 'pump',
      label: text('水泵', 'Pump'),
      scope: 'component',
      component: 'pump',
      startsAt: ['acceptance'],
      covers: [{ costClass: 'parts', percent: 100, months: 18 }],
      coversWearParts: false,
      source: length,
    },
    {
      id: 'membrane',
      label: text('膜组件', 'Membrane module'),
      scope: 'component',
      component: 'membrane',
      startsAt: ['acceptance'],
      covers: [{ costClass: 'parts', percent: 100, months: 12 }],
      coversWearParts: false,
      source: length,
    },
    {
      id: 'membrane-second-year',
      label: text('膜组件（第二年）', 'Membrane module, second year'),
      scope: 'component',
      component: 'membrane',
      startsAt: ['acceptance'],
      covers: [{ costClass: 'parts', percent: 50, months: 24 }],
      coversWearParts: false,
      source: length,
    },
  ],
  order: ['repair', 'component', 'machine', 'contract'],
  wearParts: {
    lists: [
      { parts: ['filter-bag', 'filter-cartridge', 'seal', 'aerator-diffuser', 'uv-lamp', 'dosing-hose'] },
    ],
    source: ours(
      '条款规定易损件不在保修范围内（R1-C7），没有给出清单；此清单为默认值，请按型号修改。',
      'That wear parts are outside the warranty is the clause’s (R1-C7), which has no list; this one is a default, to be edited by model.',
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
        '条款只规定使用不当时告知解决办法（R1-M11.2a），没有规定是否收费；默认不保修。',
        'The clause only has the solution told after misuse (R1-M11.2a) and does not say who pays; by default it is not covered.',
      ),
    },
    {
      key: 'man-made',
      label: text('人为损坏', 'Man-made damage'),
      source: ours(
        '规章把人为问题单列为一类（R11-3.1），没有规定是否收费；默认不保修。',
        'The rulebook makes man-made problems a class (R11-3.1) and does not say who pays; by default they are not covered.',
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
    requestTypes: soldWithThePlant,
    source: ours(
      '安装、调试、培训等不占用保修；规章没有规定，此处为默认。',
      'Installation, commissioning, training and the like never touch the warranty; the rulebook does not say so, it is a default.',
    ),
  },
  prices: [
    { id: 'cost-fee', when: {}, rank: 0, basis: 'cost-fee', source: citing('R1-C7') },
    {
      id: 'sold-with-the-plant',
      when: { requestTypes: soldWithThePlant },
      rank: 0,
      basis: 'waived',
      source: ours(
        '规章没有规定安装、调试、培训等是否收费；默认随设备提供，不另收费。',
        'The rulebook does not say whether installation, commissioning, training and the like are charged; by default they come with the plant.',
      ),
    },
  ],
  overrides: {
    approvers: ['manager'],
    source: ours(
      '规章没有规定谁可以批准优惠或改判；默认为市场营销部负责人。',
      'The rulebook does not say who may approve goodwill or another decision; by default the head of marketing.',
    ),
  },
};
