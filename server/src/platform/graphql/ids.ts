import type { IdType } from '@aftercare/contract';
import { idPrefixes } from '@aftercare/contract';
import { TypeID } from 'typeid-js';
import { v7 } from 'uuid';

const typeOfPrefix = new Map<string, IdType>(
  Object.entries(idPrefixes).map(([type, prefix]) => [prefix, type as IdType]),
);

/** A new row id: a UUIDv7, so that ids made later sort later. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() });

/** The public id of a row: `ticket_01h455vb4pex5vsknk084sn02q`. */
export const encodeId = (type: IdType, uuid: string): string =>
  TypeID.fromUUID(idPrefixes[type], uuid).toString();

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
