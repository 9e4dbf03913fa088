import { listSearch, listVariables, readListState, withFilter, type ListState } from './ticket.urls';

const read = (search: string) => readListState(new URLSearchParams(search));

test('the bare address is the newest tickets, first page', () => {
  expect(listVariables(read(''))).toEqual({ first: 25, after: undefined, filter: {}, orderBy: 'NEWEST' });
});

test.each<Partial<ListState>>([
  {},
  { category: 'WAITING' },
  { unassigned: true, order: 'DUE_SOONEST' },
  { category: 'OPEN', unassigned: true, order: 'DUE_SOONEST', after: 'abc+/=' },
  { before: 'xyz' },
])('an address reproduces the list in a fresh session: %j', (part) => {
  const state = { ...read(''), ...part };
  expect(read(listSearch(state))).toEqual(state);
});

test('going back a page asks for the rows before the cursor', () => {
  expect(listVariables(read('?before=c1&state=open'))).toEqual({
    last: 25,
    before: 'c1',
    filter: { categories: ['OPEN'] },
    orderBy: 'NEWEST',
  });
});

test('nobody needs to be assigned to what is closed', () => {
  const filterOf = (search: string) => listVariables(read(search)).filter;
  expect(filterOf('?unassigned=1')).toEqual({
    categories: ['OPEN', 'ACTIVE', 'WAITING'],
    unassigned: true,
  });
  expect(filterOf('?unassigned=1&state=closed')).toEqual({ categories: ['CLOSED'], unassigned: true });
});

test('another filter starts at the first page', () => {
  expect(withFilter(read('?after=c1&order=due'), { category: 'CLOSED' })).toMatchObject({
    after: undefined,
    order: 'DUE_SOONEST',
    category: 'CLOSED',
  });
});

test('nonsense in the address is ignored', () => {
  expect(read('?state=nope&order=sideways&unassigned=yes')).toEqual(read(''));
});
