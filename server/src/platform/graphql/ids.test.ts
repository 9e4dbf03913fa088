import { idPrefixes } from '@aftercare/contract';
import { decodeAnyId, decodeId, encodeId, newId } from './ids';

describe('public ids', () => {
  const uuid = newId(new Date('2026-03-02T08:00:00Z'));

  it('name their type and lead back to their row', () => {
    for (const type of Object.keys(idPrefixes) as Array<keyof typeof idPrefixes>) {
      const id = encodeId(type, uuid);
      expect(id).toMatch(new RegExp(`^${idPrefixes[type]}_[0-9a-z]{26}$`));
      expect(decodeAnyId(id)).toEqual({ type, uuid });
    }
  });

  it('of another type lead nowhere', () => {
    expect(decodeId('Ticket', encodeId('Ticket', uuid))).toBe(uuid);
    expect(decodeId('Ticket', encodeId('Member', uuid))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['a bare uuid', uuid],
    ['a prefix that nobody has', 'robot_01h455vb4pex5vsknk084sn02q'],
    ['capitals', encodeId('Ticket', uuid).toUpperCase()],
    ['capitals behind the prefix', `ticket_${encodeId('Ticket', uuid).slice(7).toUpperCase()}`],
    ['a digit too few', encodeId('Ticket', uuid).slice(0, -1)],
    ['a digit too many', `${encodeId('Ticket', uuid)}0`],
    ['more bits than a uuid has', 'ticket_zzzzzzzzzzzzzzzzzzzzzzzzzz'],
    ['letters outside the alphabet', 'ticket_01h455vb4pex5vsknk084sn02u'],
    ['SQL', "ticket_' OR 1=1 --"],
    ['blanks around it', ` ${encodeId('Ticket', uuid)} `],
  ])('with %s are nobody’s, without an exception', (_case, id) => {
    expect(decodeAnyId(id)).toBeNull();
  });

  it('made later sort later', () => {
    const ids = [1, 2, 3].map((day) => newId(new Date(Date.UTC(2026, 0, day))));
    expect([...ids].sort()).toEqual(ids);
  });
});
