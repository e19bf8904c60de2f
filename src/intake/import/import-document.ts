import { readFile } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { parseFile } from '../parse-file';
import { importPlan, type ImportOutcome, type ImportRequest } from './import-plan';

/** Reads a file and imports it as a plan, inside the caller's transaction. */
export async function importDocument(manager: EntityManager, path: string, request: Omit<ImportRequest, 'parsed' | 'content'>): Promise<ImportOutcome> {
  return importPlan(manager, { ...request, parsed: await parseFile(path), content: await readFile(path) });
}
