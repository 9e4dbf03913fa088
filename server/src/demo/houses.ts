import type { Role } from '@aftercare/contract';
import { templates } from '@aftercare/rulebooks';
import type { StoredMeter } from '../modules/equipment';
import type { TenantFacts } from '../modules/tenancy';

interface Machine {
  serial: string;
  model: string;
  /** Counted back from loading, and before the house was founded; left out: 280. */
  shippedDaysAgo?: number;
  components?: ReadonlyArray<{ key: string; name: string; serial: string }>;
}

interface Place {
  customer: string;
  site: string;
  /** First two digits of the GB/T 2260 code. */
  province: string;
  contact?: { name: string; phone: string; position: string };
  machines: readonly Machine[];
}

/** Number, names, unit, list price and cost fee in yuan. */
type DemoPart = readonly [
  number: string,
  nameZh: string,
  nameEn: string,
  unit: string,
  list: number,
  fee: number,
];

/** The people of a house by their sign-in, and the roles that each fills. */
export const rolesOf = {
  admin: ['admin', 'leader', 'technical-lead'],
  manager: ['manager', 'supervisor'],
  dispatcher: ['dispatcher', 'salesperson'],
  engineer: ['engineer'],
  quality: ['quality'],
  parts: ['parts'],
} as const satisfies Record<string, readonly Role[]>;
export type DemoPerson = keyof typeof rolesOf;

export interface DemoHouse {
  tenant: TenantFacts;
  rulebook: keyof typeof templates;
  /** Names of the people, by the local part of their sign-in. */
  people: Readonly<Record<DemoPerson, string>>;
  models: ReadonlyArray<{ code: string; nameZh: string; nameEn: string; meters?: StoredMeter[] }>;
  servicePoints: ReadonlyArray<{ name: string; province: string }>;
  parts: ReadonlyArray<DemoPart>;
  /** Dealers in the order dealer1, dealer2, and the one that all four houses share. */
  dealers: ReadonlyArray<{ name: string; clerk: string; email: string; places: readonly Place[] }>;
  /** Customers that the maker serves itself. */
  direct: readonly Place[];
}

const sharedDealer = (places: readonly Place[]) => ({
  name: '联拓机电服务',
  clerk: '乔思远',
  email: 'dealer@shared.example',
  places,
});

const cuttingHours: StoredMeter = {
  key: 'cutting-hours',
  nameZh: '截割小时',
  nameEn: 'Cutting hours',
  unitZh: '小时',
  unitEn: 'hours',
};

export const houses: readonly DemoHouse[] = [
  {
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
    models: [
      { code: 'CW-MBR200', nameZh: '膜生物反应器 200 吨/日', nameEn: 'Membrane bioreactor, 200 t/d' },
      { code: 'CW-DAF60', nameZh: '溶气气浮机 60 吨/时', nameEn: 'Dissolved air flotation, 60 t/h' },
    ],
    servicePoints: [
      { name: '苏南服务站', province: '32' },
      { name: '浙北服务站', province: '33' },
    ],
    parts: [
      ['filter-bag', '滤袋', 'Filter bag', '只', 86, 40],
      ['aerator-diffuser', '曝气盘', 'Aerator diffuser', '只', 120, 55],
      ['MBR-M20', '膜组件', 'Membrane module', '组', 9800, 7600],
    ],
    dealers: [
      {
        name: '润泽环保工程',
        clerk: '贺临川',
        email: 'dealer1@clearwater.example',
        places: [
          {
            customer: '云杉印染',
            site: '一厂污水站',
            province: '32',
            contact: { name: '张工', phone: '10000000117', position: '污水站值班' },
            machines: [
              {
                serial: 'CW24-0117',
                model: 'CW-MBR200',
                shippedDaysAgo: 600,
                components: [{ key: 'membrane', name: '膜组件', serial: 'M20-4410' }],
              },
              { serial: 'CW24-0131', model: 'CW-DAF60' },
            ],
          },
        ],
      },
      {
        name: '蓝屿水处理',
        clerk: '韩予安',
        email: 'dealer2@clearwater.example',
        places: [
          {
            customer: '青禾食品',
            site: '二期处理站',
            province: '34',
            machines: [{ serial: 'CW25-0042', model: 'CW-DAF60' }],
          },
        ],
      },
      sharedDealer([
        {
          customer: '望亭纸业',
          site: '回用水车间',
          province: '33',
          machines: [{ serial: 'CW25-0088', model: 'CW-MBR200' }],
        },
      ]),
    ],
    direct: [
      {
        customer: '临港化工园',
        site: '中心水站',
        province: '32',
        machines: [{ serial: 'CW23-0009', model: 'CW-MBR200' }],
      },
    ],
  },
  {
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
    models: [
      { code: 'PF-RO800', nameZh: '厨下反渗透净水机 800G', nameEn: 'Under-sink RO purifier 800G' },
      { code: 'PF-C50', nameZh: '商用直饮机 50 升', nameEn: 'Commercial dispenser, 50 l' },
    ],
    servicePoints: [{ name: '杭州服务站', province: '33' }],
    parts: [
      ['pp-filter', 'PP 棉滤芯', 'PP filter cartridge', '支', 39, 18],
      ['ro-membrane', '反渗透膜', 'RO membrane', '支', 360, 210],
      ['BP-24', '增压泵', 'Booster pump', '台', 220, 150],
    ],
    dealers: [
      {
        name: '净居生活馆',
        clerk: '梁初夏',
        email: 'dealer1@purefount.example',
        places: [
          {
            customer: '桐里小学',
            site: '教学楼茶水间',
            province: '33',
            machines: [
              {
                serial: 'PF25-30418',
                model: 'PF-C50',
                components: [{ key: 'booster-pump', name: '增压泵', serial: 'BP24-90177' }],
              },
            ],
          },
        ],
      },
      {
        name: '甘泉电器',
        clerk: '宋望舒',
        email: 'dealer2@purefount.example',
        places: [
          {
            customer: '住户 栖霞里 3-502',
            site: '厨房',
            province: '31',
            machines: [{ serial: 'PF25-17733', model: 'PF-RO800' }],
          },
        ],
      },
      sharedDealer([
        {
          customer: '拾光咖啡',
          site: '吧台',
          province: '33',
          machines: [{ serial: 'PF24-90215', model: 'PF-C50' }],
        },
      ]),
    ],
    direct: [
      {
        customer: '明湾写字楼',
        site: '12 层茶水间',
        province: '31',
        machines: [{ serial: 'PF24-55102', model: 'PF-C50' }],
      },
    ],
  },
  {
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
    models: [
      {
        code: 'IM-EBZ160',
        nameZh: '160 千瓦悬臂式掘进机',
        nameEn: 'Boom-type roadheader, 160 kW',
        meters: [cuttingHours],
      },
      {
        code: 'IM-EBZ260',
        nameZh: '260 千瓦悬臂式掘进机',
        nameEn: 'Boom-type roadheader, 260 kW',
        meters: [cuttingHours],
      },
    ],
    servicePoints: [
      { name: '冀中服务站', province: '13' },
      { name: '晋北服务站', province: '14' },
    ],
    parts: [
      ['cutting-pick', '截齿', 'Cutting pick', '把', 165, 98],
      ['pick-holder', '齿座', 'Pick holder', '个', 310, 190],
      ['YBU-160', '截割电机 160 千瓦', 'Cutting motor, 160 kW', '台', 86_000, 61_000],
    ],
    dealers: [
      {
        name: '晋岭矿山设备',
        clerk: '高原',
        email: 'dealer1@ironmole.example',
        places: [
          {
            customer: '青石沟煤业',
            site: '3206 掘进工作面',
            province: '14',
            machines: [
              { serial: 'EBZ160-2318', model: 'IM-EBZ160' },
              { serial: 'EBZ260-0457', model: 'IM-EBZ260' },
            ],
          },
          {
            customer: '红柳滩矿业',
            site: '主斜井',
            province: '61',
            machines: [
              {
                serial: 'EBZ160-2266',
                model: 'IM-EBZ160',
                components: [{ key: 'cutting-motor', name: '截割电机', serial: 'YBU160-3371' }],
              },
            ],
          },
        ],
      },
      {
        name: '陇原工矿服务',
        clerk: '纪北辰',
        email: 'dealer2@ironmole.example',
        places: [
          {
            customer: '黑山峡隧道项目部',
            site: '2 号隧道进口',
            province: '62',
            machines: [
              {
                serial: 'EBZ260-0461',
                model: 'IM-EBZ260',
                shippedDaysAgo: 120,
                components: [{ key: 'cutting-motor', name: '截割电机', serial: 'YBU260-0518' }],
              },
            ],
          },
        ],
      },
      sharedDealer([
        {
          customer: '南岭引水工程',
          site: '4 标段支洞',
          province: '43',
          machines: [{ serial: 'EBZ160-2301', model: 'IM-EBZ160' }],
        },
      ]),
    ],
    direct: [
      {
        customer: '北固铁矿',
        site: '-320 水平巷道',
        province: '13',
        machines: [{ serial: 'EBZ260-0440', model: 'IM-EBZ260' }],
      },
    ],
  },
  {
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
    models: [
      { code: 'VW-VFD315', nameZh: '变频驱动柜 315 千瓦', nameEn: 'Variable-frequency drive, 315 kW' },
      { code: 'VW-GCK', nameZh: '低压抽出式开关柜', nameEn: 'Low-voltage withdrawable switchgear' },
    ],
    servicePoints: [{ name: '上海服务站', province: '31' }],
    parts: [
      ['fuse', '快速熔断器', 'Fast fuse', '只', 145, 80],
      ['cooling-fan', '散热风机', 'Cooling fan', '台', 480, 320],
      ['PB-315', '功率模块', 'Power module', '块', 6200, 4900],
    ],
    dealers: [
      {
        name: '恒驱自动化',
        clerk: '任之遥',
        email: 'dealer1@voltworks.example',
        places: [
          {
            customer: '松江塑胶',
            site: '挤出车间',
            province: '31',
            machines: [
              {
                serial: 'VFD315-7712',
                model: 'VW-VFD315',
                shippedDaysAgo: 420,
                components: [{ key: 'drive', name: '变频器', serial: 'FC315-6620' }],
              },
            ],
          },
        ],
      },
      {
        name: '启元电气',
        clerk: '尹知夏',
        email: 'dealer2@voltworks.example',
        places: [
          {
            customer: '新港冷链',
            site: '1 号变电所',
            province: '37',
            machines: [{ serial: 'GCK-20931', model: 'VW-GCK' }],
          },
        ],
      },
      sharedDealer([
        {
          customer: '丰登粮油',
          site: '提升塔配电室',
          province: '41',
          machines: [{ serial: 'GCK-20877', model: 'VW-GCK' }],
        },
      ]),
    ],
    direct: [
      {
        customer: '东陵水厂',
        site: '二级泵房',
        province: '32',
        machines: [{ serial: 'VFD315-7604', model: 'VW-VFD315' }],
      },
    ],
  },
];

/** The sign-ins of a house, as the README and the sign-in page of a demo list them. */
export function signInsOf({ tenant, people, dealers }: DemoHouse): string[] {
  return [
    ...Object.keys(people).map((role) => `${role}@${tenant.slug}.example`),
    ...dealers.map(({ email }) => email),
  ];
}
