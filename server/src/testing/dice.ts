/** Chance that only the seed decides. */
export class Dice {
  constructor(private state: number) {}

  chance(share: number): boolean {
    return this.throw() < share;
  }

  /** A whole number from 0 on, below the one named. */
  below(most: number): number {
    return Math.floor(this.throw() * most);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** A number from 0 to 1, itself not included. */
  throw(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
