import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../context';
import { badInput } from '../errors';
import { pageLimit } from './connection';
import { signedIn } from './guards';
import { decodeAnyId } from './ids';
import { Node } from './node';
import type { FieldReader } from './reader';
import type { Reads } from './reads';

/** What every client needs, whatever the rooms offer: the clock, the change log's position, any object by its id. */
@Resolver()
export class CoreResolver {
  constructor(
    private readonly reads: Reads,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('viewer:read')
  @Query(() => Date, { description: "The server's clock; countdowns use it, not the reader's own." })
  serverTime(@Ctx() context: GraphQLContext): Date {
    return signedIn(context).now;
  }

  @Authorized('viewer:read')
  @Query(() => String, {
    description:
      'Where the change log stands. Take it in the same query as a list, then follow with ticketChanges(after:).',
  })
  changeCursor(@Ctx() context: GraphQLContext): string {
    return signedIn(context).changeCursor;
  }

  @Authorized('viewer:read')
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its id; null if there is none that you may see.',
  })
  node(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext): Promise<object | null> {
    return this.load(context, id);
  }

  @Authorized('viewer:read')
  @Query(() => [Node], {
    nullable: 'items',
    description: 'Objects by their ids, at most 100, in the order of the ids.',
  })
  nodes(
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() context: GraphQLContext,
  ): Promise<Array<object | null>> {
    if (ids.length > pageLimit)
      throw badInput('ids', `${ids.length} ids are too many; ask for at most ${pageLimit}.`);
    return Promise.all(ids.map((id) => this.load(context, id)));
  }

  private async load(context: GraphQLContext, id: string): Promise<object | null> {
    const decoded = decodeAnyId(id);
    if (!decoded || !this.reads.has(decoded.type)) return null;
    return this.reader.row(signedIn(context), decoded.type, decoded.uuid);
  }
}
