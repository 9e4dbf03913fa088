import type { Fact } from '@aftercare/policy-engine';
import { templates } from '@aftercare/rulebooks';
import { lastingPauses } from './lasting-pauses';

const { policy } = templates.R6;
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
const moment = (local: string) => ({ at: at(local), recordedAt: at(local) });
const paused = (pause: string, local: string, reason = 'customer'): Fact => ({
  kind: 'paused',
  ...moment(local),
  pause,
  reason,
  by: 'engineer',
});
const resumed = (pause: string, local: string): Fact => ({ kind: 'resumed', ...moment(local), pause });

const lasting = (now: string, ...facts: Fact[]) =>
  lastingPauses(policy, facts, at(now)).map(({ pause }) => pause);

describe('C10 a pause lasts', () => {
  const first = paused('p1', '2026-06-02 09:00');

  it('until it is resumed', () => {
    expect(lasting('2026-06-03 09:00', first)).toEqual(['p1']);
    expect(lasting('2026-06-03 09:00', first, resumed('p1', '2026-06-02 18:00'))).toEqual([]);
    expect(lasting('2026-06-03 09:00', first, resumed('p2', '2026-06-02 18:00'))).toEqual(['p1']);
  });

  it('whatever was resumed before it began', () => {
    expect(lasting('2026-06-03 09:00', first, resumed('p1', '2026-06-02 08:59'))).toEqual(['p1']);
  });

  it('until the limit of its reason, fourteen days for the customer and thirty for force majeure', () => {
    const storm = paused('p2', '2026-06-02 09:00', 'force-majeure');
    expect(lasting('2026-06-16 08:59', first, storm)).toEqual(['p1', 'p2']);
    expect(lasting('2026-06-16 09:00', first, storm)).toEqual(['p2']);
    expect(lasting('2026-07-02 09:00', first, storm)).toEqual([]);
  });

  it('until the ticket is closed, and not again when it is reopened', () => {
    const closed: Fact = { kind: 'closed', ...moment('2026-06-04 09:00') };
    const reopened: Fact = { kind: 'reopened', ...moment('2026-06-05 09:00') };
    expect(lasting('2026-06-06 09:00', first, closed, reopened)).toEqual([]);
    const second = paused('p2', '2026-06-05 10:00');
    expect(lasting('2026-06-06 09:00', first, closed, reopened, second)).toEqual(['p2']);
  });

  it('only for a reason that the policy has', () => {
    expect(lasting('2026-06-02 10:00', paused('p1', '2026-06-02 09:00', 'lunch'))).toEqual([]);
  });
});
