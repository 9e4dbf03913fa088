import type { Duration } from '../time/index.js';
import type { ClockRule, Target } from './clock-rules.js';

/** Whether a length of time is measured by a calendar: in working hours or working days. */
export function countsWorkingTime(length: Target): length is Duration {
  return length !== 'no-target' && length.basis !== 'natural';
}

/** The lengths of time of a rule that are measured by a calendar, each with the field that states it. */
export function workingLengths({
  target,
  planned,
  reminders = [],
}: ClockRule): [field: string, length: Duration][] {
  const all: [field: string, length: Target | undefined][] = [
    ['target', target],
    ['planned', planned],
    ...reminders.map(({ by }, index): (typeof all)[number] => [`reminders[${index}].by`, by]),
  ];
  return all.flatMap(([field, length]): [string, Duration][] =>
    length && countsWorkingTime(length) ? [[field, length]] : [],
  );
}

/** Whether any length of time of a rule is measured by a calendar. */
export function needsCalendar(rule: ClockRule): boolean {
  return workingLengths(rule).length > 0;
}
