import { encodeId } from '../../platform/graphql';
import { mostValues, ticketConditions } from './ticket-filter';
import type { TicketFilter } from './ticket-list.inputs';

const member = '0190e1a2-0000-7000-8000-000000000001';
const dealer = '0190e1a2-0000-7000-8000-000000000002';
const now = new Date('2026-06-02T01:00:00Z');
const staff = { memberId: member, dealerId: null, now };
const of = (filter: TicketFilter, asker: Parameters<typeof ticketConditions>[1] = staff) =>
  ticketConditions(filter, asker);
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    encodeId('Member', `0190e1a2-0000-7000-8000-${String(index).padStart(12, '0')}`),
  );

describe('a filter of tickets', () => {
  it('asks for nothing when it names nothing', () => {
    expect(of({})).toEqual({ where: [], values: [] });
    expect(ticketConditions(null, staff)).toEqual({ where: [], values: [] });
    expect(of({ states: null, mine: null, search: '  ', reportedAt: {} })).toEqual({ where: [], values: [] });
  });

  it('numbers its values from $2, in the order in which they are named', () => {
    expect(of({ provinces: ['32'], states: ['reported', 'assigned'], dueBefore: now })).toEqual({
      where: ['t.state = ANY ($2::text[])', 't.province = $3::text', 't.next_due_at < $4::timestamptz'],
      values: [['reported', 'assigned'], '32', now],
    });
  });

  it('takes a span from its first moment until before its last', () => {
    const to = new Date('2026-06-03T01:00:00Z');
    expect(of({ reportedAt: { from: now, to } })).toEqual({
      where: ['t.reported_at >= $2::timestamptz', 't.reported_at < $3::timestamptz'],
      values: [now, to],
    });
    expect(of({ createdAt: { to } })).toEqual({ where: ['t.created_at < $2::timestamptz'], values: [to] });
  });

  it('lets an id that is none of the right type fit nothing, like one that does not exist', () => {
    const wrong = [encodeId('Ticket', member), 'member_nothing', '', '%', member];
    expect(of({ assigneeIds: wrong })).toEqual({ where: ['t.assignee_id = ANY ($2::uuid[])'], values: [[]] });
    expect(of({ assigneeIds: [...wrong, encodeId('Member', member)] }).values).toEqual([member]);
  });

  it('asks for one value by itself, so that an index gives its rows in the order of the list', () => {
    expect(of({ states: ['reported'] })).toEqual({ where: ['t.state = $2::text'], values: ['reported'] });
    expect(of({ states: ['reported', 'closed'] })).toEqual({
      where: ['t.state = ANY ($2::text[])'],
      values: [['reported', 'closed']],
    });
  });

  it('knows whose they are, in both senses', () => {
    const mine = '(t.assignee_id = $2::uuid OR t.owner_id = $2::uuid)';
    expect(of({ mine: true })).toEqual({ where: [mine], values: [member] });
    expect(of({ mine: false })).toEqual({ where: [`${mine} IS NOT TRUE`], values: [member] });
    expect(of({ unassigned: true, unowned: false }).where).toEqual([
      't.assignee_id IS NULL',
      't.owner_id IS NOT NULL',
    ]);
  });

  it('counts a promise as missed from its due moment on, whether or not a timer said so yet', () => {
    expect(of({ missed: true })).toEqual({
      where: ['(t.missed_at IS NOT NULL OR t.next_due_at < $2::timestamptz)'],
      values: [now],
    });
  });

  it("names a dealer's own dealer, so that its indexes serve the list", () => {
    expect(of({ unassigned: true }, { ...staff, dealerId: dealer })).toEqual({
      where: ['t.assignee_id IS NULL', 't.dealer_id = $2::uuid'],
      values: [dealer],
    });
  });

  it('never writes a value into the statement', () => {
    const text = `'; DROP TABLE ticket; --`;
    const { where, values } = of({ search: text, states: [text], requestTypes: [text], severities: [text] });
    expect(where.join()).not.toContain('DROP');
    expect(values.flat()).toEqual([text, text, text, text]);
  });

  it.each(['states', 'assigneeIds', 'requestTypes'] as const)(
    'refuses more than 100 %s, by name, and takes 100',
    (field) => {
      expect(of({ [field]: ids(mostValues) }).where).toHaveLength(1);
      expect(() => of({ [field]: ids(mostValues + 1) })).toThrow(
        expect.objectContaining({
          code: 'BAD_USER_INPUT',
          details: { field: `filter.${field}` },
          message: `filter.${field} holds 101 values; name at most 100.`,
        }),
      );
    },
  );

  it('reads the few tickets that its words lead to, and asks each where they lead to many', () => {
    expect(ticketConditions({ search: ' 漏油 ' }, staff, { ids: [member] })).toEqual({
      where: ['t.id = ANY ($2::uuid[])'],
      values: [[member]],
    });
    expect(ticketConditions({ search: '漏油' }, staff, 'many')).toEqual({
      where: [
        `(SELECT held.document @@ (SELECT search_query($1, $2::text))
          FROM ticket_search AS held WHERE held.tenant_id = t.tenant_id AND held.id = t.id)`,
      ],
      values: ['漏油'],
    });
  });

  it('refuses a search of more than 200 characters', () => {
    expect(of({ search: '泵'.repeat(200) }).values).toEqual(['泵'.repeat(200)]);
    expect(() => of({ search: '泵'.repeat(201) })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'filter.search' } }),
    );
  });
});
