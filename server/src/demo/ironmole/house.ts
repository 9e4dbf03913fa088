import type { DemoHouse } from '../demo-house';
import { parts } from './parts';
import { dealers, direct } from './places';
import { requests } from './requests';
import { closedRepairs } from './closed-repairs';
import { openRepairs } from './open-repairs';

const cuttingHours = {
  key: 'cutting-hours',
  nameZh: '截割小时',
  nameEn: 'Cutting hours',
  unitZh: '小时',
  unitEn: 'h',
};

/** 铁鼹: roadheaders for mines and tunnels, by the rulebook R4. */
export const ironmole: DemoHouse = {
  tenant: {
    slug: 'ironmole',
    nameZh: '铁鼹',
    nameEn: 'Ironmole',
    timeZone: 'Asia/Shanghai',
    accentColor: '#9a4b00',
    ticketPrefix: 'IM',
    homeProvince: '13',
  },
  rulebook: 'R4',
  people: {
    admin: '岳承钧',
    manager: '雷振川',
    dispatcher: '罗一宁',
    engineer: '石敬尧',
    quality: '谭照临',
    parts: '牛旭东',
  },
  servicePoints: [
    { name: '晋北服务站', province: '14', address: '矿区路 18 号' },
    { name: '冀中服务站', province: '13', address: '机械工业园 9 号' },
    { name: '陕北服务站', province: '61', address: '工业园三路 6 号' },
    { name: '湘中服务站', province: '43', address: '装备大道 52 号' },
  ],
  models: [
    {
      code: 'IM-EBZ160',
      nameZh: '160 千瓦悬臂式掘进机',
      nameEn: 'Boom-type roadheader, 160 kW',
      needsInstallation: true,
      meters: [cuttingHours],
    },
    {
      code: 'IM-EBZ260',
      nameZh: '260 千瓦悬臂式掘进机',
      nameEn: 'Boom-type roadheader, 260 kW',
      needsInstallation: true,
      meters: [cuttingHours],
    },
    {
      code: 'IM-EBH318',
      nameZh: '318 千瓦硬岩掘进机',
      nameEn: 'Hard-rock roadheader, 318 kW',
      needsInstallation: true,
      meters: [cuttingHours],
    },
  ],
  parts,
  dealers,
  direct,
  stories: [...closedRepairs, ...openRepairs, ...requests],
};
