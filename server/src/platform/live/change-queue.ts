import type { Change } from '../changes';
import { isAfter } from '../changes';

/**
 * What one subscriber has yet to receive. A newer change of a subject replaces an older one that still
 * waits, at the end of the queue, so that a slow reader gets the latest state and the log's order.
 */
export class ChangeQueue {
  private readonly waiting = new Map<string, Change>();
  private wakeReader: (() => void) | undefined;
  private ended = false;
  overflowed = false;

  constructor(private readonly capacity: number) {}

  push(change: Change): void {
    if (this.ended) return;
    const key = `${change.topic} ${change.subjectId}`;
    const older = this.waiting.get(key);
    if (older && !isAfter(change, older)) return;
    this.waiting.delete(key);
    this.waiting.set(key, older ? merged(older, change) : change);
    if (this.waiting.size > this.capacity) {
      this.overflowed = true;
      this.waiting.clear();
      this.end();
    }
    this.wakeReader?.();
  }

  /** The next change, or null once the queue has ended and is empty. */
  async next(): Promise<Change | null> {
    while (this.waiting.size === 0) {
      if (this.ended) return null;
      await new Promise<void>((resolve) => (this.wakeReader = resolve));
      this.wakeReader = undefined;
    }
    const [[key, change]] = this.waiting as unknown as [[string, Change]];
    this.waiting.delete(key);
    return change;
  }

  end(): void {
    this.ended = true;
    this.wakeReader?.();
  }
}

/** A ticket that was created and then updated, unseen, is still new to the subscriber. */
function merged(older: Change, newer: Change): Change {
  return {
    ...newer,
    kind: older.kind === 'created' ? 'created' : newer.kind,
    fields: [...new Set([...older.fields, ...newer.fields])],
  };
}
