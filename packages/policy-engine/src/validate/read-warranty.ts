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
  listOf,
  objectOf,
  oneOf,
  readBoolean,
  readInteger,
  readKey,
  readText,
} from './read.js';

const readCover: Read<Cover> = objectOf({
  costClass: oneOf(...costClasses),
  percent: integerWithin(1, 100),
  months: integerWithin(1, 600),
});
const readCovers = listOf(readCover);
const readCostClasses = listOf(oneOf(...costClasses));
const readTexts = listOf(readText);

const readTerm: Read<WarrantyTerm> = objectOf(
  {
    id: readKey,
    label: readLocalized,
    scope: oneOf(...termScopes),
    startsAt: listOf(oneOf(...startBases)),
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
    terms: listOf(readTerm, 0),
    order: listOf(oneOf(...coverScopes)),
    wearParts: objectOf({
      lists: listOf(objectOf({ parts: readTexts }, { models: readTexts }), 0),
      source: readSource,
    }),
    replacement: objectOf({ term: oneOf(...replacementTerms), source: readSource }, { covers: readCovers }),
    voidReasons: listOf(objectOf({ ...labelled, source: readSource }, { costClasses: readCostClasses }), 0),
    apart: objectOf({ requestTypes: listOf(readKey, 0), source: readSource }),
    prices: listOf(
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
    overrides: objectOf({ approvers: readTexts, source: readSource }),
  },
  { repair: objectOf({ covers: readCovers, source: readSource }, { coversWearParts: readBoolean }) },
);
