import { Walk } from '../../testing/index.js';
import { r1 } from './index.js';

const walk = (requestType: string, severity = 'major') => new Walk(r1.policy, { requestType, severity });
const { transitions } = r1.policy.workflow;

const onSite = (severity: string) =>
  walk('repair', severity).take('assign').write('guidance-failed').take('visit', 'arrive');
const approved = (ticket: Walk) =>
  ticket
    .approve('major-treatment', 'asked', 'engineer')
    .approve('major-treatment', 'given', 'head', 'manager');
const presented = () => onSite('general').write('site-recorded').take('treat', 'present');

describe('R1 a repair', () => {
  it('R1-C6 guidance comes first: nobody travels before it failed, and failed in this round', () => {
    expect(walk('repair').take('assign').lacks('visit')).toEqual(['RECORD guidance-failed R1-C6']);
    expect(walk('repair').write('guidance-failed').take('assign').lacks('visit')).toEqual([
      'RECORD guidance-failed R1-C6',
    ]);
  });

  it('R1-M11.2-1 a general issue is recorded truthfully and needs no approval', () => {
    const ticket = onSite('general');
    expect(ticket.lacks('treat')).toEqual(['RECORD site-recorded R1-M11.2-1']);
    expect(ticket.write('site-recorded').take('treat').state).toBe('treatment');
  });

  it('R1-M11.3 the customer signs, again after an objection; the forms are filled in', () => {
    const signatures = [
      'RECORD accepted R1-M11.3',
      'RECORD satisfaction-form R1-M11.3',
      'RECORD service-card R1-M13.1c',
    ];
    const ticket = presented();
    expect(ticket.lacks('accept')).toEqual(signatures);
    ticket.write('accepted', 'satisfaction-form', 'service-card').take('rework');
    expect([ticket.state, ticket.lacks('treat')]).toEqual(['on-site', ['RECORD site-recorded R1-M11.2-1']]);
    ticket.write('site-recorded').take('treat', 'present');
    expect(ticket.lacks('accept')).toEqual(signatures);
    ticket.write('accepted', 'satisfaction-form', 'service-card').take('accept');
    expect(ticket.state).toBe('returning');
  });

  it('R1-M11.3 R2-12 R10-G3 a major one closes with owner, explanation, return visit and service report', () => {
    const ticket = approved(onSite('major').write('site-recorded', 'explained')).take('treat-major');
    ticket.take('present-major').write('accepted', 'satisfaction-form', 'service-card').take('accept');
    ticket.write('follow-up-done', 'service-report').take('crew-back');
    expect(ticket.lacks('close')).toEqual([
      'OWNER R10-G3',
      'RECORD explained R2-12',
      'RECORD follow-up-done default',
      'RECORD service-report R1-M11.3',
    ]);
    ticket.own().write('explained', 'follow-up-done', 'service-report');
    expect(ticket.take('close').state).toBe('closed');
    const events = ticket.facts.map(({ kind }) => kind);
    expect(events.filter((kind) => ['arrived', 'resolved', 'closed'].includes(kind))).toEqual([
      'arrived',
      'resolved',
      'closed',
    ]);
  });

  it('R1-M11.2a R1-M11.2b solved from afar, nobody travels, and the customer confirms', () => {
    const ticket = walk('repair', 'general').take('assign', 'answer');
    expect(ticket.state).toBe('answered');
    expect(ticket.lacks('accept-answer')).toEqual([
      'RECORD answer-confirmed default',
      'RECORD service-card R1-M13.1c',
    ]);
    expect(ticket.write('answer-confirmed', 'service-card').take('accept-answer').state).toBe('return-visit');
  });

  it('R1-M9.3 the return visit is not written down by the technician who was there', () => {
    const visit = r1.policy.records?.find(({ key }) => key === 'follow-up-done');
    expect(visit?.by).toContain('dispatcher');
    expect(visit?.by).not.toContain('engineer');
  });
});

describe('R1-M11.2-2 a major issue is treated only after approval', () => {
  const lacking = ['APPROVAL major-treatment R1-M11.2-2'];

  it('R1-M11.2-2 approval gates the treatment, not the travel', () => {
    const ticket = onSite('major');
    expect(ticket.state).toBe('on-site');
    expect(ticket.lacks('treat')).toEqual(['NOT_OFFERED R1-M11.2-1', 'RECORD site-recorded R1-M11.2-1']);
    expect(ticket.lacks('treat-major')).toEqual(['RECORD site-recorded R1-M11.2-2', ...lacking]);
    ticket.write('site-recorded').approve('major-treatment', 'asked', 'engineer');
    expect(ticket.lacks('treat-major')).toEqual(lacking);
    ticket.approve('major-treatment', 'given', 'head', 'manager');
    expect(ticket.take('treat-major').state).toBe('major-treatment');
  });

  it('R1-M11.2-2 an engineer cannot approve, a refusal holds the treatment up', () => {
    const ticket = onSite('major').write('site-recorded').approve('major-treatment', 'asked', 'desk');
    ticket.approve('major-treatment', 'given', 'engineer', 'engineer');
    expect(ticket.lacks('treat-major')).toEqual(lacking);
    ticket.approve('major-treatment', 'refused', 'head', 'manager');
    expect(ticket.lacks('treat-major')).toEqual(lacking);
  });

  it('R1-M11.2-2 treatment begins on site and nowhere else', () => {
    const into = transitions.filter(({ to }) => to.endsWith('treatment'));
    expect(into.map(({ key, from, to }) => [key, from, to])).toEqual([
      ['treat', ['on-site'], 'treatment'],
      ['treat-major', ['on-site'], 'major-treatment'],
    ]);
    const toTheSite = transitions.filter(({ to }) => to === 'on-site').map(({ key, from }) => [key, from]);
    expect(toTheSite).toEqual([
      ['arrive', ['travel']],
      ['interrupt', ['installation']],
      ['rework', ['verification']],
    ]);
  });

  it('R1-M11.2-2 a remote answer that did not help leads to analysis, not to treatment', () => {
    const ticket = walk('repair').take('assign', 'answer');
    expect(ticket.lacks('rework')).toEqual(['NOT_FROM_THIS_STATE']);
    expect(ticket.take('analyse-again').state).toBe('analysis');
    expect(ticket.write('guidance-failed').take('visit').state).toBe('travel');
  });

  it('R1-M11.2-2 raised while it is treated, it is not presented without approval', () => {
    const ticket = onSite('general').write('site-recorded').take('treat').classify('major');
    expect(ticket.lacks('present')).toEqual(lacking);
    expect(approved(ticket).take('present').state).toBe('verification');
  });

  it('R1-M11.2-2 approval asked for before anybody came does not count', () => {
    const ticket = approved(walk('repair').take('assign')).write('guidance-failed').take('visit', 'arrive');
    expect(ticket.write('site-recorded').lacks('treat-major')).toEqual(lacking);
  });

  const reopened = () => {
    const ticket = approved(onSite('major').write('site-recorded')).take('treat-major', 'present-major');
    ticket.write('accepted', 'satisfaction-form', 'service-card').take('accept', 'crew-back').own();
    ticket.write('explained', 'follow-up-done', 'service-report').take('close', 'reopen');
    return ticket.write('guidance-failed').take('visit', 'arrive').write('site-recorded');
  };

  it('R1-M11.2-2 the approval of the first life is none for the second', () => {
    expect(reopened().lacks('treat-major')).toEqual(lacking);
  });

  it('R1-M11.2-2 nor for a class that was lowered and is raised again under treatment', () => {
    const ticket = reopened().classify('general').take('treat').classify('major');
    expect([ticket.state, ticket.lacks('present')]).toEqual(['treatment', lacking]);
  });
});

describe('R1-M11.3 the customer has the last word', () => {
  it('R1-M11.3 presented is not resolved: clocks wait, and go on after an objection', () => {
    const ticket = presented();
    expect(ticket.facts.some(({ kind }) => kind === 'resolved')).toBe(false);
    expect(ticket.clock('duration')?.explanation.pauses.map(({ reason }) => reason)).toEqual(['customer']);
    ticket.take('rework');
    expect(ticket.clock('duration')?.explanation.pauses.map(({ endedBy }) => endedBy)).toEqual(['resumed']);
    expect(ticket.clock('follow-up')?.state).toBe('not-started');
  });

  it('R1-M11.2a an answer is not resolved before the customer says so', () => {
    const ticket = walk('repair').take('assign', 'answer');
    expect(ticket.facts.some(({ kind }) => kind === 'resolved')).toBe(false);
    ticket.write('answer-confirmed', 'service-card').take('accept-answer');
    expect(ticket.clock('follow-up')?.state).toBe('running');
  });
});

describe('R1 installation and commissioning', () => {
  const visited = (requestType: string) =>
    walk(requestType).take('assign').write('wishes-noted').take('visit', 'arrive');

  it('R1-C3 R1-M9.2 commissioning starts when the site is surveyed and ready, by the procedure', () => {
    const ticket = visited('commissioning');
    expect(ticket.lacks('commission')).toEqual([
      'RECORD surveyed R1-C3',
      'RECORD prepared R1-C3',
      'RECORD procedure-confirmed R1-M9.2',
    ]);
    ticket.write('surveyed', 'prepared', 'procedure-confirmed').take('commission');
    expect(ticket.state).toBe('installation');
  });

  it('R1-C5 the days of commissioning begin on site, whatever was ticked before', () => {
    const ticket = walk('commissioning').take('assign').write('wishes-noted', 'surveyed', 'prepared');
    ticket.write('procedure-confirmed').take('visit', 'arrive');
    expect(ticket.lacks('commission')).toHaveLength(3);
    expect(ticket.clock('duration')?.state).toBe('not-started');
    expect(r1.policy.records?.find(({ key }) => key === 'ready')?.by).toEqual(['engineer', 'supervisor']);
    ticket.write('surveyed', 'prepared', 'procedure-confirmed').take('commission');
    expect(ticket.clock('duration')?.state).toBe('running');
  });

  it('R1-C3 a site that is not ready again stops the days until it is', () => {
    const ticket = visited('commissioning').write('surveyed', 'prepared', 'procedure-confirmed');
    ticket.take('commission', 'interrupt');
    expect([ticket.state, ticket.clock('duration')?.state]).toEqual(['on-site', 'paused']);
    expect(ticket.lacks('commission')).toHaveLength(3);
    ticket.write('surveyed', 'prepared', 'procedure-confirmed').take('commission');
    expect(ticket.clock('duration')?.state).toBe('running');
  });

  it('R1-C4 commissioning ends with joint acceptance, signed', () => {
    const ticket = visited('commissioning').write('surveyed', 'prepared', 'procedure-confirmed');
    ticket.take('commission', 'present-installation');
    expect(ticket.lacks('accept')).toEqual(['RECORD accepted R1-C4', 'RECORD service-card R1-M13.1c']);
  });

  it('R1-C1 R1-M9.1 R1-M9.2 installation: wishes before, the procedure, the checklist after', () => {
    expect(walk('installation').take('assign').lacks('visit')).toEqual(['RECORD wishes-noted R1-M9.1']);
    const ticket = visited('installation');
    expect(ticket.lacks('install')).toEqual(['RECORD procedure-confirmed R1-M9.2']);
    ticket.write('procedure-confirmed').take('install');
    expect(ticket.lacks('present-installation')).toEqual(['RECORD checklist-done R1-C1']);
    ticket.write('checklist-done').take('present-installation');
    expect(ticket.lacks('accept')).toEqual(['RECORD accepted default', 'RECORD service-card R1-M13.1c']);
  });

  it('R1-M9.3 staff come back, and the return visit is a new one after they did', () => {
    const ticket = visited('installation').write('procedure-confirmed').take('install');
    ticket.write('checklist-done').take('present-installation').write('accepted', 'service-card');
    ticket.take('accept').write('follow-up-done').take('crew-back').own().write('explained');
    expect(ticket.lacks('close')).toEqual(['RECORD follow-up-done R1-M9.3']);
  });
});
