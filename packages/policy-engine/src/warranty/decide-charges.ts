import { localDate } from '../calendar/index.js';
import type { Chosen } from '../clocks/index.js';
import { reference } from '../clocks/index.js';
import type { Coverage, PriceRule } from '../policy/index.js';
import type {
  ChargeDecision,
  ChargeInput,
  ChargeLine,
  ChargeOutcome,
  ChargeResult,
  LinePrice,
  Verdict,
} from './charge.js';
import { choosePrice } from './choose-price.js';
import type { Case } from './judge-cover.js';
import { idleClaims, judgeCover } from './judge-cover.js';
import { mustBeDated } from './must-be-dates.js';
import { refuseAdjustments } from './refuse-adjustments.js';

/**
 * Who bears each line of a ticket, by the stamps of its machine on the day of the report (W5, W6); or what overrides
 * and goodwill lack, and then nothing is decided.
 * @throws RangeError when the policy has no warranty, a date or instant is none, or two lines have the same id
 */
export function decideCharges(input: ChargeInput): ChargeResult {
  const { policy, machine, reportedAt, zone, lines } = input;
  const { warranty } = policy;
  if (!warranty) throw new RangeError(`Policy ${policy.rulebook} says nothing about warranty.`);
  if (!Number.isSafeInteger(reportedAt)) throw new RangeError(`reportedAt ${reportedAt} is no instant.`);
  if (new Set(lines.map(({ id }) => id)).size < lines.length)
    throw new RangeError('lines: two have the same id.');
  mustBeDated(input.stamps);
  const refusals = refuseAdjustments(warranty, input);
  if (refusals.length > 0) return { refusals };
  const day = localDate(zone, reportedAt);
  const stamps = input.stamps.filter(({ serial }) => serial === machine.serial);
  const given: Case = { ...input, stamps, warranty, day };
  return { judgedOn: day, decisions: lines.map((line) => decide(line, given, input)) };
}

function decide(
  line: ChargeLine,
  given: Case,
  { policy, overrides, goodwill, circumstances }: ChargeInput,
): ChargeDecision {
  const verdicts = judge(line, given);
  const [first] = verdicts;
  const bearing = first?.code === 'BEARS' ? first : undefined;
  const override = overrides?.find((each) => each.line === line.id);
  const kindness = goodwill?.find((each) => each.line === line.id);

  const settle = (borne: number) => {
    const waived = Math.min(kindness?.percent ?? 0, 100 - borne);
    const left = 100 - borne - waived;
    const coverage = borne > 0 ? 'shared' : 'charged';
    const chosen = left > 0 ? choosePrice(policy, line.costClass, { ...circumstances, coverage }) : undefined;
    const asked = chosen?.rule.basis === 'waived' ? 0 : left;
    return {
      outcome: outcomeOf(borne, asked),
      borne,
      goodwill: kindness && waived > 0 ? { ...kindness, percent: waived } : null,
      asked,
      price: chosen ? priceBy(chosen) : null,
    };
  };
  const found = settle(bearing?.percent ?? 0);
  const settled = override ? settle(override.percent) : found;
  const { outcome, borne } = found;
  return {
    line: line.id,
    ...settled,
    cover: bearing && settled.borne > 0 ? { stamp: bearing.stamp, lastDay: bearing.lastDay } : null,
    routes: settled.asked > 0 ? ['quotation', 'goodwill'] : [],
    reasons: [...idleClaims(line, given), ...verdicts],
    overridden: override ? { ...override, was: { outcome, borne } } : null,
  };
}

function priceBy({ rule, losing }: Chosen<PriceRule>): LinePrice {
  return { basis: rule.basis, rule: reference(rule), losing };
}

function outcomeOf(borne: number, asked: number): ChargeOutcome {
  if (borne === 100) return 'covered';
  if (asked === 0) return 'waived';
  return asked === 100 ? 'charged' : 'shared';
}

/** Every stamp's verdict; the one that bears the line first, then those that would (W16), then the others by id. */
function judge(line: ChargeLine, given: Case): Verdict[] {
  const { order } = given.warranty;
  const verdicts = given.stamps
    .map((stamp): Verdict => ({ ...judgeCover(stamp, line, given), stamp: stamp.id, scope: stamp.scope }))
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  const bearing = verdicts
    .flatMap((verdict) => (verdict.code === 'BEARS' ? [verdict] : []))
    .sort(
      (a, b) =>
        order.indexOf(a.scope) - order.indexOf(b.scope) ||
        b.percent - a.percent ||
        (a.lastDay === b.lastDay ? 0 : a.lastDay < b.lastDay ? 1 : -1),
    )
    .map((verdict, place): Verdict => (place ? { ...verdict, code: 'LATER_IN_ORDER' } : verdict));
  return [...bearing, ...verdicts.filter(({ code }) => code !== 'BEARS')];
}

/** What a ticket's lines come to, for the fact `coverage-decided`. */
export function coverageOf(decisions: readonly ChargeDecision[]): Coverage {
  if (decisions.length === 0) return 'undecided';
  if (decisions.every(({ asked }) => asked === 0)) return 'covered';
  return decisions.every(({ asked }) => asked === 100) ? 'charged' : 'shared';
}
