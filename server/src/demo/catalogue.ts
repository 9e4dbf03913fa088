import type { DemoPart } from './demo-house';

/** A part at its list price in yuan; the moderate fee that covers its cost is seven tenths of that. */
export function part(
  number: string,
  [nameZh, nameEn]: readonly [zh: string, en: string],
  unit: string,
  listPrice: number,
  models: string[] = [],
  { ownWear = false }: { ownWear?: boolean } = {},
): DemoPart {
  const listPriceFen = listPrice * 100;
  return { number, nameZh, nameEn, unit, listPriceFen, costFeeFen: listPrice * 70, models, ownWear };
}

/** A part that wears out by use, outside every warranty. */
export const wearPart = (...[number, names, unit, listPrice, models]: Parameters<typeof part>): DemoPart =>
  part(number, names, unit, listPrice, models, { ownWear: true });
