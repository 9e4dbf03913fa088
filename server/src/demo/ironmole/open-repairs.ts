import { agree, assign, handOver, note, pause, resume, say, step } from '../acts';
import type { Story } from '../story';
import { until } from '../story';
import type { RepairWords } from './courses';
import { received, repair } from './courses';

const words = (
  about: Partial<RepairWords> & Pick<RepairWords, 'advice' | 'plan' | 'signs'>,
): RepairWords => ({
  offer: '报价单和合同草稿已发，请核对项目和金额后回传。',
  work: '按方案完工，空载、带载各试 1 小时，数据正常。',
  result: '故障原因和处理结果已在维修报告中写明，请按报告注意保养。',
  opinion: '客户满意。',
  ...about,
});

/** Repairs under way, from those nobody has taken up to those that only wait for the customer's opinion. */
export const openRepairs: readonly Story[] = [
  {
    serial: 'EBH318-0019',
    by: 'dealer',
    reporter: '设备主管 向工',
    requestType: 'repair',
    subject: '第一运输机链轮跳齿',
    description: '重载启动时咔咔响，链条张紧已到极限，链轮齿尖磨尖。',
    daysAgo: 12,
    course: [
      ...until(
        'accept',
        repair(
          words({
            advice: '请先减载运行并量一下链条 10 节的长度，判断是链条还是链轮。',
            plan: '链条伸长 2.6 %，链轮磨损超限；链条、链轮组件成套更换。',
            signs: '向工',
          }),
          [
            { costClass: 'parts', part: 'GB-1864' },
            { costClass: 'parts', part: 'DL-LL' },
            { costClass: 'labour' },
          ],
        ),
      ),
      say(30, 'dealer', '试了三个班，运转平稳，客户没有新的问题。'),
    ],
  },
  {
    serial: 'EBZ260-0457',
    by: 'dealer',
    reporter: '机电队 小田',
    requestType: 'repair',
    subject: '截割部伸缩不到位',
    description: '伸缩行程应为 550 毫米，只能伸出 400 毫米，压力能到 23 兆帕。',
    daysAgo: 11,
    course: [
      ...until(
        'accept',
        repair(
          words({
            advice: '请清理伸缩筒外露面上的结块煤泥后再试一次。',
            plan: '伸缩内筒花键处卡入断齿碎块，解体取出并修磨花键。',
            signs: '小田',
          }),
          [{ costClass: 'labour' }, { costClass: 'travel' }],
        ),
      ),
    ],
  },
  {
    serial: 'EBZ160-2301',
    by: 'dealer',
    reporter: '机电队 彭工',
    requestType: 'repair',
    subject: '主泵噪声大，压力波动',
    description: '怠速时尖啸，系统压力在 14 至 19 兆帕之间来回跳。',
    daysAgo: 9,
    course: until(
      'present',
      repair(
        words({
          advice: '请检查吸油口蝶阀是否全开、吸油滤是否堵塞，先别带载。',
          plan: '吸油软管脱层吸气，更换软管并排气；柱塞泵解体检查无损伤。',
          signs: '彭工',
        }),
        [{ costClass: 'parts', part: 'JG-25' }, { costClass: 'labour' }],
      ),
    ),
  },
  {
    serial: 'EBZ160-2240',
    by: 'dealer',
    reporter: '米工',
    requestType: 'repair',
    subject: '后支撑横梁开裂',
    description: '焊缝处裂纹长约 18 公分，已停机，机器过保。',
    daysAgo: 10,
    course: [
      ...until(
        'start-work',
        repair(
          words({
            advice: '请不要自行补焊，母材需要预热，先拍全裂纹走向发来。',
            plan: '裂纹止裂钻孔，碳弧气刨清根，预热补焊并加贴板。',
            signs: '米工',
          }),
          [{ costClass: 'labour' }, { costClass: 'travel' }],
        ),
      ),
      agree(1, 'manager', 'resolution', 48, '焊后需保温缓冷，约定两天完工。', '米工'),
      note(60, 'engineer', '预热电源被占用，工期要晚一天，已请经销商转告。'),
    ],
  },
  {
    serial: 'EBZ160-2318',
    by: 'dealer',
    reporter: '运转班 邓师傅',
    requestType: 'repair',
    subject: '铲板升降油缸活塞杆弯曲',
    description: '铲板受侧向撞击，右缸活塞杆目测弯曲约 5 毫米。',
    daysAgo: 6,
    course: [
      ...until(
        'start-work',
        repair(
          words({
            advice: '请把铲板落地，别再升降，弯曲的活塞杆可能突然断裂。',
            plan: '更换右侧铲板升降油缸总成，校正铲板连接耳座。',
            signs: '邓师傅',
          }),
          [{ costClass: 'parts' }, { costClass: 'labour' }],
        ),
      ),
      agree(1, 'dispatcher', 'resolution', 200, '油缸总成在途，约定到货后两天内完工。', '邓师傅'),
      pause(20, 'dispatcher', 'customer', '工作面放顶煤，井口三天不放行车辆，等客户通知。'),
    ],
  },
  {
    serial: 'EBH318-0023',
    by: 'dispatcher',
    reporter: '薛部长',
    requestType: 'repair',
    channel: 'phone',
    subject: '除尘风机振动超标',
    description: '振动值 9.8 毫米每秒，叶轮有积灰，清灰后仍超标。',
    daysAgo: 7,
    course: [
      ...until(
        'start-work',
        repair(
          words({
            advice: '请先检查地脚螺栓和软连接，风机停机后再清灰。',
            plan: '叶轮磨损失衡，现场做动平衡；若残余不平衡量超限再换叶轮。',
            signs: '薛部长',
          }),
          [{ costClass: 'parts' }, { costClass: 'labour' }],
        ),
      ),
      agree(2, 'dispatcher', 'resolution', 150, '动平衡仪周四到现场，约定周末前完工。', '薛部长'),
      pause(10, 'dispatcher', 'force-majeure', '进山公路塌方，交通部门封路。'),
      resume(24, 'dispatcher', 'force-majeure', '道路抢通，工程师重新出发。'),
    ],
  },
  {
    serial: 'EBZ260-0449',
    by: 'dealer',
    reporter: '机电队 彭工',
    requestType: 'repair',
    subject: '截割电机轴承异响',
    description: '空转有周期性嗡响，前轴承温度比后轴承高 22 ℃。',
    daysAgo: 4.5,
    course: until(
      'quote',
      repair(
        words({
          advice: '请先停用，注脂量按铭牌，不要多加。把异响录一段音频发来。',
          plan: '前轴承保持架损坏，建议更换整台电机，旧电机返厂修复。',
          signs: '彭工',
        }),
        [{ costClass: 'parts', part: 'DJ-JG260', component: 'cutting-motor', componentSerial: 'JG260-1760' }],
      ),
    ),
  },
  {
    serial: 'EBZ160-2333',
    by: 'dispatcher',
    reporter: '机修厂 卞工',
    requestType: 'repair',
    channel: 'phone',
    subject: '电控箱进水，启动按钮失灵',
    description: '巷道顶板淋水，开关箱底部积水约 1 公分，已断电。',
    daysAgo: 5,
    course: [
      ...until(
        'quote',
        repair(
          words({
            advice: '切勿送电。请打开防爆盖排水，用不高于 60 ℃ 的热风吹干。',
            plan: '密封圈老化，按钮组件锈蚀；更换密封圈与按钮组件，整箱绝缘复测。',
            signs: '卞工',
          }),
        ),
      ),
      say(20, 'dispatcher', '卞工您好，报价有效期 15 天，确认后我们当天发件。'),
      step(20, 'engineer', 'revise', [], '客户要求自备按钮组件，重新拟定方案。'),
      step(10, 'engineer', 'quote', [['repair-plan', '只换密封圈并做绝缘复测，按钮组件由客户提供。']]),
    ],
  },
  {
    serial: 'EBZ160-2266',
    by: 'dealer',
    reporter: '常队长',
    requestType: 'repair',
    subject: '行走部左侧履带跑偏',
    description: '直行时向左偏约 15°，张紧油缸压力正常，驱动轮处有异响。',
    daysAgo: 4,
    course: [
      say(2, 'dispatcher', '已收到，请先检查左侧张紧油缸是否内泄，并拍一段行走视频。'),
      assign(1, 'dispatcher', 'engineer'),
      say(4, 'dealer', '视频已发，油缸保压 10 分钟掉 2 兆帕。'),
      note(1, 'engineer', '怀疑单向阀卡滞，备一套密封件。'),
      step(16, 'engineer', 'diagnose', [['registered', '已核对铭牌与截割小时 3642，过保。']]),
      handOver(4, 'dispatcher', 'manager', '这家过保后第三次报行走部，请您牵头谈整体方案。'),
    ],
  },
  {
    serial: 'EBH318-0019',
    by: 'dispatcher',
    reporter: '设备主管 向工',
    requestType: 'repair',
    channel: 'email',
    subject: '液压先导手柄漂移',
    description: '邮件附视频：松手后截割臂继续左摆约 3 秒。',
    daysAgo: 3.2,
    reportedBefore: 5,
    course: [
      ...received('邮件已收到。作业前请先确认急停有效，漂移期间禁止有人靠近截割头。'),
      step(4, 'engineer', 'diagnose', [['registered', '已核对铭牌，登记入册。']]),
      note(3, 'engineer', '先导阀回油背压高的可能性大，等向工测压力。'),
    ],
  },
  {
    serial: 'EBZ260-0461',
    by: 'dealer',
    reporter: '安装班 老周',
    requestType: 'repair',
    subject: '截割电机启动后跳闸',
    description: '空载启动 3 秒后综保跳闸，绝缘测试 0.8 兆欧。',
    daysAgo: 2,
    course: [say(10, 'dealer', '现场已停机，麻烦尽快回复。')],
  },
  {
    serial: 'EBZ160-2240',
    by: 'dispatcher',
    reporter: '米工',
    requestType: 'repair',
    channel: 'fax',
    subject: '履带板断裂两块',
    description: '传真附照片，右侧履带板连续断两块，已用备板替换，担心批量问题。',
    daysAgo: 3.6,
    reportedBefore: 8,
    course: [
      say(40, 'dispatcher', '传真今天才转到服务台，抱歉。断口请保留，工程师会联系您。'),
      assign(6, 'dispatcher', 'engineer'),
    ],
  },
  {
    serial: 'EBZ260-0457',
    by: 'dealer',
    reporter: '机电队 小田',
    requestType: 'repair',
    subject: '液压油温过高报警',
    description: '连续截割 40 分钟后油温到 72 ℃，冷却水流量偏小。',
    daysAgo: 0.85,
    course: [say(1, 'dispatcher', '请先清洗水冷却器过滤网，再测进水压力，低于 1.5 兆帕告诉我们。')],
  },
  {
    serial: 'EBZ160-2301',
    by: 'dispatcher',
    reporter: '运转二班 郝班长',
    requestType: 'repair',
    channel: 'phone',
    subject: '主泵又响，压力上不去',
    description: '与经销商前几天报的主泵噪声像是同一台机，现场又来电催。',
    daysAgo: 0.6,
    course: [
      say(0.5, 'dispatcher', '这台机的主泵维修正在待验收，请稍等，工程师一小时内回电核实是否同一故障。'),
      note(0.5, 'dispatcher', '疑似与待验收的那张重复，等工程师判断。'),
    ],
  },
  {
    serial: 'EBZ260-0440',
    by: 'dispatcher',
    reporter: '孟主任',
    requestType: 'repair',
    channel: 'phone',
    subject: '遥控器与主机失联',
    description: '遥控器换电池后仍连不上，只能用本地手柄操作。',
    daysAgo: 0.4,
    course: [...received('请长按配对键 10 秒，听到两声短鸣后再送主机电源。')],
  },
  {
    serial: 'EBZ160-2318',
    by: 'dealer',
    reporter: '运转班 邓师傅',
    requestType: 'repair',
    subject: '第一运输机刮板链断裂',
    description: '链条在机尾处断开，已停机，备用链一副在库。',
    daysAgo: 0.12,
    course: [],
  },
];
