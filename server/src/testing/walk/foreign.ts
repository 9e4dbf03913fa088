import type { IdType } from '@aftercare/contract';
import { encodeId, newId } from '../../platform/graphql';
import { fitOf } from './filling';
import type { Harvest } from './harvest';
import type { Place } from './places';

/** What belongs to somebody else, and to whom. */
export interface Foreign {
  owner: string;
  ids: ReadonlyMap<IdType, readonly string[]>;
  cursors: readonly string[];
  /** Texts by the name of their field. */
  texts: ReadonlyMap<string, readonly string[]>;
}

/** Somebody else's value, and one that nobody has but is otherwise like it. */
export interface Pair {
  owner: string;
  /** Such as `Ticket`, `cursor`, `serial`. */
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
      return [...ids].flatMap(([type, values]) =>
        values.map((theirs) => ({ owner, what: type, theirs, nobodys: encodeId(type, newId(now)) })),
      );
    }
    if (place.kind === 'cursor') {
      return cursors.map((theirs) => ({ owner, what: 'cursor', theirs, nobodys: likeIt(theirs) }));
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

const othersPerOwner = 3;

/** Where anything is taken: of each owner what the place is named after, and a few others. */
export function likelyOf(place: Place, pairs: readonly Pair[]): Pair[] {
  const name = place.path.at(-1) as string;
  const others = new Map<string, number>();
  return pairs.filter(({ owner, what }) => {
    if (place.kind !== 'id' || fitOf(what as IdType, name) > 0) return true;
    const before = others.get(owner) ?? 0;
    others.set(owner, before + 1);
    return before < othersPerOwner;
  });
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
    cursors: [...theirs.cursors.values()].flatMap((cursors) =>
      [...cursors].filter((cursor) => !mine.has(cursor)).slice(-1),
    ),
    texts: new Map(
      [...theirs.texts.keys()].map((name) => {
        const known = new Set(own.textsOf(name));
        return [name, theirs.textsOf(name).filter((text) => text.length >= shortest && !known.has(text))];
      }),
    ),
  };
}
