import { basename } from 'node:path';
import type { EntityManager } from 'typeorm';
import { parseDocument, readDocumentFile } from '../parse-file';
import { importPlan, type ImportOutcome, type ImportRequest } from './import-plan';

/** Reads a file and imports it as a plan, inside the caller's transaction. */
export async function importDocument(
  manager: EntityManager,
  path: string,
  request: Omit<ImportRequest, 'parsed' | 'content'>,
): Promise<ImportOutcome> {
  const content = await readDocumentFile(path);
  return importPlan(manager, { ...request, parsed: await parseDocument(content, basename(path)), content });
}
