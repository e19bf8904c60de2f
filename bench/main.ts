// Runs the benches:
//   npm run bench                    all there are, one after the other
//   npm run bench -- intake          one; what follows its name is handed on to it
// A bench is a folder here with a main.ts; what it finds it writes to bench/results/.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const names = readdirSync(__dirname).filter((name) => existsSync(join(__dirname, name, 'main.ts')));
const [name, ...options] = process.argv.slice(2);

function run(bench: string): number {
  const program = ['-r', join(root, 'scripts', 'register.cjs'), join(__dirname, bench, 'main.ts'), ...options];
  return spawnSync(process.execPath, program, { stdio: 'inherit' }).status ?? 1;
}

if (name !== undefined && !names.includes(name)) {
  process.stderr.write(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}\n`);
  process.exitCode = 2;
} else process.exitCode = Math.max(...(name === undefined ? names : [name]).map(run));
