/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const swc = (decorators: boolean, tsx: boolean): [string, object] => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators, tsx },
      transform: decorators
        ? { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false }
        : { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

/** Packages are ESM for Node and the browser; tests read their sources, which also gives honest coverage. */
const packageSources = {
  '^@aftercare/(contract|policy-engine|rulebooks)$': '<rootDir>/packages/$1/src/index.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

const config: Config = {
  testSequencer: '<rootDir>/scripts/lib/longest-first.mjs',
  projects: [
    {
      displayName: 'packages',
      roots: ['<rootDir>/packages'],
      testEnvironment: 'node',
      testMatch: ['**/{src,model}/**/*.test.ts'],
      moduleNameMapper: packageSources,
      transform: { '^.+\\.ts$': swc(false, false) },
    },
    {
      displayName: 'server',
      roots: ['<rootDir>/server/src'],
      testEnvironment: '<rootDir>/scripts/lib/one-world/environment.cjs',
      runtime: '<rootDir>/scripts/lib/one-world/runtime.cjs',
      testMatch: ['**/*.test.ts'],
      moduleNameMapper: packageSources,
      globalSetup: '<rootDir>/server/src/testing/global-setup.ts',
      globalTeardown: '<rootDir>/server/src/testing/global-teardown.ts',
      setupFiles: ['<rootDir>/server/src/testing/as-in-production.ts', 'reflect-metadata'],
      setupFilesAfterEnv: ['<rootDir>/server/src/testing/patience.ts'],
      transform: { '^.+\\.[jt]s$': swc(true, false) },
      // published as ESM, or importing it: what jest's runtime on Node 20 cannot load without a transform
      transformIgnorePatterns: [
        '/node_modules/(?!(\\.pnpm/)?(jose|content-disposition|cookie|@fastify[+/]cookie|file-type|strtok3|token-types|uint8array-extras|@tokenizer[+/]inflate|@borewit[+/]text-codec)[@/])',
      ],
    },
    {
      displayName: 'portal',
      roots: ['<rootDir>/portal/src'],
      testEnvironment: 'jsdom',
      testMatch: ['**/*.test.{ts,tsx}'],
      moduleNameMapper: { ...packageSources, '\\.css$': '<rootDir>/portal/testing/empty-module.ts' },
      setupFiles: ['<rootDir>/portal/testing/setup.ts'],
      transform: { '^.+\\.tsx?$': swc(false, true) },
    },
    {
      displayName: 'browser',
      roots: ['<rootDir>/portal/browser'],
      globalSetup: '<rootDir>/server/src/testing/global-setup.ts',
      globalTeardown: '<rootDir>/server/src/testing/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/server/src/testing/patience.ts'],
      testEnvironment: 'node',
      testMatch: ['**/*.test.ts'],
      moduleNameMapper: packageSources,
      transform: { '^.+\\.ts$': swc(true, false) },
    },
  ],
};
export default config;
