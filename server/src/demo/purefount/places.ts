import type { DemoDealer, DemoMachine, DemoPlace } from '../demo-house';

const pumped = (pump: string): DemoMachine['components'] => [
  { key: 'booster-pump', name: '增压泵', serial: pump, quantity: 1 },
  { key: 'ro-membrane', name: '反渗透膜', quantity: 1 },
];
const litres = (...readings: ReadonlyArray<readonly [daysAgo: number, value: number]>) =>
  readings.map(([daysAgo, value]) => ({ meter: 'litres', daysAgo, value }));
const cartridges = '滤芯套装';

export const dealers: readonly DemoDealer[] = [
  {
    name: '净居生活馆',
    province: '33',
    clerk: '梁初夏',
    email: 'dealer1@purefount.example',
    places: [
      {
        customer: '桐里小学',
        note: '上课时间不能进教学楼，约放学后上门。',
        site: '教学楼茶水间',
        address: '桐里路 5 号',
        province: '33',
        contact: { name: '赖老师', position: '总务处' },
        machines: [
          {
            serial: 'PF25-30418',
            model: 'PF-C50',
            batch: 'C50-2508',
            shipped: 190,
            received: 188,
            installed: 186,
            components: pumped('BP24-90177'),
            readings: litres([80, 14_200], [30, 22_800], [4, 27_300]),
            limits: [{ what: cartridges, inDays: 15 }],
          },
          {
            serial: 'PF25-30419',
            model: 'PF-C120',
            batch: 'C120-2508',
            shipped: 190,
            received: 188,
            installed: 186,
            components: pumped('BP24-90181'),
          },
        ],
      },
      {
        customer: '住户 杏花里 7-1201',
        site: '厨房',
        address: '杏花里 7 幢 1201 室',
        province: '33',
        contact: { name: '水先生', position: '住户' },
        machines: [
          {
            serial: 'PF26-40027',
            model: 'PF-RO1200',
            batch: 'R12-2601',
            shipped: 28,
            received: 26,
            installed: 24,
            components: pumped('BP24-93320'),
          },
        ],
      },
    ],
  },
  {
    name: '甘泉电器',
    province: '31',
    clerk: '宋望舒',
    email: 'dealer2@purefount.example',
    places: [
      {
        customer: '住户 栖霞里 3-502',
        site: '厨房',
        address: '栖霞里 3 号 502 室',
        province: '31',
        contact: { name: '栗女士', position: '住户' },
        machines: [
          {
            serial: 'PF25-17733',
            model: 'PF-RO800',
            batch: 'R8-2504',
            shipped: 260,
            received: 255,
            installed: 252,
            components: pumped('BP24-81240'),
            readings: litres([60, 1_960], [9, 2_410]),
          },
        ],
      },
      {
        customer: '住户 澄江苑 11-603',
        site: '厨房',
        address: '澄江苑 11 号 603 室',
        province: '31',
        contact: { name: '米女士', position: '住户' },
        machines: [
          {
            serial: 'PF23-08812',
            model: 'PF-RO800',
            batch: 'R8-2301',
            shipped: 900,
            received: 896,
            installed: 893,
            components: pumped('BP24-60033'),
          },
          {
            serial: 'PF26-40055',
            model: 'PF-RO1200',
            batch: 'R12-2601',
            shipped: 12,
            received: 10,
          },
        ],
      },
      {
        customer: '小满托育园',
        site: '配餐间',
        address: '晴川路 40 号',
        province: '31',
        contact: { name: '宓园长', position: '园长' },
        machines: [
          {
            serial: 'PF25-30460',
            model: 'PF-C50',
            batch: 'C50-2510',
            shipped: 140,
            received: 137,
            installed: 136,
            components: pumped('BP24-90310'),
          },
        ],
      },
    ],
  },
  {
    name: '联拓机电服务',
    province: '33',
    clerk: '乔思远',
    email: 'dealer@shared.example',
    places: [
      {
        customer: '拾光咖啡',
        site: '吧台',
        address: '湖滨支路 18 号',
        province: '33',
        contact: { name: '店长 阿澈', position: '店长' },
        machines: [
          {
            serial: 'PF24-90215',
            model: 'PF-C50',
            batch: 'C50-2402',
            shipped: 620,
            received: 617,
            installed: 616,
            components: pumped('BP24-70418'),
            readings: litres([85, 88_200], [12, 101_500]),
          },
          {
            serial: 'PF25-90240',
            model: 'PF-C50',
            batch: 'C50-2503',
            shipped: 270,
            received: 268,
            installed: 267,
            components: pumped('BP24-80102'),
          },
        ],
      },
    ],
  },
];

export const direct: readonly DemoPlace[] = [
  {
    customer: '明湾写字楼',
    note: '物业统一报修，进楼需登记施工证。',
    site: '12 层茶水间',
    address: '明湾路 300 号',
    province: '31',
    contact: { name: '物业 凌经理', position: '工程经理' },
    machines: [
      {
        serial: 'PF24-55102',
        model: 'PF-C50',
        batch: 'C50-2407',
        shipped: 480,
        received: 478,
        installed: 475,
        components: pumped('BP24-75520'),
        readings: litres([82, 61_000], [20, 70_400]),
      },
      {
        serial: 'PF25-55140',
        model: 'PF-C120',
        batch: 'C120-2506',
        shipped: 230,
        received: 228,
        installed: 225,
        components: pumped('BP24-88001'),
        limits: [{ what: cartridges, inDays: 40 }],
      },
    ],
  },
  {
    customer: '沐野健身',
    site: '前台',
    address: '新塘街 77 号 2 楼',
    province: '33',
    contact: { name: '教练 小柯', position: '值班教练' },
    machines: [
      {
        serial: 'PF25-55188',
        model: 'PF-C120',
        batch: 'C120-2509',
        shipped: 120,
        received: 118,
        installed: 117,
        components: pumped('BP24-90620'),
      },
      { serial: 'PF26-55201', model: 'PF-C50', batch: 'C50-2601', shipped: 8, received: 6 },
    ],
  },
];
