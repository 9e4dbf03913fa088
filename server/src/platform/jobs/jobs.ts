import PgBoss from 'pg-boss';
import type { Transaction } from '../changes';
import type { MachineDb } from '../database';

/** Does one job. What it throws lets the job be tried again; the signal says that the process is about to stop. */
export type JobHandler = (data: object, stopping: AbortSignal) => Promise<void>;

export interface JobsOptions {
  machine: MachineDb;
  onFailure: (error: Error) => void;
  /** How long a job belongs to its worker without a sign of life, in seconds; then another takes it up. */
  leaseSeconds?: number;
  /** How often to look for jobs that other processes queued, in milliseconds. */
  pollMs?: number;
}

const tries = { retryLimit: 3, retryDelay: 2, retryBackoff: true };

/**
 * The queue, kept by pg-boss in a schema of its own that the migration made. Its own workers wait for the
 * end of a job's time before they give it to somebody else; ours renew a short lease instead, so that the
 * job of a killed worker is soon taken up again, however long it may take.
 */
export class Jobs {
  private readonly boss: PgBoss;
  private readonly machine: MachineDb;
  private readonly onFailure: (error: Error) => void;
  private readonly leaseSeconds: number;
  private readonly pollMs: number;
  private readonly handlers = new Map<string, { handler: JobHandler; atOnce: number }>();
  private readonly sleeping = new Set<() => void>();
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor({ machine, onFailure, leaseSeconds = 60, pollMs = 1_000 }: JobsOptions) {
    this.machine = machine;
    this.onFailure = onFailure;
    this.leaseSeconds = leaseSeconds;
    this.pollMs = pollMs;
    this.boss = new PgBoss({
      schema: 'pgboss',
      migrate: false,
      schedule: false,
      maintenanceIntervalSeconds: Math.max(1, Math.floor(leaseSeconds / 2)),
      deleteAfterDays: 7,
      db: { executeSql: async (text, values) => ({ rows: await machine.query(text, values ?? []) }) },
    });
    this.boss.on('error', onFailure);
  }

  /** Names who does the jobs of a queue, and how many of them this process does at once. */
  handle(queue: string, handler: JobHandler, { atOnce = 1 } = {}): void {
    this.handlers.set(queue, { handler, atOnce });
  }

  /** Queues a job in the transaction of its cause: both happen, or neither. Call `wake` after the commit. */
  async queue(transaction: Transaction, queue: string, data: object, afterSeconds = 0): Promise<void> {
    await this.boss.send(queue, data, {
      ...tries,
      startAfter: afterSeconds,
      expireInSeconds: this.leaseSeconds,
      deadLetter: `${queue}-failed`,
      db: {
        executeSql: async (text, values) => ({
          rows: (await transaction.query(text, values)) as unknown[],
        }),
      },
    });
  }

  /** Puts a job off that cannot be done just now. */
  async postpone(queue: string, data: object, seconds: number): Promise<void> {
    await this.queue({ query: (text, values) => this.machine.query(text, values) }, queue, data, seconds);
  }

  /** Something was queued: look now rather than at the next poll. */
  wake(): void {
    for (const rouse of this.sleeping) rouse();
  }

  async start(): Promise<void> {
    await this.boss.start();
    this.running = Promise.all(
      [...this.handlers].flatMap(([queue, { handler, atOnce }]) =>
        Array.from({ length: atOnce }, () => this.work(queue, handler)),
      ),
    );
  }

  /** Ends when no job is running here any more; those that were cut short are tried again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await this.boss.stop({ graceful: false });
  }

  private async work(queue: string, handler: JobHandler): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const [job] = await this.boss.fetch<object>(queue);
      if (job) await this.perform(queue, job, handler);
      else await this.sleep();
    }
  }

  private async perform(queue: string, job: PgBoss.Job<object>, handler: JobHandler): Promise<void> {
    const renewing = setInterval(
      () => {
        this.renew(queue, job.id).catch(this.onFailure);
      },
      (this.leaseSeconds * 1_000) / 4,
    );
    try {
      await handler(job.data, this.stopping.signal);
      await this.boss.complete(queue, job.id);
    } catch (error) {
      if (!this.stopping.signal.aborted) this.onFailure(error as Error);
      await this.boss
        .fail(queue, job.id, { message: (error as Error).message })
        // then its lease runs out instead
        .catch(this.onFailure);
    } finally {
      clearInterval(renewing);
    }
  }

  private async renew(queue: string, id: string): Promise<void> {
    await this.machine.query(
      `UPDATE pgboss.job SET started_on = now() WHERE name = $1 AND id = $2 AND state = 'active'`,
      [queue, id],
    );
  }

  private sleep(): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const rouse = () => {
        clearTimeout(timer);
        this.sleeping.delete(rouse);
        resolve();
      };
      const timer = setTimeout(rouse, this.pollMs);
      this.sleeping.add(rouse);
    });
  }
}
