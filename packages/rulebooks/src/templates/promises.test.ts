import type { Circumstances } from '@aftercare/policy-engine';
import { promisesFor } from '@aftercare/policy-engine';
import { cited } from '../testing/index.js';
import { templates } from './index.js';
import type { RulebookTemplate } from './index.js';

function promised(rulebook: keyof typeof templates, circumstances: Circumstances): string[] {
  return promisesFor(templates[rulebook].policy, circumstances).map((promise) => {
    const { target } = promise;
    const time = target === 'no-target' ? target : `${target.amount} ${target.unit} ${target.basis}`;
    return `${promise.kind}: ${time} · ${cited(promise)}`;
  });
}

describe('what the rulebooks promise', () => {
  it('R1-C6 guidance at once, arrival within 24 h or 48 h, a return visit within a week', () => {
    expect(promised('R1', { requestType: 'repair', region: 'in-province' })).toEqual([
      'guidance: no-target · R1-C6',
      'arrival: 24 hours natural · R1-C6',
      'duration: no-target · default',
      'follow-up: 7 days natural · default',
    ]);
    expect(promised('R1', { requestType: 'repair', region: 'out-of-province' })).toContain(
      'arrival: 48 hours natural · R1-C6',
    );
  });

  it('R1-C2 R1-C5 R1-M9.3 commissioning: arrival, five to seven days, return visit', () => {
    expect(promised('R1', { requestType: 'commissioning', region: 'in-province' })).toEqual([
      'response: no-target · default',
      'arrival: 24 hours natural · R1-C2',
      'duration: 7 days natural · R1-C5',
      'follow-up: 7 days natural · R1-M9.3',
    ]);
  });

  it('R1-C2 where no province decides, nothing is promised but what is agreed, as a default', () => {
    for (const region of ['special', 'unknown'] as const) {
      expect(promised('R1', { requestType: 'commissioning', region })).toContain(
        'arrival: no-target · default',
      );
    }
  });

  it('R11-4.2 R11-4.3 a complaint is contacted and answered at the first moment, without a figure', () => {
    expect(promised('R1', { requestType: 'complaint' })).toEqual([
      'assignment: no-target · R11-2.4.2',
      'contact: no-target · R11-4.2',
      'answer: no-target · R11-4.3',
      'arrival: no-target · default',
      'duration: no-target · default',
    ]);
  });

  it('R3-4 a prompt answer, without a figure', () => {
    expect(promised('R3', { requestType: 'consultation' })).toEqual([
      'response: no-target · R3-4',
      'answer: no-target · R3-4',
    ]);
  });

  it('R4-5.1 R4-5.4 24 h for response and assignment, no figure for the repair', () => {
    expect(promised('R4', { requestType: 'repair' })).toEqual([
      'response: 24 hours natural · R4-5.1',
      'assignment: 24 hours natural · R4-5.1',
      'resolution: no-target · R4-5.4',
      'follow-up: no-target · R4-4.7',
    ]);
  });

  it('R4-2.3 gives no time for anything but repairs, so the template claims none', () => {
    for (const requestType of ['warranty', 'training', 'parts']) {
      expect(promised('R4', { requestType })).toEqual([
        'response: no-target · default',
        'resolution: no-target · default',
      ]);
    }
  });

  it('R6-3.2 a technician is sent promptly, without a figure', () => {
    expect(promised('R6', { requestType: 'quality' })).toContain('assignment: no-target · R6-3.2');
  });

  it('R1-C2 R1-C5 R6-3.3 whatever may be agreed has a clock for every request type', () => {
    for (const { policy } of Object.values<RulebookTemplate>(templates)) {
      for (const { key: requestType } of policy.requestTypes) {
        const kinds = promisesFor(policy, { requestType, region: 'unknown' }).map(({ kind }) => kind);
        expect([requestType, kinds]).toEqual([
          requestType,
          expect.arrayContaining([...(policy.agreements?.kinds ?? [])]),
        ]);
      }
    }
  });
});
