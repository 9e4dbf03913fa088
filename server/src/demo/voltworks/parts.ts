import { part, wearPart } from '../catalogue';
import type { DemoPart } from '../demo-house';

const drives = ['VW-VFD315', 'VW-VFD90'];
const boards = ['VW-GCK', 'VW-KYN12'];

export const parts: readonly DemoPart[] = [
  wearPart('RD-630', ['快速熔断器 630 安', 'Fast fuse, 630 A'], '只', 145, drives),
  wearPart('FS-225', ['散热风机 225', 'Cooling fan 225'], '台', 480, drives),
  wearPart('CZ-400', ['抽屉触指 400 安', 'Drawer contact finger, 400 A'], '付', 96, boards),
  wearPart('XD-22', ['指示灯 22 毫米', 'Indicator lamp, 22 mm'], '只', 28),
  wearPart('LW-G3', ['柜门滤棉', 'Door air filter'], '片', 22),
  part('PB-315', ['功率模块 315', 'Power module 315'], '块', 6_200, ['VW-VFD315']),
  part('PB-90', ['功率模块 90', 'Power module 90'], '块', 2_850, ['VW-VFD90']),
  part('KB-CU7', ['主控板', 'Control board'], '块', 3_900, drives),
  part('QD-DR4', ['驱动板', 'Gate-driver board'], '块', 2_100, drives),
  part('DR-450', ['直流母线电容', 'DC-link capacitor'], '只', 620, drives),
  part('DL-1600', ['框架断路器 1600 安', 'Air circuit breaker, 1600 A'], '台', 14_800, ['VW-GCK']),
  part('DL-VS12', ['真空断路器', 'Vacuum circuit breaker'], '台', 21_500, ['VW-KYN12']),
  part('BH-M5', ['微机保护装置', 'Protection relay'], '台', 5_600, boards),
  part('HG-A2', ['互感器', 'Current transformer'], '只', 380, boards),
  part('CM-HMI7', ['人机界面 7 寸', 'Operator panel, 7 inch'], '块', 1_760),
];
