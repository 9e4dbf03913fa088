import type { DocumentNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';

/** What somebody may ask, and what arguments can be filled with. */
export interface Supply {
  rootFields: ReadonlySet<string>;
  /** Public ids by type, of several houses and dealers, and some that exist nowhere. */
  ids: Record<string, readonly string[]>;
  serials: readonly string[];
  /** Cursors of the list of tickets, by its order. */
  cursors: Record<TicketOrder, readonly string[]>;
  /** Cursors of tickets' comments. */
  comments: ReadonlyArray<{ ticket: string; cursor: string }>;
}

type TicketOrder = 'NEWEST' | 'DUE_SOONEST';

export interface RandomOperation {
  text: string;
  document: DocumentNode;
  /** Its root fields. */
  selections: number;
}

const variables = '($yes: Boolean!, $no: Boolean!, $two: Int!)';
const deepest = 4;

/** Numbers from 0 to 1 that only the seed decides. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Operations over the whole schema: every field of every type that a query leads to, nested, with aliases,
 * fragments, directives and pages, wanted ones and impossible ones.
 */
export class RandomSelections {
  private supply!: Supply;
  private fragments: string[] = [];
  private names = 0;
  /** Whether a page that cannot be is still to be asked for; it leaves nothing of the answer but the error. */
  private impossible = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
  ) {}

  /** A valid operation of several root fields; it needs `$yes`, `$no` and `$two`. */
  operation(rootFields: number, supply: Supply): RandomOperation {
    this.supply = supply;
    for (;;) {
      this.impossible = this.chance(0.1);
      this.fragments = [];
      this.names = 0;
      const roots = Array.from({ length: rootFields }, (_, index) => `r${index}: ${this.root()}`);
      const text = `query ${variables} { u: __typename @include(if: $yes) @skip(if: $no) v: tickets(first: $two) { __typename }
        ${roots.join('\n  ')} }\n${this.fragments.join('\n')}`;
      const document = parse(text);
      if (validate(this.schema, document).length === 0) return { text, document, selections: rootFields };
    }
  }

  private root(): string {
    if (this.chance(0.05)) return this.laterComments();
    const query = this.schema.getQueryType() as GraphQLObjectType;
    for (;;) {
      const field = this.pick(Object.values(query.getFields()));
      const type = getNamedType(field.type);
      if (isLeafType(type) || !this.supply.rootFields.has(field.name)) continue;
      const args = this.argumentsOf(field);
      if (args === null) continue;
      return `${field.name}${args} ${this.selection(type.name, 0)}`;
    }
  }

  private laterComments(): string {
    const { ticket, cursor } = this.pick(this.supply.comments);
    const [wanted, from] = this.pick(['first after', 'last before']).split(' ');
    const below = this.selection('TicketCommentConnection', 1);
    return `ticket(id: "${ticket}") { id ${this.name('a')}: comments(${wanted}: 2, ${from}: "${cursor}") ${below} }`;
  }

  private selection(typeName: string, depth: number): string {
    const type = this.schema.getType(typeName);
    if (isInterfaceType(type)) return this.abstractSelection(typeName, depth);
    if (!isObjectType(type)) throw new Error(`${typeName} cannot be selected from.`);
    return `{ ${this.parts(type, depth).join(' ')} }`;
  }

  private parts(type: GraphQLObjectType, depth: number): string[] {
    const fields = Object.values(type.getFields());
    const parts = this.chance(0.3) ? ['__typename'] : [];
    const share = 0.15 + this.random() * 0.5;
    for (const field of fields) {
      if (!this.chance(share)) continue;
      const times = this.chance(0.15) ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        const part = this.field(field, depth);
        if (part !== null) parts.push(part);
      }
    }
    if (parts.length === 0) parts.push('__typename');
    return parts.map((part) => this.dressed(part, type.name));
  }

  private field(field: ReturnType<GraphQLObjectType['getFields']>[string], depth: number): string | null {
    const type = getNamedType(field.type);
    const args = this.argumentsOf(field);
    if (args === null || (!isLeafType(type) && depth >= deepest)) return null;
    const alias = args !== '' || this.chance(0.15) ? `${this.name('a')}: ` : '';
    const below = isLeafType(type)
      ? ''
      : ` ${this.selection(type.name, depth + (isShape(type.name) ? 0 : 1))}`;
    return `${alias}${field.name}${args}${this.directive()}${below}`;
  }

  /** The same, perhaps within a fragment. */
  private dressed(part: string, type: string): string {
    const dice = this.random();
    if (dice < 0.06) return `... on ${type}${this.directive()} { ${part} }`;
    if (dice < 0.08) return `...${this.directive()} { ${part} }`;
    if (dice < 0.12) {
      const name = this.name('F');
      this.fragments.push(`fragment ${name} on ${type} { ${part} }`);
      return `...${name}${this.directive()}`;
    }
    return part;
  }

  private abstractSelection(name: string, depth: number): string {
    const types = this.schema.getPossibleTypes(this.schema.getType(name) as never);
    const parts = types
      .filter(() => this.chance(0.6))
      .map((type) => `... on ${type.name} { ${this.parts(type, depth).join(' ')} }`);
    return `{ ${['__typename', 'id', ...parts].join(' ')} }`;
  }

  /** Arguments of a field, or null where it needs one that nothing is known of. */
  private argumentsOf(field: ReturnType<GraphQLObjectType['getFields']>[string]): string | null {
    const given: string[] = [];
    const names = field.args.map(({ name }) => name);
    const orders = names.includes('orderBy') ? this.supply.cursors : undefined;
    const order = this.pick<TicketOrder>(['NEWEST', 'DUE_SOONEST']);
    if (names.includes('first') && names.includes('last')) given.push(...this.page(orders?.[order] ?? []));
    if (orders) given.push(`orderBy: ${order}`);
    for (const { name, type, defaultValue } of field.args) {
      if (['first', 'last', 'after', 'before', 'orderBy'].includes(name)) continue;
      const value = this.valueOf(name, field.type, isListType(getNullableType(type)));
      if (value !== null) given.push(`${name}: ${value}`);
      else if (isNonNullType(type) && defaultValue === undefined) return null;
    }
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  private valueOf(name: string, result: unknown, list: boolean): string | null {
    if (name === 'id') return JSON.stringify(this.idFor(getNamedType(result as never)));
    if (name === 'ids' && list) {
      const ids = Array.from({ length: 1 + Math.floor(this.random() * 12) }, () => this.idFor(null));
      return JSON.stringify(ids);
    }
    if (name === 'serial') return JSON.stringify(this.pick(this.supply.serials));
    if (name === 'filter') {
      return String(result).startsWith('TicketConnection') && this.chance(0.3)
        ? this.pick(['{ unassigned: true }', '{ unassigned: false }', '{ categories: [OPEN, ACTIVE] }'])
        : null;
    }
    return null;
  }

  private idFor(type: unknown): string {
    const wanted = isObjectType(type) && this.chance(0.95) ? this.supply.ids[type.name] : undefined;
    return this.pick(wanted ?? this.pick(Object.values(this.supply.ids)));
  }

  private page(cursors: readonly string[]): string[] {
    if (this.impossible) {
      this.impossible = false;
      const foreign = this.pick(this.supply.comments).cursor;
      return this.pick([
        [],
        ['first: -1'],
        ['first: 101'],
        ['first: 1', 'last: 1'],
        ['last: 1', `before: "${foreign}"`],
      ]);
    }
    const size = this.chance(0.2) ? '$two' : String(1 + Math.floor(this.random() * 6));
    const cursor = cursors.length > 0 && this.chance(0.4) ? JSON.stringify(this.pick(cursors)) : null;
    const [wanted, from] = this.chance(0.7) ? ['first', 'after'] : ['last', 'before'];
    return [`${wanted}: ${size}`, ...(cursor === null ? [] : [`${from}: ${cursor}`])];
  }

  private directive(): string {
    if (!this.chance(0.08)) return '';
    return this.pick([
      ' @include(if: $yes)',
      ' @include(if: $no)',
      ' @skip(if: $yes)',
      ' @skip(if: $no)',
      ' @skip(if: false)',
    ]);
  }

  private name(prefix: string): string {
    this.names += 1;
    return `${prefix}${this.names}`;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)] as T;
  }
}

const isShape = (type: string): boolean => /(Connection|Edge)$/.test(type);
