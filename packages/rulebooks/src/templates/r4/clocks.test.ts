import { fact, clockAt, read, recorded, reported } from '../../testing/index.js';
import { r4 } from './index.js';

const { policy } = r4;
const call = reported('2026-02-14 17:00', 'repair', '14');

describe('R4-5.1 answers and assigns within 24 h', () => {
  it('R4-5.1 by natural time, over the first day of Spring Festival', () => {
    for (const kind of ['response', 'assignment'] as const) {
      expect(read(clockAt(policy, kind, '2026-02-14 18:00', [call]))).toBe(
        'running · 2026-02-15T17:00:00+08:00 · R4-5.1',
      );
    }
  });

  it('R4-5.1 assigning in the last minute meets its own promise and no other', () => {
    const facts = [call, fact('assigned', '2026-02-15 17:00', { to: 'engineer' })];
    const state = (kind: 'response' | 'assignment') =>
      clockAt(policy, kind, '2026-02-15 17:01', facts)?.state;
    expect([state('assignment'), state('response')]).toEqual(['met', 'missed']);
  });

  it('R4-5.1 waiting for the customer does not excuse a late answer', () => {
    const facts = [call, fact('paused', '2026-02-14 18:00', { pause: 'p1', reason: 'customer', by: 'desk' })];
    expect(read(clockAt(policy, 'response', '2026-02-15 18:00', facts))).toBe(
      'missed · 2026-02-15T17:00:00+08:00 · R4-5.1',
    );
  });

  it('R4-5.1 reminds the desk four hours before and the head when it is due', () => {
    const steps = clockAt(policy, 'response', '2026-02-14 18:00', [call])?.steps ?? [];
    expect(steps.map(({ at, tell }) => [new Date(at).toISOString(), ...tell])).toEqual([
      ['2026-02-15T05:00:00.000Z', 'dispatcher'],
      ['2026-02-15T09:00:00.000Z', 'manager'],
    ]);
  });
});

describe('R4-5.4 R4-4.7 without a figure', () => {
  const facts = [
    call,
    fact('resolved', '2026-02-26 17:00', {}),
    recorded('2026-02-26 23:00', 'feedback-recorded'),
  ];

  it('R4-5.4 the repair cycle is kept, twelve days here', () => {
    expect(clockAt(policy, 'resolution', '2026-03-01 09:00', facts)).toMatchObject({
      state: 'no-target',
      elapsed: { actual: 12 * 86_400_000 },
    });
  });

  it('R4-4.7 feedback is timed from acceptance', () => {
    expect(clockAt(policy, 'follow-up', '2026-03-01 09:00', facts)).toMatchObject({
      state: 'no-target',
      elapsed: { actual: 6 * 3_600_000 },
    });
  });
});
