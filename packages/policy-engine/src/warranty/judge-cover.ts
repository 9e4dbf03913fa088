import type { LocalDate } from '../calendar/index.js';
import type { WarrantyPolicy } from '../policy/index.js';
import type { ChargeInput, ChargeLine, ChargeReason, Finding, VoidClaim } from './charge.js';
import type { BegunStamp, Component, WarrantyStamp } from './stamp.js';
import { isFor } from './stamp-terms.js';

/** What findings depend on, besides stamp and line. */
export interface Case extends Pick<ChargeInput, 'stamps' | 'machine' | 'circumstances' | 'meters' | 'voids'> {
  readonly warranty: WarrantyPolicy;
  /** The day of the report. */
  readonly day: LocalDate;
}

/** The first reason why a stamp does not bear a line; `BEARS` if there is none, before any other stamp is looked at. */
export function judgeCover(stamp: WarrantyStamp, line: ChargeLine, given: Case): Finding {
  const { warranty, circumstances, day } = given;
  const { component, ticket, replaced } = stamp;
  const { requestType } = circumstances;
  const { requestTypes, source } = warranty.apart;
  if (requestTypes.includes(requestType)) return { code: 'APART', requestType, source };
  if (replaced && replaced.on < day) return { code: 'REPLACED', ...replaced };
  if (ticket === undefined || ticket !== line.repeats) {
    if (component && !isSame(component, line.component)) return { code: 'OTHER_COMPONENT', component };
    if (ticket !== undefined && !component) return { code: 'OTHER_REPAIR', ticket };
  }
  if (stamp.state === 'waiting') return { code: 'NOT_BEGUN', waitsFor: stamp.waitsFor };
  return judgeBegun(stamp, line, given);
}

function judgeBegun(stamp: BegunStamp, line: ChargeLine, given: Case): Finding {
  const { warranty, machine, meters, day } = given;
  const { costClass, component, part } = line;
  const cover = coverOf(stamp, line);
  if (!cover) return { code: 'COST_CLASS_NOT_COVERED', costClass };
  if (stamp.scope === 'machine' && component && hasOwnTerm(component, line, given))
    return { code: 'OWN_TERM', component };

  const { firstDay, lastDay, percent } = cover;
  if (lastDay < day) return { code: 'EXPIRED', lastDay, reportedOn: day };
  if (firstDay > day) return { code: 'NOT_BEGUN', firstDay, reportedOn: day };

  const { key: meter, until = 0 } = stamp.meter ?? {};
  const reading = meter === undefined ? undefined : meters?.[meter];
  if (meter !== undefined && reading !== undefined && reading >= until)
    return { code: 'METER_REACHED', meter, until, reading };

  if (part !== undefined && !stamp.coversWearParts && isWearPart(part, machine.model, warranty))
    return { code: 'WEAR_PART', part, source: warranty.wearParts.source };
  const unread = reading === undefined ? (meter ?? null) : null;
  return voided(line, given) ?? { code: 'BEARS', percent, lastDay, unread };
}

function coverOf({ covers }: BegunStamp, { costClass }: ChargeLine) {
  return covers.find((cover) => cover.costClass === costClass);
}

/** A serial that is not known fits every other. */
function isSame(a: Component, b: Component | undefined): boolean {
  return a.key === b?.key && (a.serial === undefined || b.serial === undefined || a.serial === b.serial);
}

function hasOwnTerm(component: Component, line: ChargeLine, { stamps, day, machine }: Case): boolean {
  return stamps.some((stamp) => {
    if (stamp.scope !== 'component' || stamp.state !== 'begun' || stamp.serial !== machine.serial)
      return false;
    const cover = coverOf(stamp, line);
    return cover !== undefined && cover.firstDay <= day && isSame(component, stamp.component);
  });
}

function isWearPart(part: string, model: string, { wearParts }: WarrantyPolicy): boolean {
  return wearParts.lists.some(({ models, parts }) => isFor(models, model) && parts.includes(part));
}

function concerns({ lines }: VoidClaim, line: ChargeLine): boolean {
  return lines?.includes(line.id) ?? true;
}

function isShown({ evidence }: VoidClaim): boolean {
  return evidence.some((id) => id.trim() !== '');
}

/** The first of the policy's reasons that was claimed and shown for a line (W15). */
function voided(line: ChargeLine, { warranty, voids = [] }: Case): Finding | undefined {
  for (const { key, costClasses, source } of warranty.voidReasons) {
    if (costClasses && !costClasses.includes(line.costClass)) continue;
    const claim = voids.find((each) => each.reason === key && concerns(each, line) && isShown(each));
    if (claim) return { code: 'VOID', reason: key, evidence: claim.evidence, source };
  }
  return undefined;
}

/** The claims about a line that change nothing. */
export function idleClaims(line: ChargeLine, { warranty, voids = [] }: Case): ChargeReason[] {
  return voids
    .filter((claim) => concerns(claim, line))
    .flatMap((claim): ChargeReason[] => {
      const { reason } = claim;
      if (!warranty.voidReasons.some(({ key }) => key === reason)) return [{ code: 'VOID_UNKNOWN', reason }];
      return isShown(claim) ? [] : [{ code: 'VOID_WITHOUT_EVIDENCE', reason }];
    });
}
