/** pg's mapping of JavaScript values to the wire (dates, arrays, JSON); not exported from its door. */
declare module 'pg/lib/utils' {
  export function prepareValue(value: unknown): unknown;
}
