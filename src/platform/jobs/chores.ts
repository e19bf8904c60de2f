import PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import { poolOf } from './queue-database';

/** Something to be done at set times by one of the processes that serve a database. */
export interface Chore {
  name: string;
  /** By the clock of Asia/Shanghai, as cron writes it; null: not any more. */
  cron: string | null;
  /** One that takes longer is taken for lost. */
  expireInSeconds: number;
  run: () => Promise<void>;
}

export interface ChoresOptions {
  onError: (error: Error) => void;
  /** How often to look whether the time of one has come, 1 to 45. */
  lookEverySeconds?: number;
}

/** Has chores done when their time comes, once each however many processes there are. */
export class Chores {
  private readonly boss: PgBoss;
  private readonly lookEverySeconds: number;

  constructor(
    owner: DataSource,
    private readonly chores: readonly Chore[],
    { onError, lookEverySeconds = 30 }: ChoresOptions,
  ) {
    this.lookEverySeconds = lookEverySeconds;
    this.boss = new PgBoss({
      db: poolOf(owner),
      cronWorkerIntervalSeconds: lookEverySeconds,
      cronMonitorIntervalSeconds: lookEverySeconds,
    });
    this.boss.on('error', onError);
  }

  /** Makes the tables of the queues where they are not there yet; that needs the right to create a schema. */
  async start(): Promise<void> {
    await this.boss.start();
    for (const chore of this.chores) await this.takeOn(chore);
  }

  /** A chore that is under way is given so long to end. */
  async stop(timeoutMs: number): Promise<void> {
    await this.boss.stop({ timeout: timeoutMs });
  }

  private async takeOn({ name, cron, expireInSeconds, run }: Chore): Promise<void> {
    if (cron === null) return this.boss.unschedule(name);
    // At most one waits and one is under way. One that fails is not tried again: its next time comes.
    if (!(await this.boss.getQueue(name))) await this.boss.createQueue(name, { name, policy: 'stately', retryLimit: 0, expireInSeconds });
    await this.boss.schedule(name, cron, {}, { tz: 'Asia/Shanghai' });
    await this.boss.work(name, { pollingIntervalSeconds: this.lookEverySeconds }, () => run());
  }
}
