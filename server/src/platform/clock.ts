/** Where every time stamp of the product comes from, so that tests can stand at a fixed date. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
