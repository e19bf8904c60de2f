import PgBoss from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { execute, poolOf } from './queue-database';

/** A queue in the database, in a schema of its own (`pgboss`). */
export interface JobQueue {
  name: string;
  /** How often a job that failed is tried again. */
  retryLimit: number;
  /** Before the first of these; twice as long before each next one. */
  retryDelaySeconds: number;
  /** A job that takes longer is taken for lost, and tried again. */
  expireInSeconds: number;
}

export interface Job<T> {
  id: string;
  data: T;
  /** Whether it will not be tried again should it fail now. */
  isLastTry: boolean;
}

const quiet = { supervise: false, schedule: false } as const;

/** Makes the tables of the queues where they are not there yet, outside of any transaction. Needs the right to create a schema. */
export async function installQueue(owner: DataSource, queue: JobQueue): Promise<void> {
  const boss = new PgBoss({ ...quiet, db: poolOf(owner) });
  await boss.start();
  await register(boss, queue);
  await boss.stop({ graceful: false });
}

/** Adds jobs within the transaction of the write that they follow: they are there exactly when it is. */
export async function enqueue(manager: EntityManager, queue: JobQueue, data: readonly object[]): Promise<void> {
  if (data.length === 0) return;
  const db = { executeSql: (text: string, values: unknown[]) => execute(manager.queryRunner!, text, values) };
  await new PgBoss({ ...quiet, db }).insert(
    data.map((each) => ({ name: queue.name, data: each })),
    { db },
  );
}

/** Takes the jobs of a queue, several at a time. What `run` throws for a job is tried again later. */
export class JobWorker<T extends object> {
  private readonly boss: PgBoss;

  constructor(
    owner: DataSource,
    private readonly queue: JobQueue,
    private readonly run: (job: Job<T>) => Promise<void>,
    private readonly options: { batchSize: number; onError: (error: Error) => void },
  ) {
    this.boss = new PgBoss({ db: poolOf(owner), schedule: false });
    this.boss.on('error', options.onError);
  }

  async start(): Promise<void> {
    await this.boss.start();
    await register(this.boss, this.queue);
    await this.boss.work<T>(this.queue.name, { batchSize: this.options.batchSize, includeMetadata: true }, (jobs) => this.runAll(jobs));
  }

  /** Jobs under way are given so long to end; what does not is tried again by whoever comes next. */
  async stop(timeoutMs: number): Promise<void> {
    await this.boss.stop({ timeout: timeoutMs });
  }

  /** A job that fails is marked so by itself, and is no longer among those that the queue completes with the rest. */
  private async runAll(jobs: readonly PgBoss.JobWithMetadata<T>[]): Promise<void> {
    await Promise.all(
      jobs.map(async ({ id, data, retryCount, retryLimit }) => {
        try {
          await this.run({ id, data, isLastTry: retryCount >= retryLimit });
        } catch (error) {
          await this.boss.fail(this.queue.name, id, { message: error instanceof Error ? error.message : String(error) });
        }
      }),
    );
  }
}

async function register(boss: PgBoss, { name, retryLimit, retryDelaySeconds, expireInSeconds }: JobQueue): Promise<void> {
  const options = { name, retryLimit, retryDelay: retryDelaySeconds, retryBackoff: true, expireInSeconds };
  if (await boss.getQueue(name)) await boss.updateQueue(name, options);
  else await boss.createQueue(name, options);
}
