import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import house from './scripts/lib/lint-rules.mjs';

const tests = ['**/*.test.{ts,tsx,mjs}', 'server/src/testing/**', 'portal/{testing,browser}/**'];

const focusedOrSkipped = {
  selector:
    'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo)$/], CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
  message: 'Every test runs, always.',
};

const rawConnection = {
  selector:
    "CallExpression[callee.property.name='query'][callee.object.name=/^(source|dataSource|pool|client)$/], CallExpression[callee.property.name='query'][callee.object.property.name=/^(source|dataSource|pool|client)$/]",
  message: 'Statements go through TenantDb or MachineDb, which set the tenant and the role.',
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.data/', 'portal/src/gql/', '**/.cache/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', focusedOrSkipped],
      'house/relation-type': 'error',
      'house/local-settings': 'error',
    },
  },
  {
    // reflection needs the class itself where a decorator stands
    files: ['server/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: [...tests, 'server/src/platform/database/**'],
    rules: {
      'no-restricted-syntax': ['error', focusedOrSkipped, rawConnection],
    },
  },
  {
    files: ['server/src/modules/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'pg', message: 'A room reaches the database through its context.' },
            {
              name: 'typeorm',
              importNames: ['DataSource', 'QueryRunner', 'getRepository'],
              message: 'A room reaches the database through its context.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'server/src/**/*.ts', 'portal/**/*.{ts,tsx}'],
    ignores: [...tests, 'packages/*/src/testing/**'],
    rules: { 'max-lines': ['error', { max: 500, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: ['packages/policy-engine/src/**/*.ts'],
    ignores: [...tests, 'packages/*/src/testing/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'performance', 'Intl', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
      ],
    },
  },
  { files: ['portal/**/*.{ts,tsx}'], ...hooks.configs.flat['recommended-latest'] },
  {
    // type-graphql hands over decorated classes as Function
    files: ['server/src/platform/graphql/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-function-type': 'off' },
  },
  // scripts are not type-checked; those that drive a browser hold functions that run in its pages
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['scripts/lib/lint-rules.test.mjs'], rules: { 'house/local-settings': 'off' } },
);
