import { decodeAnyId } from '../../platform/graphql';
import type { Told } from './answers';
import { codesOf, isAnswered, plainly } from './answers';
import type { Baseline } from './baseline';
import type { Pair } from './foreign';
import { fromOutside, likelyOf } from './foreign';
import type { Effect } from './ledger';
import type { Place } from './places';
import type { Leak, Walk, Walked } from './walk';

const atOnce = 8;
const timesToConfirm = 5;

interface Outcome {
  told: Told;
  effects: Effect[];
}

/** One place, walked by one asker on one baseline. */
export class PlaceWalk {
  private readonly leaks: Leak[] = [];
  private readonly tried: readonly Pair[];
  /** Those that did not look alike; undefined as long as not all were asked. */
  private suspects: readonly Pair[] | undefined;
  /** What comes of nothing, by what it would be; tried once, however many others have such a thing. */
  private readonly aboutNothing = new Map<string, { nobodys: string; told: Promise<Told> }>();
  private readonly effectsOfNothing = new Map<string, Effect[]>();

  constructor(
    private readonly place: Place,
    private readonly baseline: Baseline,
    private readonly pairs: readonly Pair[],
    private readonly by: Pick<Walk, 'asker' | 'ledger' | 'filesOf'>,
  ) {
    this.tried = this.isClosed ? fromOutside(place, pairs) : pairs;
  }

  private get isClosed(): boolean {
    return this.baseline.standing === 'closed';
  }

  /** Whether nothing should come of it, whatever is asked. */
  get isQuiet(): boolean {
    return this.isClosed || this.baseline.target.operation !== 'mutation';
  }

  /** Several at once; what that leaves behind is the caller's to look at. */
  async askAll(): Promise<void> {
    const suspects: Pair[] = [];
    for (let start = 0; start < this.tried.length; start += atOnce) {
      await Promise.all(
        this.tried.slice(start, start + atOnce).map(async (pair) => {
          const nothing = this.nothing(pair);
          const [theirs, nobodys] = await Promise.all([this.ask(pair.theirs), nothing.told]);
          if (failed(theirs) || this.plain(theirs, pair.theirs) !== this.plain(nobodys, nothing.nobodys))
            suspects.push(pair);
        }),
      );
    }
    this.suspects = suspects;
  }

  /** Something was left behind, and nobody knows by which. */
  suspectAll(): void {
    this.suspects = this.tried;
    this.aboutNothing.clear();
  }

  async walk(): Promise<Walked> {
    const { place, baseline, leaks, tried, by } = this;
    const probes = tried.map(({ owner, what }) => ({ owner, what }));
    if (!this.suspects && tried.length > 0) await this.askCarefully(tried[0] as Pair);
    for (const pair of this.suspects ?? []) {
      const leak = await this.compareOften(pair);
      if (leak) leaks.push(leak);
    }
    const heard = place.kind === 'text' || baseline.standing !== 'answered' || (await this.isHeard());
    return { place, asker: by.asker.name, probes, standing: baseline.standing, heard, leaks };
  }

  /** Where a value that nobody has is taken all the same, the others change something, too: one after the other. */
  private async askCarefully(pair: Pair): Promise<void> {
    const { effects } = await this.probeNothing(pair);
    if (effects.length > 0) this.suspects = likelyOf(this.place, this.tried);
    else {
      await this.askAll();
      if ((await this.by.ledger.undo()).length > 0) this.suspectAll();
    }
  }

  /** What tells itself does so each time; what only work in the background made different does not. */
  private async compareOften(pair: Pair): Promise<Leak | undefined> {
    let leak: Leak | undefined;
    for (let time = 0; time < timesToConfirm; time += 1) {
      if (time > 0) this.effectsOfNothing.delete(pair.what);
      leak = await this.compare(pair);
      if (!leak) break;
    }
    return leak;
  }

  /** One after the other, on the same house. */
  private async compare(pair: Pair): Promise<Leak | undefined> {
    const theirs = await this.probe(pair.theirs);
    const nobodys = await this.probeNothing(pair);
    const found = (by: Leak['by'], told: Leak['told']): Leak => {
      return {
        place: this.place.name,
        asker: this.by.asker.name,
        owner: pair.owner,
        what: pair.what,
        by,
        told,
      };
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

  private nothing({ what, nobodys }: Pair): { nobodys: string; told: Promise<Told> } {
    const known = this.aboutNothing.get(what) ?? { nobodys, told: this.ask(nobodys) };
    this.aboutNothing.set(what, known);
    return known;
  }

  /** As `nothing`, with what it leaves behind. */
  private async probeNothing({ what, nobodys }: Pair): Promise<Outcome & { nobodys: string }> {
    const effects = this.effectsOfNothing.get(what);
    const known = this.aboutNothing.get(what);
    if (effects && known) return { nobodys: known.nobodys, told: await known.told, effects };
    const outcome = await this.probe(nobodys);
    this.aboutNothing.set(what, { nobodys, told: Promise.resolve(outcome.told) });
    this.effectsOfNothing.set(what, outcome.effects);
    return { nobodys, ...outcome };
  }

  private async probe(value: unknown): Promise<Outcome> {
    const told = await this.ask(value);
    const effects = await this.by.ledger.undo();
    const files = await this.by.filesOf?.(effects);
    return { told: files?.length ? { ...told, files } : told, effects };
  }

  private ask(value: unknown): Promise<Told> {
    const { path, listed } = this.place;
    return this.baseline.ask({ path, value: listed && !Array.isArray(value) ? [value] : value });
  }

  /** Tries own things until one is told from nothing; first of all the one that the baseline was answered about. */
  private async isHeard(): Promise<boolean> {
    const [pair] = this.pairs;
    if (!pair) return false;
    const { nobodys, told } = this.nothing(pair);
    const answer = await told;
    // a name that nobody has is as good as any where the asker makes it up
    if (this.place.kind === 'name' && isAnswered(answer)) return true;
    const nothing = this.plain(answer, nobodys);
    const own = one(this.baseline.valueAt(this.place.path));
    // the baseline's own files were not opened
    if (own !== undefined && !answer.files && this.plain(this.baseline.told, own) !== nothing) return true;
    for (const choice of this.ownThings().map(one))
      if ((choice !== own || answer.files) && this.plain((await this.probe(choice)).told, choice) !== nothing)
        return true;
    return false;
  }

  private ownThings(): readonly unknown[] {
    const seen = this.place.kind === 'cursor' ? cursorsIn(this.baseline.told) : [];
    return [...seen, ...this.baseline.choicesAt(this.place.path)];
  }

  private plain(told: Told, sent: unknown): string {
    return plainly(told, sent, this.baseline.target.operation);
  }
}

const one = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

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
