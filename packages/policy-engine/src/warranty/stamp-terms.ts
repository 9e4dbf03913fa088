import type { LocalDate } from '../calendar/index.js';
import { lastDayOf } from '../calendar/index.js';
import type { Cover, StartBasis, WarrantyPolicy, WarrantyTerm } from '../policy/index.js';
import { mustBeDates } from './must-be-dates.js';
import type {
  BegunStamp,
  Component,
  DatedCover,
  Machine,
  MachineDates,
  WaitingStamp,
  WarrantyStamp,
} from './stamp.js';

/** A cover that begins on a day. */
export function dated({ costClass, percent, months }: Cover, firstDay: LocalDate): DatedCover {
  return { costClass, percent, months, firstDay, lastDay: lastDayOf(firstDay, months) };
}

/** What both parts of a list of models mean: left out is all. */
export function isFor(models: readonly string[] | undefined, model: string): boolean {
  return models?.includes(model) ?? true;
}

/**
 * A stamp for each term that a machine has, begun where its start is known (W1, W2, W10).
 * @throws RangeError when a date is none
 */
export function stampTerms({ terms }: WarrantyPolicy, machine: Machine): WarrantyStamp[] {
  mustBeDates(machine.dates);
  machine.contracts?.forEach(({ from }) => mustBeDates({ from }));
  return terms
    .filter(({ models }) => isFor(models, machine.model))
    .flatMap((term) => {
      if (term.scope === 'machine') return [stamp(term, machine)];
      if (term.scope === 'component') {
        const own = machine.components?.filter(({ key }) => key === term.component) ?? [];
        return own.map((component) => stamp(term, machine, { component }));
      }
      const sold = machine.contracts?.filter((contract) => contract.term === term.id) ?? [];
      return sold.map(({ from }) => stamp(term, machine, from === undefined ? {} : { from }));
    });
}

function stamp(
  term: WarrantyTerm,
  { serial, dates }: Machine,
  { component, from }: { readonly component?: Component; readonly from?: LocalDate } = {},
): WarrantyStamp {
  const waiting: WaitingStamp = {
    id: idOf(term.id, serial, component?.key, component?.serial, from),
    state: 'waiting',
    scope: term.scope,
    serial,
    ...(component && { component }),
    term: term.id,
    source: term.source,
    ...(term.meter && { meter: { ...term.meter, until: term.meter.limit } }),
    coversWearParts: term.coversWearParts,
    waitsFor: term.startsAt,
    covers: term.covers,
  };
  return begin(waiting, from ?? firstKnown(term.startsAt, dates));
}

function idOf(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('/');
}

/** Begins the stamps that wait for one of these dates, by their own months; others stay as they are (W1). */
export function beginStamps(stamps: readonly WarrantyStamp[], dates: MachineDates): WarrantyStamp[] {
  mustBeDates(dates);
  return stamps.map((each) =>
    each.state === 'waiting' && !each.replaced ? begin(each, firstKnown(each.waitsFor, dates)) : each,
  );
}

function firstKnown(bases: readonly StartBasis[], dates: MachineDates): LocalDate | undefined {
  return bases
    .flatMap((basis) => dates[basis] ?? [])
    .sort()
    .at(0);
}

function begin(waiting: WaitingStamp, start: LocalDate | undefined): WarrantyStamp {
  if (start === undefined) return waiting;
  const { waitsFor: _, ...rest } = waiting;
  return { ...rest, state: 'begun', covers: waiting.covers.map((cover) => dated(cover, start)) };
}

/** The stamp of a repair completed on a day; none where repairs carry no warranty (W9, R4-5.2). */
export function stampRepair(
  { repair }: WarrantyPolicy,
  done: {
    readonly ticket: string;
    readonly serial: string;
    readonly component?: Component;
    readonly on: LocalDate;
  },
): BegunStamp[] {
  const { ticket, serial, component, on } = done;
  mustBeDates({ on });
  if (!repair) return [];
  return [
    {
      id: idOf(`repair:${ticket}`, serial, component?.key, component?.serial),
      state: 'begun',
      scope: 'repair',
      serial,
      ...(component && { component }),
      ticket,
      source: repair.source,
      coversWearParts: repair.coversWearParts ?? false,
      covers: repair.covers.map((cover) => dated(cover, on)),
    },
  ];
}
