import type { DemoHouse } from '../demo-house';
import { earlierRepairs } from './earlier-repairs';
import { parts } from './parts';
import { dealers, direct } from './places';
import { presentRepairs } from './present-repairs';
import { services } from './services';

const litres = { key: 'litres', nameZh: '累计净水量', nameEn: 'Water purified', unitZh: '升', unitEn: 'l' };

/** 泉净: water purifiers for homes, schools and offices, by the rulebook R3. */
export const purefount: DemoHouse = {
  tenant: {
    slug: 'purefount',
    nameZh: '泉净',
    nameEn: 'Purefount',
    timeZone: 'Asia/Shanghai',
    accentColor: '#1a5fb4',
    ticketPrefix: 'PF',
    homeProvince: '33',
  },
  rulebook: 'R3',
  people: {
    admin: '叶南星',
    manager: '方予墨',
    dispatcher: '江若棠',
    engineer: '秦牧野',
    quality: '白景澄',
    parts: '温书言',
  },
  servicePoints: [
    { name: '杭州服务站', province: '33', address: '拱河路 210 号' },
    { name: '上海服务站', province: '31', address: '浦岸路 66 号' },
  ],
  models: [
    {
      code: 'PF-RO800',
      nameZh: '厨下反渗透净水机 800G',
      nameEn: 'Under-sink RO purifier 800G',
      needsInstallation: true,
      meters: [litres],
    },
    {
      code: 'PF-RO1200',
      nameZh: '厨下反渗透净水机 1200G',
      nameEn: 'Under-sink RO purifier 1200G',
      needsInstallation: true,
      meters: [litres],
    },
    {
      code: 'PF-C50',
      nameZh: '商用直饮机 50 升',
      nameEn: 'Commercial dispenser, 50 l',
      needsInstallation: true,
      meters: [litres],
    },
    {
      code: 'PF-C120',
      nameZh: '商用直饮机 120 升',
      nameEn: 'Commercial dispenser, 120 l',
      needsInstallation: true,
      meters: [litres],
    },
  ],
  parts,
  dealers,
  direct,
  stories: [...earlierRepairs, ...presentRepairs, ...services],
};
