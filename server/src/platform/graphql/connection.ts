import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { Window } from './keyset';
import type { Row } from './reads';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** `first` (with `after`) pages forwards, `last` (with `before`) backwards; one of the two is required, 1 to 100. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => Int, { nullable: true })
  last?: number | null;

  @Field(() => String, { nullable: true })
  before?: string | null;
}

export interface Connection<Node> {
  edges: Array<{ cursor: string; node: Node }>;
  nodes: Node[];
  pageInfo: PageInfo;
}

/**
 * The connection over what was read for a window: rows in the order of reading, one more than the window
 * holds if there are more. Cursors are sealed only when somebody looks at them.
 */
export function connectionOf<Read>(
  { size, backwards, cursor }: Window,
  read: Read[],
  nodeOf: (row: Read) => Row,
  cursorOf: (row: Read) => string,
): Connection<Row> {
  const page = read.slice(0, size);
  if (backwards) page.reverse();
  const nodes = page.map(nodeOf);
  const more = read.length > size;
  const cursorAt = (index: number): string | null => {
    const row = page[index];
    return row === undefined ? null : cursorOf(row);
  };
  return {
    nodes,
    get edges() {
      return nodes.map((node, index) => ({
        node,
        get cursor() {
          return cursorOf(page[index] as Read);
        },
      }));
    },
    pageInfo: {
      hasNextPage: backwards ? Boolean(cursor) : more,
      hasPreviousPage: backwards ? more : Boolean(cursor),
      get startCursor() {
        return cursorAt(0);
      },
      get endCursor() {
        return cursorAt(page.length - 1);
      },
    },
  };
}
