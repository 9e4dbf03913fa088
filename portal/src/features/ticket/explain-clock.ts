import type { TFunction } from 'i18next';
import type { ClockKind, ClockState, LosingReason, RuleSource, SpanKind } from '../../gql/graphql';
import { lengthWords, promiseWords, type SharedText, type Target } from '../../shared/format/duration';
import type { LocalizedText } from '../../shared/format/text';

interface Rule {
  id: string;
  source: RuleSource;
  clause: { id: string; text: LocalizedText } | null;
}

/** A clock with the typed reasons that the engine gave for it. */
export interface ExplainedClock {
  kind: ClockKind;
  state: ClockState;
  explanation: {
    rule: Rule | null;
    target: Target | null;
    startedBy: string;
    startedAt: string | null;
    stoppedBy: string | null;
    stoppedAt: string | null;
    dueAt: string | null;
    spans: { kind: SpanKind; from: string; to: string | null }[];
    losing: { rule: Rule; reason: LosingReason }[];
    provisional: boolean;
    policy: { title: LocalizedText; number: number; effectiveFrom: string };
  };
}

/** What sentences are made with: the reader's language and the house's time zone. */
export interface Words {
  t: TFunction<'ticket'>;
  shared: SharedText;
  time: (instant: string) => string;
  localized: (text: LocalizedText) => string;
}

export type Topic = 'source' | 'start' | 'due' | 'pause' | 'end' | 'provisional' | 'losing' | 'policy';

export interface Sentence {
  topic: Topic;
  text: string;
  /** The clause's own words, quoted below the sentence. */
  quote?: string;
}

/** Why a deadline is what it is, in plain sentences: rule, start, due, pauses, end, rules that lost, version. */
export function explainClock(clock: ExplainedClock, words: Words): Sentence[] {
  return [
    sourceOf(clock, words),
    ...startAndDue(clock, words),
    ...pauses(clock, words),
    ...end(clock, words),
    ...provisional(clock, words),
    ...losers(clock, words),
    policyOf(clock, words),
  ];
}

function sourceOf({ explanation }: ExplainedClock, { t, localized }: Words): Sentence {
  const { rule } = explanation;
  if (!rule) return { topic: 'source', text: t('why.noRule') };
  if (!rule.clause) return { topic: 'source', text: t('why.default') };
  return {
    topic: 'source',
    text: t('why.clause', { clause: rule.clause.id }),
    quote: localized(rule.clause.text),
  };
}

function startAndDue({ kind, explanation }: ExplainedClock, { t, shared, time }: Words): Sentence[] {
  const { target, startedAt, startedBy, dueAt, rule } = explanation;
  if (!target) return [{ topic: 'due', text: rule?.clause ? t('why.clauseGivesNoTime') : t('why.noTarget') }];
  const promise = promiseWords(kind, target, shared);
  if (!startedAt || !dueAt) return [{ topic: 'due', text: t('why.notStarted', { promise }) }];
  return [
    { topic: 'start', text: t('why.start', { at: time(startedAt), event: eventWords(startedBy, t) }) },
    { topic: 'due', text: t('why.due', { promise, due: time(dueAt) }) },
  ];
}

function pauses({ explanation }: ExplainedClock, { t, time }: Words): Sentence[] {
  return explanation.spans
    .filter(({ kind }) => kind === 'PAUSED')
    .map(({ from, to }) => ({
      topic: 'pause',
      text: to
        ? t('why.paused', { from: time(from), to: time(to) })
        : t('why.pausedSince', { from: time(from) }),
    }));
}

function end({ kind, state, explanation }: ExplainedClock, { t, shared, time }: Words): Sentence[] {
  const { startedAt, stoppedAt, stoppedBy, dueAt } = explanation;
  if (state === 'CANCELLED') return [{ topic: 'end', text: t('why.cancelled') }];
  if (!stoppedAt) {
    return state === 'MISSED'
      ? [{ topic: 'end', text: t('why.stillOpen', { act: shared(`clockKind.${kind}`) }) }]
      : [];
  }
  const event = { at: time(stoppedAt), event: eventWords(stoppedBy ?? '', t) };
  if (state === 'MISSED' && dueAt) {
    const length = lengthWords(Date.parse(stoppedAt) - Date.parse(dueAt), shared);
    return [{ topic: 'end', text: t('why.endedLate', { ...event, length }) }];
  }
  const length = startedAt ? lengthWords(Date.parse(stoppedAt) - Date.parse(startedAt), shared) : '';
  return [{ topic: 'end', text: t('why.endedInTime', { ...event, length }) }];
}

function provisional({ explanation }: ExplainedClock, { t }: Words): Sentence[] {
  return explanation.provisional ? [{ topic: 'provisional', text: t('why.provisional') }] : [];
}

function losers({ explanation }: ExplainedClock, { t, localized }: Words): Sentence[] {
  return explanation.losing.map(({ rule, reason }) => ({
    topic: 'losing',
    text: t('why.losing', {
      rule: rule.clause
        ? t('why.ruleOfClause', { clause: rule.clause.id })
        : t('why.ruleOfDefault', { rule: rule.id }),
      reason: t(`why.reason.${reason}`),
    }),
    ...(rule.clause ? { quote: localized(rule.clause.text) } : {}),
  }));
}

function policyOf({ explanation }: ExplainedClock, { t, time, localized }: Words): Sentence {
  const { title, number, effectiveFrom } = explanation.policy;
  return {
    topic: 'policy',
    text: t('why.policy', { title: localized(title), number, from: time(effectiveFrom) }),
  };
}

const knownEvents = [
  'reported',
  'recorded',
  'responded',
  'assigned',
  'guided',
  'arrived',
  'resolved',
  'closed',
] as const;

/** An event that a newer server knows and this portal does not is shown by its name. */
function eventWords(event: string, t: Words['t']): string {
  const known = knownEvents.find((name) => name === event.toLowerCase());
  return known ? t(`event.${known}`) : event;
}
