/** The isolation walk: asks everything the schema lets one ask with what belongs to others, and finds what tells itself. */
export { Harvest } from './harvest';
export { hints, indifferent, neverAnswered } from './hints';
export { linkHolders, type LinkHolders } from './link-holders';
export { orderedFiles } from './ordered-files';
export { placesOf, targetsOf, type Place, type Target } from './places';
export { foreignTo, prepareGround, type Ground, type Side } from './sides';
export { deafTo, unreachedBy } from './judge';
export { sentenceOf, tableOf } from './table';
export { walk, type Leak, type Walked, type WalkResult } from './walk';
