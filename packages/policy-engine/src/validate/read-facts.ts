import type { Fact, SitePlace } from '../facts/index.js';
import { sides } from '../facts/index.js';
import { clockKinds, coverages } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import { checkKnown } from './check-keys.js';
import type { Read, Reads } from './read.js';
import {
  keyOf,
  listOf,
  objectOf,
  oneOf,
  readBoolean,
  readInstant,
  readKey,
  readText,
  readVersion,
  textLike,
  variantOf,
} from './read.js';
import { readDate, readHomeProvince, readProvince } from './read-parts.js';

const readSite: Read<SitePlace> = objectOf(
  {
    country: textLike(
      (code) => /^[A-Z]{2}$/.test(code),
      '应为两个大写字母的国家或地区代码，例如 CN。',
      'Must be a country code of two capital letters, such as CN.',
    ),
  },
  { province: readProvince },
);

/** Moments by event. */
const readMoments: Read<Readonly<Record<string, Instant>>> = (reader, place) => {
  const events = Object.keys(Object(place.value) as object);
  reader.later(({ event = [] }) =>
    events.forEach((key) => checkKnown(key, event, place.path, reader.report)),
  );
  return objectOf(Object.fromEntries(events.map((key) => [key, readInstant])))(reader, place);
};

const fact = <Needed extends Reads, Optional extends Reads = Record<never, never>>(
  needed: Needed,
  optional?: Optional,
) => objectOf({ at: readInstant, recordedAt: readInstant, ...needed }, optional);

const bare = fact({});

const shapes = {
  reported: fact(
    { requestType: keyOf('requestType') },
    {
      channel: readText,
      severity: keyOf('severity'),
      customerGroup: readText,
      site: readSite,
      home: listOf(readHomeProvince),
    },
  ),
  responded: fact({ by: oneOf(...sides), audience: oneOf('internal', 'public') }, { automatic: readBoolean }),
  guided: fact({ by: oneOf('maker', 'dealer') }),
  assigned: fact({ to: readText }),
  arrived: bare,
  resolved: bare,
  closed: bare,
  reopened: bare,
  merged: fact({ into: readText }),
  absorbed: fact({ ticket: readText, reportedAt: readInstant }, { started: readMoments }),
  recorded: fact({ record: keyOf('record') }, { by: readText, date: readDate }),
  'severity-set': fact({ severity: keyOf('severity'), reason: readText }),
  'site-corrected': fact({ reason: readText }, { site: readSite }),
  'customer-corrected': fact({ reason: readText }, { customerGroup: readText }),
  'coverage-decided': fact({ coverage: oneOf(...coverages) }),
  paused: fact({ pause: readText, reason: keyOf('pause'), by: readText }),
  resumed: fact({ pause: readText }),
  agreed: fact({
    clock: oneOf(...clockKinds),
    due: readInstant,
    by: readText,
    why: readText,
    confirmedBy: readText,
  }),
  'calendar-pinned': fact({ calendar: readKey, version: readVersion }, { clock: readText }),
  'policy-pinned': fact({ version: readVersion }),
  'state-entered': fact({ state: keyOf('state') }),
  'owner-set': fact({ owner: readText }, { by: readText, consent: readBoolean }),
  approval: fact(
    { approval: keyOf('approval'), decision: oneOf('asked', 'given', 'refused'), by: readText },
    { role: readText, oral: readBoolean, safety: readBoolean },
  ),
} satisfies Record<Fact['kind'], Read<object>>;

export const factKinds: readonly string[] = Object.keys(shapes);

/** The shape of a list of facts; what they say about each other comes after. */
export const readFacts: Read<Fact[]> = listOf(variantOf('kind', shapes), 1, 2_000);
