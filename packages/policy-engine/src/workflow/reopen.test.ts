import { workshop } from '../testing/workshop.js';
import { reopen } from './reopen.js';

/** Monday 2 March 2026, 17:30 in China; and the same time a week later. */
const closedAt = Date.parse('2026-03-02T17:30:00+08:00');
const weekLater = Date.parse('2026-03-09T17:30:00+08:00');

describe('E1 reopening', () => {
  it('E1 goes on in the way that the maker chose, up to the last moment of the window', () => {
    const answer = { mode: 'restart', source: { kind: 'default' } };
    expect(reopen(workshop, { closedAt, at: closedAt })).toEqual(answer);
    expect(reopen(workshop, { closedAt, at: weekLater })).toEqual(answer);
  });

  it('E1 after the window a new ticket is made', () => {
    expect(reopen(workshop, { closedAt, at: weekLater + 1 })).toEqual({
      reason: 'WINDOW_OVER',
      endedAt: weekLater,
      remedy: 'NEW_TICKET',
      source: { kind: 'default' },
    });
  });

  it('E1 without a rule of reopening a new ticket is made', () => {
    const { reopening: _reopening, ...policy } = workshop;
    expect(reopen(policy, { closedAt, at: closedAt })).toEqual({
      reason: 'NOT_OFFERED',
      remedy: 'NEW_TICKET',
    });
  });
});
