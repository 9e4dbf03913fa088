import type { LocalDate } from '@aftercare/policy-engine';
import type { IntakeField } from '@aftercare/rulebooks';
import { checkDetails } from '@aftercare/rulebooks';
import { Refusal, Refusals } from '../../platform/errors';

/**
 * What the form of the request type asks must be answered as it asks (R2-9, R11-3.2.1, R1-M9.1).
 * @param today at the maker's
 * @throws Refusals with everything that is missing, wrong, or not asked, each under `details` and its key
 */
export function mustAnswerForm(
  intake: readonly IntakeField[],
  { requestType, details }: { requestType: string; details: Readonly<Record<string, string>> },
  today: LocalDate,
): void {
  const problems = checkDetails(intake, requestType, details, { today });
  if (problems.length === 0) return;
  throw new Refusals(
    problems.map(({ code, field, message }) => new Refusal(code, ['details', field], message)),
  );
}
