'use strict';
const fs = require('node:fs');

/** Writes what came of the run as one line, `N passed, M failed`, to a file: for a machine that does not read the summary. */
class ResultLineReporter {
  constructor(_globalConfig, { file }) {
    this.file = file;
  }

  onRunComplete(_contexts, results) {
    // A test file that could not even be loaded holds no tests to count, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    fs.writeFileSync(this.file, `${results.numPassedTests} passed, ${failed} failed\n`);
  }
}

module.exports = ResultLineReporter;
