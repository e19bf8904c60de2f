import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireProcessLock, readLockHolder, type ProcessLock } from '../../../src/platform/lifecycle';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-lock-'));
  file = join(folder, 'a.lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function acquire(): Promise<ProcessLock> {
  const lock = await acquireProcessLock(file);
  if (!('release' in lock)) throw new Error(`Held by ${lock.pid}`);
  return lock;
}

test('a lock that is held names its holder and is free once released', async () => {
  const lock = await acquire();
  expect(await acquireProcessLock(file)).toMatchObject({ pid: process.pid });
  lock.release();
  expect(existsSync(file)).toBe(false);
  (await acquire()).release();
});

test('of many who ask at once for a dead lock, one gets it', async () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, startMark: 'another life', host: hostname(), token: 'x' }));
  const answers = await Promise.all(Array.from({ length: 20 }, () => acquireProcessLock(file)));
  expect(answers.filter((answer) => 'release' in answer)).toHaveLength(1);
});

test('the lock of a killed process is taken over', async () => {
  const script = `require('./scripts/register.cjs');
    require('./src/platform/lifecycle').acquireProcessLock(${JSON.stringify(file)}).then(() => { console.log('held'); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(await acquireProcessLock(file)).toMatchObject({ pid: child.pid });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  expect(readLockHolder(file)).toBeNull();
  (await acquire()).release();
});

test('a process that got the number of a dead holder is not taken for it', async () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, startMark: '1', host: hostname(), token: 'x' }));
  expect(readLockHolder(file)).toBeNull();
});

test('a holder on another machine lives while it touches the file', async () => {
  writeFileSync(file, JSON.stringify({ pid: 1, startMark: '1', host: 'elsewhere', token: 'x' }));
  expect(await acquireProcessLock(file)).toMatchObject({ host: 'elsewhere' });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  (await acquire()).release();
});

test('a file that is no lock is taken over, and one taken by another is not removed on release', async () => {
  writeFileSync(file, 'rubbish');
  const lock = await acquire();
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), token: 'of another' }));
  lock.release();
  expect(existsSync(file)).toBe(true);
});
