/** A second engine: it looks at every minute, shares no code with the first and judges it. For tests only. */
import { differenceOf, modelled, shrunk } from './compare.js';
import type { Difference, Engine } from './compare.js';
import type { Case } from './target.js';
import { generateCase } from './generate-facts.js';
import { generatePolicy } from './generate-policy.js';
import { generateWorld } from './generate-calendars.js';
import { features, featuresOf } from './mix.js';
import type { Feature } from './mix.js';
import { Random } from './random.js';
import { dayLength } from './working-time.js';

export type { Case, Difference, Engine, Feature };
export { features };

export interface Disagreement {
  /** Seed of the world and number of the case in it. */
  readonly world: number;
  readonly number: number;
  readonly difference: Difference;
  /** The case, made as small as it goes. */
  readonly input: Case;
}

export interface Agreement {
  readonly cases: number;
  readonly clocks: number;
  /** In how many cases each feature bears on a clock. */
  readonly mix: ReadonlyMap<Feature, number>;
  readonly disagreements: readonly Disagreement[];
}

/** Tickets that share calendars, so that each minute of these is looked at once. */
const perWorld = 80;

/** Compares engine and model on so many cases; stops looking after `most` disagreements. */
export function compare(engine: Engine, cases: number, seed: number, most = 5): Agreement {
  const mix = new Map<Feature, number>(features.map((feature) => [feature, 0]));
  const disagreements: Disagreement[] = [];
  let clocks = 0;
  let done = 0;
  for (let world = seed * 1_000_003; done < cases && disagreements.length < most; world++) {
    const random = new Random(world);
    const { calendars, from, days } = generateWorld(random);
    const window = { from: from - 8 * dayLength, to: from + (days + 18) * dayLength };
    for (let number = 0; number < perWorld && done < cases; number++, done++) {
      const input = generateCase({ calendars, from, days }, generatePolicy(random), random);
      const expected = modelled(input, window);
      clocks += expected.length;
      for (const feature of featuresOf(input, expected)) mix.set(feature, (mix.get(feature) ?? 0) + 1);
      const difference = differenceOf(engine, input, expected);
      if (!difference) continue;
      disagreements.push({ world, number, ...(shrunk(engine, input, window) ?? { input, difference }) });
      if (disagreements.length >= most) break;
    }
  }
  return { cases: done, clocks, mix, disagreements };
}

/** A case and what is said about it, for somebody who looks for the cause. */
export function describe({ world, number, input, difference }: Disagreement): string {
  const spelled = (value: unknown) => JSON.stringify(value);
  return [
    `world ${world}, case ${number}: ${difference.path}`,
    `  model:  ${spelled(difference.expected)}`,
    `  engine: ${spelled(difference.found)}`,
    `  case:   ${spelled(input)}`,
  ].join('\n');
}
