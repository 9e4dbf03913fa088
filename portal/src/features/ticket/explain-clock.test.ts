import type { Locale } from '@aftercare/contract';
import { createTexts } from '../../../testing/texts';
import { createTimeFormat } from '../../shared/format/time';
import { explainClock, type ExplainedClock, type Policy, type Words } from './explain-clock';

function wordsIn(locale: Locale): Words {
  const texts = createTexts(locale);
  return {
    t: texts.getFixedT(locale, 'ticket'),
    shared: texts.getFixedT(locale, 'shared'),
    time: createTimeFormat(locale, 'Asia/Shanghai').full,
    localized: (text) => (locale === 'en' ? text.en : text.zh),
  };
}
const zh = wordsIn('zh-CN');
const en = wordsIn('en');

const policy: Policy = {
  title: { zh: '掘进机售后服务政策', en: 'Roadheader service policy' },
  number: 2,
  effectiveFrom: '2025-12-31T16:00:00.000Z',
};
const clauseRule = {
  id: 'repair-response',
  source: 'CLAUSE' as const,
  clause: { id: 'R4-5.1', text: { zh: '24 小时内响应并派人。', en: 'Answered within 24 hours.' } },
  note: null,
};
const defaultRule = {
  id: 'any-response',
  source: 'DEFAULT' as const,
  clause: null,
  note: { zh: '先行设定', en: 'A first setting' },
};

function clock(
  part: Partial<ExplainedClock> = {},
  explanation: Partial<ExplainedClock['explanation']> = {},
): ExplainedClock {
  return {
    kind: 'RESPONSE',
    state: 'RUNNING',
    ...part,
    explanation: {
      rule: clauseRule,
      target: { amount: 24, unit: 'HOURS', basis: 'NATURAL' },
      startedBy: 'reported',
      startedAt: '2026-11-20T01:12:00.000Z',
      startRecordedAt: '2026-11-20T01:12:00.000Z',
      stoppedBy: null,
      stoppedAt: null,
      dueAt: '2026-11-21T01:12:00.000Z',
      spans: [],
      losing: [],
      notCounted: [],
      provisional: false,
      ...explanation,
    },
  };
}
const lines = (explained: ExplainedClock, words: Words) =>
  explainClock(explained, policy, words).map(({ text, quote }) => (quote ? `${text} “${quote}”` : text));
const about = (topic: string, explained: ExplainedClock, words = zh) =>
  explainClock(explained, policy, words)
    .filter((sentence) => sentence.topic === topic)
    .map(({ text }) => text);

test('a running deadline names clause, start, promise, due moment and version', () => {
  expect(lines(clock(), zh)).toEqual([
    '依据条款 R4-5.1： “24 小时内响应并派人。”',
    '自 2026年11月20日 09:12 报修时起算。',
    '承诺：24 小时内响应（自然时间），因此 2026年11月21日 09:12 到期。',
    '本单适用《掘进机售后服务政策》第 2 版（2026年1月1日 00:00 起生效）。',
  ]);
  expect(lines(clock(), en)).toEqual([
    'From clause R4-5.1: “Answered within 24 hours.”',
    'Counted from 20 Nov 2026 09:12, when it was reported.',
    'Promise: Respond within 24 hours (around the clock), hence due 21 Nov 2026 09:12.',
    'This ticket is judged by “Roadheader service policy”, version 2 (in force since 1 Jan 2026 00:00).',
  ]);
});

test('a default of ours says that it is no clause', () => {
  const ours = clock({}, { rule: defaultRule });
  expect(lines(ours, zh)[0]).toBe('依据默认设置，非条款；厂家可自行修改。 “先行设定”');
  expect(lines(ours, en)[0]).toMatch(/^From a default setting, not a clause/);
});

test('where the rulebook gives no time, no due moment is invented', () => {
  const silent = clock({ state: 'NO_TARGET' }, { target: null, dueAt: null });
  expect(about('due', silent)).toEqual(['该条款没有给出具体时间，因此不设到期时刻，也不会判为超时。']);
  expect(about('start', silent)).toEqual([]);
  const answered = clock(
    { state: 'NO_TARGET' },
    { target: null, dueAt: null, stoppedBy: 'responded', stoppedAt: '2026-11-20T01:42:00.000Z' },
  );
  expect(about('end', answered)).toEqual(['2026年11月20日 09:42 响应，用时 30 分。']);
});

test('a report that was written down later still counts from the report', () => {
  const late = clock({}, { startRecordedAt: '2026-11-20T03:00:00.000Z' });
  expect(about('start', late)[1]).toBe('登记于 2026年11月20日 11:00，晚于报修；时限仍从报修时间起算。');
  expect(about('start', clock())).toHaveLength(1);
});

test('what was said and is no response is named, with the reason', () => {
  const noise = clock({}, { notCounted: [{ at: '2026-11-20T02:00:00.000Z', reason: 'FROM_REQUESTER' }] });
  expect(about('notCounted', noise)).toEqual(['2026年11月20日 10:00 的内容不算响应：由报修方发出。']);
  expect(about('notCounted', noise, en)).toEqual([
    'What was said 20 Nov 2026 10:00 is not a response: it came from the reporting side.',
  ]);
});

test('the end says in time or how late', () => {
  const stopped = { stoppedBy: 'responded', stoppedAt: '2026-11-20T01:52:00.000Z' };
  expect(about('end', clock({ state: 'MET' }, stopped))).toEqual([
    '2026年11月20日 09:52 响应，用时 40 分，按时完成。',
  ]);
  const late = { stoppedBy: 'responded', stoppedAt: '2026-11-21T03:12:00.000Z' };
  expect(about('end', clock({ state: 'MISSED' }, late))).toEqual([
    '2026年11月21日 11:12 响应，比到期晚 2 小时。',
  ]);
  expect(about('end', clock({ state: 'MISSED' }))).toEqual(['到期时仍未响应，已判为超时；补办后不会改判。']);
  expect(about('end', clock({ state: 'CANCELLED' }, stopped))).toEqual([
    '到期前工单已结束，该时限取消，不算作完成。',
  ]);
  expect(about('end', clock())).toEqual([]);
});

test('pauses, a provisional moment and the rules that lost are all told', () => {
  const full = clock(
    {},
    {
      provisional: true,
      spans: [
        { kind: 'RUNNING', from: '2026-11-20T01:12:00.000Z', to: '2026-11-20T02:00:00.000Z' },
        { kind: 'PAUSED', from: '2026-11-20T02:00:00.000Z', to: '2026-11-20T03:00:00.000Z' },
        { kind: 'PAUSED', from: '2026-11-20T04:00:00.000Z', to: null },
      ],
      losing: [
        { rule: defaultRule, reason: 'LOWER_RANK' },
        { rule: clauseRule, reason: 'SAME_PROMISE' },
      ],
    },
  );
  expect(about('pause', full)).toEqual([
    '2026年11月20日 10:00 至 2026年11月20日 11:00 暂停计时，不计入用时。',
    '自 2026年11月20日 12:00 起暂停计时，恢复后到期时刻相应顺延。',
  ]);
  expect(about('provisional', full)).toHaveLength(1);
  expect(about('losing', full)).toEqual([
    '未采用默认规则“any-response”：优先级较低。',
    '未采用条款 R4-5.1 的规则：与所采用的规则承诺相同。',
  ]);
});

test('an event that this portal does not know yet is shown by its name', () => {
  expect(about('start', clock({}, { startedBy: 'inspected' }), en)[0]).toMatch(/when it was inspected/);
});
