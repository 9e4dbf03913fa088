import { part, wearPart } from '../catalogue';
import type { DemoPart } from '../demo-house';

const home = ['PF-RO800', 'PF-RO1200'];
const commercial = ['PF-C50', 'PF-C120'];

export const parts: readonly DemoPart[] = [
  wearPart('LX-PP5', ['PP 棉滤芯', 'PP filter cartridge'], '支', 39),
  wearPart('LX-C2', ['复合活性炭滤芯', 'Composite carbon cartridge'], '支', 89),
  wearPart('MO-800', ['反渗透膜 800G', 'RO membrane 800G'], '支', 360, home),
  wearPart('MO-C400', ['商用反渗透膜 400G', 'Commercial RO membrane 400G'], '支', 520, commercial),
  wearPart('LX-ZT', ['后置炭滤芯', 'Post-carbon cartridge'], '支', 76),
  wearPart('UV-11', ['紫外灯管 11 瓦', 'UV lamp, 11 W'], '支', 95, commercial),
  wearPart('MF-O12', ['密封圈套装', 'O-ring set'], '套', 18),
  part('BP-24', ['增压泵 24 伏', 'Booster pump, 24 V'], '台', 220),
  part('JS-DC', ['进水电磁阀', 'Inlet solenoid valve'], '只', 68),
  part('FS-ZH', ['废水组合阀', 'Waste-water valve'], '只', 85, home),
  part('LT-SM', ['智能龙头', 'Smart tap'], '个', 180, home),
  part('JR-2K', ['加热模块 2 千瓦', 'Heating module, 2 kW'], '套', 460, commercial),
  part('KZ-C50', ['主控板', 'Control board'], '块', 390, commercial),
  part('TDS-2', ['双路水质探头', 'Twin water-quality probe'], '支', 58),
  part('YL-3G', ['压力桶 3 加仑', 'Pressure tank, 3 gal'], '个', 160, home),
];
