import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Target } from './places';

/** What an answer may hold that is looked at for all there is to see. */
export const rich = { objects: 150, names: 500 };
/** What an answer may hold that is only compared. */
export const plain = { objects: 40, names: 100 };
const pageSize = 2;
const listSize = 10;
const deepest = 3;

/** Writes documents for the targets of one schema. */
export class Documents {
  private readonly selections = new Map<string, string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly allowed = rich,
  ) {}

  /**
   * A document that asks a target with the arguments named. A field of an object is asked through the object
   * `$host`, whose type is answered, or by a way that needs none.
   */
  of(target: Target, args: readonly string[]): { document: string; host: string | undefined } {
    const { operation, field } = target;
    const given = field.args.filter(({ name }) => args.includes(name));
    const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
    const asked = `${field.name}${passed && `(${passed})`} ${this.selection(getNamedType(field.type))}`;
    const way = this.wayTo(target);
    const declared = [
      ...(way.host ? ['$host: ID!'] : []),
      ...given.map(({ name, type }) => `$${name}: ${String(type)}`),
    ].join(', ');
    const document = `${operation}${declared && `(${declared})`} { ${way.before}${asked}${way.after} }`;
    return { document, host: way.host };
  }

  /** A whole object by its id. */
  node(type: string): string {
    const named = this.schema.getType(type) as GraphQLObjectType;
    return `query ($id: ID!) { node(id: $id) { __typename ... on ${type} ${this.selection(named)} } }`;
  }

  /** As many of a type's fields as an answer may hold, with the objects around it. */
  selection(type: GraphQLNamedType): string {
    const known = this.selections.get(type.name);
    if (known !== undefined) return known;
    let depth = deepest;
    let text = this.select(type, depth);
    while (
      depth > 1 &&
      (weightOf(text) > this.allowed.objects || (text.match(/\w+/g) ?? []).length > this.allowed.names)
    ) {
      depth -= 1;
      text = this.select(type, depth);
    }
    const plain = text.replaceAll(/#\d+ /g, '');
    this.selections.set(type.name, plain);
    return plain;
  }

  /** `#n` before a selection says how many objects it stands for. */
  private select(type: GraphQLNamedType, depth: number): string {
    if (isLeafType(type)) return '';
    if (isAbstractType(type)) {
      const common = isInterfaceType(type) ? Object.values(type.getFields()) : [];
      return `{ __typename ${common.map(({ name }) => name).join(' ')} }`;
    }
    if (!isObjectType(type)) return '{ __typename }';
    const fields = Object.values(type.getFields()).flatMap((field) => this.ask(field, depth, type));
    return `{ __typename ${fields.join(' ')} }`;
  }

  private ask(field: GraphQLField<unknown, unknown>, depth: number, parent: GraphQLObjectType): string[] {
    const type = getNamedType(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (isLeafType(type)) return [field.name];
    const page = isPage(type);
    // what a page holds is as deep as the page, or nothing of it would be seen
    const below = isPart(parent) || isPage(parent) ? depth : depth - 1;
    if (below === 0) return [];
    if (isPage(parent) && field.name === 'nodes') return [];
    const times = page ? pageSize : isListType(getNullableType(field.type)) && !isPage(parent) ? listSize : 1;
    return [`${field.name}${page ? `(first: ${pageSize})` : ''} #${times} ${this.select(type, below)}`];
  }

  /** How to come to the object that a field belongs to. */
  private wayTo({ operation, parent, field, name }: Target): {
    before: string;
    after: string;
    host: string | undefined;
  } {
    if (name === field.name || operation !== 'query') return { before: '', after: '', host: undefined };
    const found = this.search(parent);
    if (!found)
      throw new Error(`The walk finds no way to ${name}: no query and no node leads to ${parent.name}.`);
    return found;
  }

  private search(
    goal: GraphQLObjectType,
  ): { before: string; after: string; host: string | undefined } | undefined {
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const ways = [
      { type: query, before: '', after: '', host: undefined },
      ...this.nodes().map((type) => ({
        type,
        before: `node(id: $host) { ... on ${type.name} { `,
        after: ' } }',
        host: type.name,
      })),
    ];
    // the object itself by its id comes before any way that goes through another
    const direct = ways.find(({ type }) => type === goal);
    if (direct) return direct;
    const seen = new Set<GraphQLNamedType>(ways.map(({ type }) => type));
    for (const way of ways) {
      for (const field of Object.values(way.type.getFields())) {
        const type = getNamedType(field.type);
        if (!isObjectType(type) || seen.has(type)) continue;
        if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) continue;
        seen.add(type);
        const next = {
          type,
          before: `${way.before}${field.name}${isPage(type) ? `(first: ${pageSize})` : ''} { `,
          after: ` }${way.after}`,
          host: way.host,
        };
        if (type === goal) return next;
        ways.push(next);
      }
    }
    return undefined;
  }

  private nodes(): GraphQLObjectType[] {
    const node = this.schema.getType('Node');
    return isInterfaceType(node) ? [...this.schema.getPossibleTypes(node)] : [];
  }
}

const isPage = ({ name }: GraphQLNamedType) => name.endsWith('Connection');
const isPart = ({ name }: GraphQLNamedType) => /(Edge|Payload)$/.test(name);

/** How many objects an annotated selection stands for. */
function weightOf(text: string): number {
  const times = [1];
  let total = 0;
  let next = 1;
  for (const [token, size] of text.matchAll(/#(\d+)|[{}]/g)) {
    if (size !== undefined) next = Number(size);
    else if (token === '{') {
      const here = (times.at(-1) as number) * next;
      times.push(here);
      total += here;
      next = 1;
    } else times.pop();
  }
  return total;
}
