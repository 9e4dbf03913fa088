import type { Leak, Walked } from './walk';

/** One line per place: what went into it, from whom, and what came of it. */
export function tableOf(walked: readonly Walked[]): string {
  const places = new Map<string, Walked[]>();
  for (const each of walked) places.set(each.place.name, [...(places.get(each.place.name) ?? []), each]);
  const lines = [...places].map(([name, all]) => [
    name,
    all[0]?.place.kind ?? '',
    all
      .map(
        ({ asker, probes, standing }) => `${asker} ${sum(probes)}${standing === 'closed' ? ' (closed)' : ''}`,
      )
      .join(', '),
    all.some(({ heard, standing }) => heard && standing === 'answered') ? 'yes' : '-',
    all.some(({ leaks }) => leaks.length > 0) ? 'LEAK' : 'same',
  ]);
  const head = ['place', 'kind', 'probed by', 'own told apart', 'answers'];
  const widths = head.map((title, at) =>
    Math.max(...[title, ...lines.map((line) => line[at] ?? '')].map(({ length }) => length)),
  );
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const sum = (probes: Record<string, number>) =>
  Object.values(probes).reduce((total, count) => total + count, 0);

/** `dealer 2: ticket(id) tells of another dealer's Ticket by its answer: … instead of …`. */
export const sentenceOf = ({ asker, place, owner, what, by, told: [theirs, nobodys] }: Leak) =>
  `${asker}: ${place} tells of ${owner}'s ${what} by its ${by}: ${theirs} instead of ${nobodys}`;
