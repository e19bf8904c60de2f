import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { safeErrorOf } from '../graphql/format-error';
import type { ErrorCode, SafeError } from '../graphql/safe-error';
import { AnswerTimeout } from './answer-timeout';
import type { HttpServerOptions } from './http-server-options';

const statusOfCode: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
};

type ErrorPage = NonNullable<HttpServerOptions<unknown>['errorPage']>;

interface Answer {
  status: number;
  code: ErrorCode;
  message: string;
  details?: Readonly<Record<string, unknown>>;
}

/**
 * Everything that goes wrong outside of a GraphQL answer is told in the shape of one: `{ errors: [{ message, extensions }] }`,
 * or by a page where there is one for the request.
 */
export function answerErrors(app: FastifyInstance, errorPage: ErrorPage = () => null): void {
  const send = (request: FastifyRequest, reply: FastifyReply, answer: Answer) => sendError(request, reply, answer, errorPage);
  app.setErrorHandler((error: FastifyError, request, reply) => send(request, reply, answerOf(error, request)));
  app.setNotFoundHandler((request, reply) => send(request, reply, { status: 404, code: 'NOT_FOUND', message: 'Not found / 未找到' }));
}

/** Answers an error that Fastify meets before a request has a route. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none';frame-ancestors 'none'");
  sendError(request, reply, answerOf(error, request));
}

function sendError(request: FastifyRequest, reply: FastifyReply, answer: Answer, errorPage?: ErrorPage): FastifyReply {
  const { status, code, message, details } = answer;
  reply.code(status).header('cache-control', 'no-store');
  if (status === 503) reply.header('retry-after', '5');
  // What is left of a body that nobody will read is not worth a connection.
  if (isBodyMissing(request)) reply.header('connection', 'close');
  const errorId = details?.['errorId'];
  const page = errorPage?.(request, { status, errorId: typeof errorId === 'string' ? errorId : null, details: details ?? {} });
  if (page != null) return reply.type('text/html; charset=utf-8').header('vary', 'Accept, Cookie').send(page);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify({ errors: [{ message, extensions: { ...details, code } }] }));
}

function answerOf(error: FastifyError, request: FastifyRequest): Answer {
  const safe = safeErrorOf(error);
  if (safe) return { status: statusOf(safe), code: safe.code, message: safe.message, details: detailsOf(safe) };
  if (error instanceof AnswerTimeout) return timeoutAnswer(request);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return { status, code: codeOfStatus[status] ?? 'BAD_USER_INPUT', message: messageOf(status, request) };
  }
  const errorId = randomUUID();
  request.log.error({ err: error, errorId }, 'internal error');
  return { status: 500, code: 'INTERNAL', message: 'Internal error / 内部错误', details: { errorId } };
}

/** What went wrong before anybody of ours saw the request. */
function messageOf(status: number, { routeOptions }: FastifyRequest): string {
  const name = STATUS_CODES[status] ?? 'Bad Request';
  if (status !== 413) return name;
  const limit = Math.floor((routeOptions.bodyLimit ?? 0) / 1024);
  const [size, unit] = limit >= 1024 ? [Math.floor(limit / 1024), 'MiB'] : [limit, 'KiB'];
  return `${name}: at most ${size} ${unit}; send less. / 内容过大：最多 ${size} ${unit}，请缩小后再试。`;
}

/** A body that does not come is the sender's fault, an answer that does not come is ours. */
function timeoutAnswer(request: FastifyRequest): Answer {
  if (isBodyMissing(request)) return { status: 408, code: 'BAD_USER_INPUT', message: 'Request Timeout' };
  return { status: 503, code: 'UNAVAILABLE', message: 'No answer in time / 处理超时' };
}

function isBodyMissing({ raw, body }: FastifyRequest): boolean {
  return !raw.complete && body === undefined;
}

function statusOf({ code, extensions }: SafeError): number {
  return (extensions.http as { status?: number } | undefined)?.status ?? statusOfCode[code] ?? 400;
}

function detailsOf({ extensions }: SafeError): Readonly<Record<string, unknown>> {
  const { http: _http, ...details } = extensions;
  return details;
}
