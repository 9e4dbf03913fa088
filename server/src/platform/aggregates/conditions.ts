import type { IdType } from '@aftercare/contract';
import type { RequestContext } from '../context';
import { decodeId } from '../graphql';

/** Conditions of a list over the row `t`, with their values; $1 is the tenant. */
export class Conditions {
  readonly where: string[] = [];
  readonly values: unknown[] = [];

  /** Adds a condition unless there is nothing to compare with. */
  add(value: unknown, condition: (parameter: string) => string): this {
    if (value === null || value === undefined) return this;
    this.values.push(value);
    this.where.push(condition(`$${this.values.length + 1}`));
    return this;
  }

  /** Rows whose column holds this id; somebody else's id, one of another type and none at all match nothing alike. */
  is(column: string, type: IdType, id: string | null | undefined): this {
    return this.add(typeof id === 'string' ? idOf(type, id) : null, (p) => `t.${column} = ${p}::uuid`);
  }

  /** Row-level security would filter these anyway; saying so lets the dealer's own index serve the list. */
  ofParty({ actor }: RequestContext): this {
    return this.add(actor.dealerId, (p) => `t.dealer_id = ${p}::uuid`);
  }

  /** Rows in which one of the texts contains the words, in any case of letters. */
  contains(columns: readonly string[], words: string | null | undefined): this {
    const searched = columns.map((name) => `lower(coalesce(t.${name}, ''))`).join(` || ' ' || `);
    return this.add(
      words?.replaceAll('\0', '').trim().toLowerCase() || null,
      (p) => `strpos(${searched}, ${p}) > 0`,
    );
  }
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** The row behind a public id; for an id that is none of its type one that nobody has. */
export const idOf = (type: IdType, id: string): string => decodeId(type, id) ?? nobody;
