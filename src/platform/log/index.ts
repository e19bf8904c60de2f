import pino, { type Logger } from 'pino';

export type Log = Logger;

/** One JSON object a line on standard error; standard output belongs to what a command prints. Written at once, so that nothing is lost on exit. */
export function createLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}
