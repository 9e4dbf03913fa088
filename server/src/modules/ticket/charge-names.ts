import type { WarrantyPolicy, WarrantyStamp } from '@aftercare/policy-engine';
import { Refusal } from '../../platform/errors';
import type { PartMarks } from '../parts';
import type { ChargeRequest } from './decide-charges';
import { unknownKey } from './work.errors';

/** A machine as far as charges name what it has. */
export interface NamedMachine {
  stamps: readonly WarrantyStamp[];
  /** Keys of the lines of its configuration sheet. */
  components: readonly string[];
  /** Keys of the meters of its model. */
  meters: readonly string[];
}

/**
 * What a request names has to be known, as a mistyped name would decide who pays: a void reason to the policy, a part
 * to the catalogue or a list of wear parts, a component to the configuration sheet or a term, a meter to the model or
 * a term. Where the house keeps no catalogue, the machine no sheet or its model no meter, nothing is known to be
 * wrong, and any name is taken. A component's serial number is never looked up: a stamp without one fits every.
 * @throws Refusal naming the line and its field
 */
export function mustBeKnownNames(
  { lines, meters, voids }: ChargeRequest,
  warranty: WarrantyPolicy,
  machine: NamedMachine,
  parts: PartMarks,
): void {
  const reasons = warranty.voidReasons.map(({ key }) => key);
  voids.forEach(({ reason }, at) => mustBeAmong(reasons, reason, ['voids', String(at), 'reason']));
  lines.forEach(({ part, component }, at) => {
    const isListed = part !== undefined && warranty.wearParts.lists.some((list) => list.parts.includes(part));
    if (part !== undefined && !isListed && parts.unknown.includes(part)) throw partMissing(at, part);
    if (component && machine.components.length > 0)
      mustBeAmong(componentsOf(warranty, machine), component.key, ['lines', String(at), 'component']);
  });
  if (machine.meters.length === 0) return;
  const known = [...machine.meters, ...machine.stamps.flatMap(({ meter }) => meter?.key ?? [])];
  Object.keys(meters).forEach((meter, at) => mustBeAmong(known, meter, ['meters', String(at), 'meter']));
}

const componentsOf = ({ terms }: WarrantyPolicy, { components, stamps }: NamedMachine): string[] => [
  ...components,
  ...terms.flatMap(({ component }) => component ?? []),
  ...stamps.flatMap(({ component }) => component?.key ?? []),
];

function mustBeAmong(known: readonly string[], name: string, field: readonly string[]): void {
  if (!known.includes(name)) throw unknownKey(field, [...new Set(known)]);
}

const partMissing = (line: number, number: string) =>
  new Refusal('NOT_FOUND', ['lines', String(line), 'part'], {
    zh: `部件目录中没有“${number}”，请核对部件号，或先将其加入目录。`,
    en: `The catalogue has no part "${number}"; check the number, or add it to the catalogue first.`,
  });
