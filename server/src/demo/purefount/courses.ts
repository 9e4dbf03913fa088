import { assign, charge, explain, say, step } from '../acts';
import type { Act } from '../story';

type Lines = Parameters<typeof charge>[2];
const genuine = ['genuine-parts', '配件扫码核对，均为原厂正宗配件。'] as const;

/** What is said and done around a visit at somebody's home or office. */
export interface CallWords {
  advice: string;
  work: string;
  /** Readings of the functional test (R3-6.3). */
  tested: string;
  result: string;
  signs: string;
}

export const taken = (advice: string): Act[] => [
  say(0.5, 'dispatcher', advice),
  assign(1, 'dispatcher', 'engineer'),
];

const ending = ({ tested, result, signs }: CallWords): Act[] => [
  explain(0.5, 'engineer', result, signs),
  step(0.2, 'engineer', 'close', [['tested', tested]]),
];

/** Repair or maintenance: genuine parts, then the functional test (R3-6.2, R3-6.3). */
export const serviced = (words: CallWords, lines: Lines = []): Act[] => [
  ...taken(words.advice),
  step(20, 'engineer', 'start', [], '已接单，按约定时间上门。'),
  ...(lines.length > 0 ? [charge(0.3, 'engineer', lines)] : []),
  step(1, 'engineer', 'test', [genuine], words.work),
  ...ending(words),
];

/** Installation: by the list, the customer's property protected, instructions signed for (R3-5). */
export const installed = (words: CallWords): Act[] => [
  ...taken(words.advice),
  step(22, 'engineer', 'start', [], '已接单，按约定时间上门安装。'),
  step(
    2,
    'engineer',
    'test',
    [
      ['installation-checklist', '进水、排水、电源、固定四项全部勾选。'],
      ['property-protected', '台面铺垫，橱柜内壁贴膜，完工恢复原样。'],
    ],
    words.work,
  ),
  explain(0.5, 'engineer', words.result, words.signs),
  step(0.2, 'engineer', 'close', [
    ['tested', words.tested],
    ['instructed', `${words.signs}已签收使用说明和换芯日历。`],
  ]),
];

/** Exchange: the replacement is checked before it is issued (R3-7.2). */
export const exchanged = (words: CallWords): Act[] => [
  ...taken(words.advice),
  step(24, 'engineer', 'start', [], '已接单，取新机后上门。'),
  step(3, 'engineer', 'test', [['replacement-checked', '新机出库前通水检验合格，外观无划伤。']], words.work),
  explain(0.5, 'engineer', words.result, words.signs),
  step(0.2, 'dispatcher', 'close', [
    ['tested', words.tested],
    ['return-settled', '按公司换货规定办理，旧机已回收。'],
  ]),
];

export const returned = (settled: string, signs: string): Act[] => [
  ...taken('退货申请已收到，请保留包装和配件，我们核对订单。'),
  step(20, 'dispatcher', 'start', [], '核对在退货期内，安排取机。'),
  explain(40, 'dispatcher', settled, signs),
  step(1, 'dispatcher', 'settle', [['return-settled', settled]]),
];

export const consulted = (answer: string, signs: string): Act[] => [
  assign(0.5, 'dispatcher', 'dispatcher'),
  say(0.5, 'dispatcher', answer),
  explain(0.5, 'dispatcher', answer, signs),
  step(0.2, 'dispatcher', 'answer'),
];
