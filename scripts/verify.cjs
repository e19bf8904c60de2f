'use strict';
// All gates, one after the other. A gate that fails does not hide what the next ones have to say.
const { spawnSync } = require('node:child_process');

const gates = ['lint', 'typecheck', 'arch', 'unused', 'schema:check', 'portal:check', 'migrate:check', 'test'];

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;

const outcomes = gates.map((gate) => {
  process.stdout.write(`\n=== ${gate} ===\n`);
  const startedMs = Date.now();
  const { status, error } = spawnSync('npm', ['run', '--silent', gate], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) process.stderr.write(`${error.message}\n`);
  return { gate, hasPassed: status === 0, took: seconds(startedMs) };
});

process.stdout.write('\n=== verify ===\n');
for (const { gate, hasPassed, took } of outcomes) process.stdout.write(`${hasPassed ? 'ok    ' : 'FAILED'}  ${gate.padEnd(14)}${took}\n`);
process.exitCode = outcomes.every(({ hasPassed }) => hasPassed) ? 0 : 1;
