import { buildSync, transformSync } from 'esbuild';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { Policy } from './index.js';
import { evaluateClocks, parsePolicy } from './index.js';
import { china, office, policyWith, reported, responded, rule, workingHours } from './testing/index.js';

const policy: Policy = {
  ...policyWith(rule({ target: workingHours(4) })),
  calendarRules: [{ id: 'office', when: {}, rank: 0, calendar: 'office', source: { kind: 'default' } }],
};
const facts = [reported(china('03-02 17:00')), responded(china('03-03 10:30'))];
const ticket = { policy, calendars: [office], facts, now: china('03-03 12:00') };

/** What the bundle answers where there is nothing but the language: no zones, no time of day, no chance. */
function answersFrom(bundle: string): string {
  const { code } = transformSync(bundle, { format: 'iife', globalName: 'engine', charset: 'utf8' });
  const bare = createContext({ given: JSON.stringify(ticket) });
  return String(
    runInContext(
      `delete globalThis.Intl;
      Date.now = Math.random = () => { throw new Error('The engine is pure.'); };
      ${code}
      const ticket = JSON.parse(given);
      JSON.stringify([engine.parsePolicy(ticket.policy), engine.evaluateClocks(ticket)]);`,
      bare,
    ),
  );
}

describe('the engine as it is delivered', () => {
  it('runs in the browser and in Node from one build, with no dependencies, in at most 25 kB gzip', () => {
    const built = buildSync({
      entryPoints: [path.join(__dirname, 'index.ts')],
      bundle: true,
      minify: true,
      charset: 'utf8',
      platform: 'neutral',
      packages: 'external',
      metafile: true,
      write: false,
    });
    const bundle = built.outputFiles[0]?.text ?? '';
    expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(25_000);
    expect(Object.values(built.metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);

    const [parsed, [clock]] = JSON.parse(answersFrom(bundle)) as [object, { dueAt: number }[]];
    expect(parsed).toEqual({ policy });
    expect(clock).toMatchObject({ dueAt: china('03-03 12:00'), state: 'met' });
    expect(answersFrom(bundle)).toBe(JSON.stringify([parsePolicy(policy), evaluateClocks(ticket)]));
  });
});
