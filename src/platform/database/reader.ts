import type { Pool } from 'pg';
import { isConnectionLost } from './connection-errors';
import { preparedName } from './prepared-statement';
import type { ReplicaWatch } from './replica-watch';

export type Audience = 'public' | 'internal';

/** Reads for one audience. What the public one may see is decided by its role in the database, not by who calls. */
export interface Reader {
  readonly audience: Audience;
  rows<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Reads from one server as long as it is there, so that the statements of one request do not contradict each other. */
  forOneRequest?(): Reader;
}

/** A column that the public's role may not read: null for the public. */
export function forOffices({ audience }: Pick<Reader, 'audience'>, column: string): string {
  return audience === 'public' ? 'null' : column;
}

/** Reads go round the replicas in turn, and to the primary where there is none, none can be reached, or all are too far behind. */
export class PooledReader implements Reader {
  private turn = 0;

  constructor(
    readonly audience: Audience,
    private readonly primary: Pool,
    private readonly watch: ReplicaWatch | null = null,
  ) {}

  rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.forOneRequest().rows<T>(sql, params);
  }

  forOneRequest(): Reader {
    const usable = this.watch?.usable ?? [];
    const replica = usable[(this.turn = (this.turn + 1) % Math.max(1, usable.length))];
    return replica ? new ReplicaReader(this.audience, replica, this.primary, this.watch!) : new ServerReader(this.audience, this.primary);
  }
}

class ServerReader implements Reader {
  constructor(
    readonly audience: Audience,
    private readonly pool: Pool,
  ) {}

  rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.pool, sql, params);
  }
}

/** One replica, and from the moment it is lost the primary. */
class ReplicaReader implements Reader {
  private isLost = false;

  constructor(
    readonly audience: Audience,
    private readonly replica: Pool,
    private readonly primary: Pool,
    private readonly watch: ReplicaWatch,
  ) {}

  async rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    if (this.isLost) return rowsOf<T>(this.primary, sql, params);
    try {
      return await rowsOf<T>(this.replica, sql, params);
    } catch (error) {
      // Its own recovery cuts off long reads.
      if (!isConnectionLost(error) && !isConflictWithRecovery(error)) throw error;
      if (isConnectionLost(error)) this.watch.noteLoss(this.replica);
      this.isLost = true;
      return rowsOf<T>(this.primary, sql, params);
    }
  }
}

function isConflictWithRecovery(error: unknown): boolean {
  return (error as { code?: string }).code === '40001';
}

async function rowsOf<T>(pool: Pool, sql: string, params: readonly unknown[]): Promise<T[]> {
  return (await pool.query({ name: preparedName(sql), text: sql, values: params as unknown[] })).rows as T[];
}
