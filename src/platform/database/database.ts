import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { explainConnectionError } from './connection-errors';
import { joinEmbeddedPostgres } from './embedded';
import { ownerDataSource, type DatabaseSchema } from './owner-data-source';
import { createPool } from './pool';
import { prepareDatabase } from './preparation';
import { publicStatementTimeoutMs, withLogin, type PublicRole } from './public-role';
import { PooledReader, type Reader } from './reader';
import { loadSecret } from './secrets';

export type { DatabaseSchema } from './owner-data-source';
export { prepareDatabase } from './preparation';

const internalStatementTimeoutMs = 15_000;
const healthTimeoutMs = 1_500;
const poolSize = { owner: 10, internal: 10, public: 10 } as const;

/** The database as the rest of the program knows it. */
export interface Database {
  /** Writes, transactions and migrations. */
  readonly owner: DataSource;
  readonly internalReader: Reader;
  readonly publicReader: Reader;
  readonly publicRole: string;
  /** 32 random bytes that all processes on this database share under that name; made when first asked for. */
  loadSecret(name: string): Promise<Buffer>;
  /** Whether owner and public both get an answer now. Says so within three seconds and never throws. */
  isAnswering(): Promise<boolean>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Takes a line for the person who started the program. */
  say?: (line: string) => void;
  /** For commands whose statements may take long; the public reader keeps its limit. */
  withoutTimeLimit?: boolean;
}

/** Joins or starts the embedded server where no DATABASE_URL is set, then prepares and connects. */
export async function openDatabase(config: Config, schema: DatabaseSchema, options: OpenOptions = {}): Promise<Database> {
  const { say = () => {} } = options;
  if (config.databaseUrl !== null) return prepareAndConnect(config, config.databaseUrl, schema, options);
  const embedded = await joinEmbeddedPostgres({ dataDir: config.dataDir, say });
  try {
    const database = await prepareAndConnect(config, embedded.ownerUrl, schema, options);
    const closePools = database.close.bind(database);
    return Object.assign(database, {
      async close() {
        await closePools();
        await embedded.release();
      },
    });
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

async function prepareAndConnect(config: Config, ownerUrl: string, schema: DatabaseSchema, options: OpenOptions): Promise<Database> {
  const role = await prepareDatabase(ownerUrl, config.publicDatabaseUrl, schema, options.say ?? (() => {}));
  return connectDatabase(ownerUrl, role, config.databaseReplicaUrls, schema, options);
}

/** Opens the pools on a database that is prepared. */
export async function connectDatabase(
  ownerUrl: string,
  role: PublicRole,
  replicaUrls: readonly string[],
  schema: DatabaseSchema,
  options: OpenOptions = {},
): Promise<Database> {
  const statementTimeoutMs = options.withoutTimeLimit ? null : internalStatementTimeoutMs;
  const owner = ownerDataSource(ownerUrl, schema, { statementTimeoutMs, applicationName: 'gongkai', poolSize: poolSize.owner });
  await owner.initialize().catch((error: unknown) => {
    throw explainConnectionError(error, 'DATABASE_URL', ownerUrl);
  });
  const internal = createPool(ownerUrl, poolSize.internal, { statementTimeoutMs, isReadOnly: true, applicationName: 'gongkai internal' });
  const publicPools = publicPoolsOf(role, replicaUrls);
  const health = [ownerUrl, role.url].map((url) =>
    createPool(url, 1, { statementTimeoutMs: healthTimeoutMs, isReadOnly: true, applicationName: 'gongkai health' }),
  );
  return {
    owner,
    internalReader: new PooledReader('internal', internal),
    publicReader: new PooledReader('public', publicPools.primary, publicPools.replicas),
    publicRole: role.name,
    loadSecret: (name) => loadSecret((sql, params) => owner.query(sql, [...params]), name),
    isAnswering: () => areAnswering(health),
    async close() {
      await Promise.all([
        owner.destroy(),
        ...[internal, publicPools.primary, ...publicPools.replicas, ...health].map((pool) => pool.end()),
      ]);
    },
  };
}

/** Replicas share the server's roles, so that the public role is the wall there too, whoever their URLs name. */
function publicPoolsOf(role: PublicRole, replicaUrls: readonly string[]): { primary: Pool; replicas: Pool[] } {
  const limits = { statementTimeoutMs: publicStatementTimeoutMs, isReadOnly: true, applicationName: 'gongkai public' };
  const { username, password } = new URL(role.url);
  const urls = replicaUrls.map((url) => withLogin(url, decodeURIComponent(username), decodeURIComponent(password)));
  const [primary, ...replicas] = [role.url, ...urls].map((url) => createPool(url, poolSize.public, limits));
  return { primary: primary as Pool, replicas };
}

async function areAnswering(pools: readonly Pool[]): Promise<boolean> {
  try {
    await Promise.all(pools.map((pool) => pool.query('select 1')));
    return true;
  } catch {
    return false;
  }
}
