/** How many characters the server takes of each text of a ticket. */
export const limits = {
  subject: 200,
  description: 10_000,
  reporterName: 100,
  reporterPhone: 40,
  serial: 60,
  comment: 10_000,
  detail: 200,
  longDetail: 2_000,
} as const;

/** Characters as the server counts them: trimmed, and an emoji is one. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

/** Whether the count is worth showing. */
export const isNear = (count: number, limit: number): boolean => count > limit * 0.9;

/** How a field counts: in sight near its limit, and never cutting what was typed or pasted. */
export function countUpTo(limit: number) {
  return {
    max: limit,
    strategy: lengthOf,
    show: ({ count }: { count: number }) => (isNear(count, limit) ? `${count} / ${limit}` : ''),
  };
}
