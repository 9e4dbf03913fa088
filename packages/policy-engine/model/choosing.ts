import type { Fact, ReportedFact, SitePlace } from '../src/facts/index.js';
import type { LosingReason } from '../src/clocks/clock-result.js';
import type {
  Circumstances,
  ClockKind,
  Policy,
  Region,
  RuleConditions,
  RuleSource,
} from '../src/policy/index.js';

interface Rule {
  readonly id: string;
  readonly when: RuleConditions;
  readonly rank: number;
  readonly source: RuleSource;
}

export interface Choice<R extends Rule> {
  readonly rule: R;
  readonly losing: readonly { readonly id: string; readonly reason: LosingReason }[];
}

function regionOf(site: SitePlace | undefined, report: ReportedFact, policy: Policy): Region {
  if (!site) return 'unknown';
  if (site.country !== 'CN') return 'special';
  if (site.province === '71' || site.province === '81' || site.province === '82') return 'special';
  const named = report.home ?? [];
  const home = named.length > 0 ? named : (policy.home?.provinces ?? []);
  if (!site.province || home.length === 0) return 'unknown';
  return home.includes(site.province) ? 'in-province' : 'out-of-province';
}

/** What holds when all of `facts`, which are in order, have happened. */
export function circumstances(policy: Policy, report: ReportedFact, facts: readonly Fact[]): Circumstances {
  let severity = report.severity ?? policy.severity?.unclassified;
  let site = report.site;
  let customerGroup = report.customerGroup;
  let coverage: Circumstances['coverage'] = 'undecided';
  for (const fact of facts) {
    if (fact.kind === 'severity-set') severity = fact.severity;
    if (fact.kind === 'site-corrected') site = fact.site;
    if (fact.kind === 'customer-corrected') customerGroup = fact.customerGroup;
    if (fact.kind === 'coverage-decided') coverage = fact.coverage;
  }
  return {
    requestType: report.requestType,
    region: regionOf(site, report, policy),
    coverage,
    ...(severity !== undefined && { severity }),
    ...(report.channel !== undefined && { channel: report.channel }),
    ...(customerGroup !== undefined && { customerGroup }),
  };
}

function applies({ when }: Rule, now: Circumstances): boolean {
  const holds = (allowed: readonly string[] | undefined, value: string | undefined) =>
    allowed === undefined || (value !== undefined && allowed.includes(value));
  return (
    holds(when.requestTypes, now.requestType) &&
    holds(when.severities, now.severity) &&
    holds(when.regions, now.region === 'unknown' ? undefined : now.region) &&
    holds(when.channels, now.channel) &&
    holds(when.customerGroups, now.customerGroup) &&
    holds(when.coverages, now.coverage)
  );
}

const conditions = ({ when }: Rule) => Object.values(when).filter((value) => value !== undefined).length;

/** The place of a rule's rulebook: 0 prevails over 1, and so on. */
function placeOf({ source }: Rule, policy: Policy): number {
  const { precedence } = policy;
  if (!precedence) return 0;
  const listed = precedence.rulebooks.map(({ id, inForceFrom }) => ({ id, inForceFrom }));
  if (precedence.by === 'newest') {
    listed.sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : a.inForceFrom > b.inForceFrom ? -1 : 0));
  }
  const place = (rulebook: string) => listed.findIndex(({ id }) => id === rulebook);
  const own = source.kind === 'clause' ? place(source.clause.split('-')[0] ?? '') : -1;
  if (own >= 0) return own;
  const fallback = place(policy.rulebook);
  return fallback >= 0 ? fallback : listed.length;
}

function choose<R extends Rule>(
  rules: readonly R[],
  among: readonly Rule[],
  policy: Policy,
  now: Circumstances,
): Choice<R> | null {
  const applying = rules.filter((rule) => applies(rule, now));
  const place = (rule: Rule) => placeOf(rule, policy);
  const best =
    policy.precedence?.scope === 'whole'
      ? Math.min(...among.filter((rule) => applies(rule, now)).map(place))
      : Math.min(...applying.map(place));
  const [winner] = applying
    .filter((rule) => place(rule) === best)
    .sort((a, b) => b.rank - a.rank || conditions(b) - conditions(a) || (a.id < b.id ? -1 : 1));
  if (!winner) return null;
  const reason = (rule: R): LosingReason => {
    if (place(rule) !== best) return 'OVERRULED';
    if (rule.rank !== winner.rank) return 'LOWER_RANK';
    return conditions(rule) === conditions(winner) ? 'SAME_PROMISE' : 'LESS_SPECIFIC';
  };
  const losing = applying.filter((rule) => rule !== winner);
  return { rule: winner, losing: losing.map((rule) => ({ id: rule.id, reason: reason(rule) })) };
}

export function chooseClockRule(policy: Policy, kind: ClockKind, now: Circumstances) {
  return choose(
    policy.clockRules.filter((rule) => rule.kind === kind),
    policy.clockRules,
    policy,
    now,
  );
}

export function chooseCalendarRule(policy: Policy, kind: ClockKind, now: Circumstances) {
  const rules = (policy.calendarRules ?? []).filter(({ kinds }) => !kinds || kinds.includes(kind));
  return choose(rules, rules, policy, now);
}
