import type { Circumstances, Fact, Missing, Policy } from '@aftercare/policy-engine';
import { initialState, transition } from '@aftercare/policy-engine';
import { at } from './facts.js';

const minute = 60_000;

/** One ticket on its way through a workflow, a minute after another. */
export class Walk {
  state: string;
  readonly facts: Fact[] = [];
  private now = at('2026-03-02 09:00');

  constructor(
    private readonly policy: Policy,
    private readonly circumstances: Circumstances,
  ) {
    this.state = initialState(policy).key;
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

  approve(approval: string, decision: 'asked' | 'given' | 'refused', by: string, role?: string): this {
    return this.append({ kind: 'approval', approval, decision, by, ...(role && { role }) });
  }

  /** What the step lacks, as `RECORD contract-signed R4-4.4`; `[]` when it may be taken. */
  lacks(step: string): string[] {
    const answer = this.ask(step);
    if (!('reason' in answer)) return [];
    return answer.reason === 'MISSING' ? answer.missing.map(inWords) : [answer.reason];
  }

  /** Takes steps that may be taken; the state stays when one may not. */
  take(...steps: string[]): this {
    for (const step of steps) {
      const answer = this.ask(step);
      if ('reason' in answer) continue;
      this.state = answer.to;
      this.append({ kind: 'state-entered', state: answer.to });
      for (const effect of answer.effects) {
        if (effect.kind === 'event') this.append({ kind: effect.event });
        if (effect.kind === 'record') this.append({ kind: 'recorded', record: effect.record });
      }
    }
    return this;
  }

  private ask(step: string) {
    const { policy, state, circumstances, facts } = this;
    const actor = { id: 'desk', roles: ['dispatcher'] };
    return transition({ policy, state, step, circumstances, facts, actor, openChildren: 0 });
  }

  private append(fact: object): this {
    this.now += minute;
    this.facts.push({ ...fact, at: this.now, recordedAt: this.now } as Fact);
    return this;
  }
}

function inWords(missing: Missing): string {
  const what = 'record' in missing ? missing.record : 'approval' in missing ? missing.approval : '';
  const source = missing.source.kind === 'clause' ? missing.source.clause : 'default';
  return [missing.kind, what, source].filter(Boolean).join(' ');
}
