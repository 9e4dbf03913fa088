import { checkCalendars, parseCalendar, parsePolicy } from '@aftercare/policy-engine';
import type { Problem } from '@aftercare/policy-engine';
import { parseIntake } from '../../intake/index.js';
import type { RulebookTemplate } from '../template.js';
import { checkSettings } from './answers.js';
import { checkCitations } from './citations.js';
import { checkClockEvents } from './clock-events.js';
import { checkDates } from './dates.js';
import { checkKeys, checkNames } from './names.js';
import type { Report } from '../../shape/index.js';
import { templateShape } from './template-shape.js';

const checks = [checkCitations, checkKeys, checkNames, checkClockEvents, checkDates, checkSettings];

/**
 * Every fault of what may be a template, with its place and what to do about it; empty when it is sound. What
 * `parsePolicy`,
 * `parseIntake`, `parseCalendar` and `checkCalendars` find stands under `policy`, `intake` and `calendars`. What the parts say about
 * each other is looked at when each is sound by itself.
 */
export function checkTemplate(value: unknown): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, zh, en) => problems.push({ path, message: { zh, en } });
  templateShape(value, '', report);
  const { policy, intake, calendars } = Object(value) as Partial<Record<keyof RulebookTemplate, unknown>>;
  const parsed = parsePolicy(policy);
  if ('problems' in parsed) problems.push(...below('policy', parsed.problems));
  else {
    const asked = parseIntake(parsed.policy, intake);
    if ('problems' in asked) problems.push(...asked.problems);
  }
  const read = (Array.isArray(calendars) ? calendars : []).map(parseCalendar);
  read.forEach((result, index) => {
    if ('problems' in result) problems.push(...below(`calendars[${index}]`, result.problems));
  });
  if (problems.length > 0) return problems;
  const template = value as RulebookTemplate;
  problems.push(...below('policy', checkCalendars(template.policy, template.calendars)));
  for (const check of checks) check(template, report);
  return problems;
}

const below = (path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((each) => ({ ...each, path: each.path ? `${path}.${each.path}` : path }));
