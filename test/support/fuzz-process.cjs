'use strict';
// Reads every mutant in this process and says what came of it, as one line of JSON.
require('../../scripts/register.cjs');
const { join } = require('node:path');
const { parseDocument, UnreadableDocumentError } = require('../../src/intake/index.ts');
const { mutants } = require('../intake/fuzz/mutations.ts');

async function main() {
  const outcome = { read: 0, refused: 0, escaped: [], kilobytes: 0 };
  for (const { name, bytes } of mutants(join(__dirname, '../fixtures'))) {
    try {
      await parseDocument(bytes, name);
      outcome.read += 1;
    } catch (error) {
      if (error instanceof UnreadableDocumentError) outcome.refused += 1;
      else outcome.escaped.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  outcome.kilobytes = process.resourceUsage().maxRSS;
  process.stdout.write(JSON.stringify(outcome));
}

void main();
