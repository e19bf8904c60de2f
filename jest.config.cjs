'use strict';

const { findChromium } = require('./test/support/chromium.cjs');

/** A machine with Node and nothing else runs all other tests; .ci/run and what else sets CI has to have a browser. */
const isBrowserLeftOut = process.env.CI !== 'true' && findChromium() === null;

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(isBrowserLeftOut ? ['<rootDir>/test/browser/'] : [])],
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
    ...(isBrowserLeftOut ? ['<rootDir>/test/support/browser-reporter.cjs'] : []),
    ...(process.env.RESULT_LINE_FILE ? [['<rootDir>/test/support/result-line-reporter.cjs', { file: process.env.RESULT_LINE_FILE }]] : []),
  ],
};
