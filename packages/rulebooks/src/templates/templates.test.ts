import type { LocalizedText, Policy, RuleSource } from '@aftercare/policy-engine';
import { initialState, parsePolicy, transition } from '@aftercare/policy-engine';
import { objectsIn, valueAt } from './places.js';
import { checkTemplate, templates } from './index.js';
import type { RulebookTemplate } from './index.js';

const all = Object.entries<RulebookTemplate>(templates);

const localized = (value: object): value is LocalizedText => 'zh' in value && 'en' in value;
const isDefault = (value: object): value is RuleSource => 'kind' in value && value.kind === 'default';

/** The policy with another value at one place. */
function edited(policy: Policy, place: string, value: unknown): Policy {
  const copy: unknown = structuredClone(policy);
  const steps = /^(.*)\.(\w+)$/.exec(place);
  Object.assign(Object(valueAt(copy, steps?.[1] ?? '')), { [steps?.[2] ?? '']: value });
  return copy as Policy;
}

describe.each(all)('template %s', (rulebook, template) => {
  const { policy } = template;

  it('is sound, and survives being stored', () => {
    expect(checkTemplate(template)).toEqual([]);
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ policy });
    expect(policy.rulebook).toBe(rulebook);
  });

  it('says of every default in the policy why it is one', () => {
    for (const [path, value] of objectsIn(policy)) {
      if (isDefault(value))
        expect([path, valueAt(value, 'note.zh')]).toEqual([path, expect.stringMatching(/。$/)]);
    }
  });

  it('speaks Chinese and English throughout', () => {
    for (const [path, value] of objectsIn(template)) {
      if (!localized(value)) continue;
      expect([path, value.zh]).toEqual([path, expect.stringMatching(/\p{Script=Han}|^\d+ 份$/u)]);
      expect([path, value.zh]).toEqual([path, expect.not.stringMatching(/[,;!?]/)]);
      expect([path, value.en]).toEqual([path, expect.stringMatching(/^[A-Z0-9][^\p{Script=Han}]*$/u)]);
    }
  });

  it('R7-5.3 is not cited, since nobody adopted it', () => {
    expect(JSON.stringify(template)).not.toContain('R7-');
  });

  it('has no telephone number in its data', () => {
    for (const { label } of template.contactPoints) expect(label.zh + label.en).not.toMatch(/\d{3}/);
  });

  it('a new ticket waits to be assigned, and assigning asks for nothing', () => {
    expect(initialState(policy).category).toBe('open');
    const assigned = transition({
      policy,
      state: policy.workflow.initial,
      step: 'assign',
      circumstances: { requestType: 'repair' },
      facts: [],
      actor: { id: 'desk', roles: ['dispatcher'] },
      openChildren: 0,
      now: 0,
    });
    const to = 'to' in assigned ? assigned.to : '';
    expect(policy.workflow.states.find(({ key }) => key === to)?.category).toBe('active');
  });

  it('R2-12 R10-G3 nothing that was served is closed without an explanation and an owner', () => {
    const { states, transitions } = policy.workflow;
    const closed = states.filter(({ category }) => category === 'closed').map(({ key }) => key);
    const closing = transitions.filter(({ to }) => closed.includes(to));
    expect(closing.length).toBeGreaterThan(2);
    for (const { key, to, requires = [], effects } of closing) {
      expect([key, effects]).toEqual([key, expect.arrayContaining([{ kind: 'event', event: 'closed' }])]);
      if (to !== 'cancelled' && to !== 'withdrawn') {
        const sources = requires.flatMap(({ when, source }) =>
          when === undefined && source.kind === 'clause' ? [source.clause] : [],
        );
        expect([key, sources]).toEqual([key, expect.arrayContaining(['R10-G3', 'R2-12'])]);
      }
    }
  });

  it('every option of a setting that is one value leaves the template sound, its clocks too', () => {
    template.settings.forEach((setting, index) => {
      for (const { key, value } of setting.options) {
        if (value === undefined) continue;
        const changed = setting.where.reduce((before, place) => edited(before, place, value), policy);
        const settings = template.settings.with(index, { ...setting, chosen: key });
        const problems = checkTemplate({ ...template, policy: changed, settings });
        expect([setting.key, key, problems]).toEqual([setting.key, key, []]);
      }
    });
  });

  it('only the desk and its superiors drop a ticket, and never without a word', () => {
    for (const [step, record] of [
      ['withdraw', 'withdrawal-recorded'],
      ['cancel', 'cancel-reason'],
    ]) {
      const found = policy.workflow.transitions.find(({ key }) => key === step);
      expect(found?.by).toEqual(['dispatcher', 'manager', ...(rulebook === 'R1' ? ['supervisor'] : [])]);
      expect(found?.requires).toMatchObject([{ record, fresh: true, source: { kind: 'default' } }]);
    }
  });

  it('E1 reopening is an event of its own and leads to a state of work', () => {
    const { states, transitions } = policy.workflow;
    const reopening = transitions.filter(({ from }) => from.includes('closed'));
    expect(reopening.map(({ key, effects }) => [key, effects])).toEqual([
      ['reopen', [{ kind: 'event', event: 'reopened' }]],
    ]);
    expect(states.find(({ key }) => key === reopening[0]?.to)?.category).toBe('active');
  });

  it('what a step asks for happened in this round of work, save what is the complaint’s own', () => {
    const earlier = policy.workflow.transitions.flatMap(({ key, requires = [] }) =>
      requires.flatMap((each) => {
        if (each.kind === 'owner' || each.fresh) return [];
        return [`${key} ${'record' in each ? each.record : each.kind}`];
      }),
    );
    expect(earlier).toEqual(
      rulebook === 'R1'
        ? [
            'answer complaint-registered',
            'answer quality-data',
            'visit complaint-registered',
            'visit quality-data',
            'close handling-form',
            'close approval',
          ]
        : [],
    );
  });
});

describe('what the documents print', () => {
  it('R1-S1 to R1-S9 nine standards, each marked as unverified', () => {
    const { standards } = templates.R1;
    expect(standards.map(({ source }) => source)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ kind: 'clause', clause: `R1-S${number}` })),
    );
    expect(standards.every(({ unverified }) => unverified)).toBe(true);
    expect(standards.map(({ use }) => use).join(' ')).toBe(
      'manufacturing manufacturing manufacturing design packing packing acceptance acceptance acceptance',
    );
  });

  it('R1-C9 misconduct is reported in confidence, on a line of its own', () => {
    expect(templates.R1.contactPoints.map(({ purpose, confidential }) => [purpose, confidential])).toEqual([
      ['service', false],
      ['complaint', false],
      ['misconduct', true],
    ]);
  });

  it('R1-M4 quality leads the analysis of a fault, R11-3.3.3.2 and that of a return', () => {
    const leads = (requestType: string, step: string) =>
      templates.R1.organisation.responsibilities.find(
        (row) => row.requestType === requestType && row.step === step,
      );
    expect(leads('repair', 'analysis')).toMatchObject({ leads: 'quality', assists: ['technical'] });
    expect(leads('return', 'handling')).toMatchObject({ leads: 'quality', assists: ['supply'] });
  });

  it('R11-5 R1-M-end says from when the rulebooks hold and who interprets them', () => {
    expect(templates.R1.inForce.map(({ from, interpretedBy }) => [from, interpretedBy])).toEqual([
      ['issue', 'marketing'],
      ['2019-01-01', undefined],
    ]);
    expect(templates.R1.policy.precedence?.rulebooks).toEqual([
      { id: 'R11', inForceFrom: '2019-01-01' },
      { id: 'R1', inForceFrom: '2017-03-27' },
    ]);
  });
});
