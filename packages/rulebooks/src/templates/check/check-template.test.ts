import { checkTemplate, templates } from '../index.js';
import type { RulebookTemplate } from '../index.js';

const { R4: sound } = templates;

const faults = (change: Partial<RulebookTemplate>) =>
  checkTemplate({ ...sound, ...change }).map(({ path, message }) => `${path}: ${message.en}`);
const pathsOf = (change: Partial<RulebookTemplate>) =>
  checkTemplate({ ...sound, ...change }).map(({ path }) => path);

const { organisation, policy, settings } = sound;
const [firstDuty] = organisation.responsibilities;

describe('the check of a template', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(checkTemplate(sound)).toEqual([]);
  });

  it('says every fault in both languages, with a remedy', () => {
    const problems = checkTemplate({ ...sound, adopts: ['R10-G9'], settings: [], rulebooks: ['R6'] });
    expect(problems.length).toBeGreaterThan(10);
    for (const { message } of problems) {
      expect(message.zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(message.en).toMatch(/^[^\p{Script=Han}]+\.$/u);
    }
  });

  it('a clause that does not exist', () => {
    expect(faults({ inForce: [{ from: 'issue', source: { kind: 'clause', clause: 'R4-9.9' } }] })).toEqual([
      'inForce[0].source.clause: There is no clause R4-9.9; check the number.',
    ]);
    expect(pathsOf({ adopts: [...sound.adopts, 'R10-G9'] })).toEqual(['adopts[2]']);
  });

  it('a clause of a rulebook that it neither realises nor adopts', () => {
    expect(faults({ inForce: [{ from: 'issue', source: { kind: 'clause', clause: 'R7-5.3' } }] })).toEqual([
      'inForce[0].source.clause: Clause R7-5.3 belongs to no rulebook of this template; list it in adopts, or make it a default.',
    ]);
    const without = pathsOf({ adopts: ['R2-12'] });
    expect(without).toContain('policy.workflow.ownership.source.clause');
  });

  it('a main rulebook that is not the policy’s', () => {
    expect(pathsOf({ rulebooks: ['R11', 'R4'] })).toContain('rulebooks[0]');
  });

  it('R11-5 a precedence of a rulebook that it does not realise', () => {
    const problems = checkTemplate({ ...templates.R1, rulebooks: ['R1'] }).map(({ path }) => path);
    expect(problems).toContain('policy.precedence.rulebooks[0].id');
  });

  it('a department, state or request type that the matrix invents', () => {
    if (!firstDuty) throw new Error('The matrix is empty.');
    const row = {
      ...firstDuty,
      requestType: 'party',
      step: 'dance',
      leads: 'band',
      assists: ['choir'],
      informed: ['press'],
    };
    expect(pathsOf({ organisation: { ...organisation, responsibilities: [row] } })).toEqual([
      'organisation.responsibilities[0].requestType',
      'organisation.responsibilities[0].step',
      'organisation.responsibilities[0].leads',
      'organisation.responsibilities[0].assists[0]',
      'organisation.responsibilities[0].informed[0]',
    ]);
  });

  it('a role that the policy uses and nobody has', () => {
    const roles = organisation.roles.filter(({ key }) => key !== 'manager');
    const paths = pathsOf({ organisation: { ...organisation, roles } });
    expect(paths).toContain('policy.clockRules[0].reminders[1].tell[0]');
    expect(paths).toContain('policy.agreements.by[0]');
    expect(paths).toContain('policy.workflow.ownership.supervisors[0]');
    expect(paths).toContain('policy.warranty.overrides.approvers[0]');
  });

  it('a role of a department that does not exist', () => {
    const [first, ...others] = organisation.roles;
    if (!first) throw new Error('There are no roles.');
    const roles = [{ ...first, department: 'moon' }, ...others];
    expect(pathsOf({ organisation: { ...organisation, roles } })).toEqual([
      'organisation.roles[0].department',
    ]);
  });

  it('a key that is given twice', () => {
    expect(pathsOf({ channels: [...sound.channels, ...sound.channels.slice(0, 1)] })).toEqual([
      'channels[4]',
    ]);
    expect(
      pathsOf({
        organisation: { ...organisation, roles: [...organisation.roles, ...organisation.roles.slice(0, 1)] },
      }),
    ).toEqual(['organisation.roles[5]']);
  });

  it('an open question that is not answered', () => {
    expect(faults({ settings: settings.filter(({ key }) => key !== 'response-time') })).toEqual([
      'settings: "response-time" is not answered; add it.',
    ]);
  });

  const [responseTime, ...otherSettings] = settings;
  const withSetting = (change: object) => {
    if (!responseTime) throw new Error('There are no settings.');
    return { settings: [{ ...responseTime, ...change }, ...otherSettings] };
  };

  it('an answer that is no option', () => {
    expect(faults(withSetting({ chosen: 'lunar' }))).toEqual([
      'settings[0].chosen: "lunar" is no option; choose one of: natural, working.',
    ]);
  });

  it('a place that the policy does not have', () => {
    expect(faults(withSetting({ where: ['clockRules[nothing].target'] }))).toEqual([
      'settings[0].where[0]: The policy has no place "clockRules[nothing].target"; correct it.',
    ]);
  });

  it('a policy that says otherwise than the answer', () => {
    expect(pathsOf(withSetting({ chosen: 'working' }))).toEqual([
      'settings[0].where[0]',
      'settings[0].where[1]',
    ]);
  });

  it('what is wrong with the policy and the calendars, under their own names', () => {
    const [first, ...others] = policy.requestTypes;
    if (!first) throw new Error('There are no request types.');
    const requestTypes = [{ ...first, key: 'Repair!' }, ...others];
    expect(pathsOf({ policy: { ...policy, requestTypes } })).toContain('policy.requestTypes[0].key');
    expect(pathsOf({ calendars: [] })).toEqual(['policy.calendarRules[0].calendar']);
    const [calendar] = sound.calendars;
    if (!calendar) throw new Error('There is no calendar.');
    expect(
      pathsOf({ calendars: [{ ...calendar, week: {} }] }).some((path) =>
        path.startsWith('calendars[0].week'),
      ),
    ).toBe(true);
  });

  it.each([{}, null, [], 'R4', { policy: {} }])('%j answers problems and throws nothing', (value) => {
    expect(checkTemplate(value).length).toBeGreaterThan(0);
  });

  it.each([
    [{ settings: null }, ['settings']],
    [{ policy: { ...policy, precedence: {} } }, ['policy.precedence.by']],
    [{ policy: { ...policy, workflow: undefined } }, ['policy.workflow']],
    [{ organisation: {} }, ['organisation.departments']],
    [{ colour: 'red' }, ['colour']],
    [{ channels: [{ ...sound.channels[0], label: { zh: '电话', en: ' ' } }] }, ['channels[0].label.en']],
    [{ channels: [{ ...sound.channels[0], hint: '' }] }, ['channels[0].hint']],
    [{ rulebooks: [] }, ['rulebooks']],
    [{ inForce: [{ from: '2019-02-29', source: { kind: 'default' } }] }, ['inForce[0].from']],
    [{ inForce: [{ from: 'issue', source: { kind: 'rumour' } }] }, ['inForce[0].source.kind']],
    [
      { inForce: [{ from: 'issue', interpretedBy: 'moon', source: { kind: 'default' } }] },
      ['inForce[0].interpretedBy'],
    ],
    [
      { contactPoints: [{ ...sound.contactPoints[0], purpose: 'misconduct', confidential: false }] },
      ['contactPoints[0].confidential'],
    ],
    [{ standards: [{ ...templates.R1.standards[0], unverified: false }] }, ['standards[0].unverified']],
  ])('%#: refused, with the place', (change, paths) => {
    expect(checkTemplate({ ...sound, ...change }).map(({ path }) => path)).toEqual(
      expect.arrayContaining(paths),
    );
  });

  it('a channel in a condition that is no way in', () => {
    const [first, ...others] = policy.clockRules;
    if (!first) throw new Error('There are no rules.');
    const clockRules = [
      { ...first, id: 'by-drum', when: { requestTypes: ['repair'], channels: ['drum'] } },
      first,
      ...others,
    ];
    expect(pathsOf({ policy: { ...policy, clockRules } })).toEqual(['policy.clockRules[0].when.channels[0]']);
  });

  it('a clock that waits for a record which no step asks for or writes', () => {
    const records = [...(policy.records ?? []), { key: 'sung', label: { zh: '已唱', en: 'Sung' } }];
    const clockRules = policy.clockRules.map((rule) =>
      rule.id === 'repair-feedback' ? { ...rule, startsAt: 'sung' } : rule,
    );
    expect(faults({ policy: { ...policy, records, clockRules } })).toEqual([
      'policy.clockRules[3].startsAt: No step asks for or writes the record "sung" (repair); let one, or use another event.',
    ]);
  });

  it('a date that goes with a record which a step writes, or which is written without one', () => {
    const dated = (sound: RulebookTemplate) =>
      checkTemplate({
        ...sound,
        policy: {
          ...sound.policy,
          records: (sound.policy.records ?? []).map((record) => ({ ...record, date: 'future' })),
        },
      }).map(
        ({ message }) =>
          /The record "(.*)" is also written by an act that takes no date/.exec(message.en)?.[1],
      );
    expect(dated(templates.R1)).toEqual(expect.arrayContaining(['guidance-failed', 'ready']));
    expect(dated(templates.R3).sort()).toEqual(['answered', 'explained', 'withdrawal-recorded']);
  });

  it('a record of a step that other request types come to', () => {
    const clockRules = policy.clockRules.map((rule) =>
      rule.id === 'other-response' ? { ...rule, stopsAt: 'contract-signed' } : rule,
    );
    expect(faults({ policy: { ...policy, clockRules } })).toEqual([
      'policy.clockRules[5].stopsAt: No step asks for or writes the record "contract-signed" (warranty, training, parts); let one, or use another event.',
    ]);
  });
});
