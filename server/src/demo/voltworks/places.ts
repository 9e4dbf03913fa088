import type { DemoDealer, DemoMachine, DemoPlace } from '../demo-house';

const drive = (serial: string): DemoMachine['components'] => [
  { key: 'drive', name: '变频器', serial, quantity: 1 },
  { key: 'reactor', name: '进线电抗器', quantity: 1 },
];
const board = (breaker: string): DemoMachine['components'] => [
  { key: 'breaker', name: '断路器', serial: breaker, quantity: 1 },
  { key: 'relay', name: '保护装置', quantity: 2 },
];
const hours = (...readings: ReadonlyArray<readonly [daysAgo: number, value: number]>) =>
  readings.map(([daysAgo, value]) => ({ meter: 'running-hours', daysAgo, value }));

export const dealers: readonly DemoDealer[] = [
  {
    name: '恒驱自动化',
    province: '31',
    clerk: '任之遥',
    email: 'dealer1@voltworks.example',
    places: [
      {
        customer: '松江塑胶',
        note: '挤出线三班倒，只有周日白班能停机。',
        site: '挤出车间',
        address: '松江支路 120 号',
        province: '31',
        contact: { name: '黎工', position: '设备科' },
        machines: [
          {
            serial: 'VFD315-7712',
            model: 'VW-VFD315',
            batch: 'D2503',
            orderNumber: 'FG25-0712',
            shipped: 420,
            received: 416,
            installed: 405,
            accepted: 398,
            components: drive('FC315-6620'),
            readings: hours([85, 6_900], [40, 7_880], [2, 8_760]),
          },
          {
            serial: 'VFD90-3301',
            model: 'VW-VFD90',
            batch: 'D2506',
            shipped: 260,
            received: 257,
            installed: 250,
            accepted: 244,
            components: drive('FC90-2207'),
            readings: hours([70, 3_100], [10, 4_420]),
          },
        ],
      },
      {
        customer: '澜亭数据机房',
        site: 'B2 配电间',
        address: '澜亭路 1 号',
        province: '32',
        contact: { name: '值长 颜工', position: '运维值长' },
        machines: [
          {
            serial: 'KYN-5108',
            model: 'VW-KYN12',
            batch: 'K2502',
            orderNumber: 'FG25-5108',
            shipped: 300,
            received: 295,
            installed: 270,
            accepted: 255,
            components: board('VS12-8841'),
            limits: [{ what: '继电保护定值校验', inDays: 19 }],
          },
        ],
      },
    ],
  },
  {
    name: '启元电气',
    province: '37',
    clerk: '尹知夏',
    email: 'dealer2@voltworks.example',
    places: [
      {
        customer: '新港冷链',
        site: '1 号变电所',
        address: '新港保税区七路',
        province: '37',
        contact: { name: '电气 谷班长', position: '电气班长' },
        machines: [
          {
            serial: 'GCK-20931',
            model: 'VW-GCK',
            batch: 'G2405',
            shipped: 560,
            received: 553,
            installed: 540,
            accepted: 530,
            components: board('DL16-3310'),
            readings: [
              { meter: 'operations', daysAgo: 75, value: 1_820 },
              { meter: 'operations', daysAgo: 8, value: 2_104 },
            ],
            limits: [{ what: '预防性试验', inDays: 55 }],
          },
          {
            serial: 'VFD90-3360',
            model: 'VW-VFD90',
            batch: 'D2512',
            orderNumber: 'FG25-3360',
            shipped: 55,
            received: 50,
            installed: 41,
            components: drive('FC90-2290'),
          },
        ],
      },
      {
        customer: '蓬莱阁酒业',
        site: '灌装楼配电室',
        address: '酒城大道 9 号',
        province: '37',
        contact: { name: '动力科 翟工', position: '动力科' },
        machines: [
          {
            serial: 'GCK-20702',
            model: 'VW-GCK',
            batch: 'G2303',
            shipped: 1010,
            received: 1003,
            installed: 990,
            accepted: 981,
            components: board('DL16-2005'),
          },
        ],
      },
    ],
  },
  {
    name: '联拓机电服务',
    province: '41',
    clerk: '乔思远',
    email: 'dealer@shared.example',
    places: [
      {
        customer: '丰登粮油',
        site: '提升塔配电室',
        address: '粮库路 33 号',
        province: '41',
        contact: { name: '机修 桑师傅', position: '机修班' },
        machines: [
          {
            serial: 'GCK-20877',
            model: 'VW-GCK',
            batch: 'G2409',
            shipped: 430,
            received: 424,
            installed: 412,
            accepted: 404,
            components: board('DL16-3101'),
          },
          {
            serial: 'VFD315-7688',
            model: 'VW-VFD315',
            batch: 'D2411',
            shipped: 500,
            received: 494,
            installed: 480,
            accepted: 473,
            components: drive('FC315-6402'),
            readings: hours([80, 9_400], [15, 10_760]),
          },
        ],
      },
    ],
  },
];

export const direct: readonly DemoPlace[] = [
  {
    customer: '东陵水厂',
    note: '供水不能停，任何停机都要有备用泵运行。',
    site: '二级泵房',
    address: '东陵湖南岸',
    province: '32',
    contact: { name: '厂长 景工', position: '副厂长' },
    machines: [
      {
        serial: 'VFD315-7604',
        model: 'VW-VFD315',
        batch: 'D2408',
        orderNumber: 'FG24-0604',
        shipped: 640,
        received: 636,
        installed: 620,
        accepted: 611,
        components: drive('FC315-6188'),
        readings: hours([86, 12_900], [30, 14_200], [3, 14_850]),
      },
      {
        serial: 'VFD315-7740',
        model: 'VW-VFD315',
        batch: 'D2505',
        shipped: 180,
        received: 176,
        installed: 160,
        accepted: 152,
        components: drive('FC315-6701'),
      },
    ],
  },
  {
    customer: '星河轨交车辆段',
    site: '检修库配电间',
    address: '车辆段路 2 号',
    province: '33',
    contact: { name: '供电 裘工', position: '供电工班长' },
    machines: [
      {
        serial: 'KYN-5131',
        model: 'VW-KYN12',
        batch: 'K2507',
        orderNumber: 'FG25-5131',
        shipped: 150,
        received: 144,
        installed: 120,
        accepted: 109,
        components: board('VS12-9002'),
      },
      {
        serial: 'KYN-5140',
        model: 'VW-KYN12',
        batch: 'K2601',
        shipped: 36,
        received: 30,
        components: board('VS12-9077'),
      },
    ],
  },
];
