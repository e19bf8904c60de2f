import { ExpectedFailure, exitCode, firstLineOf } from '../lifecycle';

/** The database does not answer now; it may later. */
export class DatabaseUnreachable extends ExpectedFailure {
  constructor(message: string) {
    super(message, exitCode.failed);
    this.name = 'DatabaseUnreachable';
  }
}

interface DatabaseError {
  code?: string;
  message?: string;
  driverError?: unknown;
}

/** Node's codes of a network that fails, and PostgreSQL's of a server that starts, stops, or has no connection left. */
const unavailableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '08000',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
]);

/** node-postgres has no codes for these; the last is TypeORM's, for a transaction that goes on after its connection was lost. */
const unavailableMessage =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|timeout expired|query read timeout|not queryable|connection error|socket has been ended|query runner was already released|query runner already released/i;

function detailsOf(error: unknown): DatabaseError {
  const outer = (error ?? {}) as DatabaseError;
  return outer.driverError ?? outer;
}

/** Whether the query never got through, or its answer never came back: worth trying elsewhere for a read. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = detailsOf(error);
  return (code !== undefined && unavailableCodes.has(code)) || unavailableMessage.test(message ?? '');
}

/** An outage, not a fault of the query: the answer is 503, and the caller may try again. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return error instanceof DatabaseUnreachable || isConnectionLost(error);
}

/** The statement ran longer than its audience may. */
export function isStatementTimeout(error: unknown): boolean {
  return detailsOf(error).code === '57014';
}

const explanations: Readonly<Record<string, string>> = {
  '28P01': '用户名或密码错误 (wrong user or password)',
  '28000': '拒绝此用户登录 (this user may not log in)',
  '3D000': '没有这个数据库 (no such database)',
  '42501': '权限不足 (insufficient privilege)',
};

/** What to tell the operator. The address is given without user and password. */
export function explainConnectionError(error: unknown, variable: string, url: string): Error {
  if (error instanceof ExpectedFailure) return error;
  const { code, message } = detailsOf(error);
  const place = placeOf(url);
  if (isConnectionLost(error))
    return new DatabaseUnreachable(`数据库无应答 the database does not answer: ${variable} ${place} (${code ?? 'timeout'})`);
  const explanation = explanations[code ?? ''] ?? (/ssl|sasl|password/i.test(message ?? '') ? firstLineOf(message ?? '') : null);
  if (explanation === null) return error as Error;
  return new ExpectedFailure(`${variable} ${place}: ${explanation}`, exitCode.configuration);
}

/** Host, port and database; user and password stay out of messages. */
export function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${host || searchParams.get('host')}${pathname}`;
}
