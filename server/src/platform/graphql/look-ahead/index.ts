/** look-ahead: what is selected below a field, read by one statement. */
export { AheadReader } from './ahead-reader';
