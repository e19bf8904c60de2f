import type { Pool } from 'pg';
import { isConnectionLost } from './connection-errors';
import { preparedName } from './prepared-statement';

export type Audience = 'public' | 'internal';

/** Reads for one audience. What the public one may see is decided by its role in the database, not by who calls. */
export interface Reader {
  readonly audience: Audience;
  rows<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** Reads go round the replicas in turn, and to the primary where there is none or none can be reached. */
export class PooledReader implements Reader {
  private turn = 0;

  constructor(
    readonly audience: Audience,
    private readonly primary: Pool,
    private readonly replicas: readonly Pool[] = [],
  ) {}

  async rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    for (const replica of this.replicasInTurn()) {
      try {
        return await rowsOf<T>(replica, sql, params);
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
      }
    }
    return rowsOf<T>(this.primary, sql, params);
  }

  private replicasInTurn(): Pool[] {
    if (this.replicas.length === 0) return [];
    this.turn = (this.turn + 1) % this.replicas.length;
    return [...this.replicas.slice(this.turn), ...this.replicas.slice(0, this.turn)];
  }
}

async function rowsOf<T>(pool: Pool, sql: string, params: readonly unknown[]): Promise<T[]> {
  return (await pool.query({ name: preparedName(sql), text: sql, values: params as unknown[] })).rows as T[];
}
