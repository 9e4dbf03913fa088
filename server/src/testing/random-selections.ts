import type { DocumentNode, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isInterfaceType, isLeafType, isObjectType, isRequiredArgument, parse } from 'graphql';
import type { Dice } from './dice';
import type { Host, Supply } from './random-arguments';
import { coordinatesIn, isPaged, otherwise, RandomArguments, written } from './random-arguments';
import type { Place } from './readable-inputs';
import { readableInputs } from './readable-inputs';

type Field = GraphQLField<unknown, unknown>;

export interface RandomOperation {
  text: string;
  document: DocumentNode;
  /** Its root fields, which it answers as `r0`, `r1` and so on. */
  roots: readonly string[];
  /** Arguments and input fields that it gives. */
  given: ReadonlySet<string>;
}

const variables = ['$yes: Boolean!', '$no: Boolean!', '$two: Int!'];
const deepest = 4;
/** How often an argument is looked for among random ones. */
const mostTries = 100;

/**
 * Operations over the whole schema: every field of every type that a query leads to, nested, with arguments,
 * aliases, fragments, directives and pages, wanted ones and impossible ones.
 */
export class RandomSelections {
  private readonly query: GraphQLObjectType;
  /** Inputs of each root field: what has many is asked for more often. */
  private readonly inputs = new Map<string, number>();
  private args!: RandomArguments;
  private supply!: Supply;
  private fragments: string[] = [];
  private given = new Set<string>();
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {
    this.query = schema.getQueryType() as GraphQLObjectType;
    for (const { owner, field } of readableInputs(schema).values())
      if (owner === this.query) this.inputs.set(field.name, (this.inputs.get(field.name) ?? 0) + 1);
  }

  /**
   * An operation of several root fields; it may need `$yes`, `$no` and `$two`.
   * @param place the one root field that it asks for, with that input
   */
  operation(rootFields: number, supply: Supply, place?: Place): RandomOperation {
    this.begin(supply, place);
    this.args.impossible = this.dice.chance(0.1);
    // little is lost with what is refused
    const length = this.args.impossible ? Math.min(2, rootFields) : rootFields;
    const asked = Array.from({ length }, () => (place ? this.asked(place.field) : this.root()));
    const roots = asked.map(({ text }, index) => `r${index}: ${text}`);
    const text = queryOf(`{ ${roots.join('\n  ')} }\n${this.fragments.join('\n')}`);
    return { text, document: parse(text), roots: asked.map(({ name }) => name), given: this.given };
  }

  /**
   * Two operations that ask all there is to see at a place as `r`, the first giving a certain input and the other
   * without it, or with another value of it where it is required; null if the supply leads to none.
   */
  pair(place: Place, supply: Supply): [DocumentNode, DocumentNode] | null {
    const { owner, field, path } = place;
    const coordinate = path.at(-1) as string;
    this.begin(supply, place);
    const type = getNamedType(field.type).name;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const host = owner === this.query ? undefined : this.hostOf(owner.name);
      const given = this.args.of(owner.name, field, host?.cursors);
      if (!coordinatesIn(given).includes(coordinate)) continue;
      const [one, other] = [given, otherwise(given, coordinate)].map((each) => {
        const asked = `r: ${field.name}${written(each)} ${this.plain(type, isShape(type) ? 0 : 1)}`;
        return parse(queryOf(`{ ${host ? `host: ${host.root} { ${asked} }` : asked} }`));
      });
      return [one as DocumentNode, other as DocumentNode];
    }
    return null;
  }

  private begin(supply: Supply, place: Place | undefined): void {
    this.supply = supply;
    this.args = new RandomArguments(this.dice, supply);
    this.args.wanted = place?.path;
    this.fragments = [];
    this.given = new Set();
    this.names = 0;
  }

  private root(): { name: string; text: string } {
    const open = Object.values(this.query.getFields()).filter(
      ({ name, type }) => !isLeafType(getNamedType(type)) && this.supply.rootFields.has(name),
    );
    const lists = this.supply.hosts.flatMap(({ type, cursors }) =>
      Object.keys(cursors).flatMap((name) => (cursors[name]?.length ? `${type}.${name}` : [])),
    );
    if (lists.length > 0 && this.dice.chance(2 / (2 + open.length)))
      return this.laterPage(this.dice.pick([...new Set(lists)]));
    const weighed = open.flatMap((each) =>
      Array<Field>(1 + Math.floor((this.inputs.get(each.name) ?? 0) / 8)).fill(each),
    );
    return this.asked(this.dice.pick(weighed));
  }

  private asked(field: Field): { name: string; text: string } {
    const given = this.written('Query', field);
    const below = this.selection(getNamedType(field.type).name, 0);
    return { name: field.name, text: `${field.name}${given} ${below}` };
  }

  /** Some page of an object's own list, such as `Ticket.comments`, which cursors of that very list lead to. */
  private laterPage(list: string): { name: string; text: string } {
    const [type = '', name = ''] = list.split('.');
    const held = this.supply.hosts.filter((host) => host.type === type && host.cursors[name]?.length);
    const { root, cursors } = this.dice.pick(held);
    const field = (this.schema.getType(type) as GraphQLObjectType).getFields()[name] as Field;
    const given = this.written(type, field, cursors);
    const below = this.selection(getNamedType(field.type).name, 1);
    return {
      name: root.replace(/\W.*/, ''),
      text: `${root} { ${this.name('a')}: ${field.name}${given} ${below} }`,
    };
  }

  private hostOf(type: string): Host {
    const hosts = this.supply.hosts.filter((host) => host.type === type);
    if (hosts.length === 0) throw new Error(`No root field is known to lead to a ${type}.`);
    return this.dice.pick(hosts);
  }

  private written(owner: string, field: Field, cursors?: Host['cursors']): string {
    const given = this.args.of(owner, field, owner === 'Query' ? undefined : (cursors ?? {}));
    for (const coordinate of coordinatesIn(given)) this.given.add(coordinate);
    return written(given);
  }

  /** What there is to see so deep without arguments, pages apart. */
  private plain(typeName: string, depth: number): string {
    const type = this.schema.getType(typeName);
    if (!isObjectType(type)) return '{ __typename }';
    const fields = Object.values(type.getFields()).map((field) => {
      const below = getNamedType(field.type);
      if (isPaged(field) || field.args.some(isRequiredArgument)) return '';
      if (isLeafType(below)) return field.name;
      if (below.name.endsWith('Edge')) return `${field.name} { cursor }`;
      if (isShape(type.name)) return `${field.name} ${this.plain(below.name, depth)}`;
      return depth > 0 ? `${field.name} ${this.plain(below.name, depth - 1)}` : '';
    });
    return `{ __typename ${fields.join(' ')} }`;
  }

  private selection(typeName: string, depth: number): string {
    const type = this.schema.getType(typeName);
    if (isInterfaceType(type)) return this.abstractSelection(typeName, depth);
    if (!isObjectType(type)) throw new Error(`${typeName} cannot be selected from.`);
    return `{ ${this.parts(type, depth).join(' ')} }`;
  }

  /** @param apart beside other types, whose fields of the same names may be of another kind */
  private parts(type: GraphQLObjectType, depth: number, apart = false): string[] {
    const parts = this.dice.chance(0.3) ? ['__typename'] : [];
    const share = 0.15 + this.dice.throw() * 0.5;
    for (const field of Object.values(type.getFields())) {
      if (!this.dice.chance(share)) continue;
      const times = this.dice.chance(0.15) ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        const part = this.field(type, field, depth, apart);
        if (part !== null) parts.push(part);
      }
    }
    if (parts.length === 0) parts.push('__typename');
    return parts.map((part) => this.dressed(part, type.name));
  }

  private field(owner: GraphQLObjectType, field: Field, depth: number, apart: boolean): string | null {
    const type = getNamedType(field.type);
    if (!isLeafType(type) && depth >= deepest) return null;
    const given = this.written(owner.name, field);
    const alias = apart || given !== '' || this.dice.chance(0.15) ? `${this.name('a')}: ` : '';
    const below = isLeafType(type)
      ? ''
      : ` ${this.selection(type.name, depth + (isShape(type.name) ? 0 : 1))}`;
    return `${alias}${field.name}${given}${this.directive()}${below}`;
  }

  /** The same, perhaps within a fragment. */
  private dressed(part: string, type: string): string {
    const dice = this.dice.throw();
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
      .filter(() => this.dice.chance(0.6))
      .map((type) => `... on ${type.name} { ${this.parts(type, depth, true).join(' ')} }`);
    return `{ ${['__typename', 'id', ...parts].join(' ')} }`;
  }

  private directive(): string {
    if (!this.dice.chance(0.08)) return '';
    return this.dice.pick([
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
}

const isShape = (type: string): boolean => /(Connection|Edge)$/.test(type);

/** With the variables that it uses, which a valid operation declares and no others. */
function queryOf(selections: string): string {
  const used = variables.filter((variable) => selections.includes(variable.replace(/:.*/, '')));
  return `query ${used.length > 0 ? `(${used.join(', ')})` : ''} ${selections}`;
}
