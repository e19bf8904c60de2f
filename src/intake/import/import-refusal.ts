/** A document that cannot become a plan, with the reason for the person who brought it. */
export class ImportRefusal extends Error {
  constructor(
    message: string,
    /** 3: readable, but no plan; 1: the request cannot be met. */
    readonly exitCode: 1 | 3,
    /** For programs. */
    readonly code: 'NO_TASKS' | 'NO_REGION' | 'NUMBER_TAKEN' | 'FILE_REMOVED',
  ) {
    super(message);
  }
}
