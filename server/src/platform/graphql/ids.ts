import type { IdType } from '@aftercare/contract';
import { idPrefixes } from '@aftercare/contract';
import { TypeID } from 'typeid-js';
import { v7 } from 'uuid';

const typeOfPrefix = new Map<string, IdType>(
  Object.entries(idPrefixes).map(([type, prefix]) => [prefix, type as IdType]),
);

/** A new row id: a UUIDv7, so that ids made later sort later. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() });

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The public id of a row: `ticket_01h455vb4pex5vsknk084sn02q`. Every object of an answer has one, so it is made in one pass. */
export function encodeId(type: IdType, uuid: string): string {
  let id = `${idPrefixes[type]}_`;
  // 26 letters of five bits hold two more than a uuid; those come first and are zero
  let bits = 2;
  let pending = 0;
  for (let index = 0; index < uuid.length; index += 1) {
    const code = uuid.charCodeAt(index);
    if (code === 45) continue;
    pending = (pending << 4) | (code < 58 ? code - 48 : code - 87);
    bits += 4;
    if (bits < 5) continue;
    bits -= 5;
    id += alphabet[pending >> bits];
    pending &= (1 << bits) - 1;
  }
  return id;
}

/** The row behind a public id, or null if it is not an id of that type. */
export function decodeId(type: IdType, id: string): string | null {
  const decoded = decodeAnyId(id);
  return decoded?.type === type ? decoded.uuid : null;
}

/** Type and row of a public id, or null if it is none of ours. */
export function decodeAnyId(id: string): { type: IdType; uuid: string } | null {
  try {
    const typeId = TypeID.fromString(id);
    const type = typeOfPrefix.get(typeId.getType());
    return type && typeId.toString() === id ? { type, uuid: typeId.toUUID() } : null;
  } catch {
    return null;
  }
}

/** A row id that nothing has: the product itself as an actor, and what is looked for when an input is no id at all. */
export const nobody = '00000000-0000-0000-0000-000000000000';
