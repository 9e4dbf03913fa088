import type { Workflow } from '../policy/index.js';
import { stateCategories } from '../policy/index.js';
import { labelled, readConditions, readSource } from './read-parts.js';
import { integerWithin, listOf, objectOf, oneOf, readBoolean, readKey, readText, variantOf } from './read.js';
import type { Read } from './read.js';

const roles = listOf(readText);

const sourced = { source: readSource };
const readRequirement = variantOf('kind', {
  record: objectOf(
    { kind: oneOf('record'), record: readKey, ...sourced },
    { when: readConditions, fresh: readBoolean },
  ),
  approval: objectOf(
    { kind: oneOf('approval'), approval: readKey, ...sourced },
    { when: readConditions, fresh: readBoolean },
  ),
  owner: objectOf({ kind: oneOf('owner'), ...sourced }, { when: readConditions }),
});

const readEffect = variantOf('kind', {
  event: objectOf({ kind: oneOf('event'), event: oneOf('arrived', 'resolved', 'closed') }),
  record: objectOf({ kind: oneOf('record'), record: readKey }),
  pause: objectOf({ kind: oneOf('pause'), reason: readKey }),
  resume: objectOf({ kind: oneOf('resume'), reason: readKey }),
});

const readTransition = objectOf(
  { ...labelled, from: listOf(readKey), to: readKey },
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
  { deputies: roles, quorum: integerWithin(1, 100), pauses: readKey },
);

/** The shape of a workflow. */
export const readWorkflow: Read<Workflow> = objectOf(
  {
    states: listOf(objectOf({ ...labelled, category: oneOf(...stateCategories) })),
    initial: readKey,
    transitions: listOf(readTransition),
  },
  {
    approvals: listOf(readApproval),
    ownership: objectOf({ supervisors: roles, source: readSource }),
  },
);
