/** How long (ms) changes are collected before they are shown together. */
export const bufferTime = 250;

export interface Buffer<Item> {
  add: (item: Item) => void;
  /** Drops what was collected and not yet given out. */
  stop: () => void;
}

/** Collects items and gives them out together: twenty changes a second become four renderings. */
export function createBuffer<Item>(give: (items: Item[]) => void, wait = bufferTime): Buffer<Item> {
  let collected: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    const items = collected;
    collected = [];
    timer = undefined;
    give(items);
  };
  return {
    add: (item) => {
      collected.push(item);
      timer ??= setTimeout(flush, wait);
    },
    stop: () => {
      clearTimeout(timer);
      collected = [];
    },
  };
}
