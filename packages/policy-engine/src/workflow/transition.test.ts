import type { Circumstances, Policy, Requirement } from '../policy/index.js';
import { agreed, closed, day, merged, policyWith, responseRule } from '../testing/index.js';
import { asked, decided, entered, ownedBy, workshop, wroteDown } from '../testing/workshop.js';
import type { StepInput } from './judge-step.js';
import { initialState, stepsFrom, transition } from './transition.js';

const anybody = { id: 'wang', roles: ['desk', 'engineer'] };
const general: Circumstances = { requestType: 'repair', severity: 'general', coverage: 'charged' };
const major: Circumstances = { ...general, severity: 'major' };

function take(state: string, step: string, changes: Partial<StepInput> = {}) {
  const input = {
    policy: workshop,
    state,
    circumstances: general,
    facts: [],
    actor: anybody,
    openChildren: 0,
    now: 1_000,
  };
  return transition({ ...input, ...changes, step });
}

/** The workshop, with the approval of treatment as the one requirement of a step. */
function requiring(key: string, fresh: boolean): Policy {
  const requires: Requirement[] = [
    { kind: 'approval', approval: 'treatment', fresh, source: { kind: 'default' } },
  ];
  const transitions = workshop.workflow.transitions.map((step) =>
    step.key === key ? { ...step, requires } : step,
  );
  return { ...workshop, workflow: { ...workshop.workflow, transitions } };
}

describe('where a ticket begins', () => {
  const policy = policyWith(responseRule);

  it('a ticket begins in the initial state', () => {
    expect(initialState(policy)).toEqual({
      key: 'reported',
      label: { zh: '待受理', en: 'Reported' },
      category: 'open',
    });
  });

  it('a policy without its initial state is not used silently', () => {
    const broken: Policy = { ...policy, workflow: { ...policy.workflow, initial: 'nowhere' } };
    expect(() => initialState(broken)).toThrow('no state "nowhere"');
  });
});

describe('what a step needs', () => {
  it('R4-4.4 no work before the repair contract is signed', () => {
    expect(take('quotation', 'start-work')).toEqual({
      reason: 'MISSING',
      allowed: ['cancel'],
      missing: [
        {
          kind: 'RECORD',
          record: 'contract-signed',
          since: null,
          source: { kind: 'clause', clause: 'R4-4.4' },
        },
      ],
    });
    const facts = [wroteDown(10, 'contract-signed')];
    expect(take('quotation', 'start-work', { facts })).toEqual({ to: 'work', effects: [], owed: [] });
  });

  it('R1-M11.2-2 a major issue is treated only after approval', () => {
    const facts = [wroteDown(10, 'contract-signed'), asked(20, 'treatment')];
    expect(take('quotation', 'start-work', { facts })).toMatchObject({ to: 'work' });
    expect(take('quotation', 'start-work', { facts, circumstances: major })).toMatchObject({
      missing: [
        {
          kind: 'APPROVAL',
          approval: 'treatment',
          status: 'asked',
          by: ['head'],
          deputies: ['director'],
          count: 1,
          toWriteDown: [],
          source: { kind: 'clause', clause: 'R1-M11.2-2' },
        },
      ],
    });
    const approved = [...facts, decided(30, 'treatment', 'given', 'li/head')];
    expect(take('quotation', 'start-work', { facts: approved, circumstances: major })).toMatchObject({
      to: 'work',
      owed: [],
    });
  });

  it('R1-M11.2-2 the approval gates the treatment, not the travel', () => {
    const allowed = stepsFrom({
      policy: workshop,
      state: 'reception',
      circumstances: major,
      facts: [],
      actor: anybody,
      openChildren: 0,
      now: 1_000,
    });
    expect(allowed.map(({ key, possible }) => [key, possible])).toEqual([
      ['diagnose', true],
      ['answer', true],
      ['cancel', true],
    ]);
  });

  it('R1-M11.2-2 danger to people goes first, and the approval follows before the close', () => {
    const urgent = [wroteDown(10, 'contract-signed'), asked(20, 'treatment', { safety: true })];
    expect(take('quotation', 'start-work', { facts: urgent, circumstances: major })).toEqual({
      to: 'work',
      effects: [],
      owed: ['treatment'],
    });
    const done = [...urgent, wroteDown(80, 'explained'), ownedBy(5, 'wang')];
    expect(take('feedback', 'close', { facts: done, circumstances: major })).toMatchObject({
      missing: [{ kind: 'APPROVAL', approval: 'treatment', source: { clause: 'R1-M11.2-2' } }],
    });
    const followed = [...done, decided(90, 'treatment', 'given', 'li/head')];
    expect(take('feedback', 'close', { facts: followed, circumstances: major })).toMatchObject({
      to: 'closed',
    });
  });

  it('R1-M11.2-2 what was agreed by word of mouth is written down before the close', () => {
    const ready = [wroteDown(80, 'explained'), ownedBy(5, 'wang'), asked(20, 'treatment')];
    const spoken = [...ready, decided(30, 'treatment', 'given', 'li/head', { oral: true })];
    const missing = [
      {
        kind: 'APPROVAL',
        approval: 'treatment',
        status: 'given',
        by: [],
        deputies: ['director'],
        count: 0,
        toWriteDown: ['li'],
        source: { kind: 'clause', clause: 'R1-M11.2-2' },
      },
    ];
    expect(take('feedback', 'close', { facts: spoken })).toMatchObject({ missing });
    const named = { policy: requiring('close', false), facts: spoken };
    expect(take('feedback', 'close', named)).toMatchObject({
      missing: [{ toWriteDown: ['li'], source: { kind: 'default' } }],
    });
    // the work goes on meanwhile
    const contract = [...spoken, wroteDown(10, 'contract-signed')];
    expect(take('quotation', 'start-work', { facts: contract, circumstances: major })).toMatchObject({
      to: 'work',
      owed: [],
    });
    const written = [...spoken, decided(90, 'treatment', 'given', 'li/head')];
    expect(take('feedback', 'close', { facts: written })).toMatchObject({ to: 'closed' });
    // a refusal lets nothing go first, so nothing of it is left to be written down
    const refused = [...ready, decided(30, 'treatment', 'refused', 'li/head', { oral: true })];
    expect(take('feedback', 'close', { facts: refused })).toMatchObject({ to: 'closed' });
  });

  it('a close that requires an approval misses it once, safety or not', () => {
    const facts = [asked(20, 'treatment', { safety: true })];
    expect(take('feedback', 'close', { policy: requiring('close', false), facts })).toMatchObject({
      missing: [{ kind: 'APPROVAL', source: { kind: 'default' } }],
    });
  });

  it('R3-6.3 tested since the work began again, not before', () => {
    const tested = [entered(10, 'work'), wroteDown(20, 'tested')];
    expect(take('work', 'present', { facts: tested })).toMatchObject({ to: 'acceptance' });
    const rework = [...tested, entered(30, 'acceptance'), entered(40, 'work')];
    expect(take('work', 'present', { facts: rework })).toMatchObject({
      missing: [{ kind: 'RECORD', record: 'tested', since: 40, source: { clause: 'R3-6.3' } }],
    });
    expect(take('work', 'present', { facts: [...tested, entered(30, 'acceptance')] })).toMatchObject({
      to: 'acceptance',
    });
    expect(take('work', 'present', { facts: [...rework, wroteDown(40, 'tested')] })).toMatchObject({
      reason: 'MISSING',
    });
    expect(take('work', 'present', { facts: [...rework, wroteDown(41, 'tested')] })).toMatchObject({
      to: 'acceptance',
    });
  });

  it('R2-12 R10-G3 no close without an explanation and somebody who answers for it, both said at once', () => {
    expect(take('feedback', 'close')).toEqual({
      reason: 'MISSING',
      allowed: [],
      missing: [
        { kind: 'RECORD', record: 'explained', since: null, source: { kind: 'clause', clause: 'R2-12' } },
        { kind: 'OWNER', source: { kind: 'clause', clause: 'R10-G3' } },
      ],
    });
  });

  it('E6 a parent does not close over open children, cancelled or served', () => {
    const children = { kind: 'OPEN_CHILDREN', count: 2, source: { kind: 'default' } };
    const facts = [wroteDown(10, 'explained'), ownedBy(5, 'wang')];
    expect(take('feedback', 'close', { facts, openChildren: 2 })).toMatchObject({ missing: [children] });
    expect(take('diagnosis', 'cancel', { openChildren: 2 })).toMatchObject({
      missing: [children],
      allowed: ['quote', 'answer'],
    });
    expect(take('feedback', 'close', { facts, openChildren: 0 })).toMatchObject({ to: 'closed' });
  });

  it('says which roles may; one of them suffices', () => {
    const engineer = { id: 'wang', roles: ['engineer'] };
    expect(take('appointment', 'assign', { actor: engineer })).toMatchObject({
      missing: [{ kind: 'ROLE', roles: ['desk', 'manager'], source: { kind: 'default' } }],
    });
    expect(take('appointment', 'assign', { actor: { id: 'li', roles: ['manager'] } })).toMatchObject({
      to: 'reception',
    });
  });

  it('says which condition keeps a step from being offered', () => {
    const covered: Circumstances = { ...general, coverage: 'covered' };
    expect(take('diagnosis', 'quote', { circumstances: covered })).toMatchObject({
      missing: [
        {
          kind: 'NOT_OFFERED',
          dimension: 'coverage',
          allowed: ['charged', 'shared'],
          source: { kind: 'clause', clause: 'R4-4.4' },
        },
      ],
    });
  });

  it('answers with what the step does to the clocks', () => {
    const facts = [wroteDown(20, 'tested')];
    expect(take('work', 'present', { facts })).toEqual({
      to: 'acceptance',
      effects: [
        { kind: 'event', event: 'resolved' },
        { kind: 'pause', reason: 'customer' },
      ],
      owed: [],
    });
  });
});

describe('R6-3.3 a date agreed with the customer', () => {
  const planning = (fresh: boolean): Policy => ({
    ...workshop,
    workflow: {
      ...workshop.workflow,
      transitions: workshop.workflow.transitions.map((step) =>
        step.key === 'quote'
          ? {
              ...step,
              requires: [
                {
                  kind: 'agreement',
                  clock: 'resolution',
                  fresh,
                  source: { kind: 'clause', clause: 'R6-3.3' },
                },
              ],
            }
          : step,
      ),
    },
  });
  const of = (clock: 'resolution' | 'arrival', at: number) => agreed(at, { clock, due: day });

  it('R6-3.3 a step waits for one about that very clock', () => {
    const lacking = (since: number | null) => ({
      reason: 'MISSING',
      missing: [
        {
          kind: 'AGREEMENT',
          clock: 'resolution',
          since,
          source: { kind: 'clause', clause: 'R6-3.3' },
        },
      ],
    });
    const policy = planning(false);
    const quote = (...facts: StepInput['facts']) => take('diagnosis', 'quote', { policy, facts });
    expect(quote()).toMatchObject(lacking(null));
    expect(quote(of('arrival', 10))).toMatchObject(lacking(null));
    expect(quote(of('resolution', 10), entered(20, 'diagnosis'))).toMatchObject({ to: 'quotation' });
  });

  it('R6-3.3 where it has to be fresh an earlier one does not count', () => {
    const policy = planning(true);
    const again = [of('resolution', 10), entered(20, 'diagnosis')];
    expect(take('diagnosis', 'quote', { policy, facts: again })).toMatchObject({ missing: [{ since: 20 }] });
    const fresh = [...again, of('resolution', 21)];
    expect(take('diagnosis', 'quote', { policy, facts: fresh })).toMatchObject({ to: 'quotation' });
  });
});

describe('a ticket that is over', () => {
  // the window is seven days
  const facts = [closed(3 * day), closed(10 * day)];

  it('E1 is reopened within the window, counted from the latest closing', () => {
    expect(take('closed', 'resume', { facts, now: 17 * day })).toEqual({
      to: 'work',
      effects: [{ kind: 'event', event: 'reopened' }],
      owed: [],
    });
    expect(take('closed', 'resume', { facts, now: 17 * day + 1 })).toEqual({
      reason: 'MISSING',
      allowed: [],
      missing: [{ kind: 'WINDOW', endedAt: 17 * day, remedy: 'NEW_TICKET', source: { kind: 'default' } }],
    });
  });

  it('E1 is not reopened where the policy says nothing about it', () => {
    const { reopening: _, ...policy } = workshop;
    expect(take('closed', 'resume', { policy, facts, now: 10 * day })).toMatchObject({
      missing: [{ kind: 'WINDOW', endedAt: null, remedy: 'NEW_TICKET' }],
    });
  });

  it('E1 the window concerns steps out of a closed state only', () => {
    expect(take('reception', 'diagnose', { facts, now: 90 * day })).toMatchObject({ to: 'diagnosis' });
  });

  it('E4 nothing is possible any more once another ticket goes on in its place', () => {
    const gone = { kind: 'MERGED', into: 'T-7', source: { kind: 'default' } };
    for (const [state, step] of [
      ['appointment', 'assign'],
      ['closed', 'resume'],
    ] as const) {
      expect(take(state, step, { facts: [merged(20, { into: 'T-7' })], now: 30 })).toEqual({
        reason: 'MISSING',
        allowed: [],
        missing: [gone],
      });
    }
  });
});

describe('an approval asked for anew each time', () => {
  const fresh = requiring('answer', true);

  it('belongs to the stay in the state that the step leaves', () => {
    const facts = [
      entered(10, 'diagnosis'),
      asked(20, 'treatment'),
      decided(30, 'treatment', 'given', 'li/head'),
    ];
    expect(take('diagnosis', 'answer', { policy: fresh, facts })).toMatchObject({ to: 'feedback' });
    const back = [...facts, entered(40, 'diagnosis')];
    expect(take('diagnosis', 'answer', { policy: fresh, facts: back })).toMatchObject({
      missing: [{ kind: 'APPROVAL', status: 'none', count: 1 }],
    });
    const atOnce = [...back, asked(40, 'treatment'), decided(60, 'treatment', 'given', 'li/head')];
    expect(take('diagnosis', 'answer', { policy: fresh, facts: atOnce })).toMatchObject({
      missing: [{ kind: 'APPROVAL', status: 'none' }],
    });
    const again = [...back, asked(50, 'treatment'), decided(60, 'treatment', 'given', 'li/head')];
    expect(take('diagnosis', 'answer', { policy: fresh, facts: again })).toMatchObject({ to: 'feedback' });
  });
});

describe('R3-9 an assignment is accepted, or refused with a reason', () => {
  const label = { zh: '某项', en: 'Item' };
  const policy: Policy = {
    ...policyWith(responseRule),
    records: [{ key: 'reason-told', label, by: ['assignee'] }],
    workflow: {
      initial: 'desk',
      states: [
        { key: 'desk', label, category: 'open' },
        { key: 'assigned', label, category: 'active' },
        { key: 'work', label, category: 'active' },
        { key: 'closed', label, category: 'closed' },
      ],
      transitions: [
        { key: 'assign', label, from: ['desk'], to: 'assigned' },
        { key: 'accept', label, from: ['assigned'], to: 'work', by: ['assignee'] },
        {
          key: 'decline',
          label,
          from: ['assigned'],
          to: 'desk',
          by: ['assignee'],
          requires: [
            {
              kind: 'record',
              record: 'reason-told',
              fresh: true,
              source: { kind: 'clause', clause: 'R3-9' },
            },
          ],
        },
        { key: 'close', label, from: ['work'], to: 'closed' },
      ],
    },
  };
  const assignee = { id: 'wang', roles: ['engineer', 'assignee'] };

  it('R3-9 only by the one to whom it was given', () => {
    const other = { id: 'li', roles: ['engineer'] };
    expect(take('assigned', 'accept', { policy, actor: assignee })).toMatchObject({ to: 'work' });
    expect(take('assigned', 'accept', { policy, actor: other })).toMatchObject({
      missing: [{ kind: 'ROLE', roles: ['assignee'] }],
    });
  });

  it('R3-9 each refusal needs a reason of its own', () => {
    const first = [entered(10, 'assigned'), wroteDown(20, 'reason-told')];
    expect(take('assigned', 'decline', { policy, actor: assignee, facts: first })).toMatchObject({
      to: 'desk',
    });
    const second = [...first, entered(30, 'desk'), entered(40, 'assigned')];
    expect(take('assigned', 'decline', { policy, actor: assignee, facts: second })).toMatchObject({
      allowed: ['accept'],
      missing: [{ kind: 'RECORD', record: 'reason-told', since: 40, source: { clause: 'R3-9' } }],
    });
  });
});
