const hour = 3_600_000;
const day = 24 * hour;
/** Shanghai keeps eight hours ahead of UTC all year. */
const ahead = 8 * hour;
const begins = 7 * hour;
const awake = 14 * hour;

/** The moments of a load: everything counts back from its beginning. */
export class Moments {
  constructor(private readonly loadedFrom: Date) {}

  /**
   * So many hours before loading, at an hour at which people work: each day is told between 07:00 and 21:00 in Shanghai.
   * Nothing changes its order, nothing moves later, and whole days keep their length.
   */
  ago(hours: number): Date {
    const instant = this.loadedFrom.getTime() - hours * hour;
    const sinceMorning = (((instant + ahead - begins) % day) + day) % day;
    return new Date(Math.floor(instant - sinceMorning + (sinceMorning * awake) / day));
  }

  /** The day of such a moment in Shanghai. */
  dayAgo(days: number): string {
    return dayOf(this.ago(days * 24));
  }
}

const dayOf = (moment: Date): string => new Date(moment.getTime() + ahead).toISOString().slice(0, 10);
