import { ask, assign, charge, decide, explain, guide, record, say, step } from '../acts';
import type { Act } from '../story';

/** What is said and found on the way of a visit. */
export interface VisitWords {
  advice: string;
  found: string;
  done: string;
  /** Who of the customer signs. */
  signs: string;
}

const signed = (signs: string) => `${signs}在记录卡上签字并写明意见。`;
const card = ['service-card', '对外技术服务记录卡已填写，一式两份。'] as const;
const form = ['satisfaction-form', '满意度表当场填写，已收回。'] as const;
const followedUp = (signs: string) =>
  ['follow-up-done', `电话回访${signs}：设备运行正常，对服务满意。`] as const;

/** Guidance by telephone that does not help, then somebody is sent (R1-C6). */
export const toSite = ({ advice }: Pick<VisitWords, 'advice'>, hoursToArrive = 18): Act[] => [
  assign(1, 'dispatcher', 'engineer'),
  say(0.5, 'dispatcher', '已转给工程师，请保持电话畅通。'),
  guide(0.5, 'engineer', 'failed', advice),
  step(1, 'dispatcher', 'visit', [], '指导未能解决，安排上门。'),
  step(hoursToArrive, 'engineer', 'arrive'),
];

const leaving = ({ done, signs }: VisitWords): Act[] => [
  step(2, 'engineer', 'accept', [['accepted', signed(signs)], form, card]),
  step(6, 'engineer', 'crew-back'),
  explain(30, 'dispatcher', done, signs),
];

/** A general issue, treated on the spot (R1-M11.2-1). */
export const generalVisit = (words: VisitWords, lines: Parameters<typeof charge>[2] = []): Act[] => [
  ...toSite(words),
  step(1, 'engineer', 'treat', [['site-recorded', words.found]]),
  ...(lines.length > 0 ? [charge(0.5, 'dispatcher', lines)] : []),
  step(4, 'engineer', 'present', [], words.done),
  ...leaving(words),
  step(1, 'dispatcher', 'close', [followedUp(words.signs)]),
];

/** A major issue, treated only after approval (R1-M11.2-2). */
export const majorVisit = (words: VisitWords, wish: string): Act[] => [
  ...toSite(words),
  record(1, 'engineer', 'site-recorded', words.found),
  ask(0.5, 'engineer', 'major-treatment', wish),
  decide(2, 'manager', 'major-treatment', 'given', '同意按上报方案处理，注意留存旧件。'),
  step(1, 'engineer', 'treat-major'),
  step(20, 'engineer', 'present-major', [], words.done),
  ...leaving(words),
  step(1, 'dispatcher', 'close', [
    followedUp(words.signs),
    ['service-report', '售后服务报告已交质量管理部。'],
  ]),
];

/** Solved from afar. */
export const answered = (advice: string, signs: string): Act[] => [
  assign(1, 'dispatcher', 'engineer'),
  guide(0.5, 'engineer', 'solved', advice),
  step(0.5, 'engineer', 'answer', [], advice),
  step(8, 'engineer', 'accept-answer', [['answer-confirmed', `${signs}确认问题已解决。`], card]),
  explain(20, 'dispatcher', advice, signs),
  step(1, 'dispatcher', 'close', [followedUp(signs)]),
];

/** Installation guidance up to the return visit (R1-C1, R1-M9.3). */
export const installation = (wishes: string, done: string, signs: string): Act[] => [
  assign(2, 'dispatcher', 'engineer'),
  say(1, 'dispatcher', '安装指导已登记，出发前会再打电话确认吊装和接管条件。'),
  step(6, 'dispatcher', 'visit', [['wishes-noted', wishes]]),
  step(40, 'engineer', 'arrive'),
  step(3, 'engineer', 'install', [['procedure-confirmed', '按安装规程 B 版执行，已与客户负责人共同确认。']]),
  step(30, 'engineer', 'present-installation', [['checklist-done', done]]),
  step(4, 'engineer', 'accept', [['accepted', signed(signs)], card]),
  step(8, 'engineer', 'crew-back'),
  explain(40, 'dispatcher', done, signs),
  step(1, 'dispatcher', 'close', [followedUp(signs)]),
];

/** Commissioning: survey, preparation, start, signature (R1-C2 to R1-C5). */
export const commissioning = (wishes: string, done: string, signs: string): Act[] => [
  assign(1, 'dispatcher', 'engineer'),
  step(2, 'dispatcher', 'visit', [['wishes-noted', wishes]]),
  step(16, 'engineer', 'arrive'),
  step(4, 'engineer', 'commission', [
    ['surveyed', '水、电、药剂和进水条件逐项勘察。'],
    ['prepared', '单机点动、仪表标定完成，条件具备。'],
    ['procedure-confirmed', '按调试规程 C 版执行。'],
  ]),
  step(90, 'engineer', 'present-installation', [], done),
  step(5, 'engineer', 'accept', [['accepted', signed(signs)], card]),
  step(8, 'engineer', 'crew-back'),
  explain(40, 'dispatcher', done, signs),
  step(1, 'dispatcher', 'close', [followedUp(signs)]),
];

/** A complaint is registered and its nature determined (R11-3.2.1, R1-M11.1). */
export const understood = (data: string, nature: string): Act[] => [
  say(1, 'dispatcher', '您的投诉已登记，处理进展会主动告诉您。'),
  assign(0.5, 'dispatcher', 'engineer'),
  record(1, 'dispatcher', 'complaint-registered', '客户投诉登记表已填写。'),
  record(4, 'dispatcher', 'quality-data', data),
  record(16, 'quality', 'nature-determined', nature),
];

/** What is served without a visit. */
export const handled = (
  by: 'engineer' | 'manager' | 'parts' | 'dispatcher',
  done: string,
  signs: string,
): Act[] => [
  assign(3, 'dispatcher', by),
  say(1, 'dispatcher', '已收到，正在安排，办好会通知您。'),
  step(4, by, 'handle'),
  explain(40, 'dispatcher', done, signs),
  step(1, 'dispatcher', 'finish'),
];
