/** A place in the change log: transaction id, then sequence within it. Compared in that order. */
export interface Position {
  xid: string;
  seq: string;
}

export const beginning: Position = { xid: '0', seq: '0' };

export function isAfter(left: Position, right: Position): boolean {
  const [a, b] = [BigInt(left.xid), BigInt(right.xid)];
  return a === b ? BigInt(left.seq) > BigInt(right.seq) : a > b;
}
