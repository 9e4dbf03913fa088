import { Walk } from '../../testing/index.js';
import { r1 } from './index.js';

const walk = (requestType: string, severity = 'major') => new Walk(r1.policy, { requestType, severity });
const understood = (severity: string) =>
  walk('complaint', severity)
    .take('assign')
    .write('complaint-registered', 'quality-data', 'nature-determined');

/** All three departments agree. */
const signed = (ticket: Walk) =>
  ticket
    .approve('complaint-solution', 'asked', 'desk')
    .approve('complaint-solution', 'given', 'q', 'quality')
    .approve('complaint-solution', 'given', 't', 'technical-lead')
    .approve('complaint-solution', 'given', 'head', 'manager');

const solution = ['RECORD handling-form R11-3.2.3', 'APPROVAL complaint-solution R11-3.2.3'];
const closing = ['follow-up-done', 'complaint-classed', 'cause-found'];

describe('R11 complaints', () => {
  it('R11-3.2.1 R1-M11.1 a complaint is registered, its data checked and its nature settled first', () => {
    const ticket = walk('complaint', 'general').take('assign');
    for (const step of ['answer', 'visit']) {
      expect(ticket.lacks(step)).toEqual([
        'RECORD complaint-registered R11-3.2.1',
        'RECORD quality-data R11-3.2.1',
        'RECORD nature-determined R1-M11.1',
      ]);
    }
  });

  it('R11-2.4.2 if a visit is needed the engineer is notified, and the time to it is kept', () => {
    const ticket = understood('general').take('visit');
    expect(ticket.clock('assignment')?.state).toBe('no-target');
    expect(ticket.clock('assignment')?.stoppedAt).toBe(null);
    expect(ticket.lacks('arrive')).toEqual(['RECORD engineer-notified R11-2.4.2']);
    expect(ticket.write('engineer-notified').clock('assignment')?.elapsed.actual).toBe(60_000);
    expect(ticket.take('arrive').state).toBe('on-site');
  });

  it('R11-1.3 R11-3.1 R11-1.1C a minor one closes when it is classed, its cause known and the customer visited', () => {
    const ticket = understood('general').take('answer').write('answer-confirmed', 'service-card');
    ticket
      .write(...closing)
      .take('accept-answer')
      .own()
      .write('explained');
    expect(ticket.lacks('close')).toEqual([
      'RECORD follow-up-done R11-1.1C',
      'RECORD complaint-classed R11-3.1',
      'RECORD cause-found R11-1.3',
    ]);
    expect(ticket.write(...closing).take('close').state).toBe('closed');
  });

  it('R11-3.2.3 a serious one is not answered before all departments approve', () => {
    const ticket = understood('major');
    expect(ticket.lacks('answer')).toEqual(solution);
    ticket.write('handling-form').approve('complaint-solution', 'asked', 'desk');
    ticket.approve('complaint-solution', 'given', 'q', 'quality');
    ticket.approve('complaint-solution', 'given', 't', 'technical-lead');
    expect(ticket.lacks('answer')).toEqual(['APPROVAL complaint-solution R11-3.2.3']);
    ticket.approve('complaint-solution', 'given', 'head', 'manager');
    expect(ticket.take('answer').state).toBe('answered');
    expect(ticket.take('analyse-again').write('nature-determined').lacks('answer')).toEqual(solution);
  });

  it('R11-3.2.3 nor presented after a visit', () => {
    const ticket = understood('major').take('visit').write('engineer-notified').take('arrive');
    ticket.write('site-recorded').approve('major-treatment', 'asked', 'engineer');
    ticket.approve('major-treatment', 'given', 'head', 'manager').take('treat-major');
    expect(ticket.lacks('present-major')).toEqual(solution);
    expect(signed(ticket.write('handling-form')).take('present-major').state).toBe('verification');
  });

  it('R11-3.2.4 R1-M11.3 a serious one closes with measures and a service report', () => {
    const ticket = signed(understood('major').write('handling-form')).take('answer');
    ticket.write('answer-confirmed', 'service-card').take('accept-answer').own();
    ticket.write('explained', ...closing);
    expect(ticket.lacks('close')).toEqual([
      'RECORD service-report R1-M11.3',
      'RECORD measures-set R11-3.2.4',
    ]);
  });

  it('R11-3.2.3 one that turns out serious after its answer is not closed without the departments', () => {
    const ticket = understood('general').take('answer').write('answer-confirmed', 'service-card');
    ticket.take('accept-answer').classify('major').own();
    ticket.write('explained', ...closing, 'service-report', 'measures-set');
    expect(ticket.lacks('close')).toEqual(solution);
  });

  it('R11-1.3 filtering out takes a reason, and only a complaint is filtered out', () => {
    const ticket = walk('complaint').take('assign').own().write('explained');
    expect(ticket.lacks('filter-out')).toEqual(['RECORD filter-reason R11-1.3']);
    const repair = walk('repair').take('assign').own().write('explained', 'filter-reason');
    expect(repair.lacks('filter-out')).toEqual(['NOT_OFFERED default']);
  });

  it('R11-1.3 a complaint is not cancelled', () => {
    expect(walk('complaint').write('cancel-reason').lacks('cancel')).toEqual(['NOT_OFFERED default']);
  });
});

describe('R11-3.3.3.2 returns', () => {
  const received = (requestType: string) =>
    walk(requestType).take('assign', 'approve-return').takeAs('parts', 'receive').own().write('explained');

  it('R1-M6 goods are received by the warehouse, after the return was agreed', () => {
    const ticket = walk('return').take('assign', 'approve-return');
    expect([ticket.state, ticket.lacks('receive')]).toEqual(['awaiting-goods', ['ROLE R1-M6']]);
    expect(ticket.clock('return')?.state).toBe('not-started');
    expect(ticket.takeAs('parts', 'receive').clock('return')?.state).toBe('running');
  });

  it('R11-3.3.3.2 no return is closed before the goods came and the report is there', () => {
    expect(walk('return').take('assign').lacks('settle-return')).toEqual(['NOT_FROM_THIS_STATE']);
    const ticket = received('return');
    expect(ticket.lacks('settle-return')).toEqual(['RECORD return-completed R11-3.3.3.2']);
    expect(ticket.write('return-completed').take('settle-return').state).toBe('closed');
    expect(ticket.clock('return')?.state).toBe('met');
  });

  it('R1-M12 an exchange ends with the replacement that is sent', () => {
    const ticket = received('exchange');
    expect(ticket.lacks('settle-return')).toContain('NOT_OFFERED default');
    expect(ticket.lacks('replace')).toEqual(['RECORD return-completed R1-M12']);
    ticket.write('return-completed').take('replace');
    expect(ticket.facts).toContainEqual(expect.objectContaining({ record: 'replacement-sent' }));
  });
});

describe('R1 what needs neither visit nor signature', () => {
  it('R1-M13.2 a consultation is answered and closed at once', () => {
    const ticket = walk('consultation').take('assign');
    expect(ticket.lacks('reply')).toEqual(['OWNER R10-G3', 'RECORD explained R2-12']);
    expect(ticket.own().write('explained').take('reply').state).toBe('closed');
  });

  it('R1-M8 R1-M5 a delivery, a training is handled and finished', () => {
    for (const requestType of ['delivery', 'technical-exchange', 'training', 'opinion']) {
      const ticket = walk(requestType).take('assign', 'handle').own().write('explained').take('finish');
      expect([requestType, ticket.state]).toEqual([requestType, 'closed']);
    }
  });
});
