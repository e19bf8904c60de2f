'use strict';

/** Says at the end of a run that the tests in a browser were left out: there is none on this machine. */
class BrowserReporter {
  onRunComplete() {
    process.stderr.write(
      '\nNo Chromium on this machine: the tests in test/browser were LEFT OUT.\n' +
        '  Debian, Ubuntu: apt-get install chromium; elsewhere set CHROMIUM_PATH. Where CI=true they are never left out.\n',
    );
  }
}

module.exports = BrowserReporter;
