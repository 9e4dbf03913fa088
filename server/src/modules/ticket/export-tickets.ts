import type { Policy } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { byteOrderMark, csvLine } from '../../platform/csv';
import type { Inside } from '../../platform/database';
import type { Reads } from '../../platform/graphql';
import type { PolicyService } from '../policy';
import type { WriteText } from './export-files';
import type { TicketColumn } from './ticket-columns';
import { columnHeadings, ticketColumns } from './ticket-columns';
import { conditionsOf, findWords, ticketOrderings } from './ticket-list';
import type { TicketFilter, TicketOrder } from './ticket-list.inputs';
import { channelLabels } from './ticket.words';

/** Rows read, and held, at a time. */
const batchSize = 1_000;

export interface ExportRooms {
  policies: PolicyService;
  reads: Reads;
}

export interface ExportRequest {
  filter: TicketFilter;
  orderBy: TicketOrder;
}

type Line = Record<TicketColumn, string | null> & { policy_version_id: string; keys: string[] };

/**
 * Writes every ticket that the asker may see and that fits, as CSV: one snapshot of the house, read in
 * batches by keyset, so that the file neither misses nor repeats a ticket that changes meanwhile.
 * @returns how many tickets were written
 * @throws what `signal` was aborted with
 */
export async function exportTickets(
  ctx: RequestContext,
  rooms: ExportRooms,
  { filter, orderBy }: ExportRequest,
  write: WriteText,
  signal: AbortSignal,
): Promise<number> {
  const language = ctx.locale === 'en' ? 'en' : 'zh';
  return ctx.db.snapshot(async (inside) => {
    const zone = await zoneOf(ctx, inside);
    const found = await findWords(filter, inside.query);
    const statement = batchStatement(rooms.reads, orderBy, conditionsOf(ctx, filter, found));
    await write(byteOrderMark + csvLine(headings(language, zone)));
    let written = 0;
    for (let after: string[] | null = null; ;) {
      signal.throwIfAborted();
      const batch = (await inside.query(statement.text(after !== null), [
        ctx.tenantId,
        ...statement.values,
        zone,
        ...(after ?? []),
      ])) as Line[];
      const lines: string[] = [];
      for (const line of batch) {
        const policy = await rooms.policies.version(ctx, line.policy_version_id, inside.query);
        lines.push(csvLine(cellsOf(line, policy, language)));
      }
      await write(lines.join(''));
      written += batch.length;
      after = batch.at(-1)?.keys ?? null;
      if (batch.length < batchSize) return written;
    }
  });
}

async function zoneOf(ctx: RequestContext, inside: Inside): Promise<string> {
  const [tenant] = (await inside.query('SELECT time_zone FROM tenant WHERE id = $1', [
    ctx.tenantId,
  ])) as Array<{
    time_zone: string;
  }>;
  if (!tenant) throw new Error(`There is no house ${ctx.tenantId}.`);
  return tenant.time_zone;
}

const headings = (language: 'zh' | 'en', zone: string): string[] =>
  ticketColumns.map((column) => {
    const heading = columnHeadings[column][language];
    return column.endsWith('-at') ? `${heading} (${zone})` : heading;
  });

/** The cells of a line in the order of the headings; what the maker's own rules name is named by them. */
function cellsOf(line: Line, policy: Policy, language: 'zh' | 'en'): Array<string | null> {
  const label = (
    known: ReadonlyArray<{ key: string; label: { zh: string; en: string } }>,
    key: string | null,
  ) => known.find((each) => each.key === key)?.label[language] ?? key;
  const said: Partial<Record<TicketColumn, string | null>> = {
    state: label(policy.workflow.states, line.state),
    'request-type': label(policy.requestTypes, line['request-type']),
    severity: label(policy.severity?.classes ?? [], line.severity),
    channel: channelLabels[line.channel as keyof typeof channelLabels][language],
  };
  return ticketColumns.map((column) => said[column] ?? line[column]);
}

/**
 * One batch after the row whose keys are given, or the first. Whatever is masked is masked here by the
 * very expression that the field is read by.
 */
function batchStatement(
  reads: Reads,
  orderBy: TicketOrder,
  { where, values }: { where: readonly string[]; values: readonly unknown[] },
) {
  const { columns: keys, descending } = ticketOrderings[orderBy];
  const zone = values.length + 2;
  const time = (column: string) =>
    `to_char(nullif(t.${column}, 'infinity') AT TIME ZONE $${zone}, 'YYYY-MM-DD HH24:MI')`;
  const sql: Record<TicketColumn, string> = {
    number: 't.number',
    subject: 't.subject',
    'request-type': 't.request_type',
    state: 't.state',
    severity: 't.severity',
    customer: 'customer.name',
    dealer: 'dealer.name',
    site: 'site.name',
    province: 't.province',
    serial: 'coalesce(equipment.serial, t.claimed_serial)',
    channel: 't.channel',
    reporter: 't.reporter_name',
    phone: readOf(reads, 'reporterPhone'),
    assignee: 'assignee.name',
    owner: 'owner.name',
    'reported-at': time('reported_at'),
    'created-at': time('created_at'),
    'next-due-at': time('next_due_at'),
    'missed-at': time('missed_at'),
    'updated-at': time('updated_at'),
    'closed-at': time('closed_at'),
    description: 't.description',
  };
  const joined = Object.entries({
    customer: 'customer',
    dealer: 'dealer',
    site: 'site',
    equipment: 'equipment',
    assignee: 'membership',
    owner: 'membership',
  }).map(
    ([name, table]) =>
      `LEFT JOIN ${table} AS ${name} ON ${name}.tenant_id = t.tenant_id AND ${name}.id = t.${name}_id`,
  );
  const after = `(${keys.map((key) => key.sql).join(', ')}) ${descending ? '<' : '>'}
    (${keys.map(({ cast }, index) => `$${zone + 1 + index}::${cast}`).join(', ')})`;
  const text = (goesOn: boolean) =>
    `SELECT ${ticketColumns.map((column) => `${sql[column]} AS "${column}"`).join(', ')}, t.policy_version_id,
            ARRAY[${keys.map((key) => `(${key.sql})::text`).join(', ')}] AS keys
       FROM (SELECT * FROM ticket AS t WHERE ${['t.tenant_id = $1', ...where, ...(goesOn ? [after] : [])].join(' AND ')}
              ORDER BY ${keys.map((key) => `${key.sql} ${descending ? 'DESC' : 'ASC'}`).join(', ')} LIMIT ${batchSize}) AS t
       ${joined.join(' ')}
      ORDER BY ${keys.map((key) => `${key.sql} ${descending ? 'DESC' : 'ASC'}`).join(', ')}`;
  return { text, values };
}

function readOf(reads: Reads, field: string): string {
  const read = reads.of('Ticket').fields.get(field);
  if (read?.kind !== 'sql') throw new Error(`Ticket.${field} is not read by one expression.`);
  return read.sql;
}
