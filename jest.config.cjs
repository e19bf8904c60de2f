'use strict';

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.m?[jt]sx?$': '@swc/jest' },
  // These packages are ES modules, which jest can load as CommonJS only.
  transformIgnorePatterns: ['/node_modules/(?!(jose|feed|hucre|hyparquet|hyparquet-writer|request-filtering-agent)/)'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFiles: ['reflect-metadata'],
  testTimeout: 120_000,
  maxWorkers: 2,
  reporters: [
    'default',
    ...(process.env.RESULT_LINE_FILE ? [['<rootDir>/test/support/result-line-reporter.cjs', { file: process.env.RESULT_LINE_FILE }]] : []),
  ],
};
