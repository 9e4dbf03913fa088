import { checkTemplate, templates } from '../templates/index.js';
import type { IntakeField } from './index.js';
import { parseIntake } from './index.js';

const { policy, intake } = templates.R1;
const place = (key: string) => intake.findIndex((field) => field.key === key);

/** Paths of the problems when one field is another. */
function faultsWith(key: string, change: object): string[] {
  const changed = intake.with(place(key), { ...intake[place(key)], ...change } as IntakeField);
  const parsed = parseIntake(policy, changed);
  return 'problems' in parsed ? parsed.problems.map(({ path }) => path) : [];
}

describe.each(Object.entries(templates))('the intake of %s', (_rulebook, template) => {
  it('is sound, and survives being stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(template.intake));
    expect(parseIntake(template.policy, stored)).toEqual({ intake: template.intake });
  });

  it('says of every default why it is one', () => {
    for (const { key, source } of template.intake) {
      if (source.kind === 'default')
        expect([key, source.note?.zh]).toEqual([key, expect.stringMatching(/。$/)]);
    }
  });
});

describe('what is refused before anybody is asked', () => {
  it.each<[string, string, object, string]>([
    [
      'a clause that does not exist',
      'demand',
      { source: { kind: 'clause', clause: 'R11-9.9' } },
      'source.clause',
    ],
    ['a key given twice', 'demand', { key: 'quantity' }, 'key'],
    ['a key that is none', 'demand', { key: '诉求' }, 'key'],
    [
      'a request type that is not offered',
      'demand',
      { when: { requestTypes: ['dance'] } },
      'when.requestTypes[0]',
    ],
    [
      'a condition on a question that comes later',
      'about',
      { when: { chosen: { field: 'complaint-class', among: ['other'] } } },
      'when.chosen.field',
    ],
    [
      'a condition on what is no choice',
      'demand',
      { when: { chosen: { field: 'quantity', among: ['1'] } } },
      'when.chosen.field',
    ],
    [
      'a condition on an answer that nobody can give',
      'demand',
      { when: { chosen: { field: 'complaint-class', among: ['loud'] } } },
      'when.chosen.among[0]',
    ],
    ['a bound that is no number', 'defective-quantity', { atMost: 'order-number' }, 'atMost'],
    ['a choice without choices', 'demand', { kind: 'choice' }, 'choices'],
    ['choices of a text', 'demand', { choices: [{ key: 'a', label: { zh: '甲', en: 'A' } }] }, 'choices'],
    ['a limit of a text', 'demand', { limit: 'until-today' }, 'limit'],
    ['a kind that is none', 'demand', { kind: 'colour' }, 'kind'],
    ['a label in one language', 'demand', { label: { zh: '诉求' } }, 'label.en'],
    ['a misspelt condition', 'demand', { when: { requestType: ['complaint'] } }, 'when.requestType'],
  ])('%s', (_what, key, change, path) => {
    expect(faultsWith(key, change)).toEqual([`intake[${place(key)}].${path}`]);
  });

  it('what is no list, with its place', () => {
    expect(parseIntake(policy, { demand: true })).toMatchObject({ problems: [{ path: 'intake' }] });
  });

  it('a template that cites a rulebook which it does not realise', () => {
    const [first, ...others] = intake;
    const cited = { ...first, source: { kind: 'clause', clause: 'R7-5.3' } };
    expect(checkTemplate({ ...templates.R1, intake: [cited, ...others] }).map(({ path }) => path)).toEqual([
      'intake[0].source.clause',
    ]);
    expect(checkTemplate({ ...templates.R1, intake: undefined }).map(({ path }) => path)).toEqual(['intake']);
  });
});
