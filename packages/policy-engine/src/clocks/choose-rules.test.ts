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
        rule: { id: 'only-repairs', source: { kind: 'clause', clause: 'R4-5.1' } },
      },
      {
        kind: 'assignment',
        target: natural(24, 'hours'),
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
