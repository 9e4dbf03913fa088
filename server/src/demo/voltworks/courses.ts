import { agree, assign, charge, explain, say, step } from '../acts';
import type { Act } from '../story';

type Lines = Parameters<typeof charge>[2];

/** What is said and done about a machine. */
export interface JobWords {
  advice: string;
  work: string;
  tested: string;
  result: string;
  /** In how many days the next maintenance is due, and what it is about (R6-3.4). */
  next: readonly [inDays: number, about: string];
  signs: string;
}

export const taken = (advice: string): Act[] => [
  say(0.5, 'dispatcher', advice),
  assign(1, 'dispatcher', 'engineer'),
];

export const started = (after: number): Act =>
  step(after, 'engineer', 'start', [['qualified', '低压电工证、厂内培训合格证已核对，在有效期内。']]);

/** Plans the repair and tells the customer the limit (R6-3.3), so many hours ahead. */
export const planned = (plan: string, ahead: number, signs: string): Act[] => [
  agree(1, 'engineer', 'resolution', ahead, plan, signs),
  step(0.5, 'engineer', 'plan', [
    ['repair-plan', plan],
    ['plan-told', `电话告知${signs}完成期限。`],
  ]),
];

/** Test and trial run (R6-4.2 to R6-4.4). */
export const tried = ({ work, tested }: Pick<JobWords, 'work' | 'tested'>, after = 5): Act[] => [
  step(
    after,
    'engineer',
    'test',
    [
      ['surroundings-protected', '邻柜加绝缘隔板，地面铺胶垫，母排挂接地线。'],
      ['parts-traced', '配件均由采购部统一渠道领用，有出库单。'],
    ],
    work,
  ),
  step(6, 'engineer', 'pass', [
    ['tested', tested],
    ['trial-run', '带载试运行 4 小时，温升和电流正常。'],
  ]),
];

const ending = ({ result, next: [inDays, about], signs }: JobWords): Act[] => [
  explain(20, 'dispatcher', result, signs),
  step(1, 'dispatcher', 'close', [
    ['feedback-recorded', `${signs}对维修结果满意。`],
    ['next-maintenance-told', about, inDays],
    ['archived', '维修记录和测试数据已归档。'],
  ]),
];

/** A repair that is done at once. */
export const repaired = (words: JobWords, lines: Lines = []): Act[] => [
  ...taken(words.advice),
  started(18),
  ...(lines.length > 0 ? [charge(1, 'dispatcher', lines)] : []),
  ...tried(words),
  ...ending(words),
];

/** A repair that takes longer: planned, its limit told, then done. */
export const repairedByPlan = (
  words: JobWords & { plan: string; ahead: number; takes: number },
  lines: Lines = [],
): Act[] => [
  ...taken(words.advice),
  started(18),
  ...planned(words.plan, words.ahead, words.signs),
  ...(lines.length > 0 ? [charge(1, 'dispatcher', lines)] : []),
  step(words.takes, 'engineer', 'resume', [], '配件到齐，按方案维修。'),
  ...tried(words, 8),
  ...ending(words),
];

/** A complaint is settled with the customer and its lesson drawn (R6-5.4). */
export const complaintSettled = (reply: string, agreedOn: string, lesson: string, signs: string): Act[] => [
  say(1, 'dispatcher', reply),
  assign(1, 'dispatcher', 'manager'),
  step(26, 'manager', 'settle', [['settled', agreedOn]]),
  explain(20, 'manager', agreedOn, signs),
  step(2, 'manager', 'close', [
    ['feedback-recorded', `${signs}接受处理结果。`],
    ['lesson-drawn', lesson],
  ]),
];
