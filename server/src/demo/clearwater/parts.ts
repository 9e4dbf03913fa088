import { part, wearPart } from '../catalogue';
import type { DemoPart } from '../demo-house';

const mbr = ['CW-MBR200', 'CW-MBR500'];
const daf = ['CW-DAF60'];

export const parts: readonly DemoPart[] = [
  wearPart('LD-200', ['滤袋 200 微米', 'Filter bag, 200 µm'], '只', 86),
  wearPart('LX-PP40', ['保安过滤器滤芯', 'Guard filter cartridge'], '支', 68),
  wearPart('BQ-215', ['微孔曝气盘 215', 'Fine-bubble diffuser 215'], '只', 120, mbr),
  wearPart('JX-HC32', ['提升泵机械密封', 'Mechanical seal of the lift pump'], '套', 460),
  wearPart('JY-RG12', ['加药软管 12', 'Dosing hose 12'], '米', 35),
  wearPart('UV-75', ['紫外灯管 75 瓦', 'UV lamp, 75 W'], '支', 290),
  wearPart('GZ-60', ['刮渣板胶条', 'Rubber strip of the skimmer'], '条', 180, daf),
  part('MBR-M20', ['膜组件 20 平方米', 'Membrane module, 20 m²'], '组', 9_800, mbr),
  part('PV-CS15', ['产水泵', 'Permeate pump'], '台', 6_400, mbr),
  part('FJ-50', ['罗茨鼓风机', 'Roots blower'], '台', 18_600, mbr),
  part('RQ-B7', ['溶气泵', 'Dissolved-air pump'], '台', 13_200, daf),
  part('SF-RQ', ['溶气释放器', 'Release nozzle'], '只', 740, daf),
  part('JY-P60', ['隔膜计量泵', 'Diaphragm dosing pump'], '台', 3_900),
  part('YW-CS', ['超声波液位计', 'Ultrasonic level meter'], '台', 2_700),
  part('DO-IQ', ['在线溶解氧仪', 'Dissolved-oxygen analyser'], '台', 8_600, mbr),
  part('PLC-12', ['控制柜 PLC 模块', 'PLC module'], '块', 5_300),
];
