import type { Policy } from '../policy/index.js';
import type { Read } from './read.js';
import { listOf, objectOf, readText } from './read.js';
import {
  readAgreements,
  readCalendarRule,
  readClockRule,
  readHome,
  readPauseReason,
  readPrecedence,
  readReopening,
  readSeverity,
} from './read-clock-rules.js';
import { labelled, readLocalized } from './read-parts.js';
import { readWarranty } from './read-warranty.js';
import { readWorkflow } from './read-workflow.js';

/** The shape of a policy: every field present and of its type. What fields say about each other comes after. */
export const readPolicy: Read<Policy> = objectOf(
  {
    rulebook: readText,
    title: readLocalized,
    requestTypes: listOf(objectOf(labelled)),
    clockRules: listOf(readClockRule),
    workflow: readWorkflow,
  },
  {
    records: listOf(objectOf(labelled, { by: listOf(readText) }), 0),
    severity: readSeverity,
    home: readHome,
    precedence: readPrecedence,
    calendarRules: listOf(readCalendarRule, 0),
    pauseReasons: listOf(readPauseReason, 0),
    agreements: readAgreements,
    reopening: readReopening,
    warranty: readWarranty,
  },
);
