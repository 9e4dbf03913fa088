/**
 * The server's clock as seen from here. Countdowns use it, so that a device with a wrong clock still shows the
 * time that really is left.
 */
export class ServerClock {
  #offset = 0;

  constructor(private readonly deviceNow: () => number = Date.now) {}

  /** Milliseconds since the epoch. */
  now(): number {
    return this.deviceNow() + this.#offset;
  }

  /**
   * Learns from an answer; the server looked at its clock about half way between question and answer.
   * @param serverTime ISO instant
   * @param askedAt device time in ms when the question left
   */
  learn(serverTime: string, askedAt: number): void {
    const arrived = this.deviceNow();
    this.#offset = Date.parse(serverTime) - (askedAt + arrived) / 2;
  }
}
