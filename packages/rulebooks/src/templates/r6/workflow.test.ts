import { at, clockAt, fact, read, reported, Walk } from '../../testing/index.js';
import { r6 } from './index.js';

const walk = (requestType: string) => new Walk(r6.policy, { requestType });
const underRepair = () => walk('repair').take('assign').write('qualified').take('start');

describe('R6 a repair', () => {
  it('R6-4.1 whoever repairs holds certificate and training pass', () => {
    expect(walk('repair').take('assign').lacks('start')).toEqual(['RECORD qualified R6-4.1']);
    expect(walk('repair').write('qualified').take('assign').lacks('start')).toHaveLength(1);
    const ticket = underRepair().take('reassign');
    expect([ticket.state, ticket.lacks('start')]).toEqual(['assigned', ['RECORD qualified R6-4.1']]);
  });

  it('R6-3.3 what takes longer gets a plan, and the customer is told the limit; each time anew', () => {
    const ticket = underRepair();
    const asked = ['RECORD repair-plan R6-3.3', 'AGREEMENT resolution R6-3.3', 'RECORD plan-told R6-3.3'];
    expect(ticket.lacks('plan')).toEqual(asked);
    ticket.write('repair-plan', 'plan-told');
    expect(ticket.lacks('plan')).toEqual(['AGREEMENT resolution R6-3.3']);
    ticket.agree('resolution').take('plan', 'resume');
    expect(ticket.state).toBe('repair');
    expect(ticket.lacks('plan')).toEqual(asked);
  });

  it('R6-4.2 R6-4.4 surroundings are protected and parts come through the one channel', () => {
    expect(underRepair().lacks('test')).toEqual([
      'RECORD surroundings-protected R6-4.2',
      'RECORD parts-traced R6-4.4',
    ]);
  });

  it('R6-4.3 ends with a test and a trial run, both again after a failed one', () => {
    const ticket = underRepair().write('surroundings-protected', 'parts-traced').take('test');
    expect(ticket.lacks('pass')).toEqual(['RECORD tested R6-4.3', 'RECORD trial-run R6-4.3']);
    ticket.write('tested').take('rework').write('surroundings-protected', 'parts-traced').take('test');
    expect(ticket.lacks('pass')).toEqual(['RECORD tested R6-4.3', 'RECORD trial-run R6-4.3']);
    expect(ticket.write('tested', 'trial-run').take('pass').state).toBe('feedback');
  });

  it('R6-3.4 R6-4.5 R2-12 R10-G3 closes when the customer knows the result and the next maintenance', () => {
    const ticket = underRepair().write('surroundings-protected', 'parts-traced').take('test');
    ticket.write('tested', 'trial-run').take('pass');
    expect(ticket.lacks('close')).toEqual([
      'OWNER R10-G3',
      'RECORD explained R2-12',
      'RECORD feedback-recorded R6-3.4',
      'RECORD next-maintenance-told R6-3.4',
      'RECORD archived R6-4.5',
    ]);
    ticket.own().write('explained', 'feedback-recorded', 'next-maintenance-told', 'archived');
    expect(ticket.take('close').state).toBe('closed');
  });

  it('R6-5.4 a complaint closes with the lesson drawn from it', () => {
    const ticket = walk('complaint').take('assign');
    expect(ticket.lacks('settle')).toEqual(['RECORD settled default']);
    ticket.write('settled').take('settle').own().write('explained', 'feedback-recorded');
    expect(ticket.lacks('close')).toEqual(['RECORD lesson-drawn R6-5.4']);
  });

  it('R6-5.4 a complaint is not cancelled, and it may be agreed until when it is settled', () => {
    const ticket = walk('complaint').write('cancel-reason');
    expect(ticket.lacks('cancel')).toEqual(['NOT_OFFERED default']);
    expect(ticket.agree('resolution').clock('resolution')?.state).toBe('running');
  });

  it('R6-4.3 reopened it is repaired and tested again, by somebody whose papers are checked again', () => {
    const ticket = underRepair().write('surroundings-protected', 'parts-traced').take('test');
    ticket.write('tested', 'trial-run').take('pass').own();
    ticket.write('explained', 'feedback-recorded', 'next-maintenance-told', 'archived').take('close');
    ticket.take('reopen');
    expect([ticket.state, ticket.lacks('start')]).toEqual(['assigned', ['RECORD qualified R6-4.1']]);
    expect(ticket.clock('resolution')?.stoppedAt).toBe(null);
  });
});

describe('R6-3.3 the time limit told to the customer', () => {
  const limit = (when: string, due: string) =>
    fact('agreed', when, {
      clock: 'resolution',
      due: at(due),
      by: 'engineer',
      why: '等待备件到货',
      confirmedBy: '客户电气主管',
    });
  const call = reported('2026-03-02 09:00', 'repair');

  it('R6-3.3 is the promise from then on', () => {
    const facts = [call, limit('2026-03-02 15:00', '2026-03-05 18:00')];
    expect(read(clockAt(r6.policy, 'resolution', '2026-03-03 09:00', facts))).toBe(
      'running · 2026-03-05T18:00:00+08:00 · R6-3.3',
    );
  });

  it('R6-3.3 a limit that was not kept stays on record when another is told', () => {
    const facts = [
      call,
      limit('2026-03-02 15:00', '2026-03-05 18:00'),
      limit('2026-03-06 09:00', '2026-03-09 18:00'),
    ];
    const clock = clockAt(r6.policy, 'resolution', '2026-03-06 10:00', facts);
    expect(read(clock)).toBe('running · 2026-03-09T18:00:00+08:00 · R6-3.3');
    expect(clock?.superseded.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['no-target', null],
      ['missed', at('2026-03-05 18:00')],
    ]);
  });
});
