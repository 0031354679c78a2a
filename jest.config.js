export default {
  rootDir: '.',
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/deploy', '<rootDir>/tests'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': '@swc/jest',
  },
  moduleNameMapper: {
    '^#libs/([^/]+)$': '<rootDir>/libs/$1/index.ts',
    '^#contracts/(.+)$': '<rootDir>/libs/contracts/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/tests/setup/global-setup.js',
  globalTeardown: '<rootDir>/tests/setup/global-teardown.js',
  // Ends what hangs; how fast anything is, no test says.
  testTimeout: 120_000,
  maxWorkers: 2,
  // Modules of specs that are done stay in memory; a worker that holds too many makes way for a new one.
  workerIdleMemoryLimit: '1GB',
};
