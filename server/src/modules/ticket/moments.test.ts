import type { Role } from '@aftercare/contract';
import type { RequestContext } from '../../platform/context';
import { Refusal } from '../../platform/errors';
import { momentOf } from './moments';
import type { TicketRow } from './ticket-at-work';

const hour = 3_600_000;
const now = Date.parse('2026-06-10T09:00:00+08:00');
const reportedAt = new Date('2026-06-01T09:00:00+08:00');

const entered = (roles: Role[], at: Date | null): ReturnType<typeof momentOf> =>
  momentOf(
    { actor: { roles } } as unknown as RequestContext,
    { ticket: { reportedAt } as TicketRow, now },
    at,
  );

function refused(roles: Role[], at: Date): { field: readonly string[]; zh: string; en: string } {
  try {
    entered(roles, at);
  } catch (error) {
    if (error instanceof Refusal) return { field: error.field, ...error.sentence };
  }
  throw new Error('It was accepted.');
}

describe('what is written down late', () => {
  it('keeps both moments: when it happened, and when that was written down', () => {
    expect(entered(['engineer'], new Date(now - 2 * hour))).toEqual({ at: now - 2 * hour, recordedAt: now });
    expect(entered(['engineer'], null)).toEqual({ at: now, recordedAt: now });
  });

  it.each<[Role[], number]>([
    [['engineer'], 24],
    [['quality'], 24],
    [['dispatcher'], 72],
    [['supervisor'], 168],
    [['manager'], 168],
    [['engineer', 'dispatcher'], 72],
  ])('%j may go back %i hours, and not a millisecond more', (roles, hours) => {
    expect(entered(roles, new Date(now - hours * hour)).at).toBe(now - hours * hour);
    expect(refused(roles, new Date(now - hours * hour - 1))).toEqual({
      field: ['at'],
      zh: `最多可补录 ${hours} 小时以内的情况，更早的请由主管补录或写入备注。`,
      en: `You may enter what happened up to ${hours} hours ago; for anything older ask a manager, or put it into the note.`,
    });
  });

  it('lies neither in the future nor before the report', () => {
    expect(refused(['manager'], new Date(now + 1))).toEqual({
      field: ['at'],
      zh: '发生时间不能晚于现在，请填写实际发生的时间。',
      en: 'The moment lies in the future; enter when it really happened.',
    });
    expect(refused(['manager'], new Date(reportedAt.getTime() - 1))).toEqual({
      field: ['at'],
      zh: '发生时间不能早于报修时间，请填写实际发生的时间。',
      en: 'The moment lies before the report; enter when it really happened.',
    });
  });
});
