import type { DataSource } from 'typeorm';
import { checkEvidence } from '../ledger';
import type { Config } from '../platform/config';
import { forgetCommandKeys } from '../platform/graphql';
import { Chores, type Chore } from '../platform/jobs';
import type { Log } from '../platform/log';
import type { OutboundRules } from '../platform/outbound';

/** Not while the service starts; and not in one that is gone again at once. */
const beginAfterMs = 20_000;
const stopWithinMs = 2_000;

/** Whatever the configuration says: links are chosen by others, and lead nowhere inside. */
const publicNetworkAlone: OutboundRules = { hosts: [], networks: [] };

export type UpkeepSettings = Pick<Config, 'evidenceCheckDays' | 'idempotencyKeyDays' | 'publicBaseUrl'>;

/** What is to be done every hour, by whichever process has time. */
export function choresOf(owner: DataSource, settings: UpkeepSettings, stop: AbortSignal, rules = publicNetworkAlone): Chore[] {
  const { evidenceCheckDays, idempotencyKeyDays, publicBaseUrl } = settings;
  const userAgent = `Gongkai evidence check (${publicBaseUrl})`;
  return [
    {
      name: 'forget-command-keys',
      cron: '10 * * * *',
      expireInSeconds: 600,
      run: () => forgetCommandKeys(owner, idempotencyKeyDays),
    },
    {
      name: 'check-evidence',
      cron: evidenceCheckDays === null ? null : '20 * * * *',
      expireInSeconds: 3_000,
      run: async () => {
        if (evidenceCheckDays !== null) await checkEvidence({ owner, everyDays: evidenceCheckDays, rules, userAgent, stop });
      },
    },
  ];
}

/** Has the chores of a service done as long as it runs. */
export class Upkeep {
  private readonly stop = new AbortController();
  private readonly chores: Chores;
  private timer: NodeJS.Timeout | undefined;
  private starting: Promise<boolean> = Promise.resolve(false);

  constructor(
    owner: DataSource,
    settings: UpkeepSettings,
    private readonly log: Pick<Log, 'warn'>,
  ) {
    this.chores = new Chores(owner, choresOf(owner, settings, this.stop.signal), { onError: (err) => log.warn({ err }, 'chores') });
  }

  start(): void {
    this.timer = setTimeout(() => {
      this.starting = this.chores.start().then(
        () => true,
        (err: unknown) => {
          this.log.warn(
            { err },
            'no upkeep: chores could not be taken on; where the database login may not create the schema pgboss, grant it CREATE and start again',
          );
          return false;
        },
      );
    }, beginAfterMs);
    this.timer.unref();
  }

  /** What is under way is broken off; its next time comes. */
  async close(): Promise<void> {
    this.stop.abort();
    clearTimeout(this.timer);
    if (await this.starting) await this.chores.stop(stopWithinMs);
  }
}
