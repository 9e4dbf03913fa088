import type { Policy, RecordType } from '../policy/index.js';
import type { Read } from './read.js';
import { listBy, listOf, objectOf, oneOf, readBoolean, readKey, readText } from './read.js';
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
import { factKinds } from './read-facts.js';
import { labelled, readLocalized } from './read-parts.js';
import { readWarranty } from './read-warranty.js';
import { readWorkflow } from './read-workflow.js';

const readRecordKey: Read<string> = (reader, place) => {
  const key = readKey(reader, place);
  reader.later(() => {
    if (factKinds.includes(key))
      reader.report(
        place.path,
        `“${key}”是固有事件的名称；请改名。`,
        `"${key}" is an event of every ticket; rename it.`,
      );
  });
  return key;
};

const readRecord: Read<RecordType> = objectOf(
  { ...labelled, key: readRecordKey },
  { by: listOf(readText), toRequester: readBoolean, date: oneOf('future') },
);

/** The shape of a policy: every field present and of its type. What fields say about each other comes after. */
export const readPolicy: Read<Policy> = objectOf(
  {
    rulebook: readText,
    title: readLocalized,
    requestTypes: listBy('key', objectOf(labelled)),
    clockRules: listBy('id', readClockRule),
    workflow: readWorkflow,
  },
  {
    records: listBy('key', readRecord, 0),
    severity: readSeverity,
    home: readHome,
    precedence: readPrecedence,
    calendarRules: listBy('id', readCalendarRule, 0),
    pauseReasons: listBy('key', readPauseReason, 0),
    agreements: readAgreements,
    reopening: readReopening,
    warranty: readWarranty,
  },
);
