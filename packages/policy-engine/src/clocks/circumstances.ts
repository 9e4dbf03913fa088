import type { Fact, FactOf, SitePlace } from '../facts/index.js';
import { inOrder } from '../facts/index.js';
import type { Circumstances, Policy, Region } from '../policy/index.js';
import type { Instant } from '../time/index.js';

/** Hong Kong, Macao and Taiwan in GB/T 2260. */
const specialProvinces = ['71', '81', '82'];

/** What holds for a ticket at a moment, from its report and what was said since. */
export function circumstancesAt(
  policy: Policy,
  report: FactOf<'reported'>,
  facts: readonly Fact[],
  at: Instant,
): Circumstances {
  let severity = report.severity ?? policy.severity?.unclassified;
  let { site, customerGroup } = report;
  let coverage: Circumstances['coverage'] = 'undecided';
  for (const fact of facts) {
    if (fact.at > at) break;
    if (fact.kind === 'severity-set') severity = fact.severity;
    if (fact.kind === 'site-corrected') site = fact.site;
    if (fact.kind === 'customer-corrected') customerGroup = fact.customerGroup;
    if (fact.kind === 'coverage-decided') coverage = fact.coverage;
  }
  const { requestType, channel } = report;
  return {
    requestType,
    ...(severity === undefined ? {} : { severity }),
    region: regionOf(site, report.home?.length ? report.home : (policy.home?.provinces ?? [])),
    ...(channel === undefined ? {} : { channel }),
    ...(customerGroup === undefined ? {} : { customerGroup }),
    coverage,
  };
}

/** What holds for a ticket by all facts that have happened by a moment; `null` before it was reported. */
export function ticketCircumstances(
  policy: Policy,
  facts: readonly Fact[],
  now: Instant,
): Circumstances | null {
  const known = inOrder(facts).filter(({ at }) => at <= now);
  const report = known.find((fact) => fact.kind === 'reported');
  return report ? circumstancesAt(policy, report, known, now) : null;
}

/** Where a site lies from home (R1-C2, R1-C6). */
export function regionOf(site: SitePlace | undefined, home: readonly string[]): Region {
  if (!site) return 'unknown';
  const { country, province } = site;
  if (country !== 'CN' || (province && specialProvinces.includes(province))) return 'special';
  if (province === undefined || home.length === 0) return 'unknown';
  return home.includes(province) ? 'in-province' : 'out-of-province';
}
