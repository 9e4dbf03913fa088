import type { Workflow } from '../policy/index.js';
import { stateCategories } from '../policy/index.js';
import { labelled, readConditions, readSource } from './read-parts.js';
import {
  integerWithin,
  keyOf,
  listBy,
  listOf,
  objectOf,
  oneOf,
  readBoolean,
  readText,
  setOf,
  variantOf,
} from './read.js';
import type { Read } from './read.js';

const roles = setOf(readText);

const sourced = { source: readSource };
const narrowed = { when: readConditions };
const readRequirement = variantOf('kind', {
  record: objectOf({ record: keyOf('record'), ...sourced }, { ...narrowed, fresh: readBoolean }),
  approval: objectOf({ approval: keyOf('approval'), ...sourced }, { ...narrowed, fresh: readBoolean }),
  owner: objectOf(sourced, narrowed),
});

const readEffect = variantOf('kind', {
  event: objectOf({ event: oneOf('arrived', 'resolved', 'closed') }),
  record: objectOf({ record: keyOf('record') }),
  pause: objectOf({ reason: keyOf('pause') }),
  resume: objectOf({ reason: keyOf('pause') }),
});

const readTransition = objectOf(
  { ...labelled, from: setOf(keyOf('state')), to: keyOf('state') },
  {
    by: roles,
    when: readConditions,
    requires: listOf(readRequirement),
    effects: listOf(readEffect),
    source: readSource,
  },
);

const readApproval = objectOf(
  {
    ...labelled,
    by: roles,
    mode: oneOf('one', 'all', 'in-order', 'quorum'),
    oral: readBoolean,
    safetyException: readBoolean,
    source: readSource,
  },
  { deputies: roles, quorum: integerWithin(1, 100), pauses: keyOf('pause') },
);

/** The shape of a workflow. */
export const readWorkflow: Read<Workflow> = objectOf(
  {
    states: listBy('key', objectOf({ ...labelled, category: oneOf(...stateCategories) })),
    initial: keyOf('state'),
    transitions: listBy('key', readTransition),
  },
  {
    approvals: listBy('key', readApproval),
    ownership: objectOf({ supervisors: listOf(readText), source: readSource }),
  },
);
