import { randomUUID } from 'node:crypto';
import { exitCode } from '../platform/lifecycle';
import type { Log } from '../platform/log';

export interface StopRequest {
  hasCome: boolean;
  /** Gives the exit code once somebody asks the process to stop, or it cannot go on. */
  readonly came: Promise<number>;
}

/** Repeated signals are one request: npm passes on what the terminal has already sent. */
export function awaitStopRequest(log: Log): StopRequest {
  const request = { hasCome: false } as { hasCome: boolean; came: Promise<number> };
  request.came = new Promise((resolve) => {
    const stop = (code: number) => {
      request.hasCome = true;
      resolve(code);
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0));
    process.on('uncaughtException', (err) => {
      log.error({ errorId: randomUUID(), err }, 'uncaught error, stopping');
      stop(exitCode.internal);
    });
    // One request's mistake is no reason to leave all others without a service.
    process.on('unhandledRejection', (err) => log.error({ errorId: randomUUID(), err }, 'unhandled rejection'));
  });
  return request;
}
