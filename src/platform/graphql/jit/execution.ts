/**
 * One run of compiled code, handed to it as the root value. The compiler calls its own code from promises without looking
 * whether that code throws; a throw there would end the process and leave the request open.
 */
export class Execution {
  readonly failed: Promise<never>;
  private reject!: (reason: Error) => void;

  constructor() {
    this.failed = new Promise<never>((_resolve, reject) => {
      this.reject = reject;
    });
    // Nobody may be waiting yet, or any more.
    this.failed.catch(() => undefined);
  }

  fail(reason: unknown): void {
    this.reject(toError(reason));
  }

  /** A promise for compiled code: whatever its callbacks throw fails this run. */
  guard(promise: PromiseLike<unknown>): PromiseLike<unknown> {
    return new GuardedPromise(this, promise) as unknown as PromiseLike<unknown>;
  }
}

class GuardedPromise {
  constructor(
    private readonly execution: Execution,
    private readonly promise: PromiseLike<unknown>,
  ) {}

  then(onValue: (value: unknown) => void, onError: (reason: unknown) => void): void {
    this.promise.then(
      (value) => this.attempt(() => onValue(value)),
      (reason: unknown) => this.attempt(() => onError(toError(reason))),
    );
  }

  private attempt(call: () => void): void {
    try {
      call();
    } catch (reason) {
      this.execution.fail(reason);
    }
  }
}

/** As graphql does with what is thrown and is no Error. */
export function toError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error(`Unexpected error value: ${typeof reason === 'string' ? JSON.stringify(reason) : String(reason)}`);
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
