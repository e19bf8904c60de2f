import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseSchema } from '../../../src/app/database-schema';
import { readConfig } from '../../../src/platform/config';
import { DatabaseUnreachable, isDatabaseUnavailable, openDatabase, type Database } from '../../../src/platform/database';
import { joinEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/platform/database/embedded';
import { until } from '../../support/child-process';
import { makeDataFolder, removeDataFolder } from '../../support/data-folder';

let dataDir: string;
let embedded: EmbeddedPostgres;
let database: Database;

beforeAll(async () => {
  dataDir = makeDataFolder();
  embedded = await joinEmbeddedPostgres({ dataDir });
  database = await openDatabase(readConfig({ DATABASE_URL: embedded.ownerUrl }), databaseSchema);
}, 60_000);

afterAll(async () => {
  await database.close();
  await embedded.release();
  await removeDataFolder(dataDir);
});

function serverPid(): number {
  return Number(readFileSync(join(dataDir, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The server and every process that serves a connection. */
function serverProcesses(): number[] {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(serverPid())], { encoding: 'utf8' });
  return [serverPid(), ...children.split('\n').map(Number).filter(Boolean)];
}

const one = () =>
  Promise.all([database.owner.query('select 1'), database.internalReader.rows('select 1'), database.publicReader.rows('select 1')]);

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

test('a query fails as an outage while the server is away, and the same pools work after its return', async () => {
  await one();
  process.kill(serverPid(), 'SIGKILL');
  await until(async () => (await errorOf(database.publicReader.rows('select 1'))) !== null);
  expect(isDatabaseUnavailable(await errorOf(database.owner.query('select 1')))).toBe(true);
  expect(isDatabaseUnavailable(await errorOf(database.internalReader.rows('select 1')))).toBe(true);
  expect(await database.isAnswering()).toBe(false);
  await until(() =>
    embedded.ensureRunning().then(
      () => true,
      () => false,
    ),
  );
  await until(() => database.isAnswering(), 15_000);
  await one();
});

test('a transaction that loses its connection fails, and the next one works', async () => {
  const lost = database.owner.transaction(async (manager) => {
    await manager.query('select pg_terminate_backend(pg_backend_pid())').catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await manager.query('select 1');
  });
  expect(isDatabaseUnavailable(await errorOf(lost))).toBe(true);
  expect(await database.owner.transaction((manager) => manager.query('select 1 as one'))).toEqual([{ one: 1 }]);
});

test('a frozen server is noticed within five seconds, queries end, and all is well once it thaws', async () => {
  await one();
  const frozen = serverProcesses();
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  try {
    const begun = Date.now();
    const [answers, error] = await Promise.all([database.isAnswering(), errorOf(database.publicReader.rows('select 1'))]);
    expect(answers).toBe(false);
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(Date.now() - begun).toBeLessThan(10_000);
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
  }
  await until(() => database.isAnswering(), 15_000);
  await one();
});

test('a database that does not answer at the start is told from one that is set wrongly', async () => {
  const address = new URL(embedded.ownerUrl);
  const at = (change: (url: URL) => void) => {
    const url = new URL(address);
    change(url);
    return errorOf(openDatabase(readConfig({ DATABASE_URL: url.href }), databaseSchema));
  };
  expect(await at((url) => (url.port = '1'))).toBeInstanceOf(DatabaseUnreachable);
  for (const wrong of [await at((url) => (url.password = 'falsch')), await at((url) => (url.pathname = '/nowhere'))]) {
    expect(wrong).toMatchObject({ exitCode: 78, message: expect.stringMatching(/^DATABASE_URL 127\.0\.0\.1:\d+\/[^\n]*$/) });
    expect((wrong as Error).message).not.toContain('falsch');
  }
});
