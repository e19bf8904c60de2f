import { Client, Pool, type ClientConfig, type PoolConfig } from 'pg';
import { ownApplicationName } from './application-name';
import { columnTypes } from './column-types';

/** The client's own limit stands above the server's: it ends what a server that stopped answering never would. */
const readTimeoutMarginMs = 1_000;
export const connectTimeoutMs = 2_000;

export interface SessionLimits {
  /** Null: no limit, for work that takes as long as it takes. */
  statementTimeoutMs: number | null;
  isReadOnly: boolean;
  /** Shown in the server's list of connections. */
  purpose: string;
}

/** A connection whose loss is an error of the query that ran on it, never an uncaught one of the process. */
class ResilientClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
    this.closeAfterReadTimeout();
  }

  /** After a read timeout the connection still waits for the old answer; put back into a pool, it would fail the next user too. */
  private closeAfterReadTimeout(): void {
    const send = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => {
      const answer = send(...args);
      if (answer instanceof Promise) {
        answer.catch((error: Error) => {
          if (error.message === 'Query read timeout') this.connection.stream.destroy();
        });
      }
      return answer;
    }) as Client['query'];
  }
}

export function poolConfig(limits: SessionLimits): PoolConfig & { Client: typeof Client } {
  const { statementTimeoutMs } = limits;
  return {
    Client: ResilientClient,
    types: columnTypes,
    application_name: ownApplicationName(limits.purpose),
    connectionTimeoutMillis: connectTimeoutMs,
    ...(statementTimeoutMs !== null && { statement_timeout: statementTimeoutMs, query_timeout: statementTimeoutMs + readTimeoutMarginMs }),
    options: `-c TimeZone=UTC -c jit=off -c default_transaction_read_only=${limits.isReadOnly ? 'on' : 'off'}`,
    keepAlive: true,
  };
}

/** Connections of a pool in use and idle, and how many wait for one. */
export interface PoolState {
  pool: string;
  used: number;
  idle: number;
  waiting: number;
}

export function stateOfPool(name: string, { totalCount, idleCount, waitingCount }: Pool): PoolState {
  return { pool: name, used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

export function createPool(url: string, max: number, limits: SessionLimits): Pool {
  const pool = new Pool({ connectionString: url, max, ...poolConfig(limits) });
  // An idle connection was lost: the pool has dropped it, and the next query opens another.
  pool.on('error', () => {});
  return pool;
}
