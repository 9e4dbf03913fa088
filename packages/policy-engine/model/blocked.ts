import type { Fact } from '../src/facts/index.js';
import type { ClockKind, Policy } from '../src/policy/index.js';
import { pausedMinutes } from './lives.js';
import type { Life } from './lives.js';
import { Minutes, minuteOf } from './minutes.js';
import type { Minute, Window } from './minutes.js';

/** The minutes in which a clock does not count, as they were known at a moment. */
export class Blocked {
  readonly #policy: Policy;
  readonly #kind: ClockKind;
  readonly #facts: readonly Fact[];
  readonly #life: Life;
  readonly #lives: readonly Life[];
  readonly #window: Window;
  readonly #pausesKnown = new Map<string, Minutes>();
  readonly #closedKnown = new Map<Minute, Minutes>();

  constructor(
    policy: Policy,
    kind: ClockKind,
    facts: readonly Fact[],
    life: Life,
    lives: readonly Life[],
    window: Window,
  ) {
    this.#policy = policy;
    this.#kind = kind;
    this.#facts = facts;
    this.#life = life;
    this.#lives = lives;
    this.#window = window;
  }

  /** The time between lives, by the facts of a moment. */
  closed(asOf: Minute): Minutes {
    const known = this.#closedKnown.get(asOf);
    if (known) return known;
    const closed = new Minutes(this.#window);
    for (const { from, to } of this.#life.closed) if (from <= asOf) closed.set(from, to, 1);
    this.#closedKnown.set(asOf, closed);
    return closed;
  }

  /** The pauses by the facts of a moment; `beganAfter`: those alone that began after it. */
  pauses(asOf: Minute, beganAfter: Minute | null = null): Minutes {
    const name = `${asOf} ${beganAfter ?? ''}`;
    const known = this.#pausesKnown.get(name);
    if (known) return known;
    const lives = this.#lives.map((life) => ({
      ...life,
      end: life.end !== null && life.end <= asOf ? life.end : null,
    }));
    const facts = this.#facts.filter(({ at }) => minuteOf(at) <= asOf);
    const pauses = pausedMinutes(this.#policy, this.#kind, facts, lives, this.#window, {
      beganAfter,
      ofLife: this.#life.begin,
    });
    this.#pausesKnown.set(name, pauses);
    return pauses;
  }
}
