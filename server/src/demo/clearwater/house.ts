import type { DemoHouse } from '../demo-house';
import { complaints } from './complaints';
import { earlierRepairs } from './earlier-repairs';
import { parts } from './parts';
import { dealers, direct } from './places';
import { presentRepairs } from './present-repairs';
import { requests } from './requests';
import { startUps } from './start-ups';

const treated = {
  key: 'treated-water',
  nameZh: '累计处理水量',
  nameEn: 'Water treated',
  unitZh: '吨',
  unitEn: 't',
};
const running = {
  key: 'running-hours',
  nameZh: '运行小时',
  nameEn: 'Running hours',
  unitZh: '小时',
  unitEn: 'h',
};

/** 清源环保: water-treatment plants in Jiangsu, by the rulebook R1 with the complaint rules of R11. */
export const clearwater: DemoHouse = {
  tenant: {
    slug: 'clearwater',
    nameZh: '清源环保',
    nameEn: 'Clearwater',
    timeZone: 'Asia/Shanghai',
    accentColor: '#0b7a6f',
    ticketPrefix: 'CW',
    homeProvince: '32',
  },
  rulebook: 'R1',
  people: {
    admin: '顾清和',
    manager: '沈知行',
    dispatcher: '陆晓禾',
    engineer: '程远航',
    quality: '苏砚秋',
    parts: '邵文博',
  },
  servicePoints: [
    { name: '苏南服务站', province: '32', address: '环保产业园 3 号楼' },
    { name: '浙北服务站', province: '33', address: '滨河工业区 27 号' },
    { name: '皖江服务站', province: '34', address: '江北新材料园 5 号' },
  ],
  models: [
    {
      code: 'CW-MBR200',
      nameZh: '膜生物反应器 200 吨/日',
      nameEn: 'Membrane bioreactor, 200 t/d',
      needsInstallation: true,
      meters: [treated, running],
    },
    {
      code: 'CW-MBR500',
      nameZh: '膜生物反应器 500 吨/日',
      nameEn: 'Membrane bioreactor, 500 t/d',
      needsInstallation: true,
      meters: [treated, running],
    },
    {
      code: 'CW-DAF60',
      nameZh: '溶气气浮机 60 吨/时',
      nameEn: 'Dissolved air flotation, 60 t/h',
      needsInstallation: true,
      meters: [running],
    },
    {
      code: 'CW-JY3',
      nameZh: '三箱加药装置',
      nameEn: 'Dosing unit, three tanks',
      needsInstallation: false,
      meters: [],
    },
  ],
  parts,
  dealers,
  direct,
  stories: [...earlierRepairs, ...presentRepairs, ...startUps, ...complaints, ...requests],
};
