import type { Pool } from 'pg';

const lookEveryMs = 1_000;
/** While answers wait for a replica to have heard of a change. */
const lookAgainMs = 50;
/** A replica further behind is not read from: what it says would be called an error of the service. */
const mostLagMs = 30_000;
const mostMarks = 120;

export interface ReplicaState {
  /** `current`: within the last look; `behind`: it has not applied all; `away`: it does not answer. Reads go to the primary then, or where it is too far behind. */
  state: 'current' | 'behind' | 'away';
  /** How long ago the primary was where the replica is; null while it is away. */
  lagSeconds: number | null;
}

interface Watched {
  pool: Pool;
  /** Place in the write-ahead log up to which it has applied changes; null while it is away. */
  applied: number | null;
}

interface Mark {
  place: number;
  atMs: number;
}

/**
 * Looks where the replicas are. How far one is behind is told by when the primary was at its place, by this process' clock: a replica that
 * hears nothing more does not know itself that it is behind.
 */
export class ReplicaWatch {
  private readonly watched: Watched[];
  /** Where the primary was when, oldest first. */
  private marks: Mark[] = [];
  /** Counts the changes of public data; the last one stands in the log before `place`. */
  private change = { number: 0, place: null as number | null };
  private timer: NodeJS.Timeout | null = null;
  private look: Promise<void> | null = null;
  private isClosed = false;

  constructor(
    private readonly primary: Pool,
    replicas: readonly Pool[],
  ) {
    this.watched = replicas.map((pool) => ({ pool, applied: null }));
    this.plan(0);
  }

  /** Those that answer and are not too far behind. */
  get usable(): Pool[] {
    return this.watched.filter((one) => one.applied !== null && this.lagMsOf(one.applied) <= mostLagMs).map(({ pool }) => pool);
  }

  /** Whether every replica that is read from has applied all changes noted so far. */
  get isLevel(): boolean {
    const { place } = this.change;
    return place !== null && this.watched.every(({ applied }) => applied === null || applied >= place);
  }

  get states(): ReplicaState[] {
    return this.watched.map(({ applied }) => {
      if (applied === null) return { state: 'away', lagSeconds: null };
      const lagSeconds = this.lagMsOf(applied) / 1_000;
      return { state: lagSeconds === 0 ? 'current' : 'behind', lagSeconds };
    });
  }

  noteChange(): void {
    this.change = { number: this.change.number + 1, place: null };
    this.plan(0);
  }

  /** A query found it away; the next look may find it back. */
  noteLoss(pool: Pool): void {
    for (const one of this.watched) if (one.pool === pool) one.applied = null;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.look;
  }

  private lagMsOf(applied: number): number {
    const passed = this.marks.find(({ place }) => place > applied);
    return passed ? Date.now() - passed.atMs : 0;
  }

  /** One a second at most, so that they reach back far enough. */
  private mark(mark: Mark): void {
    const last = this.marks.at(-1);
    if (last && (last.place === mark.place || mark.atMs - last.atMs < lookEveryMs)) return;
    this.marks = [...this.marks, mark].slice(-mostMarks);
  }

  private plan(inMs: number): void {
    if (this.isClosed) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.look ??= this.lookNow().finally(() => {
        this.look = null;
        this.plan(this.isLevel ? lookEveryMs : lookAgainMs);
      });
    }, inMs).unref();
  }

  private async lookNow(): Promise<void> {
    const { number } = this.change;
    const place = await placeOf(this.primary, 'pg_current_wal_lsn()');
    if (place !== null) this.mark({ place, atMs: Date.now() });
    if (this.change.place === null) {
      // A commit that does not wait for the disk is told before it is written: it stands where the next record would be inserted.
      const inserted = await placeOf(this.primary, 'pg_current_wal_insert_lsn()');
      if (number === this.change.number) this.change.place = inserted;
    }
    await Promise.all(
      this.watched.map(async (one) => {
        one.applied = await placeOf(one.pool, 'pg_last_wal_replay_lsn()');
      }),
    );
  }
}

/** Null where the server does not answer, or is not what it is taken for: a replica that was made a primary replays nothing. */
async function placeOf(pool: Pool, expression: string): Promise<number | null> {
  try {
    const { rows } = await pool.query<{ place: number | null }>(`select pg_wal_lsn_diff(${expression}, '0/0')::int8 as place`);
    return rows[0]?.place ?? null;
  } catch {
    return null;
  }
}
