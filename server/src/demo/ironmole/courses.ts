import { agree, assign, charge, explain, say, step } from '../acts';
import type { Act } from '../story';

/** What is said and found on the way of a repair. */
export interface RepairWords {
  advice: string;
  /** Cause and plan. */
  plan: string;
  offer: string;
  work: string;
  result: string;
  opinion: string;
  /** Who of the customer signs. */
  signs: string;
}

const registered = '已核对铭牌、采区和联系人，登记入册。';

export const received = (advice: string): Act[] => [
  say(1, 'dispatcher', advice),
  assign(1, 'dispatcher', 'engineer'),
];

/** The seven steps (R4-4.1 to R4-4.7), with charges and a date of completion by the contract. */
export const repair = (words: RepairWords, lines: Parameters<typeof charge>[2] = []): Act[] => [
  ...received(words.advice),
  step(3, 'engineer', 'diagnose', [['registered', registered]]),
  step(6, 'engineer', 'quote', [['repair-plan', words.plan]]),
  ...(lines.length > 0 ? [charge(0.5, 'dispatcher', lines)] : []),
  say(0.5, 'dispatcher', words.offer),
  step(18, 'dispatcher', 'start-work', [
    ['quotation-agreed', `${words.signs}回传报价确认单。`],
    ['contract-signed', `维修合同双方盖章，客户方签字人${words.signs}。`],
  ]),
  agree(0.5, 'dispatcher', 'resolution', 96, '按维修合同约定的完工日期。', words.signs),
  step(28, 'engineer', 'present', [['work-recorded', words.work]]),
  step(4, 'engineer', 'accept', [['accepted', `${words.signs}在验收单上签字。`]]),
  explain(20, 'dispatcher', words.result, words.signs),
  step(0.5, 'dispatcher', 'close', [['feedback-recorded', words.opinion]]),
];

/** A fault that is settled without a repair. */
export const settled = (advice: string, answer: string, opinion: string, signs: string): Act[] => [
  ...received(advice),
  step(3, 'engineer', 'diagnose', [['registered', registered]]),
  step(2, 'engineer', 'answer', [], answer),
  step(10, 'dispatcher', 'confirm', [['answer-confirmed', `${signs}来电确认恢复正常。`]]),
  explain(4, 'dispatcher', answer, signs),
  step(0.5, 'dispatcher', 'close', [['feedback-recorded', opinion]]),
];

/** Whatever is no repair: an enquiry is answered (`reply`), training and parts are finished (`finish`). */
export const served = (
  by: 'engineer' | 'parts' | 'dispatcher',
  how: 'reply' | 'finish',
  answer: string,
  signs: string,
): Act[] => [
  assign(2, 'dispatcher', by),
  say(1, by, answer),
  step(20, by, how, [['registered', registered]], answer),
  step(15, 'dispatcher', 'confirm', [['answer-confirmed', `${signs}确认已办妥。`]]),
  explain(3, 'dispatcher', answer, signs),
  step(0.5, 'dispatcher', 'close', [['feedback-recorded', `${signs}表示满意，没有其他要求。`]]),
];
