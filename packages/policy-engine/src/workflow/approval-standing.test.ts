import type { Fact } from '../facts/index.js';
import type { ApprovalRule, Policy } from '../policy/index.js';
import { reported } from '../testing/index.js';
import { asked, assignedTo, decided, severitySet, workshop } from '../testing/workshop.js';
import { approvalStanding } from './approval-standing.js';

const standing = (key: string, ...facts: Fact[]) => approvalStanding(workshop, key, facts);

function policyWith(key: string, changes: Partial<ApprovalRule>): Policy {
  const approvals = workshop.workflow.approvals?.map((rule) =>
    rule.key === key ? { ...rule, ...changes } : rule,
  );
  return { ...workshop, workflow: { ...workshop.workflow, ...(approvals && { approvals }) } };
}

describe('an approval', () => {
  it('is asked for first: a decision that nobody asked for is none', () => {
    expect(standing('treatment', decided(5, 'treatment', 'given', 'li/head'))).toEqual({
      status: 'none',
      asked: null,
      decisions: [],
      awaited: ['head'],
      missing: 1,
      owed: false,
      outdated: false,
      notCounted: [],
    });
  });

  it('R1-M11.2-2 is given by the head of the department, and says who decided and when', () => {
    const given = standing('treatment', asked(10, 'treatment'), decided(20, 'treatment', 'given', 'li/head'));
    expect(given).toEqual({
      status: 'given',
      asked: { by: 'engineer-1', at: 10 },
      decisions: [
        { decision: 'given', by: 'li', role: 'head', standsFor: 'head', at: 20, toWriteDown: false },
      ],
      awaited: [],
      missing: 0,
      owed: false,
      outdated: false,
      notCounted: [],
    });
  });

  it('may be given at the very moment of asking, and in any order of learning', () => {
    const facts = [decided(10, 'treatment', 'given', 'an/head'), asked(10, 'treatment', { by: 'zhou' })];
    expect(standing('treatment', ...facts)).toMatchObject({ status: 'given' });
    expect(standing('treatment', ...facts.reverse())).toMatchObject({ status: 'given' });
  });

  it('is not touched by decisions about another one', () => {
    const other = decided(20, 'any-of', 'given', 'li/quality');
    expect(standing('treatment', asked(10, 'treatment'), other)).toMatchObject({
      status: 'asked',
      missing: 1,
    });
  });

  it('one refusal ends it until it is asked for again', () => {
    const facts = [
      asked(10, 'all-of'),
      decided(20, 'all-of', 'given', 'li/quality'),
      decided(30, 'all-of', 'refused', 'wu/research'),
      decided(40, 'all-of', 'given', 'xu/production'),
    ];
    expect(standing('all-of', ...facts)).toMatchObject({
      status: 'refused',
      awaited: ['quality', 'research', 'production'],
      missing: 3,
      notCounted: [{ by: 'xu', at: 40, reason: 'TOO_LATE' }],
    });
    expect(standing('all-of', ...facts, asked(50, 'all-of'))).toMatchObject({
      status: 'asked',
      decisions: [],
      missing: 3,
    });
  });

  it('once given stays given, until it is asked for again', () => {
    const facts = [
      asked(10, 'any-of'),
      decided(20, 'any-of', 'given', 'li/research'),
      decided(30, 'any-of', 'refused', 'wu/quality'),
    ];
    expect(standing('any-of', ...facts)).toMatchObject({
      status: 'given',
      notCounted: [{ by: 'wu', at: 30, reason: 'TOO_LATE' }],
    });
    expect(standing('any-of', ...facts, asked(40, 'any-of'))).toMatchObject({ status: 'asked' });
  });

  it('a key that the policy does not have is a fault of the caller', () => {
    expect(() => standing('travel')).toThrow('no approval "travel"');
  });
});

describe('R11-3.2.3 departments approve, as the policy says', () => {
  const quality = decided(20, '', 'given', 'li/quality');
  const research = decided(30, '', 'given', 'wu/research');
  const production = decided(40, '', 'given', 'xu/production');
  const after = (key: string, ...facts: ReturnType<typeof decided>[]) =>
    standing(key, asked(10, key), ...facts.map((fact) => ({ ...fact, approval: key })));

  it('R11-3.2.3 one suffices', () => {
    expect(after('any-of')).toMatchObject({
      status: 'asked',
      awaited: ['quality', 'research', 'production'],
      missing: 1,
    });
    expect(after('any-of', production)).toMatchObject({ status: 'given' });
  });

  it('R11-3.2.3 in parallel: all of them, in any order', () => {
    expect(after('all-of', production, quality)).toMatchObject({
      status: 'asked',
      awaited: ['research'],
      missing: 1,
    });
    expect(after('all-of', production, quality, research)).toMatchObject({ status: 'given', missing: 0 });
  });

  it('R11-3.2.3 serial: nobody decides before their turn', () => {
    expect(after('in-turn', research)).toMatchObject({
      status: 'asked',
      awaited: ['quality'],
      missing: 3,
      notCounted: [{ by: 'wu', at: 30, reason: 'NOT_IN_TURN' }],
    });
    expect(after('in-turn', quality, research)).toMatchObject({ awaited: ['production'], missing: 1 });
    expect(after('in-turn', quality, research, production)).toMatchObject({ status: 'given' });
  });

  it('R11-3.2.3 a quorum: two of three', () => {
    expect(after('two-of-three', research)).toMatchObject({
      status: 'asked',
      awaited: ['quality', 'production'],
      missing: 1,
    });
    expect(after('two-of-three', research, production)).toMatchObject({ status: 'given', awaited: [] });
  });

  it('a role agrees once', () => {
    const again = decided(35, '', 'given', 'zhao/research');
    expect(after('two-of-three', research, again)).toMatchObject({
      status: 'asked',
      notCounted: [{ by: 'zhao', at: 35, reason: 'NOT_IN_TURN' }],
    });
  });

  it('a person agrees once, in however many roles', () => {
    const both = decided(35, '', 'given', 'wu/quality');
    expect(after('two-of-three', research, both)).toMatchObject({
      status: 'asked',
      notCounted: [{ by: 'wu', at: 35, reason: 'SAME_PERSON' }],
    });
  });

  it('who agreed may still refuse in another role, as long as it is open', () => {
    const refusal = decided(35, '', 'refused', 'wu/quality');
    expect(after('all-of', research, refusal)).toMatchObject({ status: 'refused' });
  });

  it('who agreed by word of mouth may so refuse in another role, too', () => {
    const facts = [
      asked(10, 'all-of'),
      decided(20, 'all-of', 'given', 'wu/research', { oral: true }),
      decided(30, 'all-of', 'refused', 'wu/quality', { oral: true }),
    ];
    expect(approvalStanding(policyWith('all-of', { oral: true }), 'all-of', facts)).toMatchObject({
      status: 'refused',
      notCounted: [],
    });
  });

  it('a deputy decides for the first role awaited', () => {
    const deputy = decided(25, '', 'given', 'ma/director');
    expect(after('in-turn', quality, deputy)).toMatchObject({
      status: 'asked',
      decisions: [{ standsFor: 'quality' }, { by: 'ma', role: 'director', standsFor: 'research' }],
      awaited: ['production'],
    });
  });

  it('nobody else decides', () => {
    expect(after('any-of', decided(25, '', 'given', 'ma/sales'))).toMatchObject({
      status: 'asked',
      notCounted: [{ by: 'ma', at: 25, reason: 'NOT_ENTITLED' }],
    });
    const { role: _role, ...withoutRole } = decided(25, '', 'given', 'ma');
    expect(after('any-of', withoutRole)).toMatchObject({ notCounted: [{ reason: 'NOT_ENTITLED' }] });
  });
});

describe('R5-4.3 nobody approves their own work', () => {
  const given = decided(20, 'treatment', 'given', 'li/head');
  const own = { status: 'asked', notCounted: [{ by: 'li', at: 20, reason: 'OWN_MATTER' }] };

  it('R5-4.3 nobody decides on what they asked for', () => {
    expect(standing('treatment', asked(10, 'treatment', { by: 'li' }), given)).toMatchObject(own);
  });

  it('R5-4.3 nor on a ticket that is assigned to them, whoever asked', () => {
    expect(standing('treatment', assignedTo(5, 'li'), asked(10, 'treatment'), given)).toMatchObject(own);
  });

  it('R5-4.3 but on one that others have worked on since', () => {
    const facts = [assignedTo(5, 'li'), assignedTo(15, 'engineer-2'), asked(10, 'treatment'), given];
    expect(standing('treatment', ...facts)).toMatchObject({ status: 'given' });
    const back = [assignedTo(5, 'engineer-2'), assignedTo(25, 'li'), asked(10, 'treatment'), given];
    expect(standing('treatment', ...back)).toMatchObject({ status: 'given' });
  });
});

describe('an approval by word of mouth', () => {
  const spoken = decided(20, 'treatment', 'given', 'li/head', { oral: true, recordedAt: 90 });

  it('counts from when it was said, and is marked to be written down', () => {
    expect(standing('treatment', asked(10, 'treatment'), spoken)).toMatchObject({
      status: 'given',
      decisions: [{ at: 20, toWriteDown: true }],
    });
  });

  it('is written down by the same person, which is no second decision', () => {
    const written = decided(100, 'treatment', 'given', 'li/head');
    expect(standing('treatment', asked(10, 'treatment'), spoken, written)).toMatchObject({
      status: 'given',
      decisions: [{ at: 20, toWriteDown: false }],
      notCounted: [],
    });
  });

  it('is not written down by anybody else', () => {
    const another = decided(100, 'treatment', 'given', 'ma/director');
    expect(standing('treatment', asked(10, 'treatment'), spoken, another)).toMatchObject({
      decisions: [{ toWriteDown: true }],
      notCounted: [{ at: 100, reason: 'TOO_LATE' }],
    });
  });

  it('is taken back by the same person’s refusal in writing, of which the later counts', () => {
    const refused = decided(100, 'treatment', 'refused', 'li/head');
    expect(standing('treatment', asked(10, 'treatment'), spoken, refused)).toMatchObject({
      status: 'refused',
      decisions: [{ decision: 'refused', at: 100, toWriteDown: false }],
      notCounted: [],
    });
    // once written down it stands, and what follows is too late
    const written = decided(90, 'treatment', 'given', 'li/head');
    expect(standing('treatment', asked(10, 'treatment'), spoken, written, refused)).toMatchObject({
      status: 'given',
      notCounted: [{ at: 100, reason: 'TOO_LATE' }],
    });
  });

  it('is not taken back by word of mouth, nor a refusal by consent in writing', () => {
    const change = (first: 'given' | 'refused', second: 'given' | 'refused', oral: boolean) =>
      standing(
        'treatment',
        asked(10, 'treatment'),
        decided(20, 'treatment', first, 'li/head', { oral: true }),
        decided(30, 'treatment', second, 'li/head', { oral }),
      );
    expect(change('given', 'refused', true)).toMatchObject({ status: 'given' });
    expect(change('refused', 'given', false)).toMatchObject({ status: 'refused' });
  });

  it('does not count where the policy wants it in writing', () => {
    const oral = decided(20, 'any-of', 'given', 'li/quality', { oral: true });
    expect(standing('any-of', asked(10, 'any-of'), oral)).toMatchObject({
      status: 'asked',
      notCounted: [{ by: 'li', at: 20, reason: 'NOT_ORAL' }],
    });
  });
});

describe('danger to people', () => {
  const urgent = asked(10, 'treatment', { safety: true });

  it('leaves an approval owed until somebody decides', () => {
    expect(standing('treatment', urgent)).toMatchObject({ status: 'asked', owed: true, missing: 1 });
    for (const decision of ['given', 'refused'] as const) {
      const facts = [urgent, decided(20, 'treatment', decision, 'li/head')];
      expect(standing('treatment', ...facts)).toMatchObject({ status: decision, owed: false });
    }
  });

  it('does not wait because the case turned out graver', () => {
    const raised = severitySet(15, 'major');
    expect(standing('treatment', urgent, raised)).toMatchObject({
      status: 'none',
      outdated: true,
      owed: true,
    });
    const refused = decided(12, 'treatment', 'refused', 'li/head');
    expect(standing('treatment', urgent, refused, raised)).toMatchObject({ status: 'none', owed: false });
    expect(standing('treatment', asked(10, 'treatment'), raised)).toMatchObject({ owed: false });
  });

  it('excuses nothing where the policy has no such exception, or where it was not said', () => {
    const strict = policyWith('treatment', { safetyException: false });
    expect(approvalStanding(strict, 'treatment', [urgent])).toMatchObject({ status: 'asked', owed: false });
    expect(standing('treatment', asked(10, 'treatment'))).toMatchObject({ owed: false });
  });
});

describe('a change of severity', () => {
  const given = [asked(10, 'treatment'), decided(20, 'treatment', 'given', 'li/head')];
  const gone = { status: 'none', outdated: true, missing: 1, decisions: [] };

  it('R1-M11.2-2 raised after the asking, it has to be asked for again', () => {
    expect(standing('treatment', ...given, severitySet(15, 'major'))).toMatchObject(gone);
    expect(standing('treatment', ...given, severitySet(30, 'major'))).toMatchObject(gone);
    const again = [asked(40, 'treatment'), decided(50, 'treatment', 'given', 'li/head')];
    expect(standing('treatment', ...given, severitySet(30, 'major'), ...again)).toMatchObject({
      status: 'given',
      outdated: false,
    });
  });

  it('raised before the asking, or with it, it changes nothing', () => {
    expect(standing('treatment', severitySet(5, 'major'), ...given)).toMatchObject({ status: 'given' });
    expect(standing('treatment', severitySet(10, 'major'), ...given)).toMatchObject({ status: 'given' });
  });

  it('lowered, or named again, it takes nothing back', () => {
    const major = reported(0, { severity: 'major' });
    for (const severity of ['general', 'major']) {
      const facts = [major, ...given, severitySet(30, severity)];
      expect(standing('treatment', ...facts)).toMatchObject({ status: 'given', outdated: false });
    }
  });

  it('raised by mistake and lowered again, or lowered and raised again, it stays in force', () => {
    const raised = [...given, severitySet(30, 'major')];
    expect(standing('treatment', ...raised)).toMatchObject(gone);
    expect(standing('treatment', ...raised, severitySet(40, 'general'))).toMatchObject({
      status: 'given',
      outdated: false,
    });
    const lowered = [severitySet(5, 'major'), ...given, severitySet(30, 'general')];
    expect(standing('treatment', ...lowered, severitySet(40, 'major'))).toMatchObject({ status: 'given' });
  });
});
