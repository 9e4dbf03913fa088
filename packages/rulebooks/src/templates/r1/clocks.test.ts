import type { ClockRule, Duration, Policy } from '@aftercare/policy-engine';
import { at, cited, clockAt, fact, moment, read, recorded, reported } from '../../testing/index.js';
import { r1 } from './index.js';

const { policy } = r1;
const jiangsu = '32';
const zhejiang = '33';

/** The template as a maker would edit it: one rule with another target. */
const withTarget = (id: string, target: Duration): Policy => ({
  ...policy,
  clockRules: policy.clockRules.map((rule): ClockRule => (rule.id === id ? { ...rule, target } : rule)),
});
const workingHours = (amount: number): Duration => ({ amount, unit: 'hours', basis: 'working-hours' });

const lunch = [
  fact('paused', '2026-03-02 11:30', { pause: 'p1', reason: 'customer', by: 'engineer' }),
  fact('resumed', '2026-03-02 13:30', { pause: 'p1' }),
];

describe('R1 arrival', () => {
  const notice = (province?: string) => [reported('2026-03-02 09:00', 'commissioning', province)];
  const arrival = (facts: Parameters<typeof clockAt>[3], now = '2026-03-02 14:00') =>
    clockAt(policy, 'arrival', now, facts);

  it('R1-C2 in-province: within 24 h of the customer’s notice', () => {
    expect(read(arrival(notice(jiangsu)))).toBe('running · 2026-03-03T09:00:00+08:00 · R1-C2');
  });

  it('R1-C2 out of province: within 48 h', () => {
    expect(read(arrival(notice(zhejiang)))).toBe('running · 2026-03-04T09:00:00+08:00 · R1-C2');
  });

  it('R1-C2 counts nights and holidays, across Spring Festival 2026 too', () => {
    const facts = [reported('2026-02-14 17:30', 'commissioning', zhejiang)];
    expect(read(arrival(facts, '2026-02-15 08:00'))).toBe('running · 2026-02-16T17:30:00+08:00 · R1-C2');
  });

  it('R1-C2 Hong Kong, Macao, Taiwan, abroad and an unknown province: only what is agreed', () => {
    for (const province of ['71', '81', '82', undefined]) {
      expect(read(arrival(notice(province)))).toBe('no-target · nothing due · default');
    }
    const abroad = [
      fact('reported', '2026-03-02 09:00', { requestType: 'commissioning', site: { country: 'VN' } }),
    ];
    expect(read(arrival(abroad))).toBe('no-target · nothing due · default');
  });

  it('R1-C2 special cases by agreement: who, why, and confirmed by whom', () => {
    const agreed = fact('agreed', '2026-03-02 10:00', {
      clock: 'arrival',
      due: at('2026-03-06 09:00'),
      by: 'supervisor',
      why: '客户停产检修后才能进场',
      confirmedBy: '客户设备科',
    });
    const clock = arrival([...notice(jiangsu), agreed]);
    expect(read(clock)).toBe('running · 2026-03-06T09:00:00+08:00 · R1-C2');
    expect(clock?.agreement).toMatchObject({ by: 'supervisor', confirmedBy: '客户设备科' });
  });

  it('R1-C2 an agreement after the promise was missed does not count', () => {
    const late = fact('agreed', '2026-03-03 10:00', {
      clock: 'arrival',
      due: at('2026-03-06 09:00'),
      by: 'supervisor',
      why: '补办',
      confirmedBy: '客户设备科',
    });
    const clock = arrival([...notice(jiangsu), late], '2026-03-03 12:00');
    expect(read(clock)).toBe('missed · 2026-03-03T09:00:00+08:00 · R1-C2');
    expect(clock?.explanation.refused.map(({ reason }) => reason)).toEqual(['TOO_LATE']);
  });

  it('D7 a corrected province moves the promise, with the reason', () => {
    const corrected = fact('site-corrected', '2026-03-02 12:00', {
      site: { country: 'CN', province: jiangsu },
      reason: '现场在宜兴，登记有误',
    });
    const clock = arrival([...notice(zhejiang), corrected]);
    expect(read(clock)).toBe('running · 2026-03-03T09:00:00+08:00 · R1-C2');
    expect(clock?.superseded).toMatchObject([
      { state: 'cancelled', because: 'site', why: '现场在宜兴，登记有误', dueAt: at('2026-03-04 09:00') },
    ]);
  });

  it('C8 waiting for the customer over lunch adds two hours to a natural promise', () => {
    expect(read(arrival([...notice(jiangsu), ...lunch]))).toBe('running · 2026-03-03T11:00:00+08:00 · R1-C2');
  });
});

describe('R1-C6 on a repair call', () => {
  const call = (province: string) => [
    reported('2026-03-02 09:00', 'repair', province),
    fact('guided', '2026-03-02 09:20', { by: 'maker' }),
  ];
  const failed = recorded('2026-03-02 10:30', 'guidance-failed');
  const clock = (kind: 'guidance' | 'arrival', facts: Parameters<typeof clockAt>[3]) =>
    read(clockAt(policy, kind, '2026-03-02 14:00', facts));

  it('R1-C6 guidance is given at once: the time taken is kept, no figure is promised', () => {
    expect(clock('guidance', call(jiangsu))).toBe('no-target · nothing due · R1-C6');
    expect(clockAt(policy, 'guidance', '2026-03-02 14:00', call(jiangsu))?.elapsed.actual).toBe(1_200_000);
  });

  it('R1-C6 while guidance has not failed, nobody need come', () => {
    expect(clock('arrival', call(jiangsu))).toBe('not-started · nothing due · R1-C6');
  });

  it('R1-C6 failed guidance starts 24 h in-province', () => {
    expect(clock('arrival', [...call(jiangsu), failed])).toBe('running · 2026-03-03T10:30:00+08:00 · R1-C6');
  });

  it('R1-C6 failed guidance starts 48 h out of province', () => {
    expect(clock('arrival', [...call(zhejiang), failed])).toBe('running · 2026-03-04T10:30:00+08:00 · R1-C6');
  });

  it('D1 a major issue raised on the way keeps the start of the promise', () => {
    const raised = fact('severity-set', '2026-03-02 13:00', { severity: 'major', reason: '影响出水水质' });
    const facts = [reported('2026-03-02 09:00', 'repair', jiangsu, 'general'), failed, raised];
    expect(clock('arrival', facts)).toBe('running · 2026-03-03T10:30:00+08:00 · R1-C6');
  });
});

describe('R1-C5 commissioning', () => {
  const started = [
    reported('2026-03-01 09:00', 'commissioning', jiangsu),
    fact('arrived', '2026-03-02 08:00', {}),
  ];
  const ready = recorded('2026-03-02 10:00', 'ready');
  const clock = (facts: Parameters<typeof clockAt>[3]) =>
    clockAt(policy, 'duration', '2026-03-06 12:00', facts);

  it('R1-C3 does not count before the site is ready', () => {
    expect(read(clock(started))).toBe('not-started · nothing due · R1-C5');
  });

  it('R1-C5 planned for five days from readiness, seven at the latest', () => {
    const result = clock([...started, ready]);
    expect(read(result)).toBe('running · 2026-03-09T10:00:00+08:00 · R1-C5');
    expect(moment(result?.plannedAt ?? null)).toBe('2026-03-07T10:00:00+08:00');
  });

  it('R1-C3 stands still while the site is not ready again', () => {
    const notReady = [
      fact('paused', '2026-03-03 08:00', { pause: 'p1', reason: 'site-not-ready', by: 'engineer' }),
      fact('resumed', '2026-03-05 08:00', { pause: 'p1' }),
    ];
    expect(read(clock([...started, ready, ...notReady]))).toBe('running · 2026-03-11T10:00:00+08:00 · R1-C5');
  });
});

describe('R1-M9.3 return visit', () => {
  const done = [
    reported('2026-03-01 09:00', 'installation', jiangsu),
    fact('resolved', '2026-03-10 15:00', {}),
  ];

  it('R1-M9.3 within one week of the customer’s acceptance', () => {
    expect(read(clockAt(policy, 'follow-up', '2026-03-12 09:00', done))).toBe(
      'running · 2026-03-17T15:00:00+08:00 · R1-M9.3',
    );
    const visited = [...done, recorded('2026-03-16 10:00', 'follow-up-done')];
    expect(read(clockAt(policy, 'follow-up', '2026-03-18 09:00', visited))).toBe(
      'met · 2026-03-17T15:00:00+08:00 · R1-M9.3',
    );
  });

  it('R1-M9.3 asks for one after installation only; for a repair it is marked as a default', () => {
    const repaired = [
      reported('2026-03-01 09:00', 'repair', jiangsu),
      fact('resolved', '2026-03-10 15:00', {}),
    ];
    expect(read(clockAt(policy, 'follow-up', '2026-03-12 09:00', repaired))).toBe(
      'running · 2026-03-17T15:00:00+08:00 · default',
    );
  });
});

describe('R11 returns', () => {
  const goods = (received: string, requestType = 'return') => [
    reported('2026-02-02 09:00', requestType, jiangsu),
    recorded(received, 'goods-received'),
  ];
  const due = (received: string) => read(clockAt(policy, 'return', received, goods(received)));

  // Sat 14 Feb is worked, 15–23 Feb are off, Tue 24 and Wed 25 are the second and third day
  it('R11-3.3.3.2 three working days across Spring Festival 2026, make-up Saturday counted', () => {
    expect(due('2026-02-13 10:00')).toBe('running · 2026-02-25T18:00:00+08:00 · R11-3.3.3.2');
  });

  // Thu 30 Apr, then 1–5 May are off, Wed 6 and Thu 7 May
  it('R11-3.3.3.2 three working days across Labour Day', () => {
    expect(due('2026-04-29 14:00')).toBe('running · 2026-05-07T18:00:00+08:00 · R11-3.3.3.2');
  });

  // received after work on the eve: counts as Wed 6 May; then Thu 7, Fri 8, and Sat 9 May, which is worked
  it('R11-3.3.3.2 goods that come after work count from the next opening', () => {
    expect(due('2026-04-30 18:30')).toBe('running · 2026-05-09T18:00:00+08:00 · R11-3.3.3.2');
  });

  it('R11-5 R11 prevails over R1 where both speak of returns, and R1 says why it lost', () => {
    const clock = clockAt(policy, 'return', '2026-03-02 12:00', goods('2026-03-02 10:00'));
    expect(clock?.rule.id).toBe('return-ordinary');
    expect(clock?.losing).toEqual([
      {
        rule: { id: 'return-by-procedure', source: { kind: 'clause', clause: 'R1-M12' } },
        reason: 'OVERRULED',
      },
    ]);
  });

  it('R11-5 where R11 is silent, R1 decides: exchanges', () => {
    const clock = clockAt(policy, 'return', '2026-03-02 12:00', goods('2026-03-02 10:00', 'exchange'));
    expect([clock?.state, clock && cited(clock), clock?.losing]).toEqual(['no-target', 'R1-M12', []]);
  });

  it('R11-3.3.3.2 special cases within 24 h; the three days are cancelled, not met', () => {
    const urgent = fact('severity-set', '2026-03-02 15:00', { severity: 'urgent', reason: '客户停产待料' });
    const facts = [...goods('2026-03-02 10:00'), urgent];
    const clock = clockAt(policy, 'return', '2026-03-02 16:00', facts);
    expect(read(clock)).toBe('running · 2026-03-03T10:00:00+08:00 · R11-3.3.3.2');
    expect(clock?.superseded).toMatchObject([
      {
        rule: { id: 'return-ordinary' },
        state: 'cancelled',
        because: 'severity',
        dueAt: at('2026-03-05 18:00'),
      },
    ]);
    expect(clock?.losing.map(({ rule, reason }) => `${rule.id} ${reason}`)).toEqual([
      'return-ordinary LESS_SPECIFIC',
      'return-by-procedure OVERRULED',
    ]);
  });

  it('R11-4.2 R11-4.3 contact and answer are clocks of their own', () => {
    const facts = [
      reported('2026-03-02 09:00', 'complaint', jiangsu),
      fact('responded', '2026-03-02 09:30', { by: 'maker', audience: 'public' }),
      recorded('2026-03-02 15:00', 'answered'),
    ];
    const taken = (kind: 'contact' | 'answer') =>
      clockAt(policy, kind, '2026-03-03 09:00', facts)?.elapsed.actual;
    expect([taken('contact'), taken('answer')]).toEqual([1_800_000, 21_600_000]);
  });
});

describe('R1 as a maker edits it', () => {
  // Fri 16–18: two hours; Sat 14 Feb, a make-up day: 9–12 and 13–16, six hours
  it('B3 eight working hours from Friday 13 Feb 2026 16:00 end on the make-up Saturday at 16:00', () => {
    const facts = [reported('2026-02-13 16:00', 'training', jiangsu)];
    const clock = clockAt(
      withTarget('other-response', workingHours(8)),
      'response',
      '2026-02-13 17:00',
      facts,
    );
    expect(moment(clock?.dueAt ?? null)).toBe('2026-02-14T16:00:00+08:00');
    expect(clock?.calendar).toMatchObject({ key: 'maker', version: 1 });
  });

  // 9–12 and 13–14 make four hours; of the pause 11:30–13:30 one hour is working time
  it('C8 a pause over lunch takes only the working time inside it', () => {
    const edited = withTarget('return-ordinary', workingHours(4));
    const facts = [
      reported('2026-03-01 09:00', 'return', jiangsu),
      recorded('2026-03-02 09:00', 'goods-received'),
    ];
    const due = (more: typeof facts) =>
      moment(clockAt(edited, 'return', '2026-03-02 13:45', [...facts, ...more])?.dueAt ?? null);
    expect(due([])).toBe('2026-03-02T14:00:00+08:00');
    expect(due(lunch)).toBe('2026-03-02T15:00:00+08:00');
  });

  it('B5 three working days that run into 2027 are provisional', () => {
    const facts = [
      reported('2026-12-29 09:00', 'return', jiangsu),
      recorded('2026-12-30 10:00', 'goods-received'),
    ];
    expect(clockAt(policy, 'return', '2026-12-30 12:00', facts)).toMatchObject({ provisional: true });
  });
});
