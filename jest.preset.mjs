/** Shared jest settings: ES modules through swc, workspace libraries read from source. */
const root = new URL('.', import.meta.url).pathname;

export const preset = {
  rootDir: root,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2023',
          keepClassNames: true,
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@dangol/db/testing$': '<rootDir>/libs/db/src/testing/index.ts',
    '^@dangol/(crm|ai-assistant|db)$': '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/apps/web/.next'],
  watchman: false,
  // npm test adds up what every run leaves in that folder.
  ...(process.env.DANGOL_TEST_TALLY && {
    reporters: ['default', ['<rootDir>/tools/jest-tally-reporter.mjs', { folder: process.env.DANGOL_TEST_TALLY }]],
  }),
};

/** Settings for one project folder: pure specs and database specs beside the code. */
export const forProject = (folder, more = {}) => ({
  ...preset,
  roots: [`<rootDir>/${folder}`],
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts'],
  ...more,
});

/** The same with a PostgreSQL server for the run: an embedded one, or that of TEST_DATABASE_URL (superuser). */
export const withDatabase = (folder, more = {}) =>
  forProject(folder, {
    testTimeout: 30_000, // a test may have to wait for its turn on a busy machine, a beforeAll for the template database
    globalSetup: '<rootDir>/libs/db/src/testing/global-setup.ts',
    globalTeardown: '<rootDir>/libs/db/src/testing/global-teardown.ts',
    ...more,
  });
