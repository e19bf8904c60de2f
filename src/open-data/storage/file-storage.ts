import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../../platform/database';

const blockBytes = 1_048_576;

export interface StoredContent {
  sha256: string;
  byteSize: number;
}

/** Stores the bytes that come; what is there already is stored once. Memory does not grow with their number. */
export async function storeFile(manager: EntityManager, pieces: AsyncIterable<Uint8Array>): Promise<StoredContent> {
  const whole = createHash('sha256');
  const blocks: string[] = [];
  let byteSize = 0;
  for await (const block of blocksOf(pieces)) {
    whole.update(block);
    byteSize += block.length;
    const sha256 = createHash('sha256').update(block).digest('hex');
    blocks.push(sha256);
    await manager.query('insert into stored_block (sha256, content) values ($1, $2) on conflict do nothing', [sha256, block]);
  }
  const sha256 = whole.digest('hex');
  await manager.query('insert into stored_file (sha256, byte_size) values ($1, $2) on conflict do nothing', [sha256, byteSize]);
  await manager.query(
    `insert into stored_file_block (file_sha256, position, block_sha256)
     select $1, n - 1, hash from unnest($2::text[]) with ordinality x (hash, n) on conflict do nothing`,
    [sha256, blocks],
  );
  return { sha256, byteSize };
}

/** Pieces of any size as blocks of one size; the last may be smaller. */
async function* blocksOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let block = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  for await (const piece of pieces) {
    for (let taken = 0; taken < piece.length;) {
      const part = piece.subarray(taken, taken + blockBytes - filled);
      block.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled < blockBytes) continue;
      yield block;
      block = Buffer.allocUnsafe(blockBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

/** The bytes of a stored file from `start` up to, not including, `end`; a block at a time, each asked for when the last is taken. */
export async function* readStoredFile(
  reader: Pick<Reader, 'rows'>,
  { sha256, byteSize }: StoredContent,
  start = 0,
  end = byteSize,
): AsyncIterable<Buffer> {
  for (let position = Math.floor(start / blockBytes); position * blockBytes < end; position += 1) {
    const [row] = await reader.rows<{ content: Buffer }>(
      `select b.content from stored_file_block f join stored_block b on b.sha256 = f.block_sha256 where f.file_sha256 = $1 and f.position = $2`,
      [sha256, position],
    );
    if (!row) throw new Error(`Block ${position} of file ${sha256} is missing`);
    const offset = position * blockBytes;
    yield row.content.subarray(Math.max(0, start - offset), Math.min(row.content.length, end - offset));
  }
}
