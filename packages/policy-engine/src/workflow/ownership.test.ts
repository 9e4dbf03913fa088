import { ownedBy, workshop } from '../testing/workshop.js';
import { handOver, ownerOf } from './ownership.js';

const wang = { id: 'wang', roles: ['engineer'] };
const li = { id: 'li', roles: ['engineer'] };
const chief = { id: 'chief', roles: ['quality', 'manager'] };
const source = { kind: 'clause', clause: 'R10-G3' };
const facts = [ownedBy(10, 'wang')];
const refused = (reason: string) => ({ reason, supervisors: ['manager'], source });

describe('R10-G3 one person answers for a ticket from intake to close', () => {
  it('R10-G3 nobody at first, then the latest, in whatever order it was learned', () => {
    expect(ownerOf([])).toBeNull();
    expect(ownerOf([ownedBy(20, 'li'), ownedBy(10, 'wang')])).toBe('li');
  });

  it('R10-G3 the first owner needs the consent of nobody', () => {
    expect(handOver(workshop, { facts: [], to: 'wang', by: li, consent: false })).toEqual({
      fact: { kind: 'owner-set', owner: 'wang', by: 'li', consent: false },
    });
  });

  it('R10-G3 the owner hands over to somebody who consents, and that is recorded', () => {
    expect(handOver(workshop, { facts, to: 'li', by: wang, consent: true })).toEqual({
      fact: { kind: 'owner-set', owner: 'li', by: 'wang', consent: true },
    });
  });

  it('R10-G3 nobody becomes the owner without consent', () => {
    expect(handOver(workshop, { facts, to: 'li', by: wang, consent: false })).toEqual(
      refused('CONSENT_NEEDED'),
    );
  });

  it('R10-G3 nobody takes a ticket from its owner', () => {
    expect(handOver(workshop, { facts, to: 'li', by: li, consent: true })).toEqual(refused('NOT_THE_OWNER'));
  });

  it('R10-G3 a supervisor hands over to anybody, without consent, and that is recorded', () => {
    expect(handOver(workshop, { facts, to: 'li', by: chief, consent: false })).toEqual({
      fact: { kind: 'owner-set', owner: 'li', by: 'chief', consent: false },
    });
  });

  it('R10-G3 taking it oneself is consent', () => {
    expect(handOver(workshop, { facts, to: 'chief', by: chief, consent: false })).toMatchObject({
      fact: { owner: 'chief', consent: true },
    });
  });

  it('R10-G3 without the rule nothing is handed over', () => {
    const { ownership: _ownership, ...workflow } = workshop.workflow;
    expect(handOver({ ...workshop, workflow }, { facts: [], to: 'wang', by: wang, consent: true })).toEqual({
      reason: 'NOT_OFFERED',
      supervisors: [],
      source: { kind: 'default' },
    });
  });
});
