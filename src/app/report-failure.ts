import { randomUUID } from 'node:crypto';
import { readConfig } from '../platform/config';
import { ExpectedFailure, exitCode } from '../platform/lifecycle';
import { createLog } from '../platform/log';

/** Says in one line what went wrong and gives the exit code. The stack of what nobody expected goes to the log, at debug. */
export function reportFailure(error: unknown): number {
  if (error instanceof ExpectedFailure) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  const errorId = randomUUID();
  process.stderr.write(`内部错误 internal error ${errorId}（LOG_LEVEL=debug 可看详情 shows the details）\n`);
  createLog(logLevel()).debug({ errorId, err: error }, 'internal error');
  return exitCode.internal;
}

/** The configuration itself may be what is wrong. */
function logLevel(): string {
  try {
    return readConfig().logLevel;
  } catch {
    return 'info';
  }
}
