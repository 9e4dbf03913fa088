import type { Policy } from '../policy/index.js';
import { tellMissing } from './check-keys.js';
import type { Report } from './problem.js';

/** Notes an order of rulebooks that leaves out the policy's own (R11-5). */
export function checkPrecedence({ precedence, rulebook }: Policy, report: Report): void {
  if (precedence?.rulebooks.every(({ id }) => id !== rulebook))
    tellMissing('precedence.rulebooks', rulebook, report);
}
