import type { IdType } from '@aftercare/contract';
import { idPrefixes } from '@aftercare/contract';
import {
  getNamedType,
  GraphQLID,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isNonNullType,
} from 'graphql';
import { encodeId, newId } from '../../platform/graphql';
import type { Harvest } from './harvest';
import type { Choices, Hints, Self } from './hints';
import { hints, idsByName, scalars, textsByName } from './hints';
import { leftOut, unused, within } from './marks';
import type { Input, Target } from './places';
import { isListed } from './places';

/** Whoever fills in a form: what is theirs, and when. */
export interface Filler {
  own: Harvest;
  self: Self;
  now: () => Date;
}

/** Own things of one type that are tried in a place. */
const triesPerType = 24;
const cursorsTried = 15;
let texts = 0;

/**
 * A filled-in form for one target: in every place a choice, best guess first. A refusal that names a place
 * moves that place on to its next choice.
 */
export class Filling {
  private readonly choices = new Map<string, readonly unknown[]>();
  private readonly chosen = new Map<string, number>();
  private readonly made = new Map<string, string>();
  /** The version that a refusal told. */
  private version: number | undefined;

  constructor(
    readonly target: Target,
    private readonly filler: Filler,
    private readonly otherwise: Hints = {},
  ) {}

  /** The arguments; with `at`, the value goes there in place of what was chosen. */
  values(at?: { path: readonly string[]; value: unknown }): Record<string, unknown> {
    const values = this.fill(this.target.field.args, [], this.target.name, at);
    if (at?.path.at(-1) === 'before') turnPage(values);
    this.versions(this.target.field.args, values, this.fill(this.target.field.args, [], this.target.name));
    return values;
  }

  /** What else could stand at a place: own things, best guess first. */
  choicesAt(path: readonly string[]): readonly unknown[] {
    this.values({ path, value: null });
    return (this.choices.get(path.join('.')) ?? [])
      .filter((choice) => choice !== leftOut)
      .map((choice) => this.sent(path.join('.'), choice));
  }

  /** What was chosen there; undefined where that was to leave it out. */
  valueAt(path: readonly string[]): unknown {
    return path.reduce<unknown>((held, name) => {
      const object: unknown = Array.isArray(held) ? held[0] : held;
      return (object as Record<string, unknown> | undefined)?.[name];
    }, this.values());
  }

  /** Moves on the place that a refusal names; false if there is none, or nothing is left to try. */
  moveOn(field: readonly string[], message: string): boolean {
    const name = field.filter((part) => !/^\d+$/.test(part)).join('.');
    const key = [...this.choices.keys()].find((each) => each === name || each === `input.${name}`);
    if (key === undefined) return false;
    this.learn(key, message);
    return this.next(key);
  }

  /** Takes in the choices that a refusal lists: `… choose one of repair, installation.` */
  private learn(key: string, message: string): void {
    const listed = /one of ([\w-]+(?:, [\w-]+)*)\./.exec(message)?.[1]?.split(', ') ?? [];
    const known = this.choices.get(key) ?? [];
    for (const choice of listed) this.filler.own.know(key.split('.').at(-1) as string, choice);
    this.choices.set(key, [...known, ...listed.filter((choice) => !known.includes(choice))]);
    const first = known.length;
    if (listed.length > 0 && this.choices.get(key)?.length !== first) this.chosen.set(key, first - 1);
  }

  /** Takes the version that a refusal told; false if that is what it was based on. */
  baseOn(version: number): boolean {
    const other = this.version !== version;
    this.version = version;
    return other;
  }

  /** Moves on to another subject, for refusals that name no place. */
  otherSubject(): boolean {
    const subjects = [...this.choices.keys()].filter((key) => /(^|\.)\w*(id|ids|Id|Ids|serial)$/.test(key));
    return subjects.some((key) => this.next(key));
  }

  /** The value to send for a choice; a text that nobody has used is made once. */
  private sent(key: string, choice: unknown): unknown {
    if (choice !== unused) return choice;
    const text = this.made.get(key) ?? `walk-${(texts += 1)}`;
    this.made.set(key, text);
    return text;
  }

  private next(key: string): boolean {
    this.version = undefined;
    const at = (this.chosen.get(key) ?? 0) + 1;
    if (at >= (this.choices.get(key) as readonly unknown[]).length) {
      this.chosen.set(key, 0);
      return false;
    }
    this.chosen.set(key, at);
    return true;
  }

  private fill(
    inputs: readonly Input[],
    above: readonly string[],
    owner: string,
    at?: { path: readonly string[]; value: unknown },
  ): Record<string, unknown> {
    const entries = inputs.map((input) => {
      const path = [...above, input.name];
      const key = path.join('.');
      const onTheWay = at !== undefined && path.every((part, index) => at.path[index] === part);
      const choices = this.choicesOf(input, key, `${owner}.${input.name}`);
      if (onTheWay && path.length === at.path.length) return [input.name, at.value];
      const choice = choices[this.chosen.get(key) ?? 0];
      if (choice === leftOut && !onTheWay) return [input.name, undefined];
      const type = getNamedType(input.type);
      const written = choice !== within && choice !== leftOut && !onTheWay;
      if (!isInputObjectType(type) || written) return [input.name, this.sent(key, choice)];
      const object = this.fill(Object.values(type.getFields()), path, type.name, at);
      return [input.name, isListed(input.type) ? [object] : object];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
  }

  private choicesOf(input: Input, key: string, coordinate: string): readonly unknown[] {
    const known = this.choices.get(key);
    if (known) return known;
    const values = this.guess(input, coordinate).map((value) =>
      isListed(input.type) && value !== within && !Array.isArray(value) ? [value] : value,
    );
    const optional = !isNonNullType(input.type) || input.defaultValue !== undefined;
    const choices =
      optional && input.name !== 'first' && this.hintFor(coordinate) === undefined
        ? [leftOut, ...values]
        : values;
    this.choices.set(key, choices);
    return choices;
  }

  private hintFor(coordinate: string): Choices | undefined {
    return this.otherwise[coordinate] ?? hints[coordinate];
  }

  private guess(input: Input, coordinate: string): readonly unknown[] {
    const { own, self, now } = this.filler;
    const hint = this.hintFor(coordinate);
    if (hint) return typeof hint === 'function' ? hint(own, self) : hint;
    const type = getNamedType(input.type);
    if (isInputObjectType(type)) return [within];
    if (type === GraphQLID) return this.things(input.name);
    if (type === GraphQLString) return this.texts(input.name);
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    switch (type.name) {
      case 'Int':
      case 'Float':
        return input.name === 'first' ? [2] : [1, 2, 0, 100, 1_000_000];
      case 'Boolean':
        return [true, false];
    }
    const scalar = scalars[type.name];
    if (!scalar) throw new Error(`The walk does not know how to fill ${coordinate} of type ${type.name}.`);
    return scalar(now());
  }

  /** Own ids of the type that the name or else the target tells; of every type if neither does. */
  private things(name: string): string[] {
    const { own } = this.filler;
    const types = [...own.ids.keys()].sort((one, other) => this.fits(other, name) - this.fits(one, name));
    // who owns nothing at all still fills in the form
    if (types.length === 0) return [encodeId('Ticket', newId(this.filler.now()))];
    const ids = types.map((type) => own.idsOf(type).slice(-triesPerType).reverse());
    const fitting = ids.filter((_, at) => this.fits(types[at] as IdType, name) > 0).flat();
    if (fitting.length > 0) return fitting;
    // one of each type, then another of each
    return Array.from({ length: triesPerType }, (_, at) => ids.flatMap((ofType) => ofType[at] ?? [])).flat();
  }

  private fits(type: IdType, name: string): number {
    return /^ids?$/.test(name)
      ? Number(this.target.name.toLowerCase().startsWith(type.toLowerCase())) * type.length
      : fitOf(type, name);
  }

  private texts(name: string): readonly unknown[] {
    if (name === 'idempotencyKey') return [unused, ...this.filler.own.textsOf(name).slice(0, 1)];
    if (/^(after|before|cursor)$/.test(name)) return this.filler.own.allCursors.slice(0, cursorsTried);
    const { own } = this.filler;
    const [, byName] = textsByName.find(([pattern]) => pattern.test(name)) ?? [];
    const one = name.replace(/s$/, '');
    const kind = one === 'key' ? this.target.name : one;
    const seen = [...own.keysOf(kind), ...own.textsOf(name), ...own.textsOf(one)];
    return [...new Set([...(byName ?? []), ...seen.slice(0, 3 * triesPerType), '现场核对'])];
  }

  /** A version goes with the thing that its neighbours name, not with what is probed in their stead. */
  private versions(
    inputs: readonly Input[],
    values: Record<string, unknown>,
    own: Record<string, unknown>,
  ): void {
    for (const { name, type } of inputs) {
      const named = getNamedType(type);
      const [inner, ownInner] = [values[name], own[name]] as Array<Record<string, unknown> | undefined>;
      if (isInputObjectType(named) && inner && ownInner && !Array.isArray(inner))
        this.versions(Object.values(named.getFields()), inner, ownInner);
      if (name !== 'expectedVersion' || values[name] === undefined) continue;
      const versions = Object.values(own).map((value) => this.filler.own.versions.get(String(value)));
      values[name] = this.version ?? versions.find((version) => version !== undefined) ?? values[name];
    }
  }
}

/** `before` goes with `last`. */
function turnPage(values: Record<string, unknown>): void {
  values['last'] = values['first'];
  delete values['first'];
}

/** How well a type fits the name of an input: `newSiteId` means a Site, `assigneeId` a Member. */
export function fitOf(type: IdType, name: string): number {
  if (idsByName.some(([pattern, named]) => named === type && pattern.test(name))) return 3;
  const bare = name.replace(/Ids?$/, '').toLowerCase();
  const called = [type.toLowerCase(), idPrefixes[type]];
  return called.includes(bare) ? 2 : Number(called.some((each) => bare.endsWith(each)));
}
