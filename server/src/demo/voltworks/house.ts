import type { DemoHouse } from '../demo-house';
import { closed } from './closed';
import { parts } from './parts';
import { dealers, direct } from './places';
import { toDo } from './to-do';
import { underWay } from './under-way';

const running = {
  key: 'running-hours',
  nameZh: '运行小时',
  nameEn: 'Running hours',
  unitZh: '小时',
  unitEn: 'h',
};
const operations = {
  key: 'operations',
  nameZh: '分合闸次数',
  nameEn: 'Switching operations',
  unitZh: '次',
  unitEn: 'times',
};

/** 伏工: drives and switchgear, by the rulebook R6. */
export const voltworks: DemoHouse = {
  tenant: {
    slug: 'voltworks',
    nameZh: '伏工',
    nameEn: 'Voltworks',
    timeZone: 'Asia/Shanghai',
    accentColor: '#6a3fb5',
    ticketPrefix: 'VW',
    homeProvince: '31',
  },
  rulebook: 'R6',
  people: {
    admin: '傅明谦',
    manager: '姜时雨',
    dispatcher: '卢可心',
    engineer: '丁立群',
    quality: '崔静姝',
    parts: '段嘉木',
  },
  servicePoints: [
    { name: '上海服务站', province: '31', address: '申昆支路 88 号' },
    { name: '鲁东服务站', province: '37', address: '港城工业园 14 号' },
  ],
  models: [
    {
      code: 'VW-VFD315',
      nameZh: '变频驱动柜 315 千瓦',
      nameEn: 'Variable-frequency drive, 315 kW',
      needsInstallation: true,
      meters: [running],
    },
    {
      code: 'VW-VFD90',
      nameZh: '变频驱动柜 90 千瓦',
      nameEn: 'Variable-frequency drive, 90 kW',
      needsInstallation: true,
      meters: [running],
    },
    {
      code: 'VW-GCK',
      nameZh: '低压抽出式开关柜',
      nameEn: 'Low-voltage withdrawable switchgear',
      needsInstallation: true,
      meters: [operations],
    },
    {
      code: 'VW-KYN12',
      nameZh: '12 千伏中置式开关柜',
      nameEn: '12 kV metal-clad switchgear',
      needsInstallation: true,
      meters: [operations],
    },
  ],
  parts,
  dealers,
  direct,
  stories: [...closed, ...underWay, ...toDo],
};
