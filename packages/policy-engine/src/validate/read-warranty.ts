import type { Cover, WarrantyPolicy, WarrantyTerm } from '../policy/index.js';
import {
  costClasses,
  coverScopes,
  priceBases,
  replacementTerms,
  startBases,
  termScopes,
} from '../policy/index.js';
import { labelled, readConditions, readLocalized, readSource } from './read-parts.js';
import type { Read } from './read.js';
import {
  integerWithin,
  keyOf,
  listBy,
  listOf,
  objectOf,
  oneOf,
  readBoolean,
  readInteger,
  readKey,
  readText,
  setOf,
} from './read.js';

const readCover: Read<Cover> = objectOf({
  costClass: oneOf(...costClasses),
  percent: integerWithin(1, 100),
  months: integerWithin(1, 600),
});
const readCovers = listBy('costClass', readCover);
const readCostClasses = setOf(oneOf(...costClasses));
const readTexts = listOf(readText);

const readTerm: Read<WarrantyTerm> = objectOf(
  {
    id: readKey,
    label: readLocalized,
    scope: oneOf(...termScopes),
    startsAt: setOf(oneOf(...startBases), 1, 2),
    covers: readCovers,
    coversWearParts: readBoolean,
    source: readSource,
  },
  {
    component: readKey,
    models: readTexts,
    meter: objectOf({ key: readKey, limit: integerWithin(1, Number.MAX_SAFE_INTEGER) }),
  },
);

/** The shape of what a policy says about warranty and charges. */
export const readWarranty: Read<WarrantyPolicy> = objectOf(
  {
    terms: listBy('id', readTerm, 0),
    order: setOf(oneOf(...coverScopes)),
    wearParts: objectOf({
      lists: listOf(objectOf({ parts: readTexts }, { models: readTexts }), 0),
      source: readSource,
    }),
    replacement: objectOf({ term: oneOf(...replacementTerms), source: readSource }, { covers: readCovers }),
    voidReasons: listBy(
      'key',
      objectOf({ ...labelled, source: readSource }, { costClasses: readCostClasses }),
      0,
    ),
    apart: objectOf({ requestTypes: setOf(keyOf('requestType'), 0), source: readSource }),
    prices: listBy(
      'id',
      objectOf(
        {
          id: readKey,
          when: readConditions,
          rank: readInteger,
          basis: oneOf(...priceBases),
          source: readSource,
        },
        { costClasses: readCostClasses },
      ),
    ),
    overrides: objectOf({ approvers: setOf(readText), source: readSource }),
  },
  {
    repair: objectOf(
      { covers: readCovers, source: readSource },
      { after: keyOf('record'), coversWearParts: readBoolean },
    ),
  },
);
