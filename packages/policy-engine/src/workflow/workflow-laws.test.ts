import fc from 'fast-check';
import {
  asked,
  assignedTo,
  decided,
  entered,
  ownedBy,
  severitySet,
  workshop,
  wroteDown,
} from '../testing/workshop.js';
import { approvalStanding } from './approval-standing.js';
import type { StepInput } from './judge-step.js';
import { ownerOf } from './ownership.js';
import { stepsFrom, transition } from './transition.js';

const { states, transitions, approvals = [] } = workshop.workflow;
const moment = fc.integer({ min: 0, max: 12 });
const state = fc.constantFrom(...states.map(({ key }) => key), 'limbo');
const person = fc.constantFrom('wang', 'li', 'ma', 'xu', 'wu');
const approval = fc.constantFrom(...approvals.map(({ key }) => key));
const severity = fc.constantFrom('general', 'major');

const fact = fc.oneof(
  fc
    .tuple(moment, fc.constantFrom('contract-signed', 'tested', 'accepted', 'explained'))
    .map(([at, record]) => wroteDown(at, record)),
  fc.tuple(moment, state).map(([at, key]) => entered(at, key)),
  fc.tuple(moment, person).map(([at, owner]) => ownedBy(at, owner)),
  fc.tuple(moment, person).map(([at, to]) => assignedTo(at, to)),
  fc.tuple(moment, severity).map(([at, key]) => severitySet(at, key)),
  fc
    .tuple(moment, approval, person, fc.boolean())
    .map(([at, key, by, safety]) => asked(at, key, { by, safety })),
  fc
    .tuple(
      moment,
      approval,
      fc.constantFrom('given' as const, 'refused' as const),
      person,
      fc.constantFrom('head', 'director', 'quality', 'research', 'production', 'sales'),
      fc.boolean(),
    )
    .map(([at, key, decision, by, role, oral]) => decided(at, key, decision, `${by}/${role}`, { oral })),
);
const input: fc.Arbitrary<StepInput> = fc.record({
  policy: fc.constant(workshop),
  state,
  circumstances: fc.record({
    requestType: fc.constant('repair'),
    severity,
    coverage: fc.constantFrom('charged' as const, 'covered' as const),
  }),
  facts: fc.array(fact, { maxLength: 14 }),
  actor: fc.record({ id: person, roles: fc.subarray(['desk', 'engineer']) }),
  openChildren: fc.integer({ min: 0, max: 2 }),
  now: fc.constant(20),
});
const keys = [...transitions.map(({ key }) => key), 'fly'];

/** Throws when anybody writes to it. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('laws of the workflow', () => {
  it('law: what stepsFrom calls possible transition accepts, and the other way round, with the same reasons', () => {
    let accepted = 0;
    let missed = 0;
    fc.assert(
      fc.property(input, (ticket) => {
        const steps = stepsFrom(ticket);
        const possible = steps.filter((step) => step.possible).map(({ key }) => key);
        for (const key of keys) {
          const answer = transition({ ...ticket, step: key });
          const step = steps.find((each) => each.key === key);
          expect('to' in answer).toBe(possible.includes(key));
          if ('to' in answer) {
            accepted += 1;
            expect(step).toEqual({ key, possible: true, ...answer });
          } else {
            missed += answer.missing.length;
            expect(answer.allowed).toEqual(possible);
            expect(answer.missing).toEqual(step && !step.possible ? step.missing : []);
          }
        }
      }),
    );
    expect(Math.min(accepted, missed)).toBeGreaterThan(20);
  });

  it('law: asking changes nothing, and asking again gives the same answer', () => {
    fc.assert(
      fc.property(input, (ticket) => {
        frozen(ticket);
        for (const step of keys) {
          expect(transition({ ...ticket, step })).toEqual(transition({ ...ticket, step }));
        }
      }),
    );
  });

  it('law: the order in which facts are learned does not matter', () => {
    const shuffled = input.chain((ticket) =>
      fc
        .shuffledSubarray([...ticket.facts], { minLength: ticket.facts.length })
        .map((facts) => ({ ticket, facts })),
    );
    fc.assert(
      fc.property(shuffled, ({ ticket, facts }) => {
        expect(stepsFrom({ ...ticket, facts })).toEqual(stepsFrom(ticket));
        expect(ownerOf(facts)).toBe(ownerOf(ticket.facts));
        for (const { key } of approvals) {
          expect(approvalStanding(workshop, key, facts)).toEqual(
            approvalStanding(workshop, key, ticket.facts),
          );
        }
      }),
    );
  });

  it('law: nobody has given an approval on what they asked for, and no one person a quorum', () => {
    const roles = fc.constantFrom('head', 'director', 'quality', 'research', 'production');
    const round = fc.tuple(
      approval,
      person,
      fc.array(fc.tuple(moment, person, roles, fc.integer({ max: 9, min: 0 })), {
        minLength: 4,
        maxLength: 14,
      }),
    );
    let given = 0;
    fc.assert(
      fc.property(round, ([key, asker, said]) => {
        const facts = said.map(([at, by, role, mood]) =>
          decided(at, key, mood === 0 ? 'refused' : 'given', `${by}/${role}`),
        );
        for (const { mode } of approvals.filter((rule) => rule.key === key)) {
          const standing = approvalStanding(workshop, key, [asked(0, key, { by: asker }), ...facts]);
          const { status, decisions } = standing;
          if (status !== 'given') continue;
          given += 1;
          const people = decisions.map(({ by }) => by);
          expect(people).not.toContain(asker);
          expect(new Set(people).size).toBe(mode === 'one' ? 1 : mode === 'quorum' ? 2 : 3);
        }
      }),
      { numRuns: 500 },
    );
    expect(given).toBeGreaterThan(20);
  });

  it('law: a ticket never closes over open children', () => {
    fc.assert(
      fc.property(input, (ticket) => {
        const closing = transitions.filter(({ to }) => to === 'closed' || to === 'cancelled');
        for (const { key } of closing) {
          const answer = transition({ ...ticket, openChildren: 1, step: key });
          expect('to' in answer).toBe(false);
        }
      }),
    );
  });
});
