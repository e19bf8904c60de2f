import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { joinEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/platform/database/embedded';
import { startNode, until, type Running } from '../../support/child-process';
import { makeDataFolder, removeDataFolder } from '../../support/data-folder';

let dataDir: string;
const joined: EmbeddedPostgres[] = [];

beforeAll(() => {
  dataDir = makeDataFolder();
});

afterEach(async () => {
  for (const embedded of joined.splice(0)) await embedded.release();
});

afterAll(() => removeDataFolder(dataDir));

async function joinServer(): Promise<EmbeddedPostgres> {
  const embedded = await joinEmbeddedPostgres({ dataDir, durable: false });
  joined.push(embedded);
  return embedded;
}

/** Another process that uses the server until it is killed. */
async function joinInAnotherProcess(): Promise<Running> {
  const other = startNode([
    '-e',
    `require('./src/platform/database/embedded').joinEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
       .then(() => { console.log('joined'); setInterval(() => {}, 1000); });`,
  ]);
  await until(() => other.output.stdout.includes('joined'));
  return other;
}

function pidFile(): string {
  return join(dataDir, 'postgresql', 'postmaster.pid');
}

function serverPid(): number {
  return Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

test('the server speaks UTF-8, sorts by pinyin, keeps its password to its owner and lets nobody in without', async () => {
  const { ownerUrl } = await joinServer();
  expect(
    await ask(
      ownerUrl,
      `select current_setting('server_encoding') as encoding, datlocale as locale, datctype as ctype from pg_database where datname = current_database()`,
    ),
  ).toEqual([{ encoding: 'UTF8', locale: 'zh-Hans-CN', ctype: 'C.UTF-8' }]);
  expect(await ask(ownerUrl, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false, rolcreaterole: true },
  ]);
  expect(statSync(join(dataDir, 'postgresql.json')).mode & 0o777).toBe(0o600);
  const wrong = new URL(ownerUrl);
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('the server is stopped by the last who leaves, and the data is there at the next start', async () => {
  const first = await joinEmbeddedPostgres({ dataDir, durable: false });
  await ask(first.ownerUrl, 'create table kept as select 42 as answer');
  const other = await joinInAnotherProcess();
  await first.release();
  expect(existsSync(pidFile())).toBe(true);
  other.child.kill('SIGKILL');
  await other.finished;
  await (await joinEmbeddedPostgres({ dataDir, durable: false })).release();
  expect(existsSync(pidFile())).toBe(false);
  expect(await ask((await joinServer()).ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('the server of a killed process is adopted', async () => {
  const other = await joinInAnotherProcess();
  const pid = serverPid();
  other.child.kill('SIGKILL');
  await other.finished;
  const { ownerUrl } = await joinServer();
  expect(serverPid()).toBe(pid);
  expect(await ask(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that was killed starts again, at the same address', async () => {
  const embedded = await joinServer();
  const pid = serverPid();
  process.kill(pid, 'SIGKILL');
  await until(async () => {
    await embedded.ensureRunning();
    return serverPid() !== pid;
  });
  expect(await ask(embedded.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a file left by a dead server is no obstacle, even where its number is another program now', async () => {
  await (await joinEmbeddedPostgres({ dataDir, durable: false })).release();
  for (const pid of [999_999_999, process.pid]) {
    writeFileSync(pidFile(), `${pid}\n${dataDir}/postgresql\n1\n1\n\n127.0.0.1\n\nready\n`);
    const embedded = await joinEmbeddedPostgres({ dataDir, durable: false });
    expect(await ask(embedded.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await embedded.release();
  }
});

test('a port that somebody else took is left to them', async () => {
  const { port } = new URL((await joinServer()).ownerUrl);
  await joined.pop()?.release();
  const other = createServer().listen(Number(port), '127.0.0.1');
  await until(() => other.listening);
  try {
    const { ownerUrl } = await joinServer();
    expect(new URL(ownerUrl).port).not.toBe(String((other.address() as AddressInfo).port));
    expect(await ask(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    other.close();
  }
});

test('several who start at once share one server', async () => {
  const all = await Promise.all([joinServer(), joinServer(), joinServer()]);
  expect(new Set(all.map((embedded) => embedded.ownerUrl)).size).toBe(1);
});

test('data of another major version is left alone, with the reason in one line', async () => {
  const foreign = makeDataFolder();
  try {
    await (await joinEmbeddedPostgres({ dataDir: foreign, durable: false })).release();
    writeFileSync(join(foreign, 'postgresql', 'PG_VERSION'), '17\n');
    await expect(joinEmbeddedPostgres({ dataDir: foreign, durable: false })).rejects.toMatchObject({
      exitCode: 78,
      message: expect.stringMatching(/^[^\n]*17[^\n]*$/),
    });
  } finally {
    await removeDataFolder(foreign);
  }
});
