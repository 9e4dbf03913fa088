import type { Cover, WarrantyPolicy } from '@aftercare/policy-engine';
import { ours, text, types } from '../shorthand.js';

const length = ours(
  '规章没有规定保修期限和起算日；此处为默认值，请按合同修改。',
  'The rulebook states neither length nor start of a warranty; this is a default, to be edited by your contracts.',
);

/** The machine's own; what is built into it runs as long. */
const meter = { key: 'cutting-hours', limit: 3000 };

const repairCovers: readonly Cover[] = [
  { costClass: 'parts', percent: 100, months: 3 },
  { costClass: 'labour', percent: 100, months: 3 },
  { costClass: 'travel', percent: 100, months: 3 },
];

/** That repairs carry a warranty of their own is the rulebook's (R4-5.2); every length, list and start is a default. */
export const warranty: WarrantyPolicy = {
  terms: [
    {
      id: 'roadheader',
      label: text('整机', 'Whole machine'),
      scope: 'machine',
      startsAt: ['shipment', 'acceptance'],
      covers: [
        { costClass: 'parts', percent: 100, months: 12 },
        { costClass: 'labour', percent: 100, months: 12 },
        { costClass: 'travel', percent: 100, months: 6 },
      ],
      meter,
      coversWearParts: false,
      source: length,
    },
    {
      id: 'cutting-motor',
      label: text('截割电机', 'Cutting motor'),
      scope: 'component',
      component: 'cutting-motor',
      startsAt: ['acceptance'],
      covers: [
        { costClass: 'parts', percent: 100, months: 18 },
        { costClass: 'labour', percent: 100, months: 12 },
      ],
      meter,
      coversWearParts: false,
      source: length,
    },
    {
      id: 'cutting-motor-labour',
      label: text('截割电机（延长期人工）', 'Cutting motor, extended labour'),
      scope: 'component',
      component: 'cutting-motor',
      startsAt: ['acceptance'],
      covers: [{ costClass: 'labour', percent: 50, months: 18 }],
      meter,
      coversWearParts: false,
      source: length,
    },
  ],
  order: ['repair', 'component', 'machine', 'contract'],
  wearParts: {
    lists: [{ parts: ['cutting-pick', 'pick-holder', 'scraper-chain', 'hydraulic-hose', 'seal', 'filter'] }],
    source: ours(
      '规章没有易损件清单；此处为默认值，请按型号修改。',
      'The rulebook has no list of wear parts; this is a default, to be edited by model.',
    ),
  },
  replacement: {
    term: 'longer',
    covers: repairCovers,
    source: ours(
      '规章没有规定更换后的保修期；默认取原期限余下部分与维修保修期中较长者。',
      'The rulebook does not say what a replaced unit carries; by default the longer of the old term’s rest and the warranty of a repair.',
    ),
  },
  repair: {
    covers: repairCovers,
    after: 'accepted',
    source: ours(
      '规章要求维修服务有保修期（R4-5.2），没有给出期限；三个月为默认值。',
      'The rulebook wants a warranty period on the repair (R4-5.2) and gives no length; three months are a default.',
    ),
  },
  voidReasons: [
    {
      key: 'misuse',
      label: text('违章操作', 'Operation against the rules'),
      source: ours(
        '规章没有规定违章操作的后果；默认不保修。',
        'The rulebook does not say what wrong operation does; by default it ends the cover.',
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
    requestTypes: ['training', 'warranty'],
    source: ours(
      '培训和保修咨询不占用保修；规章没有规定，此处为默认。',
      'Training and enquiries never touch the warranty; the rulebook does not say so, it is a default.',
    ),
  },
  prices: [
    {
      id: 'enquiry',
      when: types('warranty'),
      rank: 0,
      basis: 'waived',
      source: ours(
        '规章没有规定保修咨询是否收费；默认免费。',
        'The rulebook does not say whether enquiries are charged; by default they are free.',
      ),
    },
    {
      id: 'list',
      when: {},
      rank: 0,
      basis: 'list',
      source: ours(
        '规章没有规定保修期外的价格；默认按价目表报价。',
        'The rulebook does not say what is charged outside the warranty; by default the list price is quoted.',
      ),
    },
  ],
  overrides: {
    approvers: ['manager'],
    source: ours(
      '规章没有规定谁可以批准优惠或改判；默认为服务中心主任。',
      'The rulebook does not say who may approve goodwill or another decision; by default the head of the service centre.',
    ),
  },
};
