import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { explainConnectionError } from './connection-errors';
import { DataChanges } from './data-changes';
import type { Database, OpenOptions } from './database';
import { loginOf, withLogin } from './login';
import { ownerDataSource, type DatabaseSchema } from './owner-data-source';
import { createPool, stateOfPool } from './pool';
import { publicStatementTimeoutMs, type PublicRole } from './public-role';
import { PooledReader } from './reader';
import { ReplicaWatch } from './replica-watch';
import { loadSecret } from './secrets';
import { readSnapshot } from './snapshot';

const internalStatementTimeoutMs = 15_000;
const healthTimeoutMs = 1_500;
const closeTimeoutMs = 3_000;
const poolSize = { owner: 10, internal: 10, public: 10, health: 1 } as const;

/** Opens the pools on a database that is prepared. */
export async function connectDatabase(
  ownerUrl: string,
  role: PublicRole,
  replicaUrls: readonly string[],
  schema: Pick<DatabaseSchema, 'entities' | 'migrations'>,
  options: Pick<OpenOptions, 'withoutTimeLimit'> = {},
): Promise<Database> {
  const statementTimeoutMs = options.withoutTimeLimit ? null : internalStatementTimeoutMs;
  const owner = ownerDataSource(ownerUrl, schema, { statementTimeoutMs, purpose: 'owner', poolSize: poolSize.owner });
  const internal = createPool(ownerUrl, poolSize.internal, { statementTimeoutMs, isReadOnly: true, purpose: 'internal' });
  const [primary, ...replicas] = publicPools(role, replicaUrls);
  const health = [ownerUrl, role.url].map((url) =>
    createPool(url, poolSize.health, { statementTimeoutMs: healthTimeoutMs, isReadOnly: true, purpose: 'health' }),
  );
  const pools = [internal, primary, ...replicas, ...health];
  const watch = replicas.length > 0 ? new ReplicaWatch(primary, replicas) : null;
  const close = async () => {
    await watch?.close();
    const closed = Promise.allSettled([owner.isInitialized && owner.destroy(), ...pools.map((pool) => pool.end())]);
    await Promise.race([closed, sleep(closeTimeoutMs, undefined, { ref: false })]);
  };
  await Promise.all([
    explained(owner.initialize(), 'DATABASE_URL', ownerUrl),
    explained(checkRole(primary, role), 'PUBLIC_DATABASE_URL', role.url),
  ]).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    owner,
    internalReader: new PooledReader('internal', internal),
    publicReader: new PooledReader('public', primary, watch),
    publicRole: role.name,
    publicSnapshot: (work) => readSnapshot(role.url, work),
    loadSecret: (name) => loadSecret((sql, params) => owner.query(sql, [...params]), name),
    watchChanges: (onChange) => new DataChanges(ownerUrl, onChange, watch),
    replicaStates: () => watch?.states ?? [],
    poolStates: () => [
      stateOfPool('owner', (owner.driver as PostgresDriver).master as Pool),
      stateOfPool('internal', internal),
      stateOfPool('public', primary),
      ...replicas.map((replica, index) => stateOfPool(`replica ${index + 1}`, replica)),
    ],
    isAnswering: () => areAnswering(health),
    close,
  };
}

async function explained<T>(attempt: Promise<T>, variable: string, url: string): Promise<T> {
  return attempt.catch((error: unknown) => {
    throw explainConnectionError(error, variable, url);
  });
}

/** The primary's pool, then the replicas'. They share its roles, so that the public role is the wall there too, whoever their URLs name. */
function publicPools(role: PublicRole, replicaUrls: readonly string[]): [Pool, ...Pool[]] {
  const limits = { statementTimeoutMs: publicStatementTimeoutMs, isReadOnly: true, purpose: 'public' };
  const replicas = replicaUrls.map((url) => withLogin(url, loginOf(role.url)));
  const open = (url: string) => createPool(url, poolSize.public, limits);
  return [open(role.url), ...replicas.map(open)];
}

/** Whatever way the address was put together: behind the public pool stands the public role, or nothing is served. */
async function checkRole(pool: Pool, role: PublicRole): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('select session_user::text as name');
  if (rows[0]?.name !== role.name) throw new Error(`The public pool logs in as "${rows[0]?.name}" instead of "${role.name}"`);
}

async function areAnswering(pools: readonly Pool[]): Promise<boolean> {
  const answers = await Promise.allSettled(pools.map((pool) => pool.query('select 1')));
  return answers.every((answer) => answer.status === 'fulfilled');
}
