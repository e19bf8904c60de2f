export type UnreadableCode =
  | 'NOT_FOUND'
  | 'NOT_A_FILE'
  | 'NOT_PERMITTED'
  | 'TOO_LARGE'
  | 'EMPTY_DOCUMENT'
  | 'UNSUPPORTED_FORMAT'
  | 'NOT_TEXT'
  | 'ENCRYPTED'
  | 'DAMAGED';

/** A document that cannot be read; the message says what it is and what to do, and may be shown to anybody. */
export class UnreadableDocumentError extends Error {
  constructor(
    readonly code: UnreadableCode,
    chinese: string,
    english: string,
  ) {
    super(`${chinese} ${english}`);
    this.name = 'UnreadableDocumentError';
  }
}
