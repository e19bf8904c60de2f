import { UnreadableDocumentError, exitCodeFor, parseFile } from '../../intake';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';

/** Prints a document as read; nothing is resolved or stored. */
export async function parse(file: string): Promise<void> {
  try {
    const result = await parseFile(file);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    process.exitCode = exitCodeFor(result);
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw new ExpectedFailure(error.message, exitCode.unreadable);
    throw error;
  }
}
