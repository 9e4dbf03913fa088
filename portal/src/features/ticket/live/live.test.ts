import { readListState } from '../ticket.urls';
import { createBuffer } from './buffer';
import { mayAppear, sortChanges, type Change } from './membership';

const list = (search = '') => readListState(new URLSearchParams(search));
const change = (part: Partial<Change> & { ticketId: string }): Change => ({
  kind: 'UPDATED',
  version: 2,
  ticket: { state: { category: 'OPEN' }, assignee: null },
  ...part,
});
const rows = new Map([
  ['a', 1],
  ['b', 5],
]);

describe('changes are shown together', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('a burst becomes one batch after 250 ms, in order', () => {
    const batches: number[][] = [];
    const buffer = createBuffer<number>((items) => batches.push(items));
    buffer.add(1);
    jest.advanceTimersByTime(200);
    buffer.add(2);
    expect(batches).toEqual([]);
    jest.advanceTimersByTime(50);
    buffer.add(3);
    jest.advanceTimersByTime(250);
    expect(batches).toEqual([[1, 2], [3]]);
  });

  test('a list that is left shows nothing more', () => {
    const batches: number[][] = [];
    const buffer = createBuffer<number>((items) => batches.push(items));
    buffer.add(1);
    buffer.stop();
    jest.runAllTimers();
    expect(batches).toEqual([]);
  });
});

describe('what a list does with changes', () => {
  test('a row on the screen is updated where it is, once, by its latest version', () => {
    const third = change({ ticketId: 'a', version: 3 });
    const sorted = sortChanges([change({ ticketId: 'a' }), third, change({ ticketId: 'a' })], rows, list());
    expect(sorted).toEqual({ update: [third], fresh: [], gone: [] });
  });

  test('a replayed older version changes nothing', () => {
    expect(sortChanges([change({ ticketId: 'b', version: 4 })], rows, list()).update).toEqual([]);
  });

  test('a row that leaves the filter stays until the list is asked for again', () => {
    const closed = change({
      ticketId: 'a',
      ticket: { state: { category: 'CLOSED' }, assignee: { id: 'm' } },
    });
    expect(sortChanges([closed], rows, list('?state=open&unassigned=1')).update).toEqual([closed]);
  });

  test('a new ticket is counted when it belongs to the list', () => {
    const born = change({ ticketId: 'new', kind: 'CREATED', version: 1 });
    expect(sortChanges([born], rows, list()).fresh).toEqual(['new']);
    expect(sortChanges([born], rows, list('?unassigned=1')).fresh).toEqual(['new']);
    expect(sortChanges([born], rows, list('?state=closed')).fresh).toEqual([]);
  });

  test('a new ticket that was assigned at once is not among the unassigned', () => {
    const born = change({ ticketId: 'new', kind: 'CREATED', version: 1 });
    const assigned = change({
      ticketId: 'new',
      ticket: { state: { category: 'ACTIVE' }, assignee: { id: 'm' } },
    });
    expect(sortChanges([born, assigned], rows, list('?unassigned=1')).fresh).toEqual([]);
    expect(sortChanges([born, assigned], rows, list()).fresh).toEqual(['new']);
  });

  test('a change of a ticket on another page announces nothing', () => {
    expect(sortChanges([change({ ticketId: 'elsewhere' })], rows, list()).fresh).toEqual([]);
  });

  test('a ticket that the reader may no longer see is named as gone', () => {
    expect(sortChanges([change({ ticketId: 'a', ticket: null })], rows, list()).gone).toEqual(['a']);
  });
});

describe('new rows never move what is being read', () => {
  test('they appear at the very top of the newest list only', () => {
    expect(mayAppear(list(), 0)).toBe(true);
    expect(mayAppear(list('?state=open'), 0)).toBe(true);
    expect(mayAppear(list(), 1)).toBe(false);
    expect(mayAppear(list('?order=due'), 0)).toBe(false);
    expect(mayAppear(list('?after=c'), 0)).toBe(false);
    expect(mayAppear(list('?before=c'), 0)).toBe(false);
  });
});
