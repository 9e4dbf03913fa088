import type { WarrantyPolicy } from '../policy/index.js';
import type { Adjustment, AdjustmentFault, AdjustmentRefusal, ChargeInput } from './charge.js';

/** Every override and goodwill that lacks something, and what (W5, W7). */
export function refuseAdjustments(
  { overrides: { approvers } }: WarrantyPolicy,
  { lines, overrides = [], goodwill = [] }: ChargeInput,
): AdjustmentRefusal[] {
  const faults = (
    { line, percent, why, by, approver }: Adjustment,
    at: number,
    all: readonly Adjustment[],
    least: number,
  ) => {
    const found: AdjustmentFault[] = [];
    const isThere = lines.some(({ id }) => id === line);
    if (!isThere) found.push({ code: 'LINE' });
    else if (all.findIndex((other) => other.line === line) < at) found.push({ code: 'TWICE' });
    if (!Number.isInteger(percent) || percent < least || percent > 100) found.push({ code: 'PERCENT' });
    if (why.trim() === '') found.push({ code: 'WHY' });
    if (by.trim() === '') found.push({ code: 'BY' });
    if (!approver?.id.trim() || !approver.roles.some((role) => approvers.includes(role))) {
      // of a line that is not there nothing is to be approved
      if (isThere) found.push({ code: 'APPROVER', roles: approvers });
    } else if (approver.id === by) found.push({ code: 'OWN_MATTER' });
    return found;
  };
  const refuse = (kind: AdjustmentRefusal['kind'], all: readonly Adjustment[], least: number) =>
    all
      .map((each, at) => ({ kind, at, missing: faults(each, at, all, least) }))
      .filter(({ missing }) => missing.length > 0);
  return [...refuse('override', overrides, 0), ...refuse('goodwill', goodwill, 1)];
}
