import type { WarrantyPolicy } from '@aftercare/policy-engine';
import { ours, text, types } from '../shorthand.js';

const length = ours(
  '规章没有规定保修期限和起算日；此处为默认值，请自行修改。',
  'The rulebook states neither length nor start of a warranty; this is a default, to be edited.',
);

/** The rulebook says nothing of a warranty: all of this is a default. */
export const warranty: WarrantyPolicy = {
  terms: [
    {
      id: 'purifier',
      label: text('整机', 'Whole purifier'),
      scope: 'machine',
      startsAt: ['installation'],
      covers: [
        { costClass: 'parts', percent: 100, months: 12 },
        { costClass: 'labour', percent: 100, months: 12 },
        { costClass: 'travel', percent: 100, months: 12 },
      ],
      coversWearParts: false,
      source: length,
    },
    {
      id: 'booster-pump',
      label: text('增压泵', 'Booster pump'),
      scope: 'component',
      component: 'booster-pump',
      startsAt: ['installation'],
      covers: [{ costClass: 'parts', percent: 100, months: 24 }],
      coversWearParts: false,
      source: length,
    },
  ],
  order: ['repair', 'component', 'machine', 'contract'],
  wearParts: {
    lists: [{ parts: ['pp-filter', 'carbon-filter', 'ro-membrane', 'uv-lamp'] }],
    source: ours(
      '规章没有易损件清单；此处为默认值，请按型号修改。',
      'The rulebook has no list of wear parts; this is a default, to be edited by model.',
    ),
  },
  replacement: {
    term: 'rest',
    source: ours(
      '规章没有规定换货后的保修期；默认延续原期限。',
      'The rulebook does not say what a replaced unit carries; by default the rest of the old term.',
    ),
  },
  voidReasons: [
    {
      key: 'non-genuine',
      label: text('使用非正宗配件', 'Parts that are not genuine'),
      source: ours(
        '条款只要求我方使用正宗配件（R3-6.2）；他人换用非正宗配件的，默认不保修。',
        'The clause has our own staff use genuine parts only (R3-6.2); that others end the cover by using different ones is a default.',
      ),
    },
    {
      key: 'misuse',
      label: text('使用不当', 'Misuse'),
      source: ours(
        '规章没有规定使用不当的后果；默认不保修。',
        'The rulebook does not say what misuse does; by default it ends the cover.',
      ),
    },
  ],
  apart: {
    requestTypes: ['consultation', 'installation', 'maintenance'],
    source: ours(
      '咨询、安装和保养不占用保修；规章没有规定，此处为默认。',
      'Consultation, installation and maintenance never touch the warranty; the rulebook does not say so, it is a default.',
    ),
  },
  prices: [
    {
      id: 'sold-with-the-purifier',
      when: types('consultation', 'installation'),
      rank: 0,
      basis: 'waived',
      source: ours(
        '规章没有规定咨询和安装是否收费；默认免费。',
        'The rulebook does not say whether consultation and installation are charged; by default they are free.',
      ),
    },
    {
      id: 'list',
      when: {},
      rank: 0,
      basis: 'list',
      source: ours(
        '规章没有规定保修期外如何收费；默认按价目表。',
        'The rulebook does not say what is charged outside the warranty; by default the list price.',
      ),
    },
  ],
  overrides: {
    approvers: ['manager'],
    source: ours(
      '规章没有规定谁可以批准优惠或改判；默认为售后经理。',
      'The rulebook does not say who may approve goodwill or another decision; by default the service manager.',
    ),
  },
};
