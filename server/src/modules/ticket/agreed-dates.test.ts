import type { Fact } from '@aftercare/policy-engine';
import { agreedDates } from './agreed-dates';

const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);
const agreed = (when: string, due: string): Fact => ({
  kind: 'agreed',
  clock: 'resolution',
  at: at(when),
  recordedAt: at(when),
  due: at(due),
  by: 'desk',
  why: '等待备件',
  confirmedBy: '客户',
});
const clock = (stopped: string | null, state: 'met' | 'cancelled' | 'running' = 'met') => ({
  kind: 'resolution' as const,
  stoppedAt: stopped === null ? null : at(stopped),
  state,
});
const outcomes = (facts: Fact[], stopped: ReturnType<typeof clock>, now: string) =>
  agreedDates(facts, [stopped], at(now)).map(({ outcome }) => outcome);

describe('R6-3.3 a time limit told to the customer', () => {
  const told = agreed('06-02T09:00', '06-05T18:00');

  it('is open until its moment passes, and then broken', () => {
    expect(outcomes([told], clock(null, 'running'), '06-05T18:00')).toEqual(['open']);
    expect(outcomes([told], clock(null, 'running'), '06-05T18:01')).toEqual(['broken']);
  });

  it('is kept by what happened up to that moment, broken by what happened later', () => {
    expect(outcomes([told], clock('06-05T18:00'), '06-09T09:00')).toEqual(['kept']);
    expect(outcomes([told], clock('06-05T18:01'), '06-09T09:00')).toEqual(['broken']);
  });

  it('is replaced by another date agreed in time, and was broken where that came too late', () => {
    const again = agreed('06-04T09:00', '06-08T18:00');
    const tooLate = agreed('06-06T09:00', '06-08T18:00');
    expect(outcomes([told, again], clock('06-08T10:00'), '06-09T09:00')).toEqual(['replaced', 'kept']);
    expect(outcomes([told, tooLate], clock('06-08T10:00'), '06-09T09:00')).toEqual(['broken', 'kept']);
  });

  it('falls away when the request was withdrawn before', () => {
    expect(outcomes([told], clock('06-03T10:00', 'cancelled'), '06-09T09:00')).toEqual(['cancelled']);
  });
});
