import { randomUUID } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { databaseSchema } from '../../src/app/database-schema';
import { connectDatabase, type Database } from '../../src/platform/database';
import { onDatabase, testServer } from './test-server';

export interface TestDatabase extends Database {
  /** Addresses of this test file's own database, for tests that connect by themselves. */
  readonly ownerUrl: string;
  readonly publicUrl: string;
  /** Empties all tables. */
  clear(): Promise<void>;
  /** Runs statements as a superuser whom no trigger and no key stops: what an intruder on the machine could do. */
  tamper(...statements: string[]): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Start with the reference data and the published plans instead of empty tables; implies `keepRows`. */
  seeded?: boolean;
  /** Rows stay from one test to the next, for files that fill the database once in `beforeAll`. */
  keepRows?: boolean;
}

const seededTemplate = 'gongkai_seeded';
/** Any number, the same in all workers: one of them makes the seeded template. */
const seedingLock = 7_262_001;

/**
 * A migrated database for this test file alone. Call it at the top of the file or of a `describe`; its members work from
 * `beforeAll` on. Unless told otherwise, each test leaves empty tables behind.
 */
export function useTestDatabase({ seeded = false, keepRows = seeded }: TestDatabaseOptions = {}): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = testServer();
  const ownerUrl = onDatabase(server.ownerUrl, name);
  const publicUrl = onDatabase(server.publicRole.url, name);
  let opened: Database | null = null;
  const database = () => {
    if (!opened) throw new Error('The test database opens in beforeAll: use it inside hooks and tests');
    return opened;
  };

  beforeAll(async () => {
    await asSuperuser('postgres', async (client) => {
      if (seeded) await makeSeededTemplate(client);
      await copyDatabase(client, seeded ? seededTemplate : templateName(), name);
    });
    opened = await connectDatabase(ownerUrl, { name: server.publicRole.name, url: publicUrl }, [], databaseSchema);
  }, 120_000);
  if (!keepRows) afterEach(() => clearRows(name));
  afterAll(async () => {
    await opened?.close();
    await asSuperuser('postgres', (client) => client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`));
  });

  return {
    ownerUrl,
    publicUrl,
    publicRole: server.publicRole.name,
    clear: () => clearRows(name),
    tamper: (...statements) =>
      asSuperuser(name, (client) =>
        client.query(['set session_replication_role = replica', ...statements].join(';')).then(() => undefined),
      ),
    get owner() {
      return database().owner;
    },
    get internalReader() {
      return database().internalReader;
    },
    get publicReader() {
      return database().publicReader;
    },
    poolStates: () => database().poolStates(),
    publicSnapshot: (work) => database().publicSnapshot(work),
    loadSecret: (secret) => database().loadSecret(secret),
    watchChanges: (onChange) => database().watchChanges(onChange),
    replicaStates: () => database().replicaStates(),
    isAnswering: () => database().isAnswering(),
    close: () => database().close(),
  };
}

function templateName(): string {
  return new URL(testServer().ownerUrl).pathname.slice(1);
}

async function asSuperuser<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: onDatabase(testServer().superuserUrl, database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function copyDatabase(client: Client, template: string, name: string): Promise<void> {
  const owner = new URL(testServer().ownerUrl).username;
  await client.query(
    `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} owner ${escapeIdentifier(owner)} strategy file_copy`,
  );
}

/** The first test file that wants seeds makes them; the others wait and copy. */
async function makeSeededTemplate(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [seedingLock]);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [seededTemplate]);
    if (found.rowCount) return;
    const draft = `${seededTemplate}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await copyDatabase(client, templateName(), draft);
    const { ownerUrl, publicRole } = testServer();
    const role = { name: publicRole.name, url: onDatabase(publicRole.url, draft) };
    const database = await connectDatabase(onDatabase(ownerUrl, draft), role, [], databaseSchema, { withoutTimeLimit: true });
    // Only here: the readers of documents take a while to load.
    const { seed } = await import('../../src/app/seed');
    await seed(database).finally(() => database.close());
    await client.query(`alter database ${draft} rename to ${seededTemplate}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [seedingLock]);
  }
}

/** Deleting is faster than truncating for the few rows of a test. As a replica, so that no trigger or key stands in the way. */
async function clearRows(name: string): Promise<void> {
  await asSuperuser(name, (client) =>
    client.query(`
      set session_replication_role = replica;
      do $$
      declare name text;
      begin
        for name in select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname = 'public' and tablename not in ('migrations', 'secret') loop
          execute 'delete from ' || name;
        end loop;
      end $$`),
  );
}
