import type { GraphQLSchema } from 'graphql';
import { decodeAnyId } from '../../platform/graphql';
import type { Told } from './answers';
import { codesOf, isAnswered, plainly } from './answers';
import type { Asker, Baseline } from './baseline';
import { findBaseline } from './baseline';
import { Documents, plain } from './documents';
import type { Foreign, Pair } from './foreign';
import { fromOutside, likelyOf, pairsFor } from './foreign';
import { otherWays } from './hints';
import type { Effect, Ledger } from './ledger';
import type { Place, Target } from './places';
import { placesOf, targetsOf } from './places';

/** An answer about somebody else's thing that differs from the answer about nothing, or what it left behind. */
export interface Leak {
  /** `ticketAssign(input.ticketId)`. */
  place: string;
  asker: string;
  /** Whose thing told itself, and what it is. */
  owner: string;
  what: string;
  by: 'answer' | 'effect' | 'link' | 'failure';
  /** The two answers or effects, shortened. */
  told: [theirs: string, nobodys: string];
}

/** One place, walked by one asker. */
export interface Walked {
  place: Place;
  asker: string;
  /** Probes by owner of the value. */
  probes: Record<string, number>;
  standing: Baseline['standing'];
  /** Whether an own thing is told from nothing there: where it is not, the probes prove little. */
  heard: boolean;
  leaks: Leak[];
}

export interface Walk {
  schema: GraphQLSchema;
  ledger: Ledger;
  asker: Asker;
  foreign: readonly Foreign[];
  /** Left out, every target is walked. */
  only?: (target: Target) => boolean;
}

export interface WalkResult {
  walked: Walked[];
  /** By target: `answered`, `closed`, or what it was refused with to the last. */
  standings: Map<string, string>;
  /** `ticketWithdraw: step`: fields that a refusal named, and the input of the mutation does not have. */
  misnamed: string[];
}

const atOnce = 8;
const timesToConfirm = 5;

/**
 * Asks everything that the schema lets one ask, in every place that takes an id, a cursor or a text, with
 * what belongs to others and with what nobody has. Both must be answered alike, and leave nothing behind
 * in which they differ.
 */
export async function walk({ schema, ledger, asker, foreign, only = () => true }: Walk): Promise<WalkResult> {
  const documents = new Documents(schema, plain);
  const walked: Walked[] = [];
  const standings = new Map<string, string>();
  const misnamed: string[] = [];
  for (const target of targetsOf(schema).filter(only)) {
    await ledger.keep();
    const baseline = await findBaseline(documents, asker, target, ledger);
    await ledger.undo();
    standings.set(target.name, baseline.says());
    const others = await baselinesOtherwise(documents, asker, target, ledger);
    for (const place of placesOf(target)) {
      const pairs = pairsFor(place, foreign, asker.now());
      for (const way of [baseline, ...others]) {
        const result = await new PlaceWalk(place, way, asker, ledger).walk(pairs);
        walked.push(result);
        if (result.heard) break;
      }
    }
    if (target.operation === 'mutation' && baseline.standing === 'answered') {
      await baseline.askAmiss();
      await ledger.undo();
    }
    const named = [baseline, ...others].flatMap((each) => [...each.misnamed]);
    misnamed.push(...new Set(named.map((field) => `${target.name}: ${field}`)));
  }
  return { walked, standings, misnamed };
}

async function baselinesOtherwise(
  documents: Documents,
  asker: Asker,
  target: Target,
  ledger: Ledger,
): Promise<Baseline[]> {
  const baselines: Baseline[] = [];
  for (const otherwise of otherWays[target.name] ?? []) {
    baselines.push(await findBaseline(documents, asker, target, ledger, { otherwise }));
    await ledger.undo();
  }
  return baselines.filter(({ standing }) => standing === 'answered');
}

interface Outcome {
  told: Told;
  effects: Effect[];
}

class PlaceWalk {
  private readonly leaks: Leak[] = [];
  /** What comes of nothing, by what it would be; tried once, however many others have such a thing. */
  private readonly aboutNothing = new Map<string, Promise<string>>();
  private readonly probesOfNothing = new Map<string, Outcome & { nobodys: string }>();

  constructor(
    private readonly place: Place,
    private readonly baseline: Baseline,
    private readonly asker: Asker,
    private readonly ledger: Ledger,
  ) {}

  async walk(pairs: readonly Pair[]): Promise<Walked> {
    const { place, asker, baseline, leaks } = this;
    const probes: Record<string, number> = {};
    const tried = baseline.standing === 'closed' ? fromOutside(place, pairs) : pairs;
    for (const { owner } of tried) probes[owner] = (probes[owner] ?? 0) + 1;
    if (tried.length > 0) await this.compareAll(tried);
    const heard = place.kind === 'text' || baseline.standing !== 'answered' || (await this.isHeard(pairs));
    return { place, asker: asker.name, probes, standing: baseline.standing, heard, leaks };
  }

  private async compareAll(pairs: readonly Pair[]): Promise<void> {
    const suspects = (await this.hasEffects(pairs[0]?.nobodys as string))
      ? likelyOf(this.place, pairs)
      : await this.differing(pairs);
    for (const pair of suspects) {
      const leak = await this.compareOften(pair);
      if (leak) this.leaks.push(leak);
    }
  }

  /** What tells itself does so each time; what only work in the background made different does not. */
  private async compareOften(pair: Pair): Promise<Leak | undefined> {
    let leak: Leak | undefined;
    for (let time = 0; time < timesToConfirm; time += 1) {
      if (time > 0) this.probesOfNothing.delete(pair.what);
      leak = await this.compare(pair);
      if (!leak) break;
    }
    return leak;
  }

  /** Whether a value that nobody has is taken all the same: then the others change something, too. */
  private async hasEffects(nobodys: string): Promise<boolean> {
    if (this.baseline.target.operation !== 'mutation') return false;
    const { effects } = await this.probe(nobodys);
    return effects.length > 0;
  }

  /** Several at once, as nothing should come of them; those that do not look alike. */
  private async differing(pairs: readonly Pair[]): Promise<readonly Pair[]> {
    const suspects: Pair[] = [];
    for (let start = 0; start < pairs.length; start += atOnce) {
      const batch = pairs.slice(start, start + atOnce);
      await Promise.all(
        batch.map(async (pair) => {
          const [theirs, nobodys] = await Promise.all([this.ask(pair.theirs), this.nothing(pair)]);
          if (failed(theirs) || this.plain(theirs, pair.theirs) !== nobodys) suspects.push(pair);
        }),
      );
    }
    const left = await this.ledger.effects();
    await this.ledger.undo();
    return left.length > 0 ? pairs : suspects;
  }

  private nothing({ what, nobodys }: Pair): Promise<string> {
    const known = this.aboutNothing.get(what) ?? this.ask(nobodys).then((told) => this.plain(told, nobodys));
    this.aboutNothing.set(what, known);
    return known;
  }

  /** One after the other, on the same house. */
  private async compare(pair: Pair): Promise<Leak | undefined> {
    const theirs = await this.probe(pair.theirs);
    const nobodys = await this.probeNothing(pair);
    const found = (by: Leak['by'], told: Leak['told']): Leak => {
      const { place, asker } = this;
      return { place: place.name, asker: asker.name, owner: pair.owner, what: pair.what, by, told };
    };
    const answers = [
      this.plain(theirs.told, pair.theirs),
      this.plain(nobodys.told, nobodys.nobodys),
    ] as const;
    if (answers[0] !== answers[1]) return found('answer', difference(...answers));
    if (failed(theirs.told)) return found('failure', difference(...answers));
    const effects = [shapeOf(theirs.effects), shapeOf(nobodys.effects)] as const;
    if (effects[0] !== effects[1]) return found('effect', difference(...effects));
    const links = linksTo(theirs.effects, pair.theirs).filter(
      (link) => !linksTo(nobodys.effects, pair.theirs).includes(link),
    );
    return links.length === 0
      ? undefined
      : found('link', [links.join(', '), linksTo(nobodys.effects, nobodys.nobodys).join(', ')]);
  }

  private async probeNothing({ what, nobodys }: Pair): Promise<Outcome & { nobodys: string }> {
    const known = this.probesOfNothing.get(what) ?? { ...(await this.probe(nobodys)), nobodys };
    this.probesOfNothing.set(what, known);
    return known;
  }

  private async probe(value: unknown): Promise<Outcome> {
    const told = await this.ask(value);
    const effects = await this.ledger.effects();
    await this.ledger.undo();
    return { told, effects };
  }

  private ask(value: unknown): Promise<Told> {
    const { path, listed } = this.place;
    return this.baseline.ask({ path, value: listed && !Array.isArray(value) ? [value] : value });
  }

  /** Tries own things until one is told from nothing. */
  private async isHeard([pair]: readonly Pair[]): Promise<boolean> {
    const { path } = this.place;
    if (!pair) return false;
    const { told } = await this.probe(pair.nobodys);
    // a name that nobody has is as good as any where the asker makes it up
    if (this.place.kind === 'name' && isAnswered(told)) return true;
    const nothing = this.plain(told, pair.nobodys);
    const seen = this.place.kind === 'cursor' ? cursorsIn(this.baseline.told) : [];
    for (const own of [...seen, ...this.baseline.choicesAt(path)]) {
      const value = Array.isArray(own) ? (own[0] as unknown) : own;
      if (this.plain((await this.probe(value)).told, value) !== nothing) return true;
    }
    return false;
  }

  private plain(told: Told, sent: unknown): string {
    return plainly(told, sent, this.baseline.target.operation);
  }
}

const failed = (told: Told) => codesOf(told).includes('INTERNAL_SERVER_ERROR');

const shapeOf = (effects: readonly Effect[]) =>
  effects
    .map(({ table, op, before, after }) => `${op} ${table} of ${String((after ?? before)?.['tenant_id'])}`)
    .sort()
    .join('\n');

/** Columns that were set to the row behind an id. */
function linksTo(effects: readonly Effect[], id: string): string[] {
  const uuid = decodeAnyId(id)?.uuid;
  return effects.flatMap(({ table, before, after }) =>
    Object.entries(after ?? {})
      .filter(([column, value]) => uuid !== undefined && value === uuid && before?.[column] !== uuid)
      .map(([column]) => `${table}.${column}`),
  );
}

function cursorsIn(told: unknown): string[] {
  if (typeof told !== 'object' || told === null) return [];
  return Object.entries(told).flatMap(([name, value]) =>
    /cursor$/i.test(name) && typeof value === 'string' ? [value] : cursorsIn(value),
  );
}

/** Both texts from where they begin to differ. */
function difference(one: string, other: string): [string, string] {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const from = Math.max(0, start - 40);
  return [one.slice(from, from + 160), other.slice(from, from + 160)];
}
