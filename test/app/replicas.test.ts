import { createServer as createHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { databaseSchema } from '../../src/app/database-schema';
import { createServer, type AppServer } from '../../src/app/server';
import { loadTopics, readSeedTopics } from '../../src/plans';
import { readConfig } from '../../src/platform/config';
import { openDatabase, type Database } from '../../src/platform/database';
import { joinEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/database/embedded';
import { createLog } from '../../src/platform/log';
import { until } from '../support/child-process';
import { makeDataFolder, removeDataFolder } from '../support/data-folder';
import { makeReplica, type Replica } from '../support/replica';

let dataDir: string;
let primary: EmbeddedPostgres;
let replica: Replica;
let database: Database;
let app: AppServer;
let http: Server;
/** Statements of the public endpoint. */
let statements = 0;

beforeAll(async () => {
  dataDir = makeDataFolder();
  primary = await joinEmbeddedPostgres({ dataDir, durable: false });
  const settings = { DATABASE_URL: primary.ownerUrl, PUBLIC_RATE_LIMIT_PER_MINUTE: '100000' };
  const alone = await openDatabase(readConfig(settings), databaseSchema);
  await alone.owner.transaction((manager) => loadTopics(manager, readSeedTopics()));
  await alone.close();
  replica = await makeReplica(primary, dataDir);
  await replica.start();
  const config = readConfig({ ...settings, DATABASE_REPLICA_URLS: replica.addressOf(primary.ownerUrl) });
  database = await openDatabase(config, databaseSchema);
  const counted = {
    audience: 'public',
    rows: (sql: string, params?: readonly unknown[]) => ((statements += 1), database.publicReader.rows(sql, params)),
  };
  const observed = Object.create(database, { publicReader: { value: counted } }) as Database;
  app = await createServer({ config, database: observed, log: createLog('silent') });
  http = createHttp((request, response) => app.handle(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
}, 120_000);

afterAll(async () => {
  await app.close();
  await new Promise((resolve) => http.close(resolve));
  await database.close();
  await replica.stop();
  await primary.release();
  await removeDataFolder(dataDir);
}, 60_000);

const address = () => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

async function ask(): Promise<string> {
  const query = encodeURIComponent('{ topics { titleZh } }');
  return (await fetch(`${address()}/public/graphql?query=${query}`)).text();
}

async function readiness(): Promise<unknown> {
  return (await fetch(`${address()}/readyz`)).json();
}

const isReplica = async () => (await database.publicReader.rows<{ is: boolean }>('select pg_is_in_recovery() as is'))[0]!.is;
const isKept = async () => {
  const before = statements;
  await ask();
  return statements === before;
};

async function onReplica<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: replica.addressOf(primary.superuserUrl) });
  await client.connect();
  const { rows } = await client.query<Row>(sql).finally(() => client.end());
  return rows;
}

/** A replica that is told to pause may still apply what comes before it has heard. */
async function pauseReplica(): Promise<void> {
  await onReplica('select pg_wal_replay_pause()');
  await until(async () => (await onReplica<{ state: string }>('select pg_get_wal_replay_pause_state() as state'))[0]!.state === 'paused');
}

const rename = (title: string) => database.owner.query('update topic set title_zh = $1 where id = (select min(id) from topic)', [title]);

test('the public reads from the replica, as the public, and the offices from the primary', async () => {
  await until(isReplica);
  expect(await database.internalReader.rows('select pg_is_in_recovery() as is')).toEqual([{ is: false }]);
  expect(await database.publicReader.rows('select session_user::text as name')).toEqual([{ name: database.publicRole }]);
  await expect(database.publicReader.rows('select * from audit_event')).rejects.toMatchObject({ code: '42501' });
  await until(async () => JSON.stringify(await readiness()) === '{"status":"ready","replicas":[{"state":"current","lagSeconds":0}]}');
});

test('nothing is kept of a replica that is behind: once it has caught up, the first answer is the new one', async () => {
  await until(isKept);
  await pauseReplica();
  await rename('新的名称');
  await until(async () => !(await isKept()));
  // The replica says what it knows, again and again, and its word is not kept.
  for (let time = 0; time < 3; time += 1) {
    expect(await isKept()).toBe(false);
    expect(await ask()).not.toContain('新的名称');
  }
  await until(async () => /"state":"behind","lagSeconds":0?\.?\d/u.test(JSON.stringify(await readiness())));
  await onReplica('select pg_wal_replay_resume()');
  await until(async () => (await ask()).includes('新的名称'));
  await until(isKept);
  expect(await ask()).toContain('新的名称');
});

test('while the replica is away, the public reads from the primary, and from the replica again when it is back', async () => {
  await replica.stop();
  expect(await isReplica()).toBe(false);
  await rename('副本停止时的名称');
  await until(async () => (await ask()).includes('副本停止时的名称'));
  await until(async () => JSON.stringify(await readiness()) === '{"status":"ready","replicas":[{"state":"away","lagSeconds":null}]}');
  await replica.start();
  await until(isReplica);
  await until(async () => (await ask()).includes('副本停止时的名称'));
});

test('the statements of one request read from one server', async () => {
  await until(isReplica);
  const reader = database.publicReader.forOneRequest!();
  const ports = await Promise.all([1, 2, 3, 4].map(() => reader.rows<{ port: number }>('select inet_server_port() as port')));
  expect(new Set(ports.map(([row]) => row!.port)).size).toBe(1);
});
