import type { Connection, Submittable } from 'pg';
import { types } from 'pg';
import { prepareValue } from 'pg/lib/utils';

export interface Statement {
  text: string;
  values?: readonly unknown[];
}

/** The parts of pg's wire connection that a one-Sync statement speaks; its published types differ from it. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parse(query: { text: string }): void;
  bind(config: { values: unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(config: object): void;
  sync(): void;
}

interface FieldDescription {
  name: string;
  dataTypeID: number;
}

/**
 * Several statements under one Sync: one round trip, and PostgreSQL treats them as one implicit
 * transaction, so a `set_config(…, true)` in the first is local to the others and an error in any
 * leaves no trace, unless one of them begins a transaction that a later message ends.
 */
export class OneSync implements Submittable {
  /** The rows of each statement. */
  readonly results: Promise<unknown[][]>;
  private settle!: { resolve(results: unknown[][]): void; reject(error: Error): void };
  private readonly collected: unknown[][];
  private columns: Array<{ name: string; parse: (text: string) => unknown }> = [];
  private finished = 0;
  private failure: Error | undefined;

  constructor(private readonly statements: readonly Statement[]) {
    this.collected = statements.map(() => []);
    this.results = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    try {
      for (const { text, values = [] } of this.statements) {
        wire.parse({ text });
        wire.bind({ values: [...values], valueMapper: prepareValue });
        wire.describe({ type: 'P', name: '' });
        wire.execute({});
      }
    } catch (error) {
      this.failure = error as Error;
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { fields: FieldDescription[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: types.getTypeParser(dataTypeID, 'text'),
    }));
  }

  handleDataRow({ fields }: { fields: Array<string | null> }): void {
    const row: Record<string, unknown> = {};
    this.columns.forEach(({ name, parse }, index) => {
      const text = fields[index];
      row[name] = text === null || text === undefined ? null : parse(text);
    });
    this.collected[this.finished]?.push(row);
  }

  handleCommandComplete(): void {
    this.finished += 1;
  }

  handleEmptyQuery(): void {
    this.finished += 1;
  }

  handlePortalSuspended(): void {}

  handleError(error: Error): void {
    this.failure ??= error;
    // a lost connection never becomes ready again, so this is the last chance to answer
    this.settle.reject(this.failure);
  }

  handleReadyForQuery(): void {
    if (this.failure) this.settle.reject(this.failure);
    else this.settle.resolve(this.collected);
  }
}
