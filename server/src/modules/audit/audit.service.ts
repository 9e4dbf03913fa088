import { idPrefixes, type IdType } from '@aftercare/contract';
import { Conditions } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Scope, Statement } from '../../platform/database';
import type { Connection, Cursors, FieldReader, KeysetOrder, Row } from '../../platform/graphql';
import {
  conditionsOf,
  connectionOf,
  decodeAnyId,
  encodeId,
  keysOf,
  newId,
  selectWindow,
  sideOf,
  windowOf,
  nobody,
} from '../../platform/graphql';
import type { AuditEntryArgs, AuditEntryFilter } from './audit.types';

/** Something worth a line although nothing changed: an export, telephone numbers shown in full, a file fetched. */
export interface Noted {
  /** Prefix of the subject's public id, such as `ticket`. */
  topic: string;
  /** Such as `exported`. */
  kind: string;
  /** Row id. */
  subjectId: string;
  /** Names of the fields that were read. */
  fields?: readonly string[];
}

interface StoredEntry {
  id: string;
  at: Date;
  actorId: string;
  actorKind: Scope['actorKind'];
  topic: string;
  kind: string;
  subjectId: string;
  version: number | null;
  fields: string[];
  keys: string[];
}

/** Ids begin with the moment, so their order is that of time. */
const newestFirst: KeysetOrder = {
  name: 'audit entries',
  columns: [{ sql: 't.id', cast: 'uuid' }],
  descending: true,
};

/** Who did what. Changes are written down by the database itself, with the line in the change log. */
export class AuditService {
  constructor(
    private readonly reader: FieldReader,
    private readonly cursors: Cursors,
  ) {}

  /** Writes down what was read (R2-20). */
  async record(ctx: RequestContext, noted: Noted): Promise<void> {
    const { text, values } = this.recording(ctx, noted);
    await ctx.db.query(text, values);
  }

  /** The statement of `record`, for a use case that writes everything at once. */
  recording(ctx: RequestContext, { topic, kind, subjectId, fields = [] }: Noted): Required<Statement> {
    return {
      text: `INSERT INTO audit_entry (tenant_id, id, at, actor_id, actor_kind, topic, kind, subject_id, fields)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        ctx.tenantId,
        newId(ctx.now),
        ctx.now,
        ctx.actor.memberId,
        ctx.actor.kind,
        topic,
        kind,
        subjectId,
        fields,
      ],
    };
  }

  /** What was done in the asker's house, the newest first. */
  async entries(ctx: RequestContext, { filter, ...args }: AuditEntryArgs): Promise<Connection<Row>> {
    const window = windowOf(args);
    const wanted = wantedBy(filter ?? {});
    const { where, values } = conditionsOf(
      ctx.db.scope,
      'tenant_id',
      this.cursors,
      { order: newestFirst, ...wanted },
      window,
    );
    const list = `${columns}, ${keysOf(newestFirst)} AS keys`;
    const found = await ctx.db.query<StoredEntry>(
      selectWindow(list, 'audit_entry', where, newestFirst, window),
      values,
    );
    const actors = await this.reader.rows(
      ctx,
      'Member',
      found.map(({ actorId }) => actorId),
    );
    return connectionOf(
      window,
      found.map((entry, index) => ({ entry, actor: actors[index] ?? null })),
      ({ entry, actor }) => ({ ...entry, actor, subjectId: publicId(entry.topic, entry.subjectId) }),
      ({ entry }) => this.cursors.encode(sideOf(ctx.db.scope), newestFirst.name, entry.keys),
    );
  }
}

const columns = `t.id, t.at, t.actor_id AS "actorId", t.actor_kind AS "actorKind", t.topic, t.kind,
  t.subject_id AS "subjectId", t.version, t.fields`;
/** What is no id of anything is looked for like one that nobody has. */
function wantedBy({ subjectId, actorId, topic, from, to }: AuditEntryFilter): Conditions {
  const subject = typeof subjectId === 'string' ? (decodeAnyId(subjectId)?.uuid ?? nobody) : null;
  return new Conditions()
    .add(subject, (p) => `t.subject_id = ${p}::uuid`)
    .is('actor_id', 'Member', actorId)
    .add(topic, (p) => `t.topic = ${p}`)
    .add(from && firstIdOf(from), (p) => `t.id >= ${p}::uuid`)
    .add(to && firstIdOf(to), (p) => `t.id < ${p}::uuid`);
}

/** The smallest id of a moment. */
function firstIdOf(moment: Date): string {
  const milliseconds = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-0000-0000-000000000000`;
}

const typeOfTopic = new Map(
  Object.entries(idPrefixes).map(([type, prefix]) => [prefix as string, type as IdType]),
);

function publicId(topic: string, uuid: string): string | null {
  const type = typeOfTopic.get(topic);
  return type ? encodeId(type, uuid) : null;
}
