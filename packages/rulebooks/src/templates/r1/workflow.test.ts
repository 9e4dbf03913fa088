import { Walk } from '../../testing/index.js';
import { r1 } from './index.js';

const walk = (requestType: string, severity = 'major') => new Walk(r1.policy, { requestType, severity });

describe('R1 a repair', () => {
  const onSite = (severity: string) =>
    walk('repair', severity).take('assign').write('guidance-failed').take('visit', 'arrive');

  it('R1-C6 guidance comes first: nobody travels before it failed', () => {
    expect(walk('repair').take('assign').lacks('visit')).toEqual(['RECORD guidance-failed R1-C6']);
  });

  it('R1-M11.2-2 a major issue: approval gates the treatment, not the travel', () => {
    const ticket = onSite('major');
    expect(ticket.state).toBe('on-site');
    expect(ticket.lacks('treat')).toEqual([
      'RECORD site-recorded R1-M11.2-2',
      'APPROVAL major-treatment R1-M11.2-2',
    ]);
    ticket.write('site-recorded').approve('major-treatment', 'asked', 'engineer');
    expect(ticket.lacks('treat')).toEqual(['APPROVAL major-treatment R1-M11.2-2']);
    ticket.approve('major-treatment', 'given', 'head', 'manager');
    expect(ticket.take('treat').state).toBe('treatment');
  });

  it('R1-M11.2-2 an engineer cannot approve, a refusal holds the treatment up', () => {
    const ticket = onSite('major').write('site-recorded').approve('major-treatment', 'asked', 'desk');
    ticket.approve('major-treatment', 'given', 'engineer', 'engineer');
    expect(ticket.lacks('treat')).toEqual(['APPROVAL major-treatment R1-M11.2-2']);
    ticket.approve('major-treatment', 'refused', 'head', 'manager');
    expect(ticket.lacks('treat')).toEqual(['APPROVAL major-treatment R1-M11.2-2']);
  });

  it('R1-M11.2-1 a general issue is recorded truthfully and needs no approval', () => {
    const ticket = onSite('general');
    expect(ticket.lacks('treat')).toEqual(['RECORD site-recorded R1-M11.2-1']);
    expect(ticket.write('site-recorded').take('treat').state).toBe('treatment');
  });

  it('R1-M11.3 the customer signs, again after rework; the forms are filled in', () => {
    const ticket = onSite('general').write('site-recorded').take('treat', 'present');
    expect(ticket.lacks('accept')).toEqual([
      'RECORD accepted R1-M11.3',
      'RECORD satisfaction-form R1-M11.3',
      'RECORD service-card R1-M13.1c',
    ]);
    ticket.write('accepted', 'satisfaction-form', 'service-card').take('rework', 'present');
    expect(ticket.lacks('accept')).toEqual(['RECORD accepted R1-M11.3']);
    expect(ticket.write('accepted').take('accept').state).toBe('return-visit');
  });

  it('R1-M11.3 R2-12 R10-G3 a major one closes with owner, explanation, return visit and service report', () => {
    const ticket = onSite('major').write('site-recorded');
    ticket
      .approve('major-treatment', 'asked', 'engineer')
      .approve('major-treatment', 'given', 'head', 'manager');
    ticket.take('treat', 'present').write('accepted', 'satisfaction-form', 'service-card').take('accept');
    expect(ticket.lacks('close')).toEqual([
      'OWNER R10-G3',
      'RECORD explained R2-12',
      'RECORD follow-up-done default',
      'RECORD service-report R1-M11.3',
    ]);
    ticket.own().write('explained', 'follow-up-done', 'service-report');
    expect(ticket.take('close').state).toBe('closed');
    expect(ticket.facts.filter(({ kind }) => ['arrived', 'resolved', 'closed'].includes(kind))).toMatchObject(
      [{ kind: 'arrived' }, { kind: 'resolved' }, { kind: 'closed' }],
    );
  });

  it('R1-M11.2a R1-M11.2b solved from afar, nobody travels; what did not help is analysed again', () => {
    const ticket = walk('repair', 'general').take('assign', 'answer');
    expect(ticket.state).toBe('verification');
    expect(ticket.take('analyse-again').state).toBe('analysis');
    expect(ticket.write('guidance-failed').take('visit').state).toBe('travel');
  });

  it('R1-M9.3 the return visit is not written down by the technician who was there', () => {
    const visit = r1.policy.records?.find(({ key }) => key === 'follow-up-done');
    expect(visit?.by).toContain('dispatcher');
    expect(visit?.by).not.toContain('engineer');
  });
});

describe('R1 installation and commissioning', () => {
  it('R1-C3 R1-M9.2 commissioning starts when the site is surveyed and ready, by the procedure', () => {
    const ticket = walk('commissioning').take('assign').write('wishes-noted').take('visit', 'arrive');
    expect(ticket.lacks('treat')).toEqual([
      'RECORD surveyed R1-C3',
      'RECORD ready R1-C3',
      'RECORD procedure-confirmed R1-M9.2',
    ]);
    expect(ticket.write('surveyed', 'ready', 'procedure-confirmed').take('treat').state).toBe('treatment');
  });

  it('R1-C4 commissioning ends with joint acceptance, signed', () => {
    const ticket = walk('commissioning').take('assign').write('wishes-noted').take('visit', 'arrive');
    ticket.write('surveyed', 'ready', 'procedure-confirmed').take('treat', 'present');
    expect(ticket.lacks('accept')).toEqual(['RECORD accepted R1-C4', 'RECORD service-card R1-M13.1c']);
  });

  it('R1-C1 R1-M9.1 installation asks for the customer’s wishes before and the checklist after', () => {
    const ticket = walk('installation').take('assign');
    expect(ticket.lacks('visit')).toEqual(['RECORD wishes-noted R1-M9.1']);
    ticket.write('wishes-noted').take('visit', 'arrive').write('procedure-confirmed').take('treat');
    expect(ticket.lacks('present')).toEqual(['RECORD checklist-done R1-C1']);
  });
});

describe('R11 complaints and returns', () => {
  it('R11-3.2.1 R1-M11.1 a complaint is registered and its nature settled before it is answered', () => {
    expect(walk('complaint', 'general').take('assign').lacks('answer')).toEqual([
      'RECORD complaint-registered R11-3.2.1',
      'RECORD nature-determined R1-M11.1',
    ]);
  });

  it('R11-2.4.2 if a visit is needed the engineer is notified first', () => {
    const ticket = walk('complaint').take('assign').write('complaint-registered', 'nature-determined');
    expect(ticket.lacks('visit')).toEqual(['RECORD engineer-notified R11-2.4.2']);
  });

  const answered = (severity: string) =>
    walk('complaint', severity)
      .take('assign')
      .write('complaint-registered', 'nature-determined')
      .take('answer')
      .write('accepted', 'satisfaction-form', 'service-card')
      .take('accept')
      .own()
      .write('explained');

  it('R11-1.3 R11-3.1 a minor one closes when it is classed and its cause is known', () => {
    const ticket = answered('general');
    expect(ticket.lacks('close')).toEqual(['RECORD complaint-classed R11-3.1', 'RECORD cause-found R11-1.3']);
    expect(ticket.write('complaint-classed', 'cause-found').take('close').state).toBe('closed');
  });

  it('R11-3.2.3 R11-3.2.4 a serious one stays provisional until the departments approve', () => {
    const ticket = answered('major').write('complaint-classed', 'cause-found', 'service-report');
    expect(ticket.lacks('close')).toEqual([
      'RECORD handling-form R11-3.2.3',
      'RECORD measures-set R11-3.2.4',
      'APPROVAL complaint-solution R11-3.2.3',
    ]);
    ticket.write('handling-form', 'measures-set').approve('complaint-solution', 'asked', 'desk');
    ticket
      .approve('complaint-solution', 'given', 'quality', 'quality')
      .approve('complaint-solution', 'given', 'technical', 'technical-lead');
    expect(ticket.lacks('close')).toEqual(['APPROVAL complaint-solution R11-3.2.3']);
    ticket.approve('complaint-solution', 'given', 'head', 'manager');
    expect(ticket.take('close').state).toBe('closed');
  });

  it('R11-1.3 filtering out takes a reason, and only a complaint is filtered out', () => {
    const ticket = walk('complaint').take('assign').own().write('explained');
    expect(ticket.lacks('filter-out')).toEqual(['RECORD filter-reason R11-1.3']);
    expect(
      walk('repair').take('assign').own().write('explained', 'filter-reason').lacks('filter-out'),
    ).toEqual(['NOT_OFFERED default']);
  });

  it('R11-3.3.3.2 a return is presented with its analysis report', () => {
    const ticket = walk('return').take('assign', 'handle');
    expect(ticket.lacks('present')).toEqual(['RECORD return-completed R11-3.3.3.2']);
  });
});
