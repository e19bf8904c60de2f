import type { EntityManager } from 'typeorm';
import type { Snapshot } from '../../platform/database';
import { dataPackage, dictionaryCsv, dictionaryJson } from '../catalogue';
import { datasets, rowsOf, type Dataset } from '../fields';
import { derivedFormats, jsonLines, readJsonLines } from '../formats';
import { readStoredFile, storeFile } from '../storage';
import type { ReleaseFile } from './release';

/** A file as it stands in a release, before it has a place there. */
export type DraftFile = Pick<ReleaseFile, 'name' | 'rowCount' | 'byteSize' | 'sha256'>;

/** Every public row of every dataset, as JSON Lines. */
export async function storeRows(manager: EntityManager, snapshot: Snapshot): Promise<DraftFile[]> {
  const files: DraftFile[] = [];
  for (const dataset of datasets) {
    const counted = { rowCount: 0 };
    const stored = await storeFile(manager, jsonLines.encode(dataset, counting(rowsOf(dataset, snapshot), counted)));
    files.push({ name: `${dataset.name}.jsonl`, ...stored, rowCount: counted.rowCount });
  }
  return files;
}

async function* counting<T>(batches: AsyncIterable<T[]>, counted: { rowCount: number }): AsyncIterable<T[]> {
  for await (const batch of batches) {
    counted.rowCount += batch.length;
    yield batch;
  }
}

/** The dictionary, which also tells whether two releases have the same columns. */
export async function storeDictionary(manager: EntityManager): Promise<DraftFile[]> {
  return [await storeText(manager, 'dictionary.json', dictionaryJson()), await storeText(manager, 'dictionary.csv', dictionaryCsv())];
}

/** The other formats of the JSON Lines. What the release before made of the same lines is taken from there. */
export async function storeDerived(manager: EntityManager, rows: readonly DraftFile[], before: readonly DraftFile[]): Promise<DraftFile[]> {
  const files: DraftFile[] = [];
  for (const [index, dataset] of datasets.entries()) files.push(...(await deriveFrom(manager, dataset, rows[index]!, before)));
  return files;
}

async function deriveFrom(manager: EntityManager, dataset: Dataset, source: DraftFile, before: readonly DraftFile[]): Promise<DraftFile[]> {
  const isSame = before.some(({ name, sha256 }) => name === source.name && sha256 === source.sha256);
  const files: DraftFile[] = [];
  for (const { extension, encode } of derivedFormats) {
    const name = `${dataset.name}.${extension}`;
    const kept = isSame && before.find((file) => file.name === name);
    const stored = kept || (await storeFile(manager, encode(dataset, readJsonLines(readStoredFile(readerOf(manager), source)))));
    files.push({ name, rowCount: source.rowCount, byteSize: stored.byteSize, sha256: stored.sha256 });
  }
  return files;
}

export async function storePackage(
  manager: EntityManager,
  release: { number: number; createdAt: Date; isDemonstration: boolean; files: readonly DraftFile[] },
): Promise<DraftFile> {
  return storeText(manager, 'datapackage.json', dataPackage(release));
}

async function storeText(manager: EntityManager, name: string, content: Buffer): Promise<DraftFile> {
  const rowCount = name.endsWith('.csv') ? content.toString().split('\r\n').length - 2 : 0;
  return { name, rowCount, ...(await storeFile(manager, once(content))) };
}

async function* once(content: Buffer): AsyncIterable<Buffer> {
  yield content;
}

/** Reads within the transaction that writes. */
export function readerOf(manager: EntityManager): { rows: <T>(sql: string, params?: readonly unknown[]) => Promise<T[]> } {
  return { rows: <T>(sql: string, params: readonly unknown[] = []) => manager.query<T[]>(sql, [...params]) };
}
