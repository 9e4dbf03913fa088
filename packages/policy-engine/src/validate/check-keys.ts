import type { Report } from './problem.js';

export const keysOf = (items: readonly { readonly key: string }[] = []): string[] =>
  items.map(({ key }) => key);

/** Notes names that are given twice. */
export function checkUnique(names: readonly string[], path: (index: number) => string, report: Report): void {
  const seen = new Set<string>();
  names.forEach((name, index) => {
    if (seen.size === seen.add(name).size)
      report(path(index), `“${name}”重复；请改名或删除。`, `"${name}" is given twice; rename or remove one.`);
  });
}

/** Notes a key that names nothing. */
export function checkKnown(key: string, known: readonly string[], path: string, report: Report): void {
  if (!known.includes(key))
    report(
      path,
      `“${key}”不存在；${known.length ? `可用的有：${known.join('、')}` : '目前没有可用的值'}。`,
      `"${key}" does not exist; there ${known.length ? `are: ${known.join(', ')}` : 'is none yet'}.`,
    );
}

/** Notes that something is not there which the rest needs. */
export function tellMissing(path: string, what: string, report: Report): void {
  report(path, `缺少 ${what}；请补上。`, `Lacks ${what}; add it.`);
}

/** Notes what means nothing beside what stands elsewhere. */
export function tellMisfit(path: string, other: string, report: Report): void {
  report(
    path,
    `与 ${other} 不符；请删除，或修改 ${other}。`,
    `Does not fit ${other}; remove it, or change ${other}.`,
  );
}

/** Notes a moment that lies before another, which it has to follow. */
export function tellEarlier(path: string, other: string, report: Report): void {
  report(path, `应晚于 ${other}；请修改其一。`, `Must come after ${other}; change one of them.`);
}
