import type { LocalDate } from '../calendar/calendar.js';
import { isLocalDate } from '../calendar/civil.js';
import type { LocalizedText, RuleConditions, RuleSource, Target } from '../policy/index.js';
import { coverages, regions } from '../policy/index.js';
import type { Duration } from '../time/index.js';
import { dayEnds, outsideStarts } from '../time/index.js';
import type { Place, Read, Reader } from './read.js';
import { integerWithin, listOf, objectOf, oneOf, readKey, readText, textLike, variantOf } from './read.js';

export const readLocalized: Read<LocalizedText> = objectOf({ zh: readText, en: readText });

/** A key and what people read for it. */
export const labelled = { key: readKey, label: readLocalized };

const readClauseId = textLike(
  (id) => /^[A-Z][A-Za-z0-9]*-\S+$/.test(id),
  '条款编号须带规章编号，例如 R4-5.1。',
  'A clause id begins with its rulebook, such as R4-5.1.',
);

export const readSource: Read<RuleSource> = variantOf('kind', {
  clause: objectOf({ kind: oneOf('clause'), clause: readClauseId }),
  default: objectOf({ kind: oneOf('default') }, { note: readLocalized }),
});

export const readConditions: Read<RuleConditions> = objectOf(
  {},
  {
    requestTypes: listOf(readKey),
    severities: listOf(readKey),
    regions: listOf(oneOf(...regions)),
    channels: listOf(readText),
    customerGroups: listOf(readText),
    coverages: listOf(oneOf(...coverages)),
  },
);

/** First two digits of the GB/T 2260 code. */
export const readProvince = textLike(
  (code) => /^\d\d$/.test(code),
  '应为行政区划代码的前两位数字，例如 32。',
  'Must be the first two digits of the province code, such as 32.',
);

export const readDate: Read<LocalDate> = textLike(
  isLocalDate,
  '应为存在的日期，例如 2026-02-14。',
  'Must be a date that exists, such as 2026-02-14.',
);

const lengthIn = <Basis extends string, Unit extends string>(basis: Basis, unit: Unit, most: number) =>
  objectOf({ amount: integerWithin(1, most), unit: oneOf(unit), basis: oneOf(basis) });

const naturalTime = (days: number) =>
  variantOf('unit', {
    minutes: lengthIn('natural', 'minutes', days * 1_440),
    hours: lengthIn('natural', 'hours', days * 24),
    days: lengthIn('natural', 'days', days),
  });

/** At most ten years: of all time, or of work at 260 days of eight hours. */
const lengths = {
  natural: naturalTime(3_653),
  'working-hours': variantOf('unit', {
    minutes: lengthIn('working-hours', 'minutes', 1_248_000),
    hours: lengthIn('working-hours', 'hours', 20_800),
  }),
};

/** Any time but working days. */
export const readLength = variantOf('basis', lengths);

export const readDuration: Read<Duration> = variantOf('basis', {
  ...lengths,
  'working-days': objectOf({
    amount: integerWithin(1, 2_600),
    unit: oneOf('days'),
    basis: oneOf('working-days'),
    endsAt: oneOf(...dayEnds),
    startOutside: oneOf(...outsideStarts),
  }),
});

/** Natural time of 366 days at the most. */
export const readPeriod = variantOf('basis', { natural: naturalTime(366) });

export function readTarget(reader: Reader, place: Place): Target {
  if (place.value === 'no-target') return 'no-target';
  if (typeof place.value !== 'string') return readDuration(reader, place);
  reader.report(place.path, {
    zh: '应为时长，不承诺时限时填 no-target。',
    en: 'Must be a duration, or no-target.',
  });
  return 'no-target';
}
