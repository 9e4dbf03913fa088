import type { IdType } from '@aftercare/contract';
import type { RequestContext } from '../../context';
import type { PageRequest } from '../keyset';
import type { Row } from '../reads';

/** The values of one row, and of the rows joined to it, as the statement's array holds them. */
export type Values = readonly unknown[];

/** How one field of a prefetched row is answered. */
export type Answer = (row: AheadRow, ctx: RequestContext) => unknown;

/** What a selection reads of the rows of one type: the place of the id among the values, and an answer per field. */
export class Shape {
  readonly answers = new Map<string, Answer>();

  constructor(
    readonly type: IdType,
    readonly id: number,
  ) {}

  /** The row among the values; null where the join found none. */
  rowOf(values: Values): AheadRow | null {
    return values[this.id] === null ? null : new AheadRow(this, values);
  }
}

/** A row whose selected fields were read with it. */
export class AheadRow implements Row {
  [field: string]: unknown;
  readonly id: string;
  readonly __typename: IdType;

  constructor(
    readonly shape: Shape,
    readonly values: Values,
  ) {
    this.id = values[shape.id] as string;
    this.__typename = shape.type;
  }
}

/** Pages of one field that are asked for in different ways are answers of their own. */
export const answerKey = (field: string, args: PageRequest | undefined): string =>
  args ? `${field} ${args.first ?? ''} ${args.last ?? ''} ${args.after ?? ''} ${args.before ?? ''}` : field;
