/** Aggregates: rows with a version, made once per idempotency key, changed by whoever saw the newest, each with its line in the change log. */
export { changeRow, type Change, type Patch } from './change-row';
export { Conditions, idOf } from './conditions';
export { createOnce } from './create-once';
export { enterRow, type Facts } from './enter-row';
export { readForm, soundForm, type Readers } from './read-form';
export { invalid, notFound, required, tooLong, wrongVersion } from './refusals';
export { freshRow, listRows, orderBy, type RowReading } from './rows';
export { emailAddress, isGiven, phoneNumber, Texts, type TextRule } from './texts';
export { logChange, type Aggregate, type AggregateRow } from './aggregate';
