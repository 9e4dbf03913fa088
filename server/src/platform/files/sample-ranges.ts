/** Bytes of a table that a track of measurements may need, at 60 samples a second for an hour. */
export const largestTable = 1024 * 1024;

/**
 * Where the samples of a track lie in the file, chunk by chunk (ISO/IEC 14496-12, 8.7).
 * @param lists contents of the boxes stsc, stsz and stco or co64; without them there is nothing
 */
export function* sampleRanges(lists: ReadonlyMap<string, Buffer>): Generator<{ start: number; end: number }> {
  const runs = table(lists.get('stsc'), 4, 12);
  const sizes = sizesOf(lists.get('stsz'));
  const chunks = lists.has('co64')
    ? table(lists.get('co64'), 4, 8).map((entry) => Number(entry.readBigUInt64BE(0)))
    : table(lists.get('stco'), 4, 4).map((entry) => entry.readUInt32BE(0));
  let [run, sample] = [0, 0];
  for (const [index, start] of chunks.entries()) {
    // a run holds for every chunk from its first one (counted from 1) up to the next run
    if ((runs[run + 1]?.readUInt32BE(0) ?? Infinity) <= index + 1) run += 1;
    const samples = runs[run]?.readUInt32BE(4) ?? 0;
    yield { start, end: start + sizes.sum(sample, samples) };
    sample += samples;
  }
}

/** The entries of a table whose number of entries stands at `at`; as many as there really are. */
function table(content: Buffer | undefined, at: number, entryBytes: number): Buffer[] {
  if (!content || content.length < at + 4) return [];
  const there = Math.floor((content.length - at - 4) / entryBytes);
  const count = Math.min(content.readUInt32BE(at), there);
  return Array.from({ length: count }, (_, index) =>
    content.subarray(at + 4 + index * entryBytes, at + 4 + (index + 1) * entryBytes),
  );
}

function sizesOf(content: Buffer | undefined): { sum(from: number, count: number): number } {
  const same = content && content.length >= 12 ? content.readUInt32BE(4) : 0;
  if (same > 0) return { sum: (_from, count) => same * count };
  const sizes = table(content, 8, 4).map((entry) => entry.readUInt32BE(0));
  return { sum: (from, count) => sizes.slice(from, from + count).reduce((sum, size) => sum + size, 0) };
}
