import type { IdType } from '@aftercare/contract';
import { getNamedType } from 'graphql';
import { encodeId, newId } from '../../platform/graphql';
import { fitOf } from './filling';
import type { Harvest } from './harvest';
import type { Place } from './places';

/** What belongs to somebody else, and to whom. */
export interface Foreign {
  owner: string;
  ids: ReadonlyMap<IdType, readonly string[]>;
  /** By the field that told them, such as `TicketEdge.cursor`. */
  cursors: ReadonlyMap<string, string>;
  /** Texts by the name of their field. */
  texts: ReadonlyMap<string, readonly string[]>;
}

/** Somebody else's value, and one that nobody has but is otherwise like it. */
export interface Pair {
  owner: string;
  /** Such as `Ticket`, `TicketEdge.cursor`, `serial`. */
  what: string;
  theirs: string;
  nobodys: string;
}

/** Fields whose texts name a thing wherever they are written. */
const names = ['serial', 'number', 'slug', 'email', 'token', 'url', 'link'];
const perName = 2;
/** Shorter texts are words of a list, which others may have by chance. */
const shortest = 4;

/** Everything of somebody else's that goes into a place. */
export function pairsFor(place: Place, foreign: readonly Foreign[], now: Date): Pair[] {
  const field = place.path.at(-1) as string;
  return foreign.flatMap(({ owner, ids, cursors, texts }) => {
    if (place.kind === 'id') {
      const all = [...ids].flatMap(([type, values]) =>
        values.map((theirs) => ({ owner, what: type, theirs, nobodys: encodeId(type, newId(now)) })),
      );
      return fitting(place, all);
    }
    if (place.kind === 'cursor') {
      const all = [...cursors].map(([what, theirs]) => ({ owner, what, theirs, nobodys: likeIt(theirs) }));
      return fitting(place, all);
    }
    // words of a list, which anybody may know, stand in places for plain text
    const called =
      place.kind === 'name' ? [field, field.replace(/s$/, '')].filter((name) => texts.get(name)?.length) : [];
    const wanted = called.length > 0 ? called.slice(0, 1) : place.kind === 'name' ? names : names.slice(0, 1);
    return wanted.flatMap((what) =>
      (texts.get(what) ?? [])
        .slice(0, called.length > 0 ? perName : 1)
        .map((theirs) => ({ owner, what, theirs, nobodys: likeIt(theirs) })),
    );
  });
}

/** The kinds of things that a place is made for; none in particular, if it takes any or a text. */
export const kindsFor = (place: Place, all: readonly string[]): string[] =>
  ['id', 'cursor'].includes(place.kind) ? all.filter((what) => isMadeFor(place, what)) : [];

const othersPerOwner = 1;

/** Where a place is made for a kind of thing, the other kinds end at the same refusal: one of them will do. */
const fitting = (place: Place, pairs: readonly Pair[]) =>
  pairs.some(({ what }) => isMadeFor(place, what)) ? likelyOf(place, pairs) : [...pairs];

/** Of each owner what the place is made for, and one of the others. */
export function likelyOf(place: Place, pairs: readonly Pair[]): Pair[] {
  const others = new Map<string, number>();
  return pairs.filter(({ owner, what }) => {
    if (!['id', 'cursor'].includes(place.kind) || isMadeFor(place, what)) return true;
    const before = others.get(owner) ?? 0;
    others.set(owner, before + 1);
    return before < othersPerOwner;
  });
}

/** Where the door is closed to the asker, whatever is in hand: of each owner one thing, such as the place is made for. */
export function fromOutside(place: Place, pairs: readonly Pair[]): Pair[] {
  const byOwner = new Map<string, Pair>();
  for (const pair of pairs)
    if (!byOwner.has(pair.owner) || isMadeFor(place, pair.what)) byOwner.set(pair.owner, pair);
  return [...byOwner.values()];
}

function isMadeFor({ kind, path, target: { field } }: Place, what: string): boolean {
  if (kind === 'cursor') {
    const { name } = getNamedType(field.type);
    return [name, name.replace(/Connection$/, 'Edge')].includes(what.split('.')[0] as string);
  }
  const name = path.at(-1) as string;
  return fitOf(what as IdType, name === 'id' ? `${field.name}Id` : name) > 0;
}

/** A text of the same shape: letters for letters, digits for digits. */
export function likeIt(text: string): string {
  const any = (letters: string) => letters[Math.floor(Math.random() * letters.length)] as string;
  const other = text.replace(/[a-z]|[A-Z]|\d|\p{Script=Han}/gu, (letter) => {
    if (/[a-z]/.test(letter)) return any('abcdefghijklmnopqrstuvwxyz');
    if (/[A-Z]/.test(letter)) return any('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    return /\d/.test(letter) ? any('0123456789') : any('甲乙丙丁戊己庚辛壬癸');
  });
  return other === text && /[a-zA-Z\d]/.test(text) ? likeIt(text) : other;
}

/** What `theirs` has and `own` has not. */
export function without(theirs: Harvest, own: Harvest, owner: string, ids: Foreign['ids']): Foreign {
  const mine = new Set(own.allCursors);
  return {
    owner,
    ids,
    cursors: new Map(
      [...theirs.cursors].flatMap(([teller, cursors]) =>
        [...cursors]
          .filter((cursor) => !mine.has(cursor))
          .slice(-1)
          .map((cursor) => [teller, cursor] as const),
      ),
    ),
    texts: new Map(
      [...theirs.texts.keys()].map((name) => {
        const known = new Set(own.textsOf(name));
        return [name, theirs.textsOf(name).filter((text) => text.length >= shortest && !known.has(text))];
      }),
    ),
  };
}
