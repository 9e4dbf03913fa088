import type { Policy } from '../policy/index.js';
import { ticketEvents } from '../policy/index.js';
import { keysOf } from './check-keys.js';
import type { Names } from './read.js';

/** The keys that a policy gives to others to name. */
export function namesOf(policy: Policy): Names {
  const { requestTypes, severity, records, pauseReasons, agreements, workflow } = policy;
  const record = keysOf(records);
  return {
    requestType: keysOf(requestTypes),
    severity: keysOf(severity?.classes),
    record,
    event: [...ticketEvents, ...record],
    pause: keysOf(pauseReasons),
    state: keysOf(workflow.states),
    approval: keysOf(workflow.approvals),
    agreement: agreements?.kinds ?? [],
  };
}
