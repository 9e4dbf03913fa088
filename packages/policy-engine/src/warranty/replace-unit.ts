import type { LocalDate } from '../calendar/index.js';
import type { Cover, ReplacementTerm, WarrantyPolicy } from '../policy/index.js';
import { costClasses } from '../policy/index.js';
import { mustBeDated, mustBeDates } from './must-be-dates.js';
import type { DatedCover, WarrantyStamp } from './stamp.js';
import { dated } from './stamp-terms.js';

export interface Replacement {
  readonly oldSerial: string;
  readonly newSerial: string;
  /** Key of the component, whose serials these then are; left out: the machine itself. */
  readonly component?: string;
  readonly on: LocalDate;
  /** Readings of the machine at the replacement. */
  readonly meters?: Readonly<Record<string, number>>;
}

/**
 * All stamps of a machine after a unit was replaced: the old ones ended, each with its successor (W8).
 * @throws RangeError when a date is none
 */
export function replaceUnit(
  { replacement }: WarrantyPolicy,
  stamps: readonly WarrantyStamp[],
  unit: Replacement,
): WarrantyStamp[] {
  const { oldSerial, newSerial, component: key, on } = unit;
  mustBeDates({ on });
  mustBeDated(stamps);
  const live = stamps.filter(({ replaced }) => !replaced);
  const own = live.filter(({ serial, component }) =>
    key === undefined
      ? serial === oldSerial
      : component?.key === key && (component.serial ?? oldSerial) === oldSerial,
  );
  // without a term of its own, the component was under the machine's, which goes on for all the rest
  const lent = key !== undefined && own.length === 0;
  const heirs = (lent ? live.filter(({ scope }) => scope === 'machine') : own).map((old): WarrantyStamp => {
    const term = old.scope === 'contract' ? 'rest' : replacement.term;
    const meter = old.meter && { ...old.meter, until: meterEnd(old.meter, term, unit) };
    const changes = {
      id: `${lent ? `${old.id}/${key}/${newSerial}` : old.id}@${on}`,
      ...(key === undefined
        ? { serial: newSerial }
        : { component: { key, serial: newSerial }, scope: lent ? ('component' as const) : old.scope }),
      ...(meter && { meter }),
      replaces: { stamp: old.id, serial: oldSerial, on },
    };
    if (old.state === 'waiting') return { ...old, ...changes };
    return {
      ...old,
      ...changes,
      covers: coversAfter(term, old.covers, replacement.covers ?? old.covers, on),
    };
  });
  const ended = stamps.map((each) =>
    !lent && own.includes(each) ? { ...each, replaced: { by: newSerial, on } } : each,
  );
  return [...ended, ...heirs];
}

function coversAfter(
  term: ReplacementTerm,
  old: readonly DatedCover[],
  fresh: readonly Cover[],
  on: LocalDate,
): DatedCover[] {
  const rest = old.map((cover) => (cover.firstDay < on ? { ...cover, firstDay: on } : cover));
  const anew = fresh.map((cover) => dated(cover, on));
  if (term !== 'longer') return term === 'rest' ? rest : anew;
  return costClasses.flatMap((costClass) =>
    [...rest, ...anew]
      .filter((cover) => cover.costClass === costClass)
      .sort((a, b) => (a.lastDay === b.lastDay ? b.percent - a.percent : a.lastDay < b.lastDay ? 1 : -1))
      .slice(0, 1),
  );
}

/** A new machine's meter begins at 0; that of a machine with a new component goes on. */
function meterEnd(
  { key, limit, until }: { readonly key: string; readonly limit: number; readonly until: number },
  term: ReplacementTerm,
  { component, meters }: Replacement,
): number {
  const reading = meters?.[key] ?? 0;
  if (component === undefined) return term === 'rest' ? Math.max(0, until - reading) : limit;
  return term === 'rest' ? until : reading + limit;
}
