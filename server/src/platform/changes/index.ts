/** The change log: what changed, in an order that loses nothing. */
export { changeColumns, maySee, type Change } from './change';
export { belowHorizon, ChangeReader, type ChangeListener } from './change-reader';
export { holdSubject, type Transaction } from './hold-subject';
export { HouseMemory } from './house-memory';
export { beginning, isAfter, type Position } from './position';
