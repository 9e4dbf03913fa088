import type { Circumstances, ClockKind, ClockResult, Fact, Missing, Policy } from '@aftercare/policy-engine';
import { evaluateClocks, initialState, transition } from '@aftercare/policy-engine';
import { at, calendar } from './facts.js';

const minute = 60_000;

/** One ticket on its way through a workflow, a minute after another. */
export class Walk {
  state: string;
  readonly facts: Fact[] = [];
  private readonly policy: Policy;
  private circumstances: Circumstances;
  private now = at('2026-03-02 09:00');

  constructor(policy: Policy, circumstances: Circumstances) {
    this.policy = policy;
    this.circumstances = circumstances;
    this.state = initialState(policy).key;
    this.append({ kind: 'reported', ...circumstances });
    this.append({ kind: 'state-entered', state: this.state });
  }

  /** Writes records down. */
  write(...records: string[]): this {
    for (const record of records) this.append({ kind: 'recorded', record });
    return this;
  }

  own(): this {
    return this.append({ kind: 'owner-set', owner: 'engineer' });
  }

  classify(severity: string): this {
    this.circumstances = { ...this.circumstances, severity };
    return this.append({ kind: 'severity-set', severity, reason: '现场复核' });
  }

  agree(clock: ClockKind): this {
    const due = this.now + 3 * 24 * 60 * minute;
    return this.append({ kind: 'agreed', clock, due, by: 'desk', why: '等待备件', confirmedBy: '客户' });
  }

  approve(approval: string, decision: 'asked' | 'given' | 'refused', by: string, role?: string): this {
    return this.append({ kind: 'approval', approval, decision, by, ...(role && { role }) });
  }

  /** What the step lacks, as `RECORD contract-signed R4-4.4`; `[]` when it may be taken. */
  lacks(step: string, role?: string): string[] {
    const answer = this.ask(step, role);
    if (!('reason' in answer)) return [];
    return answer.reason === 'MISSING' ? answer.missing.map(inWords) : [answer.reason];
  }

  /** Takes steps that may be taken; the state stays when one may not. */
  take(...steps: string[]): this {
    for (const step of steps) this.takeAs(undefined, step);
    return this;
  }

  takeAs(role: string | undefined, step: string): this {
    const answer = this.ask(step, role);
    if ('reason' in answer) return this;
    this.state = answer.to;
    const lasting = this.facts.filter(
      (fact) =>
        fact.kind === 'paused' &&
        !this.facts.some((other) => other.kind === 'resumed' && other.pause === fact.pause),
    );
    this.append({ kind: 'state-entered', state: answer.to });
    for (const effect of answer.effects) {
      if (effect.kind === 'event') this.happen({ kind: effect.event });
      else if (effect.kind === 'record') this.happen({ kind: 'recorded', record: effect.record });
      else if (effect.kind === 'pause') {
        const pause = `pause-${this.facts.length}`;
        this.happen({ kind: 'paused', pause, reason: effect.reason, by: 'desk' });
      } else {
        for (const fact of lasting)
          if (fact.kind === 'paused' && fact.reason === effect.reason)
            this.happen({ kind: 'resumed', pause: fact.pause });
      }
    }
    return this;
  }

  /** How a clock stands a minute after the last thing that happened, and what its pauses are. */
  clock(kind: ClockKind): ClockResult | undefined {
    const { policy, facts, now } = this;
    return evaluateClocks({ policy, calendars: [calendar], facts, now: now + minute }).find(
      (clock) => clock.kind === kind,
    );
  }

  private ask(step: string, role = 'dispatcher') {
    const { policy, state, circumstances, facts, now } = this;
    const actor = { id: 'desk', roles: [role] };
    return transition({ policy, state, step, circumstances, facts, actor, openChildren: 0, now });
  }

  private append(fact: object): this {
    this.now += minute;
    return this.happen(fact);
  }

  /** At the moment of what was appended last. */
  private happen(fact: object): this {
    this.facts.push({ ...fact, at: this.now, recordedAt: this.now } as Fact);
    return this;
  }
}

function inWords(missing: Missing): string {
  const what =
    'record' in missing
      ? missing.record
      : 'approval' in missing
        ? missing.approval
        : 'clock' in missing
          ? missing.clock
          : '';
  const source = missing.source.kind === 'clause' ? missing.source.clause : 'default';
  return [missing.kind, what, source].filter(Boolean).join(' ');
}
