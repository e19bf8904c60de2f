import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parsePlan } from './parse/parse-plan';
import { readPlanTable } from './plan-table/read-plan-table';
import { readDocument } from './readers/read-document';
import { UnreadableDocumentError } from './readers/unreadable-document.error';
import type { ParseResult } from './reading';

const LARGEST_BYTES = 20 * 1024 * 1024;

/** Reads and understands a document given by its bytes. `file` is the name to be shown. Throws UnreadableDocumentError. */
export async function parseDocument(bytes: Buffer, file: string): Promise<ParseResult> {
  if (bytes.length > LARGEST_BYTES) {
    throw new UnreadableDocumentError('TOO_LARGE', '文件超过 20 MiB。', 'The file is larger than 20 MiB.');
  }
  const document = await readDocument(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const table = readPlanTable(document);
  return {
    source: { file, mediaType: document.mediaType, sha256, encoding: document.encoding },
    ...(table ? { ...table, isPlanTable: true } : parsePlan(document)),
  };
}

/** The bytes of a document file of at most 20 MiB. Throws UnreadableDocumentError. */
export async function readDocumentFile(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new UnreadableDocumentError('NOT_A_FILE', '这不是一个文件。', 'This is not a file.');
    if (found.size > LARGEST_BYTES) throw new UnreadableDocumentError('TOO_LARGE', '文件超过 20 MiB。', 'The file is larger than 20 MiB.');
    return await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UnreadableDocumentError('NOT_FOUND', '文件不存在。', 'There is no such file.');
    throw new UnreadableDocumentError('NOT_PERMITTED', '文件无法打开，请检查权限。', 'The file cannot be opened; check its permissions.');
  }
}

/** Reads and understands a document file of at most 20 MiB. Throws UnreadableDocumentError. */
export async function parseFile(path: string): Promise<ParseResult> {
  return parseDocument(await readDocumentFile(path), basename(path));
}

/** 0: a plan with tasks; 3: readable, but no plan. A document that cannot be read has no result. */
export function exitCodeFor(result: ParseResult): 0 | 3 {
  return result.tasks.length > 0 ? 0 : 3;
}
