import type { MachineDb } from '../database';
import type { Change } from './change';
import { changeColumns } from './change';
import type { Position } from './position';
import { beginning } from './position';

const batchSize = 500;
const pollMs = 250;
/** While committed changes wait above the horizon, for an older transaction to end. */
const impatientPollMs = 20;
const afterFailureMs = 1_000;

export type ChangeListener = (changes: readonly Change[]) => void;

/**
 * Reads the change log of every tenant as it grows, once per server process. It stays below the oldest
 * transaction still running: sequence numbers are drawn before commit, so a reader that follows them
 * alone would pass over changes that commit late.
 */
export class ChangeReader {
  private position: Position = beginning;
  private readonly listeners = new Set<ChangeListener>();
  private running: Promise<void> | undefined;
  private stopped = false;
  private rouse: (() => void) | undefined;
  private roused = false;

  constructor(
    private readonly db: MachineDb,
    private readonly onFailure: (error: Error) => void,
  ) {}

  /** The last change handed to the listeners. */
  get head(): Position {
    return this.position;
  }

  /** Starts at the present end of the log. */
  async start(): Promise<void> {
    const [last] = await this.db.query<Position>(
      `SELECT xid, seq FROM change WHERE ${belowHorizon} ORDER BY xid DESC, seq DESC LIMIT 1`,
    );
    this.position = last ?? beginning;
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  /** Something was just committed: look now rather than at the next poll. */
  wake(): void {
    this.roused = true;
    this.rouse?.();
  }

  listen(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        const { changes, waiting } = await this.readOn();
        if (changes.length > 0) this.hand(changes);
        if (changes.length < batchSize) await this.pause(waiting ? impatientPollMs : pollMs);
      } catch (error) {
        if (this.stopped) return;
        this.onFailure(error as Error);
        await this.pause(afterFailureMs);
      }
    }
  }

  private async readOn(): Promise<{ changes: Change[]; waiting: boolean }> {
    const rows = await this.db.query<Change & { ready: boolean }>(
      `SELECT ${changeColumns}, ${belowHorizon} AS ready FROM change
        WHERE (xid, seq) > ($1::bigint, $2::bigint) ORDER BY xid, seq LIMIT ${batchSize}`,
      [this.position.xid, this.position.seq],
    );
    const firstWaiting = rows.findIndex(({ ready }) => !ready);
    return {
      changes: firstWaiting === -1 ? rows : rows.slice(0, firstWaiting),
      waiting: firstWaiting !== -1,
    };
  }

  private hand(changes: readonly Change[]): void {
    const last = changes[changes.length - 1];
    if (last) this.position = { xid: last.xid, seq: last.seq };
    for (const listener of this.listeners) listener(changes);
  }

  private pause(ms: number): Promise<void> {
    if (this.roused || this.stopped) {
      this.roused = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.rouse?.(), ms);
      this.rouse = () => {
        clearTimeout(timer);
        this.rouse = undefined;
        this.roused = false;
        resolve();
      };
    });
  }
}

/** A row that no transaction still running can precede. */
export const belowHorizon = `xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint`;
