import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLNamedType } from 'graphql';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { idPrefixes, type IdType } from '@aftercare/contract';
import type { Dice } from './dice';
import { fitOf } from './walk/filling';

/** What somebody may ask, and what arguments can be filled with: what occurs, and what does not. */
export interface Supply {
  rootFields: ReadonlySet<string>;
  /** Public ids by type, of several houses and dealers, and some that exist nowhere; by the argument, where it takes few. */
  ids: Record<string, readonly string[]>;
  /** Texts and numbers by the argument that takes them: its name in the singular, or its coordinate for words of its own. */
  words: Record<string, readonly (string | number)[]>;
  moments: readonly string[];
  /** Cursors of a root field's list, by the field and, where it has any, its order: `tickets NEWEST`. */
  cursors: Record<string, readonly string[]>;
  hosts: readonly Host[];
}

/** An object whose own fields take arguments: how a root field leads to it, and cursors of its lists by their fields. */
export interface Host {
  type: string;
  root: string;
  cursors: Record<string, readonly string[]>;
}

type Field = GraphQLField<unknown, unknown>;
type Input = GraphQLArgument | GraphQLInputField;
/** GraphQL as it is written, or the fields of input objects. */
type Value = string | Filled[][];

/** One argument, or one field of an input object, that was given. */
export interface Filled {
  /** `tickets(filter)`, `Ticket.comments(after)`, `TicketFilter.search`. */
  coordinate: string;
  name: string;
  value: Value;
  listed: boolean;
  /** Another value, for what may not be left out. */
  again: (() => Value) | null;
}

const mostListed = 3;
const mostIds = 12;
const pageArguments = ['first', 'last', 'after', 'before'];

/** What says something only together with another. */
const goesWith: Readonly<Record<string, string>> = {
  'ChargeLineInput.componentSerial': 'ChargeLineInput.component',
};

/** How much less often a condition is given that is not the one looked for. */
const aside = 0.3;

/** Arguments filled by their types: all that are required, and of the others some. */
export class RandomArguments {
  /** The only inputs that are looked for, with those that lead to them. */
  wanted: readonly string[] | undefined;
  /** Whether a page that cannot be is still to be asked for; it leaves nothing of the answer but the error. */
  impossible = false;

  constructor(
    private readonly dice: Dice,
    private readonly supply: Supply,
  ) {}

  /** @param cursors of the list that the field leads to, by its order; left out, those of a root field */
  of(owner: string, field: Field, cursors: Supply['cursors'] = this.supply.cursors): Filled[] {
    const given = field.args
      .map((arg) => ({
        arg,
        coordinate: argumentOf(owner, field, arg.name),
        required: isRequiredArgument(arg),
      }))
      .filter(({ arg }) => !pageArguments.includes(arg.name))
      .filter(({ coordinate, required }) => required || this.isGiven(coordinate, 0.5))
      .map(({ arg, coordinate, required }) => this.fill(arg, coordinate, required, field));
    if (!isPaged(field)) return given;
    const order = given.find(({ name }) => name === 'orderBy')?.value;
    const known = cursors[typeof order === 'string' ? `${field.name} ${order}` : field.name] ?? [];
    // a list of its own is asked for again and again for the sake of its cursors
    const usual = cursors === this.supply.cursors ? 0.4 : 0.9;
    const share = this.wanted?.some((each) => /after|before/.test(each)) ? 1 : usual;
    return [
      ...this.page(known, share).map((each) => ({
        ...each,
        coordinate: argumentOf(owner, field, each.name),
      })),
      ...given,
    ];
  }

  private fill(input: Input, coordinate: string, required: boolean, field: Field): Filled {
    const listed = isListType(getNullableType(input.type));
    const value = (): Value => this.valueOf(input, coordinate, field);
    return { coordinate, name: input.name, value: value(), listed, again: required ? value : null };
  }

  private valueOf(input: Input, coordinate: string, field: Field): Value {
    const type = getNamedType(input.type);
    const listed = isListType(getNullableType(input.type));
    const times = listed ? 1 + this.dice.below(input.name === 'ids' ? mostIds : mostListed) : 1;
    const each = <T>(one: () => T): T[] => Array.from({ length: times }, one);
    if (isInputObjectType(type))
      return each(() => this.inputOf(type.name, Object.values(type.getFields()), field));
    const values = each(() => this.leaf(input.name, coordinate, type, field));
    return listed ? `[${values.join(', ')}]` : (values[0] as string);
  }

  /** Few of many conditions, or nothing would fulfil them all. */
  private inputOf(owner: string, inputs: readonly GraphQLInputField[], field: Field): Filled[] {
    const share = Math.min(0.5, 2 / inputs.filter((input) => !isRequiredInputField(input)).length);
    const isFilter = !inputs.some(isRequiredInputField);
    return inputs
      .map((input) => ({
        input,
        coordinate: `${owner}.${input.name}`,
        required: isRequiredInputField(input),
      }))
      .filter(({ coordinate, required }) => required || this.isGiven(coordinate, share, isFilter))
      .map(({ input, coordinate, required }) => this.fill(input, coordinate, required, field));
  }

  private isGiven(coordinate: string, share: number, isCondition = true): boolean {
    if (this.supply.words[coordinate]?.length === 0) return false;
    if (!this.wanted) return this.dice.chance(share);
    const isWanted = this.wanted.some((each) => each === coordinate || goesWith[each] === coordinate);
    return isWanted || this.dice.chance(isCondition ? share * aside : share);
  }

  private leaf(name: string, coordinate: string, type: GraphQLNamedType, field: Field): string {
    if (isEnumType(type)) return this.dice.pick(type.getValues()).name;
    switch (type.name) {
      case 'ID':
        return JSON.stringify(this.idFor(name, getNamedType(field.type)));
      case 'Boolean':
        return this.dice.pick(['true', 'false', '$yes', '$no']);
      case 'DateTimeISO':
        return JSON.stringify(this.dice.pick(this.supply.moments));
    }
    const words = this.supply.words[coordinate] ?? this.supply.words[singular(name)];
    if (!words) throw new Error(`Nothing is known that ${coordinate} can be filled with.`);
    return JSON.stringify(this.dice.pick(words));
  }

  private idFor(name: string, result: GraphQLNamedType): string {
    const { ids } = this.supply;
    const few = ids[name];
    if (few && this.dice.chance(0.5)) return this.dice.pick(few);
    const types = (Object.keys(ids) as IdType[]).filter((key) => key in idPrefixes);
    const named =
      name === 'id' && isObjectType(result) ? [result.name] : types.filter((type) => fitOf(type, name) > 0);
    const wanted = named.length > 0 && this.dice.chance(0.95) ? named : types;
    return this.dice.pick(ids[this.dice.pick(wanted)] as readonly string[]);
  }

  private page(cursors: readonly string[], share: number): Filled[] {
    if (this.impossible) {
      this.impossible = false;
      const foreign = this.dice.pick(this.supply.hosts.flatMap((host) => Object.values(host.cursors).flat()));
      return this.dice.pick([
        [],
        [paged('first', '-1')],
        [paged('first', '101')],
        [paged('first', '1'), paged('last', '1')],
        [paged('last', '1'), paged('before', JSON.stringify(foreign))],
      ]);
    }
    const size = this.dice.chance(0.2) ? '$two' : String(1 + this.dice.below(6));
    const [wanted, from] = this.dice.chance(0.7)
      ? (['first', 'after'] as const)
      : (['last', 'before'] as const);
    const given = [paged(wanted, size)];
    if (cursors.length > 0 && this.dice.chance(share))
      given.push(paged(from, JSON.stringify(this.dice.pick(cursors))));
    return given;
  }
}

const paged = (name: string, value: string): Filled => ({
  coordinate: name,
  name,
  value,
  listed: false,
  again: null,
});

export const isPaged = ({ args }: Field): boolean => args.some(({ name }) => name === 'last');

export const argumentOf = (owner: string, field: Pick<Field, 'name'>, name: string): string =>
  `${owner === 'Query' ? '' : `${owner}.`}${field.name}(${name})`;

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '');

/** As it stands in a document; nothing where nothing is given. */
export const written = (given: readonly Filled[]): string => (given.length === 0 ? '' : `(${listOf(given)})`);

function listOf(given: readonly Filled[]): string {
  return given
    .map(({ name, value, listed }) => {
      if (typeof value === 'string') return `${name}: ${value}`;
      const objects = value.map((fields) => `{ ${listOf(fields)} }`).join(', ');
      return `${name}: ${listed ? `[${objects}]` : objects}`;
    })
    .join(', ');
}

/** Everything that was given, at any depth. */
export const coordinatesIn = (given: readonly Filled[]): string[] =>
  given.flatMap(({ coordinate, value }) => [
    coordinate,
    ...(typeof value === 'string' ? [] : value.flatMap((fields) => coordinatesIn(fields))),
  ]);

/** The same without one of them, or with another value where it is required. */
export const otherwise = (given: readonly Filled[], coordinate: string): Filled[] =>
  given.flatMap((each) => {
    if (each.coordinate === coordinate) return each.again ? [{ ...each, value: each.again() }] : [];
    if (typeof each.value === 'string') return [each];
    return [{ ...each, value: each.value.map((fields) => otherwise(fields, coordinate)) }];
  });
