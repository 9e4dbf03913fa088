import type { GraphQLSchema } from 'graphql';
import type { Asker, Baseline } from './baseline';
import { findBaseline } from './baseline';
import { Documents, plain } from './documents';
import type { Foreign, Pair } from './foreign';
import { pairsFor } from './foreign';
import { otherWays } from './hints';
import type { Effect, Ledger } from './ledger';
import type { Place, Target } from './places';
import { PlaceWalk } from './place-walk';
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
  /** Whose value went in, and what it is: such as another dealer's Ticket. */
  probes: ReadonlyArray<Pick<Pair, 'owner' | 'what'>>;
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
  /** Opens the files that were ordered by what was written; left out, none is opened. */
  filesOf?: (effects: readonly Effect[]) => Promise<string[]>;
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

/**
 * Asks everything that the schema lets one ask, in every place that takes an id, a cursor or a text, with
 * what belongs to others and with what nobody has. Both must be answered alike, and leave nothing behind
 * in which they differ.
 */
export async function walk(by: Walk): Promise<WalkResult> {
  const { schema, ledger, asker, foreign, only = () => true } = by;
  const documents = new Documents(schema, plain);
  const walked: Walked[] = [];
  const standings = new Map<string, string>();
  const misnamed = new Set<string>();
  const { stackTraceLimit } = Error;
  // of thousands of refusals nobody reads where each was made
  Error.stackTraceLimit = 0;
  try {
    for (const target of targetsOf(schema).filter(only)) {
      await ledger.keep();
      const baseline = await findBaseline(documents, asker, target, ledger);
      await ledger.undo();
      standings.set(target.name, baseline.says());
      const walks = (way: Baseline, places: readonly Place[]) =>
        places.map((place) => new PlaceWalk(place, way, pairsFor(place, foreign, asker.now()), by));
      const ways = [baseline];
      let results = await together(walks(baseline, placesOf(target)), ledger);
      walked.push(...results);
      for (const otherwise of otherWays[target.name] ?? []) {
        const unheard = results.filter(({ heard }) => !heard).map(({ place }) => place);
        if (unheard.length === 0) break;
        const way = await findBaseline(documents, asker, target, ledger, { otherwise });
        await ledger.undo();
        if (way.standing !== 'answered') continue;
        ways.push(way);
        results = await together(walks(way, unheard), ledger);
        walked.push(...results);
      }
      if (target.operation === 'mutation' && baseline.standing === 'answered') {
        await baseline.askAmiss();
        await ledger.undo();
      }
      for (const way of ways) for (const field of way.misnamed) misnamed.add(`${target.name}: ${field}`);
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { walked, standings, misnamed: [...misnamed] };
}

/** All places of one target, asked in one way. Of what should leave nothing behind, that is asked once for all. */
async function together(walks: readonly PlaceWalk[], ledger: Ledger): Promise<Walked[]> {
  const walked: Walked[] = [];
  const quiet = walks.filter((each) => each.isQuiet);
  for (const each of quiet) await each.askAll();
  const left = quiet.length > 0 && (await ledger.undo()).length > 0;
  for (const each of quiet) if (left) each.suspectAll();
  for (const each of walks) walked.push(await each.walk());
  return walked;
}
