import type { Leak, Walked } from './walk';

/** One line per place: what went into it, of each owner's, and what came of it. In brackets, what met a closed door. */
export function tableOf(walked: readonly Walked[]): string {
  const places = new Map<string, Walked[]>();
  for (const each of walked) places.set(each.place.name, [...(places.get(each.place.name) ?? []), each]);
  const owners = [...new Set(walked.flatMap(({ probes }) => probes.map(({ owner }) => owner)))].sort();
  const lines = [...places].map(([name, all]) => [
    name,
    all[0]?.place.kind ?? '',
    ...owners.map((owner) => probesOf(all, owner)),
    namesOf(all.filter(({ heard, standing }) => heard && standing === 'answered')) || '-',
    all.some(({ leaks }) => leaks.length > 0) ? 'LEAK' : 'same',
  ]);
  const head = ['place', 'kind', ...owners, 'own told apart by', 'answers'];
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

/** `the desk 24, dealer 2 (1)`. */
const probesOf = (walked: readonly Walked[], owner: string): string =>
  walked
    .map(({ asker, probes, standing }) => ({ asker, standing, count: countOf(probes, owner) }))
    .filter(({ count }) => count > 0)
    .map(({ asker, standing, count }) => `${asker} ${standing === 'closed' ? `(${count})` : count}`)
    .join(', ') || 'none';

const countOf = (probes: Walked['probes'], owner: string) =>
  probes.filter((probe) => probe.owner === owner).length;

const namesOf = (walked: readonly Walked[]): string =>
  [...new Set(walked.map(({ asker }) => asker))].join(', ');

/** `dealer 2: ticket(id) tells of another dealer's Ticket by its answer: … instead of …`. */
export const sentenceOf = ({ asker, place, owner, what, by, told: [theirs, nobodys] }: Leak) =>
  `${asker}: ${place} tells of ${owner}'s ${what} by its ${by}: ${theirs} instead of ${nobodys}`;
