import { type Client } from 'pg';
import QueryStream from 'pg-query-stream';
import { columnTypes } from './column-types';
import { poolConfig } from './pool';

const rowsPerBatch = 1_000;

/** Rows as of one moment, however long it takes to read them: every statement sees the same state. */
export interface Snapshot {
  /** All rows of a statement, some at a time, so that their number does not matter. */
  batches<T extends object>(sql: string, params?: readonly unknown[]): AsyncIterable<T[]>;
}

/** Reads as the role of `url` on a connection of its own, in one read-only transaction without a limit on its time. */
export async function readSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const { Client: ResilientClient, ...config } = poolConfig({ statementTimeoutMs: null, isReadOnly: true, purpose: 'snapshot' });
  const client = new ResilientClient({ connectionString: url, ...config });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    return await work({ batches: (sql, params = []) => batchesOf(client, sql, params) });
  } finally {
    await client.end();
  }
}

async function* batchesOf<T extends object>(client: Client, sql: string, params: readonly unknown[]): AsyncIterable<T[]> {
  const stream = client.query(
    new QueryStream(sql, [...params], { batchSize: rowsPerBatch, highWaterMark: rowsPerBatch, types: columnTypes }),
  );
  let batch: T[] = [];
  for await (const row of stream) {
    if (batch.push(row as T) < rowsPerBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
