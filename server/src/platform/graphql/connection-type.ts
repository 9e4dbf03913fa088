import type { ClassType } from 'type-graphql';
import { Field, ObjectType } from 'type-graphql';
import type { Connection } from './connection';
import { PageInfo } from './connection';
import type { Row } from './reads';

/** The classes `<name>Edge` and `<name>Connection` of a row type, as Relay has them; answers the connection. */
export function connectionType(node: ClassType, name = node.name): ClassType<Connection<Row>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;

    @Field(() => node)
    node!: Row;
  }

  @ObjectType(`${name}Connection`)
  class RowConnection implements Connection<Row> {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [node])
    nodes!: Row[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return RowConnection;
}
