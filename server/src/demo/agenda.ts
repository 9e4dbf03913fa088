/** How old the houses are. */
export const foundedDaysAgo = 90;

/** Something that happens in a house at its time. Running it again changes nothing. */
export interface Entry {
  /** Slug. */
  house: string;
  hoursAgo: number;
  run(): Promise<void>;
}

/** All that happens, oldest first; what happens at once stays as it was told. */
export const oldestFirst = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort((a, b) => b.hoursAgo - a.hoursAgo);

/** What happens in each house. */
export function byHouse(entries: readonly Entry[]): Entry[][] {
  const lanes = new Map<string, Entry[]>();
  for (const entry of entries) {
    const lane = lanes.get(entry.house);
    if (lane) lane.push(entry);
    else lanes.set(entry.house, [entry]);
  }
  return [...lanes.values()];
}
