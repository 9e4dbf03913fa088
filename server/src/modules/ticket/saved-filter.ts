import { Refusal, Refusals } from '../../platform/errors';
import { faultsOf } from './ticket-filter';
import type { TicketFilter, TimeSpan } from './ticket-list.inputs';

/**
 * A filter as it is kept: what was given and nothing else. Moments are written as texts.
 * @throws Refusals INVALID naming each field of `filter` that no list would take
 */
export function keptFilter(filter: TicketFilter | null | undefined): string {
  const faults = faultsOf(filter);
  if (faults.length > 0)
    throw new Refusals(
      faults.map(({ field, sentence }) => new Refusal('INVALID', ['filter', field], sentence)),
    );
  return JSON.stringify(filter ?? {}, (_key, value: unknown) => value ?? undefined);
}

type Kept<Shape> = {
  [Field in keyof Shape]: Shape[Field] extends Date | null | undefined ? string : Shape[Field];
};

/** A kept filter as it was given. */
export function filterOf(stored: unknown): TicketFilter {
  const { reportedAt, createdAt, dueBefore, ...filter } = stored as Omit<
    Kept<TicketFilter>,
    'reportedAt' | 'createdAt'
  > & { reportedAt?: Kept<TimeSpan>; createdAt?: Kept<TimeSpan> };
  return {
    ...filter,
    ...(reportedAt && { reportedAt: spanOf(reportedAt) }),
    ...(createdAt && { createdAt: spanOf(createdAt) }),
    ...(dueBefore && { dueBefore: new Date(dueBefore) }),
  };
}

const spanOf = ({ from, to }: Kept<TimeSpan>): TimeSpan => ({
  ...(from && { from: new Date(from) }),
  ...(to && { to: new Date(to) }),
});
