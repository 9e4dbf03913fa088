// Lints files that break each rule once, and beside it what the rule must let pass, under the configuration of
// the project: a rule that sees nothing, or a folder that it does not reach, would pass while blind.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const oxlint = path.join(
  path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')),
  'bin/oxlint',
);

/** By file: its lines, each with the rules that it breaks. */
const planted = {
  'server/src/modules/room/entity.ts': [
    ['class A { @ManyToOne(() => B) b: Relation<B>; }'],
    [`class C { @OneToMany(() => B, 'a') b: Relation<B[]> | null; }`],
    ['class D { @Column() b: B; plain: B; }'],
    ['class E { @ManyToOne(() => B) b: B; }', 'house(relation-type)'],
    [`class F { @OneToMany(() => B, 'a') b: B[]; }`, 'house(relation-type)'],
    ['class G { @typed() @OneToOne(() => B) b; }', 'house(relation-type)'],
    ['export { A, C, D, E, F, G };'],
  ],
  'server/src/modules/room/service.ts': [
    [`import { Client } from 'pg';`, 'eslint(no-restricted-imports)'],
    [`import { DataSource } from 'typeorm';`, 'eslint(no-restricted-imports)'],
    [`import { Column } from 'typeorm';`],
    [`tenantDb.query('SELECT 1', [Client, DataSource, Column]);`],
    [`this.db.query('SELECT 1');`],
    [`this.pool.query('SELECT 1');`, 'house(raw-connection)'],
    [`dataSource.query('SELECT 1');`, 'house(raw-connection)'],
    [`db.query("SELECT set_config('app.tenant_id', $1, true)");`],
    ["db.query(`SELECT set_config('a', coalesce($1, ''), TRUE), set_config('b', ${x}, true)`);"],
    [`db.query("SELECT set_config('app.tenant_id', $1, false)");`, 'house(local-settings)'],
    [
      "db.query(`SELECT set_config('a', $1, true), set_config('b', coalesce($2, ''), ${x})`);",
      'house(local-settings)',
    ],
    [`const kept: Promise<void> = work();`],
    [`await kept;`],
    [`work();`, 'typescript(no-floating-promises)'],
    [`declare function work(): Promise<void>;`],
  ],
  'server/src/modules/room/service.test.ts': [
    [`client.query('SELECT 1');`],
    [`it('holds', () => {});`],
    [`describe.each([1])('%s', () => {});`],
    ...['it.skip', 'test.only', 'describe.skip', 'it.todo', 'xit', 'fdescribe'].map((call) => [
      `${call}('holds', () => {});`,
      'house(every-test-runs)',
    ]),
  ],
  'packages/policy-engine/src/clock.ts': [
    [`import { Clock } from './other';`, 'typescript(consistent-type-imports)'],
    ['export const now = (): Clock => Date.now();', 'eslint(no-restricted-properties)'],
    [`export const left = (): unknown => fetch('/');`, 'eslint(no-restricted-globals)'],
    [`export const name = (clock: Clock | null) => clock!.name;`, 'typescript(no-non-null-assertion)'],
  ],
  'portal/src/page.tsx': [
    [`import { useEffect, useState } from 'react';`],
    ['export function Page({ id }: { id: string }) {'],
    ['  const [read, setRead] = useState(id);'],
    ['  useEffect(() => setRead(id), []);', 'react(set-state-in-effect)', 'react-hooks(exhaustive-deps)'],
    ['  if (read) useState(1);', 'react-hooks(rules-of-hooks)'],
    ['  return read == id;', 'eslint(eqeqeq)'],
    ['}'],
  ],
  'scripts/tool.mjs': [
    ['console.log(process.env.HOME, document.title);'],
    ['console.log(nowhere);', 'eslint(no-undef)'],
    ['// todo: later', 'eslint(no-warning-comments)'],
  ],
};

async function lint(folder) {
  const config = JSON.parse(await readFile(path.join(root, '.oxlintrc.json'), 'utf8'));
  const jsPlugins = config.jsPlugins.map((file) => path.join(root, file));
  await writeFile(path.join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, jsPlugins }));
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    '{"compilerOptions":{"target":"ES2022","strict":true}}',
  );
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [name, lines] of Object.entries(planted)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), lines.map(([text]) => `${text}\n`).join(''));
  }
  try {
    return execFileSync(process.execPath, [oxlint, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  } catch ({ stdout }) {
    return stdout;
  }
}

await test('each rule finds what was planted for it, and nothing beside it', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'aftercare-lint-'));
  try {
    const { diagnostics } = JSON.parse(await lint(folder));
    const found = diagnostics.map(
      ({ filename, labels: [{ span }], code }) => `${filename}:${span.line} ${code}`,
    );
    const expected = Object.entries(planted).flatMap(([name, lines]) =>
      lines.flatMap(([, ...codes], index) => codes.map((code) => `${name}:${index + 1} ${code}`)),
    );
    assert.deepEqual(found.sort(), expected.sort());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
