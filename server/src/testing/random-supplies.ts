import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isEnumType, isObjectType } from 'graphql';
import type { Client } from 'pg';
import { templates } from '@aftercare/rulebooks';
import type { IdType } from '@aftercare/contract';
import type { House } from '../house';
import { encodeId, newId } from '../platform/graphql';
import type { Host, Supply } from './random-arguments';
import { isPaged } from './random-arguments';

type Things = Pick<Supply, 'ids' | 'words' | 'moments'>;

const mostIds = 60;
const mostWords = 40;

/** What occurs in any of the houses, told by the tables themselves, and some of each kind that does not. */
export async function everyThing({ reads }: House, now: Date, admin: Client): Promise<Things> {
  const texts = async (query: string): Promise<string[]> => {
    const { rows } = await admin.query<{ word: string }>(
      `SELECT DISTINCT word FROM (${query}) AS known (word) WHERE word IS NOT NULL ORDER BY word LIMIT ${mostWords}`,
    );
    return rows.map(({ word }) => word);
  };
  const ids: Record<string, string[]> = {};
  for (const { type, table } of reads.rowTypes) {
    const { rows } = await admin.query<{ id: string }>(
      `SELECT id FROM ${table} ORDER BY id LIMIT ${mostIds}`,
    );
    if (rows.length === 0) throw new Error(`No ${type} is there to be read; fillHouses should make one.`);
    const nobodys = newId(now);
    ids[type] = [...rows.map(({ id }) => id), nobodys].map((id) => encodeId(type as IdType, id));
  }
  const closed = await admin.query<{ id: string }>(`SELECT id FROM ticket WHERE state_category = 'closed'`);
  ids['repeatsTicketId'] = closed.rows.map(({ id }) => encodeId('Ticket', id));
  const serials = await texts('SELECT serial FROM equipment');
  const requestTypes = [...(await texts('SELECT request_type FROM ticket')), 'unheard-of'];
  const models = await texts('SELECT code FROM equipment_model');
  const parts = await texts('SELECT number FROM part');
  return {
    ids,
    words: {
      key: [...templates.R1.calendars.map(({ key }) => key), ...requestTypes],
      year: [2025, 2026, 2027],
      serial: [...serials, serials.map((serial) => serial.toLowerCase())[0] as string, 'EBZ-404'],
      serialPrefix: [...beginnings(serials), 'ebz', '404'],
      requestType: requestTypes,
      search: [
        ...(await texts('SELECT number FROM ticket UNION SELECT subject FROM ticket')),
        ...[...beginnings(serials), '客户', '请求', '水泵 漏水', '开机', '无此词', `o'clock & "%_`, ' '],
        ...beginnings(parts),
      ],
      name: [
        '客户',
        '现场',
        '榆林',
        '联系人',
        '李',
        '经销商',
        'dealer1',
        'DIRECT',
        '西安',
        '掘进',
        ...models,
        '无此名',
        '%',
      ],
      state: [...(await texts('SELECT state FROM ticket')), 'unheard-of'],
      severity: [...(await texts('SELECT severity FROM ticket')), 'unheard-of'],
      province: [...(await texts('SELECT province FROM site')), '99'],
      // a machine and a kind of request that fit together are few among all there are
      'warrantyCheck(serial)': ['EBZ160-2266', 'EBZ-M-2', 'cw24-0117', 'EBZ-404'],
      'warrantyCheck(requestType)': ['repair', 'training', 'unheard-of'],
      'PartFilter.search': [...parts, ...beginnings(parts), '截', '水泵', 'pick', '无此词'],
      'ServicePointFilter.name': ['西安', '服务站', '铁鼹', '无此名'],
      'ChargeLineInput.part': ['PUMP-1', 'TM-9-001', 'unheard-of'],
      // what is no code of a province is refused there
      'RequestType.promises(province)': ['32', '61'],
      topic: [...(await texts('SELECT topic FROM audit_entry')), 'unheard-of'],
      model: [...models, 'EBZ-404'],
      part: [...parts, 'unheard-of'],
      component: ['cutting-motor', 'pump', 'unheard-of'],
      componentSerial: ['M-1', 'M-404'],
      id: ['1', '2', '3'],
    },
    moments: [
      ...(await texts(
        `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM (SELECT created_at FROM ticket UNION
           SELECT reported_at FROM ticket UNION SELECT due_at FROM ticket_clock) AS moment (at)`,
      )),
      now.toISOString(),
      '2020-01-01T00:00:00+08:00',
      '2030-01-01T00:00:00+08:00',
    ],
  };
}

/** Words that are refused where the asker's house does not know them. */
export async function houseWords(tenantId: string, admin: Client): Promise<Supply['words']> {
  const { rows } = await admin.query<{ severity: string }>(
    'SELECT DISTINCT severity FROM ticket WHERE tenant_id = $1 AND severity IS NOT NULL ORDER BY severity',
    [tenantId],
  );
  return { 'RequestType.promises(severity)': rows.map(({ severity }) => severity) };
}

const beginnings = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.slice(0, 5))),
];

type Ask = (text: string) => Promise<Record<string, unknown>>;
interface List {
  edges: Array<{ cursor: string; node: { id: string } }>;
}
type Fields = Array<GraphQLField<unknown, unknown>>;

/** Cursors of every list that somebody may read, in each of its orders, and of the lists of single objects. */
export async function cursorsFor(
  schema: GraphQLSchema,
  rootFields: ReadonlySet<string>,
  ask: Ask,
): Promise<Pick<Supply, 'cursors' | 'hosts'>> {
  const open = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) =>
    rootFields.has(name),
  );
  const cursors: Supply['cursors'] = {};
  for (const field of open.filter(isPaged)) {
    for (const order of ordersOf(field)) {
      const by = order === '' ? '' : `, orderBy: ${order}`;
      const { list } = (await ask(`{ list: ${field.name}(first: 20${by}) { edges { cursor } } }`)) as {
        list: List;
      };
      cursors[`${field.name} ${order}`.trim()] = cursorsOf(list);
    }
  }
  return { cursors, hosts: await hostsFor(schema, open, ask) };
}

const ordersOf = ({ args }: Fields[number]): string[] => {
  const type = getNamedType(args.find(({ name }) => name === 'orderBy')?.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [''];
};
const cursorsOf = ({ edges }: List): string[] => edges.map(({ cursor }) => cursor);

/** Objects whose own fields take arguments, behind the root fields that lead to one of them. */
async function hostsFor(schema: GraphQLSchema, open: Fields, ask: Ask): Promise<Host[]> {
  const hosts: Host[] = [];
  for (const field of open) {
    const type = getNamedType(field.type);
    if (!isObjectType(type) || isPaged(field)) continue;
    const below = Object.values(type.getFields()).filter(({ args }) => args.length > 0);
    if (below.length === 0) continue;
    for (const root of await rootsTo(field, type, ask)) {
      const lists = below.filter(isPaged).map(({ name }) => `${name}(first: 3) { edges { cursor } }`);
      const { found } = (await ask(`{ found: ${root} { __typename ${lists.join(' ')} } }`)) as {
        found: Record<string, List>;
      };
      const known = below.filter(isPaged).map(({ name }) => [name, cursorsOf(found[name] as List)] as const);
      hosts.push({ type: type.name, root, cursors: Object.fromEntries(known) });
    }
  }
  return hosts;
}

/** How a root field is written to answer something, by what it is asked for. */
async function rootsTo({ name, args }: Fields[number], type: GraphQLObjectType, ask: Ask): Promise<string[]> {
  switch (args.map((arg) => arg.name).join(' ')) {
    case '':
      return [name];
    case 'key':
      return ['repair', 'training', 'return'].map((key) => `${name}(key: "${key}")`);
    case 'id': {
      const list = `${name}s(first: 12) { edges { node { id } } }`;
      const { edges } = ((await ask(`{ list: ${list} }`)) as { list: List }).list;
      return edges.map(({ node }) => `${name}(id: "${node.id}")`);
    }
    default:
      throw new Error(`Nothing is known that leads to a ${type.name} by ${name}.`);
  }
}
