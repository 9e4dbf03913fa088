import type { Connection, Submittable } from 'pg';
import { types } from 'pg';
import { prepareValue } from 'pg/lib/utils';
import type { PreparedStatement, PreparedStatements, ResultColumn } from './prepared-statements';
import { isForgotten, preparedOn } from './prepared-statements';

export interface Statement {
  text: string;
  values?: readonly unknown[];
}

/** The parts of pg's wire connection that a one-Sync statement speaks; its published types differ from it. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  close(message: { type: 'S'; name: string }): void;
  parse(query: { text: string; name?: string }): void;
  bind(config: {
    statement?: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(config: object): void;
  sync(): void;
}

interface FieldDescription {
  name: string;
  dataTypeID: number;
}

/** A statement on its way: the columns of its rows, and under which name it is prepared, if it is. */
interface Sent {
  columns: ResultColumn[] | undefined;
  prepared: PreparedStatement | undefined;
}

/**
 * Several statements under one Sync: one round trip, and PostgreSQL treats them as one implicit
 * transaction, so a `set_config(…, true)` in the first is local to the others and an error in any
 * leaves no trace, unless one of them begins a transaction that a later message ends. A text that comes
 * again is prepared, once per connection, and then neither parsed nor planned nor described anew.
 */
export class OneSync implements Submittable {
  /** The rows of each statement. */
  readonly results: Promise<unknown[][]>;
  private settle!: { resolve(results: unknown[][]): void; reject(error: Error): void };
  private readonly collected: unknown[][];
  private readonly sent: Sent[] = [];
  private connected: PreparedStatements | undefined;
  /** Statements that this message prepares, by their texts. */
  private readonly preparing = new Map<string, PreparedStatement>();
  private finished = 0;
  private failure: Error | undefined;

  constructor(private readonly statements: readonly Statement[]) {
    this.collected = statements.map(() => []);
    this.results = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    this.connected = preparedOn(connection);
    wire.stream.cork();
    try {
      for (const statement of this.statements) this.send(wire, statement);
    } catch (error) {
      this.failure = error as Error;
    }
    wire.sync();
    wire.stream.uncork();
  }

  private send(wire: Wire, { text, values = [] }: Statement): void {
    const prepared = this.preparing.get(text) ?? this.connected?.find(text) ?? this.prepare(wire, text);
    if (!prepared) wire.parse({ text });
    wire.bind({ ...(prepared && { statement: prepared.name }), values, valueMapper: prepareValue });
    const columns = prepared?.columns;
    if (!columns) wire.describe({ type: 'P', name: '' });
    wire.execute({});
    this.sent.push({ columns, prepared });
  }

  private prepare(wire: Wire, text: string): PreparedStatement | undefined {
    const name = this.connected?.nameFor(text);
    if (name === undefined) return undefined;
    const statement = { name };
    this.preparing.set(text, statement);
    wire.close({ type: 'S', name });
    wire.parse({ text, name });
    return statement;
  }

  handleRowDescription({ fields }: { fields: FieldDescription[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: types.getTypeParser(dataTypeID, 'text'),
    }));
    const current = this.sent[this.finished];
    if (!current) return;
    current.columns = columns;
    if (current.prepared) current.prepared.columns = columns;
  }

  handleDataRow({ fields }: { fields: Array<string | null> }): void {
    const row: Record<string, unknown> = {};
    const columns = this.sent[this.finished]?.columns ?? [];
    for (let index = 0; index < columns.length; index += 1) {
      const { name, parse } = columns[index] as ResultColumn;
      const text = fields[index];
      row[name] = text === null || text === undefined ? null : parse(text);
    }
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
    this.fail(this.failure);
  }

  handleReadyForQuery(): void {
    if (this.failure) {
      this.fail(this.failure);
      return;
    }
    for (const [text, statement] of this.preparing) {
      // what was described without rows has no columns
      statement.columns ??= [];
      this.connected?.keep(text, statement);
    }
    this.settle.resolve(this.collected);
  }

  private fail(error: Error): void {
    // how far it came is not known, but a name may be given again whether or not something stands under it
    for (const { name } of this.preparing.values()) this.connected?.release(name);
    this.preparing.clear();
    if (isForgotten(error)) this.connected?.forget();
    this.settle.reject(error);
  }
}
