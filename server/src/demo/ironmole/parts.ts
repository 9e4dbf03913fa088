import type { DemoPart } from '../demo-house';

const all: string[] = [];
const small = ['IM-EBZ160'];
const large = ['IM-EBZ260', 'IM-EBH318'];

/** The catalogue; prices in fen. */
export const parts: readonly DemoPart[] = [
  part('JC-U82', '截齿 U82', 'Cutting pick U82', '把', 18_600, all, true),
  part('JC-U92', '截齿 U92（硬岩）', 'Cutting pick U92, hard rock', '把', 26_800, ['IM-EBH318'], true),
  part('CZ-38', '齿座 38', 'Pick holder 38', '个', 42_000, all, true),
  part('GB-1864', '刮板链 18×64', 'Scraper chain 18×64', '条', 1_280_000, all, true),
  part('MF-XZ160', '行走油缸密封件', 'Seal kit of the track-tension cylinder', '套', 96_000, small, true),
  part('MF-JG260', '截割升降油缸密封件', 'Seal kit of the boom-lift cylinder', '套', 158_000, large, true),
  part('JG-25', '高压胶管 25', 'High-pressure hose 25', '根', 38_500, all, true),
  part('LX-HY10', '回油滤芯 10 微米', 'Return filter element, 10 µm', '个', 32_000, all, true),
  part('DJ-JG160', '截割电机 160 千瓦', 'Cutting motor, 160 kW', '台', 12_600_000, small),
  part('DJ-JG260', '截割电机 260 千瓦', 'Cutting motor, 260 kW', '台', 18_900_000, large),
  part('BZ-A11', '变量柱塞泵', 'Variable piston pump', '台', 4_850_000, all),
  part('MD-XZ', '行走马达', 'Track motor', '台', 3_260_000, all),
  part('JS-HX', '回转减速器', 'Slewing reducer', '台', 6_400_000, large),
  part('LQ-SL', '水冷却器', 'Water cooler', '台', 880_000, all),
  part('ZB-KZ', '综合保护器', 'Motor protection unit', '台', 760_000, all),
  part('DL-LL', '链轮组件', 'Sprocket assembly', '套', 520_000, all),
];

function part(
  number: string,
  nameZh: string,
  nameEn: string,
  unit: string,
  listPriceFen: number,
  models: string[],
  ownWear = false,
): DemoPart {
  const costFeeFen = Math.round(listPriceFen * 0.7);
  return { number, nameZh, nameEn, unit, listPriceFen, costFeeFen, models, ownWear };
}
