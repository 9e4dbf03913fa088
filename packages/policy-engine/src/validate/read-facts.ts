import type { Fact, FactOf, SitePlace } from '../facts/index.js';
import { sides } from '../facts/index.js';
import { clockKinds, coverages } from '../policy/index.js';
import type { Read, Reads } from './read.js';
import {
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
import { readProvince } from './read-parts.js';

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

const fact = <Kind extends string, Needed extends Reads, Optional extends Reads = Record<never, never>>(
  kind: Kind,
  needed: Needed,
  optional?: Optional,
) => objectOf({ kind: oneOf(kind), at: readInstant, recordedAt: readInstant, ...needed }, optional);

const shapes: { readonly [Kind in Fact['kind']]: Read<FactOf<Kind>> } = {
  reported: fact(
    'reported',
    { requestType: readKey },
    {
      channel: readText,
      severity: readKey,
      customerGroup: readText,
      site: readSite,
      home: listOf(readProvince),
    },
  ),
  responded: fact(
    'responded',
    { by: oneOf(...sides), audience: oneOf('internal', 'public') },
    { automatic: readBoolean },
  ),
  guided: fact('guided', { by: oneOf('maker', 'dealer') }),
  assigned: fact('assigned', { to: readText }),
  arrived: fact('arrived', {}),
  resolved: fact('resolved', {}),
  closed: fact('closed', {}),
  reopened: fact('reopened', {}),
  merged: fact('merged', { into: readText }),
  absorbed: fact('absorbed', { ticket: readText, reportedAt: readInstant }),
  recorded: fact('recorded', { record: readKey }, { by: readText }),
  'severity-set': fact('severity-set', { severity: readKey, reason: readText }),
  'site-corrected': fact('site-corrected', { site: readSite, reason: readText }),
  'coverage-decided': fact('coverage-decided', { coverage: oneOf(...coverages) }),
  paused: fact('paused', { pause: readText, reason: readKey, by: readText }),
  resumed: fact('resumed', { pause: readText }),
  agreed: fact('agreed', {
    clock: oneOf(...clockKinds),
    due: readInstant,
    by: readText,
    why: readText,
    confirmedBy: readText,
  }),
  'calendar-pinned': fact(
    'calendar-pinned',
    { calendar: readKey, version: readVersion },
    { clock: readText },
  ),
  'policy-pinned': fact('policy-pinned', { version: readVersion }),
  'state-entered': fact('state-entered', { state: readKey }),
  'owner-set': fact('owner-set', { owner: readText }, { by: readText, consent: readBoolean }),
  approval: fact(
    'approval',
    { approval: readKey, decision: oneOf('asked', 'given', 'refused'), by: readText },
    { role: readText, oral: readBoolean, safety: readBoolean },
  ),
};

export const factKinds: readonly string[] = Object.keys(shapes);

/** The shape of a list of facts; what they say about each other comes after. */
export const readFacts: Read<Fact[]> = listOf<Fact>(variantOf('kind', shapes));
