import { typescript } from './scripts/support/typescript.mjs';

const swc = (tsx) => ['@swc/jest', { ...typescript(tsx), sourceMaps: 'inline', module: { type: 'es6' } }];

/** What every project shares: TypeScript as ES modules, compiled by swc. */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': swc(false), '\\.tsx$': swc(true) },
};

const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  runtime: '<rootDir>/test/runner/native-runtime.cjs',
};

/** `unit` needs no database; `database` shares one embedded PostgreSQL; `architecture` looks at the repository. */
export default {
  projects: [
    { ...base, displayName: 'unit', roots: ['<rootDir>/src'], testMatch: ['**/*.spec.ts', '**/*.spec.tsx'] },
    {
      ...base,
      displayName: 'architecture',
      roots: ['<rootDir>/test'],
      testMatch: ['**/test/architecture/**/*.spec.ts'],
    },
    {
      ...withDatabase,
      displayName: 'database',
      roots: ['<rootDir>/test'],
      testMatch: [
        '**/test/{integration,pages,story}/**/*.spec.ts',
        '**/test/{integration,pages,story}/**/*.spec.tsx',
      ],
    },
  ],
  maxWorkers: 2,
  // generous: a slow machine is no failure, and nothing is measured here
  testTimeout: 30_000,
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/summary-reporter.mjs'],
  coverageProvider: 'v8',
};
