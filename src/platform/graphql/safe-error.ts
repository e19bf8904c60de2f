import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/** The codes a client can meet in `extensions.code`. Syntax errors keep Apollo's GRAPHQL_PARSE_FAILED. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'COMPLEXITY_LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** Further facts for the client beside the code: plain JSON, never anything secret. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** Where a code means more than "200 with errors" to HTTP itself. Apollo reads `extensions.http` and strips it. */
const httpStatusOf: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** An error whose message may be shown to anyone. Every other error is masked before it leaves. */
export class SafeError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, cause?: Error) {
    super(message, { extensions: safeExtensions(code, details), originalError: cause ?? null });
    this.name = 'SafeError';
    this.code = code;
  }
}

function safeExtensions(code: ErrorCode, details: ErrorDetails): GraphQLErrorExtensions {
  const status = httpStatusOf[code];
  return { ...(status !== undefined && { http: { status } }), ...details, code };
}

export function badUserInput(message: string, details?: ErrorDetails): SafeError {
  return new SafeError('BAD_USER_INPUT', message, details);
}

export function notFound(message = 'Not found / 未找到', details?: ErrorDetails): SafeError {
  return new SafeError('NOT_FOUND', message, details);
}

/** What was public once and is not any more; to HTTP itself 410. The details say why and since when. */
export function gone(message: string, details: ErrorDetails): SafeError {
  return new SafeError('NOT_FOUND', message, { ...details, http: { status: 410 } });
}

export function forbidden(message = 'Not allowed / 没有权限', details?: ErrorDetails): SafeError {
  return new SafeError('FORBIDDEN', message, details);
}

export function unauthenticated(message = 'A valid bearer token is required / 需要有效的访问令牌', details?: ErrorDetails): SafeError {
  return new SafeError('UNAUTHENTICATED', message, details);
}

export function conflict(message: string, details?: ErrorDetails): SafeError {
  return new SafeError('CONFLICT', message, details);
}

export function complexityLimitExceeded(message: string, details?: ErrorDetails): SafeError {
  return new SafeError('COMPLEXITY_LIMIT_EXCEEDED', message, details);
}

export function unavailable(
  message = 'Temporarily unavailable, try again soon / 服务暂不可用，请稍后再试',
  details?: ErrorDetails,
): SafeError {
  return new SafeError('UNAVAILABLE', message, details);
}
