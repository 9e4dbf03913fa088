import { open } from './open-setting.js';
import type { Option } from './open-setting.js';

const natural: Option = ['natural', '自然时间', 'Natural time', 'natural'];
const workingTime: Option = ['working', '工作时间', 'Working time', 'working-hours'];
const workingDays: Option = ['working', '工作日', 'Working days'];

/** When clocks start and stop, which time counts, and who may agree another date. */
export const settingsOfTime = [
  open('arrival-start', ['R1-C6'], '维修到场时限从何时起算？', 'What starts the arrival clock of a repair?', [
    ['call', '接到报修', 'The call', 'reported'],
    ['guidance-failed', '技术指导未能解决', 'Guidance failed', 'guidance-failed'],
    ['visit-decided', '决定上门', 'The visit was decided', 'visit-decided'],
  ]),
  open(
    'guidance-failure-by',
    ['R1-C6'],
    '由谁认定技术指导未能解决？',
    'Who may declare that guidance failed?',
    [
      ['engineer', '技术员', 'The technician', ['engineer']],
      ['supervisor', '售后服务主管', 'The service supervisor', ['supervisor']],
      ['either', '技术员或售后服务主管', 'Technician or supervisor', ['engineer', 'supervisor']],
    ],
  ),
  open(
    'joint-analysis',
    ['R1-M11.1'],
    '会同分析的时间是否计入到场时限？',
    'Does the joint analysis run inside the arrival time?',
    [
      ['inside', '计入', 'Inside'],
      ['before', '不计入，分析后才起算', 'Before it begins'],
    ],
  ),
  open('home-basis', ['R1-C2', 'R1-C6'], '“省内”以何处为准？', 'From where is “in-province” judged?', [
    ['registered-seat', '注册地', 'Registered seat', 'registered-seat'],
    ['plant', '生产工厂', 'Plant', 'plant'],
    ['service-point', '最近的服务网点', 'Nearest service point', 'service-point'],
    ['engineer-base', '技术员驻地', 'Base of the technician', 'engineer-base'],
    ['dealer', '经销商所在地', 'Dealer', 'dealer'],
  ]),
  open(
    'special-regions',
    ['R1-C2', 'R1-C6'],
    '港澳台和境外现场的到场时限如何规定？',
    'What is promised for Hong Kong, Macao, Taiwan and abroad?',
    [
      ['agreement-only', '不作统一承诺，逐单约定', 'Only what is agreed', 'no-target'],
      ['own-target', '单独规定时限', 'A target of its own'],
    ],
  ),
  open('arrival-evidence', ['R1-C2', 'R1-C6'], '以什么作为到场依据？', 'What counts as arrival?', [
    ['check-in', '技术员签到', 'Check-in of the technician'],
    ['customer', '客户确认', 'Confirmation by the customer'],
  ]),
  open(
    'arrival-time',
    ['R1-C2', 'R1-C6'],
    '到场时限按自然时间还是工作时间计？',
    'Does arrival count natural or working time?',
    [natural, workingTime],
  ),
  open(
    'response-time',
    ['R4-5.1'],
    '24 小时响应和派工按自然时间还是工作时间计？',
    'Do the 24 hours count natural or working time?',
    [natural, workingTime],
  ),
  open(
    'duration-time',
    ['R1-C5'],
    '调试的 5 至 7 天按自然日还是工作日计？',
    'Are the 5–7 days natural or working days?',
    [natural, workingDays],
  ),
  open(
    'duration-start',
    ['R1-C5', 'R1-C3'],
    '调试天数从何时起算？',
    'What starts the days of commissioning?',
    [
      ['arrival', '到场', 'Arrival', 'arrived'],
      ['readiness', '具备调试条件', 'Readiness', 'ready'],
    ],
  ),
  open(
    'not-ready',
    ['R1-C3'],
    '现场不具备条件期间，调试时限如何处理？',
    'What does a site that is not ready do to the commissioning clock?',
    [
      ['pause', '暂停计时', 'It pauses', ['duration']],
      ['run', '照常计时', 'It runs on'],
    ],
  ),
  open(
    'crew-size',
    ['R1-C5'],
    '调试人数超出 1 至 2 人时如何处理？',
    'What if the crew is not of 1–2 people?',
    [
      ['warn', '提醒', 'Warn'],
      ['refuse', '不允许派工', 'Refuse'],
    ],
  ),
  open(
    'agreement-by',
    ['R1-C2', 'R1-C5', 'R1-C6'],
    '谁可以与客户另行约定时限？',
    'Who may agree another date?',
    [
      [
        'leads',
        '市场营销部负责人或售后服务主管',
        'Head of marketing or supervisor',
        ['manager', 'supervisor'],
      ],
      ['desk', '调度也可以', 'The desk as well', ['manager', 'supervisor', 'dispatcher']],
    ],
  ),
  open(
    'agreement-confirmation',
    ['R1-C2', 'R1-C5', 'R1-C6'],
    '另行约定如何确认？',
    'How is an agreement confirmed?',
    [
      ['written', '客户书面确认', 'By the customer in writing'],
      ['oral', '口头确认并记录确认人', 'By word of mouth, with the name'],
    ],
  ),
  open(
    'agreement-after-due',
    ['R1-C2', 'R1-C5', 'R1-C6'],
    '超时后还能另行约定吗？',
    'May another date be agreed after the promise was missed?',
    [
      ['before', '不能', 'Only before', false],
      ['after', '可以，超时记录保留', 'Also after; the miss stays', true],
    ],
  ),
  open('follow-up-start', ['R1-M9.3'], '一周内回访从何时起算？', 'From when does the return visit count?', [
    ['completion', '完工', 'Completion', 'completed'],
    ['acceptance', '客户确认', 'Acceptance by the customer', 'resolved'],
    ['crew-return', '人员返回', 'Return of the crew', 'crew-returned'],
  ]),
  open('follow-up-met', ['R1-M9.3'], '怎样才算完成回访？', 'What fulfils the return visit?', [
    ['contact', '联系到客户', 'The customer was reached'],
    ['attempt', '尝试联系', 'An attempt'],
    ['survey', '客户答复满意度调查', 'An answered survey'],
  ]),
  open('return-start', ['R11-3.3.3.2'], '退货时限从何时起算？', 'What starts the clock of a return?', [
    ['requested', '客户申请', 'The request', 'reported'],
    ['approved', '同意退货', 'The approval', 'return-approved'],
    ['received', '收到退货', 'Receipt of the goods', 'goods-received'],
  ]),
  open('return-end', ['R11-3.3.3.2'], '退货处理到哪一步为止？', 'What ends the clock of a return?', [
    ['analysis', '出具分析报告和处理情况', 'Analysis report and what was done', 'return-completed'],
    ['replacement', '补货发出', 'Replacement sent', 'replacement-sent'],
  ]),
  open(
    'return-day-end',
    ['R11-3.3.3.2'],
    '3 个工作日到期于当日下班还是起算的同一时刻？',
    'Do the 3 working days end with the day’s work or at the time of the start?',
    [
      ['end-of-day', '当日下班', 'With the day’s work', 'end-of-day'],
      ['same-time', '起算的同一时刻', 'At the same time', 'same-time'],
    ],
  ),
  open('business-year', ['R1-M13.1a', 'R1-M13.1b'], '“每年”按哪种年度计？', 'Which year counts?', [
    ['calendar', '自然年', 'Calendar year'],
    ['fiscal', '会计年度', 'Fiscal year'],
  ]),
];
