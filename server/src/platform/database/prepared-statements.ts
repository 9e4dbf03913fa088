import type { Connection } from 'pg';

/** How a result's column is read. */
export interface ResultColumn {
  name: string;
  parse: (text: string) => unknown;
}

export interface PreparedStatement {
  readonly name: string;
  /** The columns of its rows, once they were described. */
  columns?: ResultColumn[];
}

const mostPerConnection = 100;
const mostRemembered = 2_000;

/** Texts that were asked for at least once, in this process; what comes a second time is worth preparing. */
const askedFor = new Set<string>();

/** The statements that each connection knows by a name, those used longest ago first. */
const byConnection = new WeakMap<Connection, PreparedStatements>();

export function preparedOn(connection: Connection): PreparedStatements {
  const known = byConnection.get(connection) ?? new PreparedStatements();
  byConnection.set(connection, known);
  return known;
}

/** Whether the database no longer knows a statement by its name, or would answer other columns than before. */
export const isForgotten = ({ code, message }: { code?: string; message?: string }): boolean =>
  code === '26000' || (code === '0A000' && (message ?? '').includes('cached plan'));

/**
 * What one connection has prepared. Names are given again when there are too many, so that whoever
 * prepares one closes it first: a name that nothing stands under may be closed, too.
 */
export class PreparedStatements {
  private readonly byText = new Map<string, PreparedStatement>();
  private readonly free: string[] = [];
  private given = 0;

  find(text: string): PreparedStatement | undefined {
    const known = this.byText.get(text);
    if (known) {
      this.byText.delete(text);
      this.byText.set(text, known);
    }
    return known;
  }

  /** A name for a text that is asked for again; undefined the first time. */
  nameFor(text: string): string | undefined {
    if (!askedFor.has(text)) {
      if (askedFor.size >= mostRemembered) askedFor.clear();
      askedFor.add(text);
      return undefined;
    }
    return this.free.pop() ?? this.nextName();
  }

  /** The statement now stands under the name. */
  keep(text: string, statement: PreparedStatement): void {
    this.byText.set(text, statement);
  }

  /** The name may be given to another. */
  release(name: string): void {
    this.free.push(name);
  }

  /** Nothing is prepared any more. */
  forget(): void {
    for (const { name } of this.byText.values()) this.free.push(name);
    this.byText.clear();
  }

  private nextName(): string {
    if (this.given < mostPerConnection) return `s${(this.given += 1)}`;
    const [oldest] = this.byText.entries();
    if (!oldest) return `s${(this.given += 1)}`;
    const [text, { name }] = oldest;
    this.byText.delete(text);
    return name;
  }
}
