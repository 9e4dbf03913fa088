import type { TFunction } from 'i18next';
import type {
  ClockKind,
  ClockState,
  LosingReason,
  NotCountedReason,
  RuleSource,
  SpanKind,
} from '../../gql/graphql';
import { lengthWords, promiseWords, type SharedText, type Target } from '../../shared/format/duration';
import type { LocalizedText } from '../../shared/format/text';

interface Rule {
  id: string;
  source: RuleSource;
  clause: { id: string; text: LocalizedText } | null;
  note: LocalizedText | null;
}

/** A clock with the typed reasons that the engine gave for it. */
export interface ExplainedClock {
  kind: ClockKind;
  state: ClockState;
  explanation: {
    rule: Rule;
    target: Target | null;
    startedBy: string | null;
    startedAt: string | null;
    startRecordedAt: string | null;
    stoppedBy: string | null;
    stoppedAt: string | null;
    dueAt: string | null;
    spans: { kind: SpanKind; from: string; to: string | null }[];
    losing: { rule: Rule; reason: LosingReason }[];
    notCounted: { at: string; reason: NotCountedReason }[];
    provisional: boolean;
  };
}

/** The version of the rulebook that a ticket is judged by. */
export interface Policy {
  title: LocalizedText;
  number: number;
  effectiveFrom: string;
}

/** What sentences are made with: the reader's language and the house's time zone. */
export interface Words {
  t: TFunction<'ticket'>;
  shared: SharedText;
  time: (instant: string) => string;
  localized: (text: LocalizedText) => string;
}

export interface Sentence {
  /** What it is about; part of its identity in a list. */
  topic: 'source' | 'start' | 'due' | 'pause' | 'notCounted' | 'end' | 'provisional' | 'losing' | 'policy';
  text: string;
  /** The clause's own words, or what a default is for. */
  quote?: string;
}

/** Why a deadline is what it is: its source, start, due moment, pauses, end, the rules that lost, the version. */
export function explainClock(clock: ExplainedClock, policy: Policy, words: Words): Sentence[] {
  return [
    source(clock, words),
    ...startAndDue(clock, words),
    ...pauses(clock, words),
    ...notCounted(clock, words),
    ...end(clock, words),
    ...provisional(clock, words),
    ...losers(clock, words),
    version(policy, words),
  ];
}

function source({ explanation }: ExplainedClock, { t, localized }: Words): Sentence {
  const { clause, note } = explanation.rule;
  if (clause) {
    return { topic: 'source', text: t('why.clause', { clause: clause.id }), quote: localized(clause.text) };
  }
  return { topic: 'source', text: t('why.default'), ...(note ? { quote: localized(note) } : {}) };
}

function startAndDue({ kind, explanation }: ExplainedClock, { t, shared, time }: Words): Sentence[] {
  const { target, startedAt, startedBy, startRecordedAt, dueAt, rule } = explanation;
  if (!target) return [{ topic: 'due', text: t(rule.clause ? 'why.clauseGivesNoTime' : 'why.noTarget') }];
  const promise = promiseWords(kind, target, shared);
  if (!startedAt || !dueAt) return [{ topic: 'due', text: t('why.notStarted', { promise }) }];
  const late = startRecordedAt !== null && Date.parse(startRecordedAt) > Date.parse(startedAt);
  return [
    { topic: 'start', text: t('why.start', { at: time(startedAt), event: eventWords(startedBy, t) }) },
    ...(late
      ? [{ topic: 'start' as const, text: t('why.recordedLater', { at: time(startRecordedAt) }) }]
      : []),
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

function notCounted({ explanation }: ExplainedClock, { t, time }: Words): Sentence[] {
  return explanation.notCounted.map(({ at, reason }) => ({
    topic: 'notCounted',
    text: t('why.notCounted', { at: time(at), reason: t(`why.notCountedReason.${reason}`) }),
  }));
}

function end({ kind, state, explanation }: ExplainedClock, { t, shared, time }: Words): Sentence[] {
  const { startedAt, stoppedAt, stoppedBy, dueAt } = explanation;
  if (state === 'CANCELLED') return [{ topic: 'end', text: t('why.cancelled') }];
  if (!stoppedAt) {
    const act = shared(`clockKind.${kind}`);
    return state === 'MISSED' ? [{ topic: 'end', text: t('why.stillOpen', { act }) }] : [];
  }
  const since = (start: string | null): string =>
    start ? lengthWords(Date.parse(stoppedAt) - Date.parse(start), shared) : '';
  const event = { at: time(stoppedAt), event: eventWords(stoppedBy, t) };
  if (state === 'MISSED')
    return [{ topic: 'end', text: t('why.endedLate', { ...event, length: since(dueAt) }) }];
  const form = state === 'MET' ? 'why.endedInTime' : 'why.ended';
  return [{ topic: 'end', text: t(form, { ...event, length: since(startedAt) }) }];
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

function version({ title, number, effectiveFrom }: Policy, { t, time, localized }: Words): Sentence {
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
function eventWords(event: string | null, t: Words['t']): string {
  const known = knownEvents.find((name) => name === event);
  return known ? t(`event.${known}`) : (event ?? '');
}
