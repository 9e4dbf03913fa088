/** How old the houses are. */
export const foundedDaysAgo = 90;

/** Something that happens in a house at its time. Running it again changes nothing. */
export interface Entry {
  /** Slug. */
  house: string;
  hoursAgo: number;
  run(): Promise<void>;
}

/** What happens within one hour: in each house one thing after the other. */
export interface Hour {
  /** When it begins. */
  hoursAgo: number;
  lanes: ReadonlyArray<readonly Entry[]>;
}

/** All that happens, oldest first, in the hours in which anything does. */
export function hoursOf(entries: readonly Entry[]): Hour[] {
  const oldestFirst = [...entries].sort((a, b) => b.hoursAgo - a.hoursAgo);
  const byHour = grouped(oldestFirst, ({ hoursAgo }) => Math.ceil(hoursAgo));
  return [...byHour].map(([hoursAgo, happening]) => ({
    hoursAgo,
    lanes: [...grouped(happening, ({ house }) => house).values()],
  }));
}

function grouped<Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
