import type { DataSource } from 'typeorm';
import { JobWorker } from '../../platform/jobs';
import type { Log } from '../../platform/log';
import type { OutboundRules } from '../../platform/outbound';
import { deliver } from './deliver';
import { deliveryQueue, type DeliveryJob } from './delivery-queue';
import { tellOfDates } from './due-notices';

const lookEveryMs = 15_000;
const stopWithinMs = 2_000;
/** Sent at the same time by one process. */
const batchSize = 20;

export interface WebhookServiceOptions {
  owner: DataSource;
  rules: OutboundRules;
  log: Pick<Log, 'warn'>;
}

/** Tells webhooks what happens, from the moment on at which there is one. Until then it only looks whether there is. */
export class WebhookService {
  private readonly stop = new AbortController();
  private readonly worker: JobWorker<DeliveryJob>;
  private isWorking = false;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly options: WebhookServiceOptions) {
    const { owner, rules, log } = options;
    const run = (job: { id: string; data: DeliveryJob; isLastTry: boolean }) => deliver({ owner, rules, stop: this.stop.signal }, job);
    this.worker = new JobWorker(owner, deliveryQueue, run, { batchSize, onError: (err) => log.warn({ err }, 'job queue') });
  }

  /** Looks now and every now and then; does not wait for what it finds. */
  start(): void {
    if (this.stop.signal.aborted) return;
    this.looking = this.look()
      .catch((err: unknown) => this.options.log.warn({ err }, 'could not look for what webhooks are to be told'))
      .then(() => {
        if (!this.stop.signal.aborted) this.timer = setTimeout(() => this.start(), lookEveryMs);
      });
  }

  async look(): Promise<void> {
    const [{ isWanted }] = await this.options.owner.query<[{ isWanted: boolean }]>(
      'select exists (select from webhook where disabled_at is null) as "isWanted"',
    );
    if (!isWanted || this.stop.signal.aborted) return;
    if (!this.isWorking) await this.worker.start();
    this.isWorking = true;
    await tellOfDates(this.options.owner);
  }

  /** What is under way is broken off, and sent again later by whoever comes next. */
  async close(): Promise<void> {
    this.stop.abort();
    clearTimeout(this.timer);
    await this.looking;
    if (this.isWorking) await this.worker.stop(stopWithinMs);
  }
}
