import type { IdType } from '@aftercare/contract';
import type { Sentence } from '../../platform/errors';
import { badInput } from '../../platform/errors';
import { decodeId } from '../../platform/graphql';
import type { TicketFilter, TimeSpan } from './ticket-list.inputs';

export const mostValues = 100;
export const longestSearch = 200;

/** What conditions depend on besides the filter. */
export interface Asker {
  memberId: string;
  /** The dealer that the asker belongs to; null for the maker's people. */
  dealerId: string | null;
  now: Date;
}

/** SQL conditions over the ticket `t`, and the values that they number from $2 on; $1 is the tenant. */
export interface Conditions {
  where: string[];
  values: unknown[];
}

/** What a search led to: these tickets, or so many that each is better asked in the order of the list. */
export type Found = { ids: readonly string[] } | 'many';

type ListField<Value> = {
  [Field in keyof TicketFilter]-?: NonNullable<TicketFilter[Field]> extends Value[] ? Field : never;
}[keyof TicketFilter];

const wordColumns: Partial<Record<ListField<string>, string>> = {
  states: 't.state',
  categories: 't.state_category',
  requestTypes: 't.request_type',
  channels: 't.channel',
  severities: 't.severity',
  provinces: 't.province',
};

const idColumns: Partial<Record<ListField<string>, { type: IdType; column: string }>> = {
  assigneeIds: { type: 'Member', column: 't.assignee_id' },
  ownerIds: { type: 'Member', column: 't.owner_id' },
  customerIds: { type: 'Customer', column: 't.customer_id' },
  dealerIds: { type: 'Dealer', column: 't.dealer_id' },
  siteIds: { type: 'Site', column: 't.site_id' },
  equipmentIds: { type: 'Equipment', column: 't.equipment_id' },
};

/** Something in a filter that no list takes. */
export interface FilterFault {
  field: keyof TicketFilter;
  sentence: Sentence;
}

/** What no list takes: lists with too many values, and a search that is too long. */
export function faultsOf(filter: TicketFilter | null | undefined): FilterFault[] {
  const faults: FilterFault[] = [];
  for (const field of Object.keys({ ...wordColumns, ...idColumns }) as Array<ListField<string>>) {
    const { length } = filter?.[field] ?? [];
    if (length > mostValues) {
      const sentence = {
        zh: `filter.${field} 有 ${length} 个值，最多 ${mostValues} 个。`,
        en: `filter.${field} holds ${length} values; name at most ${mostValues}.`,
      };
      faults.push({ field, sentence });
    }
  }
  if ([...(wordsOf(filter) ?? '')].length > longestSearch) {
    const sentence = {
      zh: `搜索内容过长，最多 ${longestSearch} 个字。`,
      en: `The search is too long; use at most ${longestSearch} characters.`,
    };
    faults.push({ field: 'search', sentence });
  }
  return faults;
}

const wordsOf = (filter: TicketFilter | null | undefined): string | null => filter?.search?.trim() || null;

function refuseFaults(filter: TicketFilter | null | undefined): void {
  const [fault] = faultsOf(filter);
  if (fault) throw badInput(`filter.${fault.field}`, fault.sentence);
}

/**
 * The words that a filter looks for, or null.
 * @throws PublicError BAD_USER_INPUT naming what no list takes
 */
export function searchedWords(filter: TicketFilter | null | undefined): string | null {
  refuseFaults(filter);
  return wordsOf(filter);
}

/**
 * What a filter means in SQL. An id of the wrong type, or none at all, fits nothing, like one that does
 * not exist.
 * @param found what the search for its words led to
 * @throws PublicError BAD_USER_INPUT naming what no list takes
 */
export function ticketConditions(
  given: TicketFilter | null | undefined,
  asker: Asker,
  found: Found = 'many',
): Conditions {
  refuseFaults(given);
  const filter = given ?? {};
  const where: string[] = [];
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value) + 1}`;
  const oneOf = (column: string, type: string, list: readonly string[]) => {
    // an index gives the rows of one value in the order of the list, those of several in none
    where.push(
      list.length === 1
        ? `${column} = ${parameter(list[0])}::${type}`
        : `${column} = ANY (${parameter(list)}::${type}[])`,
    );
  };

  for (const [field, column] of Object.entries(wordColumns) as Array<[ListField<string>, string]>) {
    const words = filter[field];
    if (!words) continue;
    oneOf(column, 'text', words);
  }
  for (const [field, { type, column }] of Object.entries(idColumns) as Array<
    [ListField<string>, { type: IdType; column: string }]
  >) {
    const ids = filter[field];
    if (!ids) continue;
    oneOf(
      column,
      'uuid',
      ids.map((id) => decodeId(type, id)).filter((id) => id !== null),
    );
  }
  const span = (column: string, { from, to }: TimeSpan) => {
    if (from) where.push(`${column} >= ${parameter(from)}::timestamptz`);
    if (to) where.push(`${column} < ${parameter(to)}::timestamptz`);
  };
  if (filter.reportedAt) span('t.reported_at', filter.reportedAt);
  if (filter.createdAt) span('t.created_at', filter.createdAt);
  if (filter.dueBefore) where.push(`t.next_due_at < ${parameter(filter.dueBefore)}::timestamptz`);

  const either = (wanted: boolean | null | undefined, yes: () => string, no: () => string) => {
    if (typeof wanted === 'boolean') where.push(wanted ? yes() : no());
  };
  const isMine = () =>
    `(t.assignee_id = ${parameter(asker.memberId)}::uuid OR t.owner_id = $${values.length + 1}::uuid)`;
  const isMissed = () => `(t.missed_at IS NOT NULL OR t.next_due_at < ${parameter(asker.now)}::timestamptz)`;
  either(filter.mine, isMine, () => `${isMine()} IS NOT TRUE`);
  either(filter.missed, isMissed, () => `NOT ${isMissed()}`);
  either(
    filter.unassigned,
    () => 't.assignee_id IS NULL',
    () => 't.assignee_id IS NOT NULL',
  );
  either(
    filter.unowned,
    () => 't.owner_id IS NULL',
    () => 't.owner_id IS NOT NULL',
  );
  either(
    filter.nothingDue,
    () => `t.next_due_at = 'infinity'`,
    () => `t.next_due_at < 'infinity'`,
  );

  const words = wordsOf(filter);
  if (words !== null && found === 'many')
    where.push(
      `(SELECT held.document @@ (SELECT search_query($1, ${parameter(words)}::text))
          FROM ticket_search AS held WHERE held.tenant_id = t.tenant_id AND held.id = t.id)`,
    );
  if (words !== null && found !== 'many') where.push(`t.id = ANY (${parameter(found.ids)}::uuid[])`);
  // row-level security would filter these anyway; saying so lets the dealer's own indexes serve the list
  if (asker.dealerId) where.push(`t.dealer_id = ${parameter(asker.dealerId)}::uuid`);
  return { where, values };
}
