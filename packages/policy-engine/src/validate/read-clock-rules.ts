import type {
  AgreementRule,
  CalendarRule,
  ClockRule,
  HomeRule,
  PauseReason,
  PrecedenceRule,
  ReopeningRule,
  SeverityRule,
} from '../policy/index.js';
import { clockKinds, countsFrom, homeBases, reopeningModes } from '../policy/index.js';
import type { Read } from './read.js';
import {
  keyOf,
  listBy,
  listOf,
  objectOf,
  oneOf,
  readBoolean,
  readInteger,
  readKey,
  readText,
  setOf,
  variantOf,
} from './read.js';
import {
  labelled,
  readConditions,
  readDate,
  readDuration,
  readHomeProvince,
  readLength,
  readPeriod,
  readSource,
  readTarget,
} from './read-parts.js';

const reminder = { id: readKey, tell: listOf(readText) };
const readKinds = setOf(oneOf(...clockKinds));

export const readClockRule: Read<ClockRule> = objectOf(
  {
    id: readKey,
    kind: oneOf(...clockKinds),
    when: readConditions,
    rank: readInteger,
    target: readTarget,
    startsAt: keyOf('event'),
    stopsAt: keyOf('event'),
    source: readSource,
  },
  {
    planned: readDuration,
    reminders: listBy(
      'id',
      variantOf('at', {
        before: objectOf({ ...reminder, by: readLength }),
        due: objectOf(reminder),
        after: objectOf({ ...reminder, by: readLength }),
      }),
      0,
    ),
  },
);

export const readCalendarRule: Read<CalendarRule> = objectOf(
  { id: readKey, when: readConditions, rank: readInteger, calendar: readKey, source: readSource },
  { kinds: readKinds },
);

export const readPauseReason: Read<PauseReason> = objectOf(
  { ...labelled, limit: readPeriod, source: readSource },
  { clocks: readKinds },
);

export const readSeverity: Read<SeverityRule> = objectOf({
  classes: listBy('key', objectOf(labelled)),
  unclassified: keyOf('severity'),
  countsFrom: oneOf(...countsFrom),
  source: readSource,
});

export const readAgreements: Read<AgreementRule> = objectOf({
  kinds: readKinds,
  by: listOf(readText),
  afterDue: readBoolean,
  source: readSource,
});

export const readReopening: Read<ReopeningRule> = objectOf({
  mode: oneOf(...reopeningModes),
  window: readPeriod,
  source: readSource,
});

export const readHome: Read<HomeRule> = objectOf({
  basis: oneOf(...homeBases),
  provinces: setOf(readHomeProvince),
  source: readSource,
});

export const readPrecedence: Read<PrecedenceRule> = objectOf({
  by: oneOf('rank', 'newest'),
  scope: oneOf('clause', 'whole'),
  rulebooks: listBy('id', objectOf({ id: readText, inForceFrom: readDate })),
  source: readSource,
});
