import type { ParseResult } from './reading';
import { workApart } from './work-apart';

/** Reads a document apart from the service. Throws DocumentRefused. */
export const parseApart = (bytes: Buffer, file: string): Promise<ParseResult> => workApart<ParseResult>('parse', { bytes, file });
