import { HouseMemory } from './house-memory';

const [ours, theirs] = ['ours', 'theirs'];

/** A memory, and a count of how often the value of each house was read. */
function memoryOf(stored: Record<string, string>) {
  const memory = new HouseMemory<string>();
  const reads: string[] = [];
  const recall = (house: string) =>
    memory.recall(house, async () => {
      reads.push(house);
      return stored[house] as string;
    });
  return { memory, reads, recall };
}

describe('what a process remembers of a house', () => {
  it('is read once, and again after the house changed, whatever happens in another house', async () => {
    const stored: Record<string, string> = { [ours]: 'one', [theirs]: 'two' };
    const { memory, reads, recall } = memoryOf(stored);
    await recall(ours);
    await recall(theirs);
    stored[ours] = 'three';
    expect(await recall(ours)).toBe('one');
    memory.forget(ours);
    expect([await recall(ours), await recall(ours), await recall(theirs)]).toEqual(['three', 'three', 'two']);
    expect(reads).toEqual([ours, theirs, ours]);
  });

  it('is not what was being read when the house changed', async () => {
    const memory = new HouseMemory<string>();
    let found: (value: string) => void = () => undefined;
    const reading = memory.recall(ours, () => new Promise((resolve) => (found = resolve)));
    memory.forget(ours);
    found('old');
    expect(await reading).toBe('old');
    expect(await memory.recall(ours, async () => 'new')).toBe('new');
  });

  it('is nothing that a transaction read which was then undone', async () => {
    const memory = new HouseMemory<string>();
    await expect(
      memory.whileChanging(ours, async () => {
        expect(await memory.recall(ours, async () => 'not yet committed')).toBe('not yet committed');
        await memory.whileChanging(ours, async () => undefined);
        await memory.recall(ours, async () => 'not yet committed');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await memory.recall(ours, async () => 'as it was')).toBe('as it was');
    expect(await memory.recall(ours, async () => 'read again')).toBe('as it was');
  });

  it('is what was remembered before, while somebody changes it', async () => {
    const { memory, recall } = memoryOf({ [ours]: 'one' });
    await recall(ours);
    await memory.whileChanging(ours, async () => expect(await recall(ours)).toBe('one'));
  });
});
