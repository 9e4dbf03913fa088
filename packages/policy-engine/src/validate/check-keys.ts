import type { Report } from './problem.js';

export const keysOf = (items: readonly { readonly key: string }[] = []): string[] =>
  items.map(({ key }) => key);

/** Notes names that are given twice. */
export function checkUnique(names: readonly string[], path: (index: number) => string, report: Report): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
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

/** Notes a moment that lies before another, which it has to follow. */
export function tellEarlier(path: string, other: string, report: Report): void {
  report(path, `应晚于 ${other}；请修改其一。`, `Must come after ${other}; change one of them.`);
}
