import type { LocalDate } from '../calendar/calendar.js';
import { isLocalDate } from '../calendar/civil.js';
import type { LocalizedText, RuleConditions, RuleSource, Target } from '../policy/index.js';
import { coverages, regions } from '../policy/index.js';
import type { Duration } from '../time/index.js';
import { dayEnds, outsideStarts } from '../time/index.js';
import type { Place, Read, Reader } from './read.js';
import {
  integerWithin,
  keyOf,
  objectOf,
  oneOf,
  readKey,
  readText,
  setOf,
  textLike,
  variantOf,
} from './read.js';

export const readLocalized: Read<LocalizedText> = objectOf({ zh: readText, en: readText });

/** A key and what people read for it. */
export const labelled = { key: readKey, label: readLocalized };

const readClauseId = textLike(
  (id) => /^[A-Z][A-Za-z0-9]*-\S+$/.test(id),
  '条款编号须带规章编号，例如 R4-5.1。',
  'A clause id begins with its rulebook, such as R4-5.1.',
);

export const readSource: Read<RuleSource> = variantOf('kind', {
  clause: objectOf({ clause: readClauseId }),
  default: objectOf({}, { note: readLocalized }),
});

export const readConditions: Read<RuleConditions> = objectOf(
  {},
  {
    requestTypes: setOf(keyOf('requestType')),
    severities: setOf(keyOf('severity')),
    regions: setOf(oneOf(...regions)),
    channels: setOf(readText),
    customerGroups: setOf(readText),
    coverages: setOf(oneOf(...coverages)),
  },
);

const province = (pattern: RegExp) =>
  textLike(
    (code) => pattern.test(code),
    '应为行政区划代码的前两位数字，例如 32。',
    'Must be the first two digits of the province code, such as 32.',
  );

/** First two digits of the GB/T 2260 code. */
export const readProvince = province(/^\d\d$/);
/** The same of what may be near: Hong Kong, Macao and Taiwan are always special. */
export const readHomeProvince = province(/^[1-6]\d$/);

export const readDate: Read<LocalDate> = textLike(
  isLocalDate,
  '应为存在的日期，例如 2026-02-14。',
  'Must be a date that exists, such as 2026-02-14.',
);

const amountUpTo = (most: number) => objectOf({ amount: integerWithin(1, most) });

const naturalTime = (days: number) =>
  variantOf('unit', {
    minutes: amountUpTo(days * 1_440),
    hours: amountUpTo(days * 24),
    days: amountUpTo(days),
  });

/** At most ten years: of all time, or of work at 260 days of eight hours. */
const lengths = {
  natural: naturalTime(3_653),
  'working-hours': variantOf('unit', { minutes: amountUpTo(1_248_000), hours: amountUpTo(20_800) }),
};

/** Any time but working days. */
export const readLength = variantOf('basis', lengths);

export const readDuration: Read<Duration> = variantOf('basis', {
  ...lengths,
  'working-days': objectOf({
    amount: integerWithin(1, 2_600),
    unit: oneOf('days'),
    endsAt: oneOf(...dayEnds),
    startOutside: oneOf(...outsideStarts),
  }),
});

/** Natural time of 366 days at the most. */
export const readPeriod = variantOf('basis', { natural: naturalTime(366) });

export function readTarget(reader: Reader, place: Place): Target {
  const { value, path } = place;
  if (typeof value !== 'string') return readDuration(reader, place);
  if (value !== 'no-target')
    reader.report(path, '应为时长；不承诺时限时填 no-target。', 'Must be a duration, or no-target.');
  return 'no-target';
}
