import type { WarrantyPolicy, WarrantyStamp } from '@aftercare/policy-engine';
import { Refusal } from '../../platform/errors';
import type { PartMarks } from '../parts';
import type { ChargeRequest } from './decide-charges';
import { unknownKey } from './work.errors';

/** A machine as far as charges name what it has. */
export interface NamedMachine {
  stamps: readonly WarrantyStamp[];
  /** The lines of its configuration sheet. */
  components: ReadonlyArray<{ key: string; name: string }>;
  /** Keys of the meters of its model. */
  meters: readonly string[];
}

/**
 * Names of a request that are not known, as a mistyped name would decide who pays: a void reason has to be known to the
 * policy, a part to the catalogue or a list of wear parts, a component to the configuration sheet or a term, a meter to the
 * model or a term. Where the house keeps no catalogue, the machine no sheet or its model no meter, nothing is known to be
 * wrong, and any name is taken. A component's serial number is never looked up: a stamp without one fits every.
 */
export function unknownNames(
  { lines, meters, voids }: ChargeRequest,
  warranty: WarrantyPolicy,
  machine: NamedMachine,
  parts: PartMarks,
): Refusal[] {
  const reasons = warranty.voidReasons.map(({ key }) => key);
  const listed = warranty.wearParts.lists.flatMap((list) => list.parts);
  const components = machine.components.length > 0 ? componentsOf(warranty, machine) : null;
  const known = [...machine.meters, ...machine.stamps.flatMap(({ meter }) => meter?.key ?? [])];
  return [
    ...lines.flatMap(({ part, component }, at) => [
      ...(part !== undefined && !listed.includes(part) && parts.unknown.includes(part)
        ? [partMissing(at, part)]
        : []),
      ...(component?.key && components
        ? unlessAmong(components, component.key, ['lines', String(at), 'component'])
        : []),
    ]),
    ...(machine.meters.length > 0
      ? meters.flatMap(({ meter }, at) => unlessAmong(known, meter, ['meters', String(at), 'meter']))
      : []),
    ...voids.flatMap(({ reason }, at) => unlessAmong(reasons, reason, ['voids', String(at), 'reason'])),
  ];
}

const componentsOf = ({ terms }: WarrantyPolicy, { components, stamps }: NamedMachine): string[] => [
  ...components.map(({ key }) => key),
  ...terms.flatMap(({ component }) => component ?? []),
  ...stamps.flatMap(({ component }) => component?.key ?? []),
];

const unlessAmong = (known: readonly string[], name: string, field: readonly string[]): Refusal[] =>
  known.includes(name) ? [] : [unknownKey(field, [...new Set(known)])];

const partMissing = (line: number, number: string) =>
  new Refusal('NOT_FOUND', ['lines', String(line), 'part'], {
    zh: `配件目录中没有“${number}”，请核对配件号，或先将其加入目录。`,
    en: `The catalogue has no part "${number}"; check the number, or add it to the catalogue first.`,
  });
