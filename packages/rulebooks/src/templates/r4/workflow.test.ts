import { Walk } from '../../testing/index.js';
import { r4 } from './index.js';

const repair = () => new Walk(r4.policy, { requestType: 'repair' });

describe('R4 the seven steps of a repair', () => {
  const diagnosed = () => repair().take('assign').write('registered').take('diagnose');
  const quoted = () => diagnosed().write('repair-plan').take('quote');
  const atWork = () => quoted().write('quotation-agreed', 'contract-signed').take('start-work');
  const accepted = () => atWork().write('work-recorded').take('present').write('accepted').take('accept');

  it('R4-4.1 to R4-4.7 goes from the appointment to the feedback and its end', () => {
    const ticket = accepted().own().write('explained', 'feedback-recorded').take('close');
    const states = ticket.facts.flatMap((fact) => (fact.kind === 'state-entered' ? [fact.state] : []));
    expect(states).toEqual([
      'appointment',
      'reception',
      'diagnosis',
      'quotation',
      'work',
      'acceptance',
      'feedback',
      'closed',
    ]);
  });

  it('R4-4.2 R4-4.3 no diagnosis before registration, no quotation before the plan', () => {
    expect(repair().take('assign').lacks('diagnose')).toEqual(['RECORD registered R4-4.2']);
    expect(diagnosed().lacks('quote')).toEqual(['RECORD repair-plan R4-4.3']);
  });

  it('R4-4.4 no work before the contract is signed', () => {
    expect(quoted().lacks('start-work')).toEqual([
      'RECORD quotation-agreed R4-4.4',
      'RECORD contract-signed R4-4.4',
    ]);
    const ticket = quoted().write('quotation-agreed');
    expect(ticket.take('start-work').state).toBe('quotation');
    expect(ticket.write('contract-signed').take('start-work').state).toBe('work');
  });

  it('R4-4.4 there is no other way to work than through the contract, or back to it', () => {
    const leadingToWork = r4.policy.workflow.transitions.filter(({ to }) => to === 'work');
    expect(leadingToWork.map(({ key, from }) => [key, from])).toEqual([
      ['start-work', ['quotation']],
      ['rework', ['acceptance']],
    ]);
    expect(diagnosed().lacks('start-work')).toEqual(['NOT_FROM_THIS_STATE']);
  });

  it('R4-4.4 a revised quotation is agreed and signed anew', () => {
    const ticket = quoted().write('quotation-agreed', 'contract-signed').take('revise');
    expect(ticket.lacks('quote')).toEqual(['RECORD repair-plan R4-4.3']);
    ticket.write('repair-plan').take('quote');
    expect(ticket.lacks('start-work')).toEqual([
      'RECORD quotation-agreed R4-4.4',
      'RECORD contract-signed R4-4.4',
    ]);
  });

  it('R4-4.5 only finished work is presented', () => {
    expect(atWork().lacks('present')).toEqual(['RECORD work-recorded R4-4.5']);
  });

  it('R4-4.6 an objection leads back to work, and what was signed before does not count', () => {
    const ticket = atWork().write('work-recorded').take('present').write('accepted');
    expect(ticket.take('rework').state).toBe('work');
    ticket.write('work-recorded').take('present');
    expect(ticket.lacks('accept')).toEqual(['RECORD accepted R4-4.6']);
  });

  it('R2-12 R10-G3 R4-4.7 no close without owner, explanation and feedback', () => {
    expect(accepted().lacks('close')).toEqual([
      'OWNER R10-G3',
      'RECORD explained R2-12',
      'RECORD feedback-recorded R4-4.7',
    ]);
    expect(accepted().take('close').state).toBe('feedback');
  });

  it('R4-4.6 the repair is finished when the customer signs, not when it is presented', () => {
    const ticket = atWork().write('work-recorded').take('present');
    expect(ticket.clock('resolution')?.stoppedAt).toBe(null);
    expect(ticket.clock('resolution')?.explanation.pauses.at(-1)).toMatchObject({ reason: 'customer' });
    ticket.take('rework');
    expect(ticket.clock('resolution')?.explanation.pauses.at(-1)).toMatchObject({ endedBy: 'resumed' });
    expect(accepted().clock('resolution')?.stoppedAt).not.toBe(null);
  });

  it('R4-4.2 R4-4.4 reopened it is received, quoted and signed again', () => {
    const ticket = accepted().own().write('explained', 'feedback-recorded').take('close', 'reopen');
    expect(ticket.state).toBe('reception');
    expect(ticket.lacks('diagnose')).toEqual(['RECORD registered R4-4.2']);
    ticket.write('registered').take('diagnose').write('repair-plan').take('quote');
    expect(ticket.lacks('start-work')).toHaveLength(2);
  });

  it('R4-4.3 what diagnosis finds to need no repair is answered, and the customer confirms', () => {
    expect(repair().take('assign').lacks('answer')).toEqual(['NOT_FROM_THIS_STATE']);
    const ticket = diagnosed().take('answer');
    expect([ticket.state, ticket.lacks('confirm')]).toEqual([
      'answered',
      ['RECORD answer-confirmed default'],
    ]);
    expect(ticket.clock('resolution')?.stoppedAt).toBe(null);
    expect(ticket.write('answer-confirmed').take('confirm').state).toBe('feedback');
    expect(ticket.clock('resolution')?.stoppedAt).not.toBe(null);
  });

  it.each([
    ['warranty', 'reply'],
    ['training', 'finish'],
    ['parts', 'finish'],
  ])('R4-2.1 R4-4.2 %s is registered and ends by a step of its own', (requestType, step) => {
    const ticket = new Walk(r4.policy, { requestType }).take('assign');
    expect(ticket.lacks('answer')).toEqual(['NOT_FROM_THIS_STATE']);
    expect(ticket.lacks(step)).toEqual(['RECORD registered R4-4.2']);
    ticket.write('registered').take(step).write('answer-confirmed').take('confirm');
    expect(ticket.state).toBe('feedback');
  });
});
