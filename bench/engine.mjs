// node --expose-gc bench/engine.mjs: what evaluating tickets costs; see README.md.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: [path.join(root, 'packages/policy-engine/src/index.ts')],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
});
const bundle = outputFiles[0].contents;
const { evaluateClocks } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle).toString('base64')}`
);

const minute = 60_000;
const day = 24 * 60 * minute;
const china = (text) => Date.parse(`2026-${text}:00+08:00`);
const named = { zh: '默认', en: 'Default' };
const source = { kind: 'default' };

const office = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const holidays = [
  ...[
    '01-01',
    '01-02',
    '02-16',
    '02-17',
    '02-18',
    '02-19',
    '02-20',
    '02-23',
    '04-06',
    '05-01',
    '05-04',
    '05-05',
  ],
  ...['06-19', '09-25', '10-01', '10-02', '10-05', '10-06', '10-07'],
];
const makeUpDays = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];
const calendar = (week, days) => ({
  key: 'office',
  version: 1,
  title: named,
  publishedAt: china('01-01T00:00'),
  zone: { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] },
  week,
  days,
  known: { from: '2026-01-01', through: '2026-12-31' },
  liveClocks: 'recompute',
  notices: [],
});
const china2026 = calendar({ mon: office, tue: office, wed: office, thu: office, fri: office }, [
  ...holidays.map((date) => ({ date: `2026-${date}`, kind: 'holiday', name: named })),
  ...makeUpDays.map((date) => ({ date: `2026-${date}`, kind: 'working', name: named, hours: 'mon' })),
]);
const oneMinuteAWeek = calendar({ mon: [{ from: '09:00', to: '09:01' }] }, []);

const hours = (amount) => ({ amount, unit: 'hours', basis: 'working-hours' });
const days = (amount) => ({
  amount,
  unit: 'days',
  basis: 'working-days',
  endsAt: 'end-of-day',
  startOutside: 'next-opening',
});
const rule = (kind, stopsAt, target, reminders = []) => ({
  id: kind,
  kind,
  when: {},
  rank: 0,
  target,
  startsAt: 'reported',
  stopsAt,
  reminders,
  source,
});
const policyOf = (...clockRules) => ({
  rulebook: 'R1',
  title: named,
  requestTypes: [{ key: 'repair', label: named }],
  clockRules,
  calendarRules: [{ id: 'office', when: {}, rank: 0, calendar: 'office', source }],
  pauseReasons: [
    { key: 'parts', label: named, limit: { amount: 5, unit: 'days', basis: 'natural' }, source },
  ],
  workflow: { states: [], initial: 'reported', transitions: [] },
});
const warning = [{ id: 'warning', at: 'before', by: hours(2), tell: ['desk'] }];
const policy = policyOf(
  rule('response', 'responded', hours(4), warning),
  rule('arrival', 'arrived', hours(16), warning),
  rule('resolution', 'resolved', days(5), warning),
  rule('return', 'returned', days(10), warning),
);

/** One report, 14 pauses that end, and an answer: 30 facts over two weeks around the Spring Festival. */
function ticket(number) {
  const start = china('02-09T09:10') + (number % 400) * minute;
  const fact = (at, kind, more) => ({ at, recordedAt: at, kind, ...more });
  const pauses = Array.from({ length: 14 }, (_, index) => {
    const at = start + index * day + 3 * 60 * minute;
    const pause = `p${index}`;
    return [
      fact(at, 'paused', { pause, reason: 'parts', by: 'desk' }),
      fact(at + 90 * minute, 'resumed', { pause }),
    ];
  });
  return [
    fact(start, 'reported', { requestType: 'repair' }),
    ...pauses.flat(),
    fact(start + 100 * minute, 'responded', { by: 'maker', audience: 'public' }),
  ];
}

const tickets = Array.from({ length: 10_000 }, (_, number) => ({
  policy,
  calendars: [china2026],
  facts: ticket(number),
  now: china('02-25T12:00'),
}));
const [first] = tickets;
const results = evaluateClocks(first);
if (first.facts.length !== 30 || results.length !== 4)
  throw new Error('The ticket is not the one described.');

// 520 minutes on one working minute a week: ten years
const longest = {
  policy: policyOf(rule('return', 'returned', { amount: 520, unit: 'minutes', basis: 'working-hours' })),
  calendars: [oneMinuteAWeek],
  facts: [
    { at: china('01-05T09:00'), recordedAt: china('01-05T09:00'), kind: 'reported', requestType: 'repair' },
  ],
  now: china('01-05T09:00'),
};
const [{ dueAt }] = evaluateClocks(longest);
if (new Date(dueAt).getUTCFullYear() !== 2035) throw new Error('Not ten years.');

/** Microseconds of one call: the median of rounds, after warming up. */
function microseconds(call, times, rounds = 15) {
  for (let index = 0; index < times; index++) call(index);
  const taken = Array.from({ length: rounds }, () => {
    const started = performance.now();
    for (let index = 0; index < times; index++) call(index);
    return ((performance.now() - started) * 1000) / times;
  });
  return taken.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const facts = JSON.stringify(first.facts);
const floor = microseconds(() => JSON.stringify(results).length + JSON.parse(facts).length, 2_000);
const one = microseconds(() => evaluateClocks(first), 300);
const decade = microseconds(() => evaluateClocks(longest), 30);

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const started = performance.now();
for (const each of tickets) evaluateClocks(each);
const all = ((performance.now() - started) * 1000) / tickets.length;
globalThis.gc?.();
const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;

const line = (name, value, ratio) =>
  console.log(`${name.padEnd(54)}${value.padStart(12)}${ratio.padStart(10)}`);
const row = (name, value) => line(name, `${value.toFixed(1)} µs`, `${(value / floor).toFixed(1)} ×`);
line('', 'time', 'ratio');
row('floor: facts from JSON, results to JSON', floor);
row('one ticket: 4 clocks, 30 facts, China 2026', one);
row('each of 10,000 tickets', all);
row('ten years on one working minute a week', decade);
console.log(
  `\nheap after 10,000 tickets: ${globalThis.gc ? `${grown < 0 ? '' : '+'}${grown.toFixed(2)} MB` : 'run with --expose-gc'}`,
);
