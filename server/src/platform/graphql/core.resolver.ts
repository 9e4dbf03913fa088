import type { IdType } from '@aftercare/contract';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../context';
import { badInput } from '../errors';
import { signedIn } from './guards';
import { decodeAnyId } from './ids';
import { pageLimit } from './keyset';
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
  async node(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const [found] = await this.load(context, [id], info);
    return found ?? null;
  }

  @Authorized('viewer:read')
  @Query(() => [Node], {
    nullable: 'items',
    description: 'Objects by their ids, at most 100, in the order of the ids.',
  })
  nodes(
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Array<object | null>> {
    if (ids.length > pageLimit)
      throw badInput('ids', {
        zh: `一次最多查询 ${pageLimit} 个编号，收到 ${ids.length} 个。`,
        en: `${ids.length} ids are too many; ask for at most ${pageLimit}.`,
      });
    return this.load(context, ids, info);
  }

  /** All rows of one type are read at once. */
  private async load(
    context: GraphQLContext,
    ids: readonly string[],
    info: GraphQLResolveInfo,
  ): Promise<Array<object | null>> {
    const byType = new Map<IdType, Map<string, object | null>>();
    const decoded = ids.map((id) => decodeAnyId(id));
    for (const id of decoded) {
      if (!id || !this.reads.has(id.type)) continue;
      const wanted = byType.get(id.type) ?? new Map<string, object | null>();
      byType.set(id.type, wanted.set(id.uuid, null));
    }
    await Promise.all(
      [...byType].map(async ([type, wanted]) => {
        const uuids = [...wanted.keys()];
        const rows = await this.reader.rows(signedIn(context), type, uuids, info);
        uuids.forEach((uuid, index) => wanted.set(uuid, rows[index] ?? null));
      }),
    );
    return decoded.map((id) => (id && byType.get(id.type)?.get(id.uuid)) ?? null);
  }
}
