import type { Report } from './problem.js';

/** Notes keys that are given twice. */
export function checkUnique(keys: readonly string[], path: (index: number) => string, report: Report): void {
  keys.forEach((key, index) => {
    if (keys.indexOf(key) === index) return;
    report(path(index), {
      zh: `“${key}”重复，请改名或删除其中一个。`,
      en: `"${key}" is given twice; rename or remove one.`,
    });
  });
}

/** Notes a moment that lies before another, which it has to follow. */
export function tellEarlier(path: string, other: string, report: Report): void {
  report(path, {
    zh: `应晚于 ${other}；请更正其中之一。`,
    en: `Must come after ${other}; correct one of the two.`,
  });
}

/** Notes a key that names nothing. */
export function checkKnown(key: string, known: readonly string[], path: string, report: Report): void {
  if (known.includes(key)) return;
  report(path, {
    zh: `“${key}”不存在，${known.length ? `可用的有：${known.join('、')}` : '此处没有可用的值'}。`,
    en: `"${key}" does not exist; there ${known.length ? `are: ${known.join(', ')}` : 'is none yet'}.`,
  });
}
