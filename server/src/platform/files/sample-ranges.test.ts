import { sampleRanges } from './sample-ranges';

const ints = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
};

describe('the samples of a track', () => {
  it('lie chunk by chunk, as many in each as its run says', () => {
    const lists = new Map([
      // two samples in each of the first two chunks, one in each from the third on
      ['stsc', ints(0, 2, 1, 2, 1, 3, 1, 1)],
      ['stsz', ints(0, 0, 6, 10, 20, 30, 40, 50, 60)],
      ['stco', ints(0, 4, 1000, 2000, 3000, 4000)],
    ]);
    expect([...sampleRanges(lists)]).toEqual([
      { start: 1000, end: 1030 },
      { start: 2000, end: 2070 },
      { start: 3000, end: 3050 },
      { start: 4000, end: 4060 },
    ]);
  });

  it('may all have one size, and lie beyond 4 GB', () => {
    const lists = new Map([
      ['stsc', ints(0, 1, 1, 3, 1)],
      ['stsz', ints(0, 16, 3)],
      ['co64', ints(0, 1, 1, 5)],
    ]);
    expect([...sampleRanges(lists)]).toEqual([{ start: 2 ** 32 + 5, end: 2 ** 32 + 53 }]);
  });

  it('are none where tables are missing, and only those there where a table says too much', () => {
    expect([...sampleRanges(new Map())]).toEqual([]);
    const lists = new Map([
      ['stsc', ints(0, 4_000_000_000, 1, 4_000_000_000, 1)],
      ['stsz', ints(0, 0, 4_000_000_000, 7)],
      ['stco', ints(0, 4_000_000_000, 500)],
    ]);
    expect([...sampleRanges(lists)]).toEqual([{ start: 500, end: 507 }]);
  });
});
