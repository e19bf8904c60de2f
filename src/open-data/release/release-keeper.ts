import type { Reader } from '../../platform/database';
import type { Log } from '../../platform/log';
import { changeSinceRelease } from './release-currency';

/** A reader waits this long for a new release before it gets the one that is there. */
const patienceMs = 7_000;

/** A release that takes longer is not taken again before many times as long has passed. */
const quickMs = 5_000;
const restFactor = 20;
const restAfterFailureMs = 60_000;

interface KeeperOptions {
  reader: Reader;
  /** Takes a release where something has changed since the last one. */
  take: () => Promise<void>;
  log: Log;
}

/**
 * Takes a release when somebody asks for the latest and something public has changed since. While it is being taken, and where
 * the data is too large for that to be done at once, the release before is what readers get.
 */
export class ReleaseKeeper {
  private taking: Promise<void> | null = null;
  private restUntil = 0;

  constructor(private readonly options: KeeperOptions) {}

  readonly refresh = async (): Promise<void> => {
    if (!this.taking && !(await this.isDue())) return;
    this.taking ??= this.take().finally(() => (this.taking = null));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
    await Promise.race([this.taking, patience]);
    clearTimeout(timer);
  };

  private async isDue(): Promise<boolean> {
    const change = await changeSinceRelease(this.options.reader);
    return change === 'WITHDRAWAL' || (change === 'SOME' && performance.now() >= this.restUntil);
  }

  private async take(): Promise<void> {
    const begun = performance.now();
    try {
      await this.options.take();
      const tookMs = performance.now() - begun;
      if (tookMs > quickMs) this.restUntil = performance.now() + tookMs * restFactor;
    } catch (err) {
      this.options.log.warn({ err }, 'no release could be taken; the one before stays the latest');
      this.restUntil = performance.now() + restAfterFailureMs;
    }
  }
}
