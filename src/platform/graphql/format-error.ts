import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError, AuthenticationError, AuthorizationError } from 'type-graphql';
import { isDatabaseUnavailable, isStatementTimeout } from '../database/connection-errors';
import { invalidFields } from './invalid-fields';
import type { EndpointLog } from './log';
import { forbidden, SafeError, unauthenticated, unavailable, type ErrorCode } from './safe-error';

/** Codes that Apollo gives to requests which never reach a resolver, and ours for them. */
const requestCodes: Readonly<Record<string, ErrorCode | 'PERSISTED_QUERY_NOT_SUPPORTED'>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  // Clients that know persisted queries look for this code, and send the query itself.
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
};

/** Messages may repeat what a client sent. */
const maxMessageCharacters = 500;

export type ErrorFormatter = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Lets through what is known to be meant for the caller. Everything else is logged, and masked. */
export function createErrorFormatter(log: EndpointLog): ErrorFormatter {
  return (formatted, error) => {
    const request = requestError(formatted, error);
    if (request) return shown(formatted, request.message, { code: request.code });
    const safe = safeErrorOf(error);
    if (safe) return shown(formatted, safe.message, { ...safe.extensions, code: safe.code });
    const errorId = randomUUID();
    log.error({ err: originalOf(error), errorId, path: formatted.path }, 'internal error');
    return shown(formatted, 'Internal error / 内部错误', { code: 'INTERNAL', errorId });
  };
}

/** The error to show instead of one that was thrown; null where that one is for the log alone. */
export function safeErrorOf(error: unknown): SafeError | null {
  for (let each: unknown = error; each instanceof Error; each = causeOf(each)) {
    const safe = each instanceof SafeError ? each : translated(each);
    if (safe) return safe;
  }
  return null;
}

function translated(error: Error): SafeError | null {
  if (isDatabaseUnavailable(error)) return unavailable();
  if (isStatementTimeout(error)) {
    return unavailable('The query took too long; ask for fewer rows or filter more. / 查询超时，请减少条数或增加筛选条件');
  }
  if (error instanceof ArgumentValidationError) return invalidFields(error.extensions.validationErrors);
  if (error instanceof AuthenticationError) return unauthenticated();
  if (error instanceof AuthorizationError) return forbidden();
  return null;
}

function causeOf(error: Error): unknown {
  if (error instanceof AggregateError) return error.errors[0];
  return error instanceof GraphQLError ? error.originalError : null;
}

interface RequestError {
  message: string;
  code: string;
}

/** Errors that the libraries make of what a client sent. A resolver's error has a path, and is not trusted by its code. */
function requestError(formatted: GraphQLFormattedError, error: unknown): RequestError | null {
  if (!(error instanceof GraphQLError) || error instanceof SafeError) return null;
  const { message } = formatted;
  if (error.path) return isArgumentError(error) ? { message, code: 'BAD_USER_INPUT' } : null;
  const code = requestCodes[String(error.extensions['code'])];
  if (!code) return null;
  // What our rules and scalars refuse comes wrapped in a validation error, which says where.
  const cause = error.originalError;
  if (cause instanceof SafeError) return { message, code: cause.code };
  if (cause instanceof GraphQLError && cause.extensions['code'] === 'BAD_USER_INPUT') return { message, code: 'BAD_USER_INPUT' };
  return code === 'GRAPHQL_PARSE_FAILED' ? syntaxError(message) : { message, code };
}

function syntaxError(message: string): RequestError {
  const tooManyTokens = /more tha[nt] (\d+) tokens/.exec(message);
  if (tooManyTokens) return { message: `Too large: at most ${tooManyTokens[1]} tokens.`, code: 'COMPLEXITY_LIMIT_EXCEEDED' };
  return { message, code: isUnsafeTextError(message) ? 'BAD_USER_INPUT' : 'GRAPHQL_PARSE_FAILED' };
}

/** A variable that is null where the argument, having a default, may be left out but not be null. */
function isArgumentError(error: GraphQLError): boolean {
  const isFromGraphql = !error.originalError || error.originalError.constructor === GraphQLError;
  return isFromGraphql && /^Argument "\w+" (of|has) /.test(error.message);
}

/** The parser's words for NUL and lone surrogates in a string of the document. */
function isUnsafeTextError(message: string): boolean {
  return /Invalid (character|Unicode escape sequence)[^"]*(U\+0000|U\+D[89A-F]|"\\u\{?0*(d[89a-f]))/i.test(message);
}

function shown(formatted: GraphQLFormattedError, message: string, extensions: Record<string, unknown>): GraphQLFormattedError {
  const { http: _http, ...visible } = extensions;
  return { ...formatted, message: tidied(message), extensions: visible };
}

function tidied(message: string): string {
  const withoutHint = message.replace(/ ?Did you mean .*\?$/s, '');
  return withoutHint.length > maxMessageCharacters ? `${withoutHint.slice(0, maxMessageCharacters)}…` : withoutHint;
}

function originalOf(error: unknown): unknown {
  let original = error;
  while (original instanceof GraphQLError && original.originalError) original = original.originalError;
  return original;
}
