import { Walk } from '../../testing/index.js';
import { r3 } from './index.js';

const walk = (requestType: string) => new Walk(r3.policy, { requestType });

describe('R3 service', () => {
  it('R3-6.3 no repair is closed before its functional test, and a failed one is tested again', () => {
    const ticket = walk('repair').take('assign', 'start').write('genuine-parts').take('test');
    ticket.own().write('explained');
    expect(ticket.lacks('close')).toEqual(['RECORD tested R3-6.3']);
    ticket.write('tested').take('rework');
    expect(ticket.lacks('test')).toEqual(['RECORD genuine-parts R3-6.2']);
    ticket.write('genuine-parts').take('test');
    expect(ticket.lacks('close')).toEqual(['RECORD explained R2-12', 'RECORD tested R3-6.3']);
    expect(ticket.write('explained', 'tested').take('close').state).toBe('closed');
  });

  it('R3-6.2 only parts that were checked to be genuine reach the test', () => {
    expect(walk('repair').take('assign', 'start').lacks('test')).toEqual(['RECORD genuine-parts R3-6.2']);
  });

  it('R3-5.1 R3-5.2 R3-5.3 an installation: standard, property, and signed instructions', () => {
    const ticket = walk('installation').take('assign', 'start');
    expect(ticket.lacks('test')).toEqual([
      'RECORD installation-checklist R3-5.1',
      'RECORD property-protected R3-5.2',
    ]);
    ticket
      .write('installation-checklist', 'property-protected')
      .take('test')
      .own()
      .write('explained', 'tested');
    expect(ticket.lacks('close')).toEqual(['RECORD instructed R3-5.3']);
  });

  it('R3-7.1 R3-7.2 a replacement is checked before it is issued, and settled by company policy', () => {
    const ticket = walk('exchange').take('assign', 'start');
    expect(ticket.lacks('test')).toEqual(['RECORD replacement-checked R3-7.2']);
    ticket.write('replacement-checked').take('test').own().write('explained', 'tested');
    expect(ticket.lacks('close')).toEqual(['RECORD return-settled R3-7.1']);
  });

  it('R3-6.2 R3-6.3 what comes again is repaired and tested again', () => {
    const ticket = walk('repair').take('assign', 'start').write('genuine-parts').take('test').own();
    ticket.write('explained', 'tested').take('close', 'reopen', 'start');
    expect(ticket.lacks('test')).toEqual(['RECORD genuine-parts R3-6.2']);
    ticket.write('genuine-parts').take('test');
    expect(ticket.lacks('close')).toEqual(['RECORD explained R2-12', 'RECORD tested R3-6.3']);
  });

  it('R3-7.1 a return is settled by company policy', () => {
    const ticket = walk('return').write('return-settled').take('assign', 'start').own().write('explained');
    expect(ticket.lacks('settle')).toEqual(['RECORD return-settled R3-7.1']);
  });

  it('R3-9 an assignment is refused with a reason, each time anew, and can be given to another', () => {
    const ticket = walk('repair').take('assign');
    expect(ticket.lacks('decline')).toEqual(['RECORD refusal-reason R3-9']);
    expect(ticket.write('refusal-reason').take('decline').state).toBe('reported');
    expect(ticket.take('assign').lacks('decline')).toEqual(['RECORD refusal-reason R3-9']);
  });

  it('R3-4 R2-12 a consultation is answered and closed at once, explained and by somebody', () => {
    const ticket = walk('consultation').take('assign');
    expect(ticket.lacks('answer')).toEqual(['OWNER R10-G3', 'RECORD explained R2-12']);
    ticket.own().write('explained').take('answer');
    expect(ticket.state).toBe('closed');
    expect(ticket.facts).toContainEqual(expect.objectContaining({ kind: 'recorded', record: 'answered' }));
  });
});
