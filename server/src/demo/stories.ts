/** One demo ticket: who files it, how long ago, and what has happened to it since. Hours count back from loading. */
export interface Story {
  house: string;
  by: string;
  serial: string;
  requestType: string;
  subject: string;
  description: string;
  reporter: string;
  hoursAgo: number;
  then?: ReadonlyArray<
    | { do: 'assign'; by: string; to: string; hoursAgo: number }
    | { do: 'say'; by: string; text: string; hoursAgo: number; internally?: true }
  >;
}

const im = 'ironmole.example';
const cw = 'clearwater.example';
const pf = 'purefount.example';
const vw = 'voltworks.example';

export const stories: readonly Story[] = [
  {
    house: 'ironmole',
    by: `dealer1@${im}`,
    serial: 'EBZ160-2266',
    requestType: 'repair',
    subject: '行走部左侧履带跑偏',
    description: '直行时向左偏约 15°，张紧油缸压力正常，驱动轮处有异响。',
    reporter: '常队长',
    hoursAgo: 97,
    then: [
      {
        do: 'say',
        by: `dispatcher@${im}`,
        text: '已收到，请先检查左侧张紧油缸是否内泄，并拍一段行走视频。',
        hoursAgo: 95,
      },
      { do: 'assign', by: `dispatcher@${im}`, to: `engineer@${im}`, hoursAgo: 94 },
      { do: 'say', by: `dealer1@${im}`, text: '视频已发，油缸保压 10 分钟掉 2 兆帕。', hoursAgo: 90 },
      {
        do: 'say',
        by: `engineer@${im}`,
        text: '怀疑单向阀卡滞，备一套密封件。',
        hoursAgo: 89,
        internally: true,
      },
    ],
  },
  {
    house: 'ironmole',
    by: `dealer2@${im}`,
    serial: 'EBZ260-0461',
    requestType: 'repair',
    subject: '截割电机启动后跳闸',
    description: '空载启动 3 秒后综保跳闸，绝缘测试 0.8 兆欧。',
    reporter: '安装班 老周',
    hoursAgo: 41,
    then: [{ do: 'say', by: `dealer2@${im}`, text: '现场已停机，麻烦尽快回复。', hoursAgo: 30 }],
  },
  {
    house: 'ironmole',
    by: `dispatcher@${im}`,
    serial: 'EBZ260-0440',
    requestType: 'training',
    subject: '新司机操作培训',
    description: '北固铁矿新到 6 名司机，希望安排两天的操作和日常点检培训。',
    reporter: '孟主任',
    hoursAgo: 52,
    then: [{ do: 'assign', by: `manager@${im}`, to: `engineer@${im}`, hoursAgo: 50 }],
  },
  {
    house: 'ironmole',
    by: `dealer1@${im}`,
    serial: 'EBZ260-0457',
    requestType: 'repair',
    subject: '液压油温过高报警',
    description: '连续截割 40 分钟后油温到 72 ℃，冷却水流量偏小。',
    reporter: '机电队 小田',
    hoursAgo: 20,
    then: [
      {
        do: 'say',
        by: `dispatcher@${im}`,
        text: '请先清洗水冷却器过滤网，再测进水压力，低于 1.5 兆帕告诉我们。',
        hoursAgo: 19,
      },
    ],
  },
  {
    house: 'ironmole',
    by: 'dealer@shared.example',
    serial: 'EBZ160-2301',
    requestType: 'parts',
    subject: '截齿和齿座补货',
    description: '需要 U82 截齿 60 把、齿座 8 个，请报交期。',
    reporter: '物资部 何工',
    hoursAgo: 9,
  },
  {
    house: 'ironmole',
    by: `dealer1@${im}`,
    serial: 'EBZ160-2318',
    requestType: 'repair',
    subject: '第一运输机刮板链断裂',
    description: '链条在机尾处断开，已停机，备用链一副在库。',
    reporter: '运转班 邓师傅',
    hoursAgo: 3,
  },
  {
    house: 'clearwater',
    by: `dealer1@${cw}`,
    serial: 'CW24-0117',
    requestType: 'repair',
    subject: '膜池产水量下降',
    description: '跨膜压差三天内由 18 升到 35 千帕，已做一次在线反洗，无明显改善。',
    reporter: '值班 张工',
    hoursAgo: 28,
    then: [
      { do: 'assign', by: `dispatcher@${cw}`, to: `engineer@${cw}`, hoursAgo: 26 },
      {
        do: 'say',
        by: `engineer@${cw}`,
        text: '请把最近一周的污泥浓度和曝气量发来，先判断是否需要化学清洗。',
        hoursAgo: 25,
      },
    ],
  },
  {
    house: 'clearwater',
    by: `dealer2@${cw}`,
    serial: 'CW25-0042',
    requestType: 'commissioning',
    subject: '溶气气浮机到货待调试',
    description: '设备和管路已就位，电源已接，请安排调试时间。',
    reporter: '项目部 袁工',
    hoursAgo: 6,
  },
  {
    house: 'purefount',
    by: `dealer1@${pf}`,
    serial: 'PF25-30418',
    requestType: 'repair',
    subject: '直饮机出水有异味',
    description: '更换滤芯两周，热水有塑料味，冷水正常。',
    reporter: '总务处 赖老师',
    hoursAgo: 15,
    then: [
      {
        do: 'say',
        by: `dispatcher@${pf}`,
        text: '请先连续放水 20 分钟再取样，若仍有异味我们安排上门。',
        hoursAgo: 13,
      },
    ],
  },
  {
    house: 'voltworks',
    by: `dealer1@${vw}`,
    serial: 'VFD315-7712',
    requestType: 'repair',
    subject: '变频器报过热故障',
    description: '满载运行约 2 小时报散热器过热，风机转速正常，滤网已清。',
    reporter: '设备科 黎工',
    hoursAgo: 11,
    then: [{ do: 'assign', by: `dispatcher@${vw}`, to: `engineer@${vw}`, hoursAgo: 10 }],
  },
];
