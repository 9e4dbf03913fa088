import type { ClockKind, Workflow } from '../policy/index.js';
import { stateCategories, stepEvents } from '../policy/index.js';
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
import type { Read, Reads } from './read.js';

const roles = setOf(readText);

const sourced = { source: readSource };
const narrowed = { when: readConditions };
const timely = <Needed extends Reads>(needed: Needed) =>
  objectOf({ ...needed, ...sourced }, { ...narrowed, fresh: readBoolean });
const readRequirement = variantOf('kind', {
  record: timely({ record: keyOf('record') }),
  approval: timely({ approval: keyOf('approval') }),
  agreement: timely({ clock: keyOf('agreement') as Read<ClockKind> }),
  owner: objectOf(sourced, narrowed),
});

const readEffect = variantOf('kind', {
  event: objectOf({ event: oneOf(...stepEvents) }),
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
