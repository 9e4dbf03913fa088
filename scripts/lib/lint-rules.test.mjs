import { after, describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from './lint-rules.mjs';

Object.assign(RuleTester, { afterAll: after, describe, it, itOnly: it.only });
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

tester.run('relation-type', plugin.rules['relation-type'], {
  valid: [
    `class A { @ManyToOne(() => B) b!: Relation<B>; }`,
    `class A { @OneToMany(() => B, 'a') b!: Relation<B[]> | null; }`,
    `class A { @Column() b!: B; plain!: B; }`,
  ],
  invalid: [
    {
      code: `class A { @ManyToOne(() => B) b!: B; }`,
      errors: [{ messageId: 'missing', data: { name: 'b' } }],
    },
    { code: `class A { @OneToMany(() => B, 'a') b!: B[]; }`, errors: 1 },
    { code: `class A { @typed() @OneToOne(() => B) b; }`, errors: 1 },
  ],
});

tester.run('local-settings', plugin.rules['local-settings'], {
  valid: [
    'db.query("SELECT set_config(\'app.tenant_id\', $1, true)")',
    "db.query(`SELECT set_config('a', coalesce($1, ''), TRUE), set_config('b', ${x}, true)`)",
  ],
  invalid: [
    {
      code: 'db.query("SELECT set_config(\'app.tenant_id\', $1, false)")',
      errors: [{ messageId: 'session' }],
    },
    {
      code: "db.query(`SELECT set_config('a', $1, true), set_config('b', coalesce($2, ''), ${x})`)",
      errors: 1,
    },
  ],
});
