/** Exit codes of every command; 78 is EX_CONFIG of sysexits.h, 70 EX_SOFTWARE. */
export const exitCode = {
  failed: 1,
  unreadable: 2,
  internal: 70,
  configuration: 78,
} as const;

/** Something that can go wrong in ordinary use. The message is one line and says what to do; no stack is ever shown. */
export class ExpectedFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
    this.name = 'ExpectedFailure';
  }
}
