import type { LocalDate } from '@aftercare/policy-engine';
import type { IntakeField } from '@aftercare/rulebooks';
import { checkDetails } from '@aftercare/rulebooks';
import { Refusal, Refusals } from '../../platform/errors';

/**
 * What the form of the request type asks must be answered as it asks (R2-9, R11-3.2.1, R1-M9.1).
 * @param today at the maker's
 * @returns everything that is missing, wrong, or not asked, each under `details` and its key
 */
export function faultsOfAnswers(
  intake: readonly IntakeField[],
  { requestType, details }: { requestType: string; details: Readonly<Record<string, string>> },
  today: LocalDate,
): Refusal[] {
  const problems = checkDetails(intake, requestType, details, { today });
  return problems.map(({ code, field, message }) => new Refusal(code, ['details', field], message));
}

/** @throws Refusals with the faults of the answers */
export function mustAnswerForm(...asked: Parameters<typeof faultsOfAnswers>): void {
  const faults = faultsOfAnswers(...asked);
  if (faults.length > 0) throw new Refusals(faults);
}
