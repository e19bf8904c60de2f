export { ExpectedFailure, exitCode } from './expected-failure';
export { acquireProcessLock, readLockHolder, type ProcessLock } from './process-lock';
export { firstLineOf } from './first-line';
export { keepHeapLean } from './lean-heap';
export { isAlive } from './process-identity';
