import { idPrefixes } from '@aftercare/contract';
import type { Foreign } from './foreign';
import { kindsFor } from './foreign';
import type { Place } from './places';
import type { Walked } from './walk';

/** Somebody who walked, what of others' was in hand, and where they were to come. */
export interface Walker {
  name: string;
  foreign: readonly Foreign[];
  places: readonly Place[];
}

/** A place at which an asker was not met with a thing of an owner, such as the place is made for. */
export interface Unreached {
  place: string;
  asker: string;
  owner: string;
  /** The kinds that would have served; empty where any would. */
  kinds: string[];
  /** Whether the owner had such a thing. */
  had: boolean;
}

/** Judges every place by each owner apart: that another house's thing was tried there says nothing of another dealer's. */
export function unreachedBy({ name, foreign, places }: Walker, walked: readonly Walked[]): Unreached[] {
  const cursors = [...new Set(foreign.flatMap((each) => [...each.cursors.keys()]))];
  const owners = [...new Set(foreign.map(({ owner }) => owner))];
  return places.flatMap((place) => {
    const kinds = kindsFor(place, place.kind === 'id' ? Object.keys(idPrefixes) : cursors);
    const serves = (what: string) => kinds.length === 0 || kinds.includes(what);
    const probes = walked
      .filter((each) => each.asker === name && each.place.name === place.name)
      .flatMap((each) => each.probes);
    return owners
      .filter((owner) => !probes.some((probe) => probe.owner === owner && serves(probe.what)))
      .map((owner) => {
        const theirs = foreign.filter((each) => each.owner === owner);
        const had = theirs.some(({ ids, cursors: seen }) =>
          [...(place.kind === 'id' ? ids : seen).keys()].some(serves),
        );
        return { place: place.name, asker: name, owner, kinds, had };
      });
  });
}

/** Places that answered an asker, who could tell none of the own things there from nothing. */
export function deafTo(name: string, walked: readonly Walked[]): string[] {
  const answered = walked.filter(
    ({ asker, standing, place }) => asker === name && standing === 'answered' && place.kind !== 'text',
  );
  const heard = new Set(answered.filter((each) => each.heard).map(({ place }) => place.name));
  return [...new Set(answered.map(({ place }) => place.name))].filter((place) => !heard.has(place));
}
