import type { ClockRule } from '../policy/index.js';
import { assignmentRule, natural, policyWith, responseRule, rule } from '../testing/index.js';
import { chooseRules, promisesFor } from './choose-rules.js';

const general = rule({ id: 'general', target: natural(48, 'hours') });
const forRepairs = rule({ id: 'only-repairs', when: { requestTypes: ['repair'] } });
const ranked = rule({ id: 'ranked', rank: 1, target: natural(72, 'hours') });

function chosen(requestType: string, ...rules: Parameters<typeof policyWith>) {
  return chooseRules(policyWith(...rules), { requestType }).map(({ rule: winner, losing }) => [
    winner.id,
    ...losing.map((loser) => `${loser.rule.id} ${loser.reason}`),
  ]);
}

describe('which rule decides', () => {
  it('D5 the highest rank wins, then the more specific rule; the losers say why', () => {
    expect(chosen('repair', general, forRepairs, ranked)).toEqual([
      ['ranked', 'only-repairs LOWER_RANK', 'general LOWER_RANK'],
    ]);
    expect(chosen('repair', general, forRepairs)).toEqual([['only-repairs', 'general LESS_SPECIFIC']]);
  });

  it('D5 a rule for other request types neither wins nor loses', () => {
    expect(chosen('training', general, forRepairs)).toEqual([['general']]);
  });

  it('D5 equal promises are settled by their ids, however the rules are stored', () => {
    const twin = rule({ id: 'another' });
    expect(chosen('repair', responseRule, twin)).toEqual([['another', 'response SAME_PROMISE']]);
    expect(chosen('repair', twin, responseRule)).toEqual(chosen('repair', responseRule, twin));
  });

  describe('of several rulebooks (R11-5)', () => {
    const of = (id: string, clause: string, changes: Partial<ClockRule> = {}) =>
      rule({ id, source: { kind: 'clause', clause }, ...changes });
    const strong = of('r4', 'R4-5.1', { rank: 9, when: { requestTypes: ['repair'] } });
    const prevailing = of('r11', 'R11-4.2', { target: 'no-target' });
    const ours = rule({ id: 'ours', source: { kind: 'default' }, target: natural(8, 'hours') });
    const other: ClockRule = { ...assignmentRule, source: { kind: 'clause', clause: 'R4-5.1' } };
    const precedence = (by: 'rank' | 'newest', scope: 'clause' | 'whole') => ({
      by,
      scope,
      rulebooks: [
        { id: 'R11', inForceFrom: '2019-01-01' },
        { id: 'R4', inForceFrom: '2020-01-01' },
      ],
      source: { kind: 'clause', clause: 'R11-5' } as const,
    });
    const chosenBy = (how: ReturnType<typeof precedence>, ...rules: ClockRule[]) =>
      chooseRules({ ...policyWith(...rules), precedence: how }, { requestType: 'repair' }).map(
        ({ rule: winner, losing }) => [
          winner.id,
          ...losing.map((loser) => `${loser.rule.id} ${loser.reason}`),
        ],
      );

    it('D5 the rulebook that prevails comes before rank, and the other one is overruled', () => {
      expect(chosenBy(precedence('rank', 'clause'), strong, ours, prevailing, other)).toEqual([
        ['r11', 'r4 OVERRULED', 'ours OVERRULED'],
        ['assignment'],
      ]);
    });

    it('D5 the newest rulebook prevails, where dates decide', () => {
      expect(chosenBy(precedence('newest', 'clause'), strong, prevailing)).toEqual([['r4', 'r11 OVERRULED']]);
    });

    it('D5 with the scope of the whole the other rulebook promises nothing', () => {
      expect(chosenBy(precedence('rank', 'whole'), strong, prevailing, other)).toEqual([
        ['r11', 'r4 OVERRULED'],
      ]);
      expect(chosenBy(precedence('rank', 'whole'), strong, other)).toEqual([['r4'], ['assignment']]);
    });

    it('D5 a clause of a rulebook that is only adopted stands with the policy’s own', () => {
      const adopted = of('adopted', 'R10-G3', { rank: 10 });
      expect(chosenBy(precedence('rank', 'clause'), strong, adopted)).toEqual([['adopted', 'r4 LOWER_RANK']]);
    });
  });

  it('refuses a request type that the policy does not have', () => {
    expect(() => chosen('upgrade', general)).toThrow(
      '"upgrade" is not in policy R4; it has repair, training',
    );
  });
});

describe('promises before anything is filed', () => {
  it('one per kind, in the order of the kinds, with the rule behind it', () => {
    expect(promisesFor(policyWith(assignmentRule, general, forRepairs), { requestType: 'repair' })).toEqual([
      {
        kind: 'response',
        target: natural(24, 'hours'),
        startsAt: 'reported',
        rule: { id: 'only-repairs', source: { kind: 'clause', clause: 'R4-5.1' } },
      },
      {
        kind: 'assignment',
        target: natural(24, 'hours'),
        startsAt: 'reported',
        rule: { id: 'assignment', source: { kind: 'clause', clause: 'R4-5.1' } },
      },
    ]);
  });

  it('D6 "no target" is a promise that is shown as such', () => {
    const silent = rule({ target: 'no-target', source: { kind: 'clause', clause: 'R6-3.2' } });
    expect(promisesFor(policyWith(silent), { requestType: 'repair' })).toMatchObject([
      { kind: 'response', target: 'no-target' },
    ]);
  });
});
