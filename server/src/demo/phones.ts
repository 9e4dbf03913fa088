/** A telephone number of a range that no operator gives out, always the same for the same name. */
export function phoneOf(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 10_000;
  return `1000000${String(sum).padStart(4, '0')}`;
}
