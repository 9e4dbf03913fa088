import type { Instant } from '../src/time/index.js';

/** Whole minutes since 1970-01-01T00:00:00Z. Every instant of the model's cases is one. */
export type Minute = number;

// as an integer of the machine: loops over minutes are forty times slower with fractions that happen to be whole
export const minuteOf = (instant: Instant): Minute => (instant / 60_000) | 0;
export const instantOf = (minute: Minute): Instant => minute * 60_000;

/** The minutes that are looked at: `from` and after, before `to`. */
export interface Window {
  readonly from: Minute;
  readonly to: Minute;
}

/** Thrown when an answer needs minutes outside the window; the caller looks again through a wider one. */
export class BeyondWindow extends Error {}

/** One small number for every minute of a window. */
export class Minutes {
  readonly window: Window;
  readonly #values: Uint8Array | Int32Array;

  constructor(window: Window, values: Uint8Array | Int32Array = new Uint8Array(window.to - window.from)) {
    this.window = window;
    this.#values = values;
  }

  /** @throws BeyondWindow */
  at(minute: Minute): number {
    const value = this.#values[minute - this.window.from];
    if (value === undefined) throw new BeyondWindow();
    return value;
  }

  put(minute: Minute, value: number): void {
    this.#values[minute - this.window.from] = value;
  }

  /** Sets the minutes from `from` and before `to`, as far as they lie within the window. */
  set(from: Minute, to: Minute, value: number): void {
    const { window } = this;
    this.#values.fill(value, Math.max(0, from - window.from), Math.max(0, to - window.from));
  }
}
