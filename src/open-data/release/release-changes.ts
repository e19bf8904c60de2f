import type { EntityManager } from 'typeorm';
import { globalId } from '../../platform/graphql';
import { datasets } from '../fields';
import { readJsonLines } from '../formats';
import { readStoredFile, storeFile } from '../storage';
import type { ReleaseChange } from './release';
import { readerOf, type DraftFile } from './release-files';
import { compareRows, type RowChange } from './row-changes';

type Counts = Pick<ReleaseChange, 'dataset' | 'added' | 'changed' | 'removed'>;

/** A line of changes.jsonl. */
interface ChangeLine extends Omit<RowChange, 'before'> {
  dataset: string;
  /** For a removed row, when its plan was withdrawn and why; null where it went in another way. */
  withdrawnAt: string | null;
  reason: string | null;
}

interface Withdrawal {
  at: string;
  reason: string;
}

/** A release and its files, as far as they are known. */
interface Stage {
  number: number;
  files: readonly DraftFile[];
}

/**
 * changes.jsonl: the rows that are other than in the release before. tombstones.jsonl: every row that was ever taken out, with
 * when, why and the hash of what it was. The first release has neither a change nor a tombstone.
 */
export async function storeChanges(
  manager: EntityManager,
  before: Stage | null,
  after: Stage,
): Promise<{ files: DraftFile[]; counts: Counts[] }> {
  const counts = before ? datasets.map(({ name }) => ({ dataset: name, added: 0, changed: 0, removed: 0 })) : [];
  const lines = before ? changeLines(manager, before.files, after.files, counts) : nothing();
  const changes = await storeFile(manager, piecesOf(lines));
  const tombstones = { rowCount: 0 };
  const stored = await storeFile(manager, piecesOf(tombstoneLines(manager, before, after.number, changes, tombstones)));
  const changedRows = counts.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0);
  return {
    counts,
    files: [
      { name: 'changes.jsonl', ...changes, rowCount: changedRows },
      { name: 'tombstones.jsonl', ...stored, rowCount: tombstones.rowCount },
    ],
  };
}

async function* changeLines(
  manager: EntityManager,
  before: readonly DraftFile[],
  after: readonly DraftFile[],
  counts: Counts[],
): AsyncIterable<ChangeLine[]> {
  const withdrawals = await withdrawalsByPlan(manager);
  for (const [index, { name: dataset }] of datasets.entries()) {
    const [old, now] = [before, after].map((files) => files.find(({ name }) => name === `${dataset}.jsonl`));
    if (!now || old?.sha256 === now.sha256) continue;
    const read = (file: DraftFile | undefined) => (file ? readStoredFile(readerOf(manager), file) : nothing());
    for await (const row of compareRows(read(old), read(now))) {
      counts[index]![({ ADDED: 'added', CHANGED: 'changed', REMOVED: 'removed' } as const)[row.change]] += 1;
      yield [changeLine(dataset, row, withdrawals)];
    }
  }
}

function changeLine(dataset: string, { before, ...row }: RowChange, withdrawals: ReadonlyMap<string, Withdrawal>): ChangeLine {
  const withdrawal = row.change === 'REMOVED' ? withdrawals.get(planOf(dataset, before!)) : undefined;
  return { dataset, ...row, withdrawnAt: withdrawal?.at ?? null, reason: withdrawal?.reason ?? null };
}

function planOf(dataset: string, line: string): string {
  const row = JSON.parse(line) as { id: string; planId?: string };
  return dataset === 'plans' ? row.id : (row.planId ?? '');
}

async function withdrawalsByPlan(manager: EntityManager): Promise<Map<string, Withdrawal>> {
  const plans = await manager.query<{ id: number; at: Date; reason: string }[]>(
    'select id, withdrawn_at as at, reason from withdrawn_plan where published',
  );
  return new Map(plans.map(({ id, at, reason }) => [globalId('Plan', id), { at: at.toISOString(), reason }]));
}

/** Those of the release before, then the rows that this one lacks. */
async function* tombstoneLines(
  manager: EntityManager,
  before: Stage | null,
  number: number,
  changes: { sha256: string; byteSize: number },
  counted: { rowCount: number },
): AsyncIterable<object[]> {
  const earlier = before?.files.find(({ name }) => name === 'tombstones.jsonl');
  if (earlier) {
    for await (const lines of readJsonLines<object>(readStoredFile(readerOf(manager), earlier))) {
      counted.rowCount += lines.length;
      yield lines;
    }
  }
  for await (const lines of readJsonLines<ChangeLine>(readStoredFile(readerOf(manager), changes))) {
    const removed = lines.filter(({ change }) => change === 'REMOVED');
    counted.rowCount += removed.length;
    yield removed.map(({ dataset, id, sha256Before, withdrawnAt, reason }) => ({
      dataset,
      id,
      lastRelease: number - 1,
      removedInRelease: number,
      sha256: sha256Before,
      withdrawnAt,
      reason,
    }));
  }
}

async function* piecesOf(batches: AsyncIterable<readonly object[]>): AsyncIterable<Buffer> {
  for await (const lines of batches) yield Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

async function* nothing(): AsyncIterable<never> {}
