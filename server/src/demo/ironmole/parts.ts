import { part, wearPart } from '../catalogue';
import type { DemoPart } from '../demo-house';

const small = ['IM-EBZ160'];
const large = ['IM-EBZ260', 'IM-EBH318'];

export const parts: readonly DemoPart[] = [
  wearPart('JC-U82', ['截齿 U82', 'Cutting pick U82'], '把', 186),
  wearPart('JC-U92', ['截齿 U92（硬岩）', 'Cutting pick U92, hard rock'], '把', 268, ['IM-EBH318']),
  wearPart('CZ-38', ['齿座 38', 'Pick holder 38'], '个', 420),
  wearPart('GB-1864', ['刮板链 18×64', 'Scraper chain 18×64'], '条', 12_800),
  wearPart('MF-XZ160', ['行走油缸密封件', 'Seal kit of the track-tension cylinder'], '套', 960, small),
  wearPart('MF-JG260', ['截割升降油缸密封件', 'Seal kit of the boom-lift cylinder'], '套', 1_580, large),
  wearPart('JG-25', ['高压胶管 25', 'High-pressure hose 25'], '根', 385),
  wearPart('LX-HY10', ['回油滤芯 10 微米', 'Return filter element, 10 µm'], '个', 320),
  part('DJ-JG160', ['截割电机 160 千瓦', 'Cutting motor, 160 kW'], '台', 126_000, small),
  part('DJ-JG260', ['截割电机 260 千瓦', 'Cutting motor, 260 kW'], '台', 189_000, large),
  part('BZ-A11', ['变量柱塞泵', 'Variable piston pump'], '台', 48_500),
  part('MD-XZ', ['行走马达', 'Track motor'], '台', 32_600),
  part('JS-HX', ['回转减速器', 'Slewing reducer'], '台', 64_000),
  part('LQ-SL', ['水冷却器', 'Water cooler'], '台', 8_800),
  part('ZB-KZ', ['综合保护器', 'Motor protection unit'], '台', 7_600),
  part('DL-LL', ['链轮组件', 'Sprocket assembly'], '套', 5_200),
];
