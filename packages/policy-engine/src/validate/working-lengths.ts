import type { ClockRule } from '../policy/index.js';
import type { Duration } from '../time/index.js';

/** The lengths of time of a rule that are measured by a calendar, each with the field that states it. */
export function workingLengths({
  target,
  planned,
  reminders = [],
}: ClockRule): [field: string, length: Duration][] {
  const all: [field: string, length: typeof target | undefined][] = [
    ['target', target],
    ['planned', planned],
    ...reminders.map(({ by }, index): (typeof all)[number] => [`reminders[${index}].by`, by]),
  ];
  return all.flatMap(([field, length]): [string, Duration][] =>
    length && length !== 'no-target' && length.basis !== 'natural' ? [[field, length]] : [],
  );
}
