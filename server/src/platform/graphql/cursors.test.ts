import { Cursors, sideOf } from './cursors';

describe('a cursor', () => {
  const cursors = new Cursors('the secret of this installation');
  const cursor = cursors.encode('tenant a', 'newest', ['2026-03-02', 'id']);
  const ofDealer = (partyId: string) =>
    cursors.encode(sideOf({ tenantId: 'tenant a', partyId }), 'newest', ['2026-03-02', 'id']);
  const read =
    (text: string, side = 'tenant a', order = 'newest') =>
    () =>
      cursors.decode(side, order, text, 'after');

  it('gives back its keys to the tenant and order that it was made for', () => {
    expect(read(cursor)()).toEqual(['2026-03-02', 'id']);
  });

  const refused = expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'after' } });
  const thrown = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };

  it.each([
    ['another tenant', read(cursor, 'tenant b')],
    ['another dealer', read(ofDealer('dealer 1'), sideOf({ tenantId: 'tenant a', partyId: 'dealer 2' }))],
    ["the maker's own people", read(cursor, sideOf({ tenantId: 'tenant a', partyId: 'dealer 2' }))],
    ['another order', read(cursor, 'tenant a', 'due-soonest')],
    [
      'another installation',
      read(new Cursors('another secret').encode('tenant a', 'newest', ['2026-03-02', 'id'])),
    ],
    [
      'altered keys',
      read(`${Buffer.from('["2027-01-01","id"]').toString('base64url')}.${cursor.split('.')[1]}`),
    ],
    ['an altered seal', read(`${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`)],
    ['no seal', read(cursor.split('.')[0] as string)],
    ['nothing in it', read('')],
    ['something that is no cursor', read('💣.💣')],
  ])('of %s is refused by the name of its field', (_case, decode) => {
    expect(thrown(decode)).toEqual(refused);
  });
});
