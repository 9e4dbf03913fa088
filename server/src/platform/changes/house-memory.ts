/**
 * What a process remembers of each house, until the change log says that it changed. Whoever changes it
 * says so with `whileChanging`; other processes are told by the reader of the log, with `forget`.
 */
export class HouseMemory<Value> {
  private readonly known = new Map<string, Value>();
  private readonly changing = new Map<string, number>();
  private times = 0;

  /** What is remembered of a house, or else what `read` finds; that is kept unless the house changed meanwhile. */
  async recall(tenantId: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.known.get(tenantId);
    if (known !== undefined) return known;
    const before = this.times;
    const found = await read();
    if (before === this.times && !this.changing.has(tenantId)) this.known.set(tenantId, found);
    return found;
  }

  forget(tenantId: string): void {
    this.times += 1;
    this.known.delete(tenantId);
  }

  /** Runs a transaction that changes the house. What is read within may be undone, so none of it is remembered. */
  async whileChanging<Result>(tenantId: string, work: () => Promise<Result>): Promise<Result> {
    this.changing.set(tenantId, (this.changing.get(tenantId) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const left = (this.changing.get(tenantId) ?? 1) - 1;
      if (left > 0) this.changing.set(tenantId, left);
      else this.changing.delete(tenantId);
      this.forget(tenantId);
    }
  }
}
