import type { Circumstances, Dimension, Policy, RuleConditions } from '../policy/index.js';
import { conditionOf, coverages, dimensions, regions } from '../policy/index.js';

/** More cases than this are not looked through. */
export const mostCases = 10_000;

/**
 * All circumstances that rules can tell apart, one of each sort: values that the same conditions name are one
 * sort, and so are those that none names.
 * @returns `null` when there are more than `mostCases`
 */
export function circumstancesOf(
  policy: Policy,
  rules: readonly { readonly when: RuleConditions }[],
): Circumstances[] | null {
  let cases: Partial<Record<Dimension, string>>[] = [{}];
  for (const dimension of dimensions) {
    const namedBy = new Map<string | undefined, string>();
    rules.forEach(({ when }, index) => {
      for (const value of when[conditionOf[dimension]] ?? [])
        namedBy.set(value, `${namedBy.get(value) ?? ''} ${index}`);
    });
    const sorts = new Map<string | undefined, string | undefined>();
    for (const value of valuesOf(policy, dimension, [...namedBy.keys()])) {
      const sort = namedBy.get(value);
      if (!sorts.has(sort)) sorts.set(sort, value);
    }
    if (cases.length * sorts.size > mostCases) return null;
    cases = cases.flatMap((each) =>
      [...sorts.values()].map((value) => (value === undefined ? each : { ...each, [dimension]: value })),
    );
  }
  return cases as Circumstances[];
}

/** What a ticket can have; `undefined` for unknown, and for whatever no condition names. */
function valuesOf(
  { requestTypes, severity }: Policy,
  dimension: Dimension,
  named: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  switch (dimension) {
    case 'requestType':
      return requestTypes.map(({ key }) => key);
    case 'severity':
      return severity ? severity.classes.map(({ key }) => key) : [undefined];
    case 'region':
      return regions;
    case 'coverage':
      return coverages;
    default:
      return [...named, undefined];
  }
}
