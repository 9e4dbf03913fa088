import type { ClockState } from '../../gql/graphql';
import type { Tone } from '../../shared/ui/label';

export interface ClockTimes {
  state: ClockState;
  startedAt: string | null;
  dueAt: string | null;
  stoppedAt: string | null;
}

/** How a promise stands at a moment, for icon, colour and words. */
export type Standing =
  | 'notStarted'
  | 'good'
  | 'soon'
  | 'overdue'
  | 'paused'
  | 'met'
  | 'missed'
  | 'cancelled'
  | 'noTarget';

/** At this share of its time left, a promise wants attention. */
const soonShare = 0.25;

export function standing(clock: ClockTimes, now: number): Standing {
  switch (clock.state) {
    case 'NO_TARGET':
      return 'noTarget';
    case 'NOT_STARTED':
      return 'notStarted';
    case 'CANCELLED':
      return 'cancelled';
    case 'PAUSED':
      return 'paused';
    case 'MET':
      return 'met';
    case 'MISSED':
      return clock.stoppedAt ? 'missed' : 'overdue';
    case 'RUNNING': {
      const left = timeLeft(clock, now);
      if (left === undefined) return 'noTarget';
      if (left < 0) return 'overdue';
      const whole = left + now - Date.parse(clock.startedAt ?? new Date(now).toISOString());
      return left <= whole * soonShare ? 'soon' : 'good';
    }
  }
}

/** Milliseconds until a promise falls due, negative afterwards; undefined when it never does. */
export function timeLeft(clock: ClockTimes, now: number): number | undefined {
  return clock.dueAt ? Date.parse(clock.dueAt) - now : undefined;
}

/** A promise that still has to be kept, late or not. */
export function isOpen(clock: ClockTimes): boolean {
  return (
    clock.state === 'RUNNING' || clock.state === 'PAUSED' || (clock.state === 'MISSED' && !clock.stoppedAt)
  );
}

export const standingTones: Record<Standing, Tone> = {
  notStarted: 'neutral',
  good: 'good',
  soon: 'warn',
  overdue: 'bad',
  paused: 'neutral',
  met: 'good',
  missed: 'bad',
  cancelled: 'neutral',
  noTarget: 'neutral',
};
