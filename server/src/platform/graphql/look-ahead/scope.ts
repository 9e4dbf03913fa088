/** A table read into columns: `(SELECT t.id AS c0, … FROM … ) AS s3`. */
export class Source {
  private readonly names = new Map<string, string>();

  constructor(
    readonly alias: string,
    private readonly from: string,
  ) {}

  /** An SQL expression over the row `t` as a column of this source. */
  column(sql: string): string {
    const name = this.names.get(sql) ?? `c${this.names.size}`;
    this.names.set(sql, name);
    return `${this.alias}.${name}`;
  }

  select(from = this.from, more = ''): string {
    const columns = [...this.names].map(([sql, name]) => `${sql} AS ${name}`);
    return `(SELECT ${columns.join(', ')}${more} FROM ${from}) AS ${this.alias}`;
  }
}

/** What one array of values is made of: rows of a table, and the rows that are joined to each. */
export class Scope {
  private readonly items = new Map<string, number>();
  private readonly sources: Source[] = [];

  /** The rows that the others are joined to; where they come from is said when the text is made. */
  start(alias: string): Source {
    return this.join(alias, '');
  }

  /** At most one row for each of those before it. */
  join(alias: string, from: string): Source {
    const source = new Source(alias, from);
    this.sources.push(source);
    return source;
  }

  /** The place of an expression among the values. */
  item(expression: string): number {
    const place = this.items.get(expression) ?? this.items.size;
    this.items.set(expression, place);
    return place;
  }

  /** One array per row of `from`. */
  select(from: string, ordered: boolean): string {
    const order = ordered && this.sources.length > 1 ? ` ORDER BY ${this.first}.place` : '';
    return `SELECT ${this.array} AS v FROM ${this.text(from, ordered)}${order}`;
  }

  /** One array of such arrays, in the order of `from`. */
  aggregate(from: string): string {
    const order = this.sources.length > 1 ? ` ORDER BY ${this.first}.place` : '';
    return `(SELECT coalesce(json_agg(${this.array}${order}), '[]') FROM ${this.text(from, true)})`;
  }

  private text(from: string, ordered: boolean): string {
    const [first, ...joined] = this.sources;
    // joins may change the order of the rows, so that they are numbered first
    const place = ordered && joined.length > 0 ? ', row_number() OVER () AS place' : '';
    const joins = joined.map((source) => ` LEFT JOIN LATERAL ${source.select()} ON true`);
    return `${first?.select(from, place)}${joins.join('')}`;
  }

  private get first(): string | undefined {
    return this.sources[0]?.alias;
  }

  // unlike the function of that name, which takes a hundred arguments, this has no limit
  private get array(): string {
    return `JSON_ARRAY(${[...this.items.keys()].join(', ')} NULL ON NULL RETURNING json)`;
  }
}
