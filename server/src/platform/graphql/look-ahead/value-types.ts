import { types } from 'pg';
import type { IdType } from '@aftercare/contract';
import type { RequestContext } from '../../context';
import { valuesOf } from '../reader';
import type { Reads } from '../reads';

/** How a value travels in the JSON of a statement: as it is, or as the text that `decode` reads. */
export type Decode = ((text: string) => unknown) | undefined;

/** Types whose JSON is what pg answers for a column of them: bool, int2, int4, text, varchar, uuid, json, jsonb, and arrays. */
const sameInJson = new Set([16, 21, 23, 25, 1043, 2950, 114, 3802, 1000, 1007, 1009, 1015]);
const timestamptz = 1184;

/**
 * The PostgreSQL types of every registered value, so that a value out of JSON is the very one that pg
 * gives for a column: a bigint stays a text, a moment a Date.
 */
export class ValueTypes {
  private readonly byName = new Map<string, number>();
  private learning: Promise<void> | undefined;
  learned = false;

  constructor(private readonly reads: Reads) {}

  /** Asks the database, once per process. */
  learn(ctx: RequestContext): Promise<void> {
    this.learning ??= this.ask(ctx).catch((error: unknown) => {
      this.learning = undefined;
      throw error;
    });
    return this.learning;
  }

  /** @param instant whether the value goes out as a moment, and so may stay a text */
  decodeOf(type: IdType, name: string, instant: boolean): Decode {
    const oid = this.byName.get(`${type} ${name}`);
    if (oid === undefined) throw new Error(`${type} has no value ${name}.`);
    if (sameInJson.has(oid)) return undefined;
    return oid === timestamptz && instant ? instantOf : types.getTypeParser(oid, 'text');
  }

  private async ask(ctx: RequestContext): Promise<void> {
    const selects = this.reads.rowTypes.flatMap((reads) => {
      const values = [...valuesOf(reads)].map(([name, sql]) => `('${name}', pg_typeof(${sql})::oid)`);
      return values.length === 0
        ? []
        : `SELECT '${reads.type}' AS type, v.name, v.oid::int FROM (SELECT) AS one
             LEFT JOIN ${reads.table} AS t ON false CROSS JOIN LATERAL (VALUES ${values.join(', ')}) AS v (name, oid)`;
    });
    const rows = await ctx.db.query<{ type: string; name: string; oid: number }>(selects.join(' UNION ALL '));
    for (const { type, name, oid } of rows) this.byName.set(`${type} ${name}`, oid);
    this.learned = true;
  }
}

const asWritten = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

/**
 * `2026-06-02 01:00:00.5+00`, as PostgreSQL writes a moment, in the form of the API. Reading it into a Date
 * and writing that out again costs twenty times as much.
 */
function instantOf(text: string): unknown {
  if (!asWritten.test(text)) return types.getTypeParser(timestamptz, 'text')(text);
  const fraction = text.slice(20, -3);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}
