/** The GraphQL floor: schema, gates, reads, connections, ids, errors, HTTP and socket transports. */
export { createApollo, type PendingContext } from './apollo';
export { buildProductSchema } from './build-schema';
export { connectionOf, PageArgs, PageInfo, type Connection } from './connection';
export { CoreResolver } from './core.resolver';
export { Cursors, sideOf } from './cursors';
export type { ReportInternal } from './format-error';
export { findUnguardedFields, publicFields, signedIn } from './guards';
export { decodeAnyId, decodeId, encodeId, newId, nobody } from './ids';
export {
  conditionsOf,
  keysOf,
  pageLimit,
  selectWindow,
  windowOf,
  type KeysetOrder,
  type Page,
} from './keyset';
export { limits } from './limits';
export { LocalDate } from './local-date';
export { LocalizedText, LocalizedTextInput } from './localized-text';
export { Node } from './node';
export { AheadReader } from './look-ahead';
export { LevelReader, lookInto, type FieldReader, type Look } from './reader';
export { connectionType } from './connection-type';
export {
  column,
  expression,
  lazy,
  pure,
  Reads,
  toMany,
  toOne,
  toPage,
  type Columns,
  type Row,
} from './reads';
export { serveSockets } from './socket';
export { TrustedDocuments } from './trusted-documents';
export { enumOf, Payload, payloadOf } from './user-error';
