import type { Policy, ReopeningMode, RuleSource } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import { milliseconds } from '../time/index.js';

/** What reopening does to the clocks; or why a new ticket is made instead. */
export type ReopenAnswer =
  | { readonly mode: ReopeningMode; readonly source: RuleSource }
  | { readonly reason: 'NOT_OFFERED'; readonly remedy: 'NEW_TICKET' }
  | {
      readonly reason: 'WINDOW_OVER';
      /** The last moment at which it could have been reopened. */
      readonly endedAt: Instant;
      readonly remedy: 'NEW_TICKET';
      readonly source: RuleSource;
    };

/** Whether a ticket that was closed may go on at a moment (E1; workflow.md, "Reopening"). */
export function reopen(
  { reopening }: Policy,
  { closedAt, at }: { closedAt: Instant; at: Instant },
): ReopenAnswer {
  if (!reopening) return { reason: 'NOT_OFFERED', remedy: 'NEW_TICKET' };
  const { mode, window, source } = reopening;
  const endedAt = closedAt + milliseconds(window);
  return at <= endedAt ? { mode, source } : { reason: 'WINDOW_OVER', endedAt, remedy: 'NEW_TICKET', source };
}
