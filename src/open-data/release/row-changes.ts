import { createHash } from 'node:crypto';
import { tryReadGlobalId } from '../../platform/graphql';
import { linesOf } from '../formats';

/** What became of one row from one release to the next. */
export interface RowChange {
  change: 'ADDED' | 'CHANGED' | 'REMOVED';
  id: string;
  /** SHA-256 of its line of JSON, without the line break; null where there was none. */
  sha256Before: string | null;
  sha256After: string | null;
  /** The line as it was; null for a row that is new. */
  before: string | null;
}

/** Walks two files of JSON Lines whose rows stand in the order of their keys, and gives the rows that differ. */
export async function* compareRows(before: AsyncIterable<Uint8Array>, after: AsyncIterable<Uint8Array>): AsyncIterable<RowChange> {
  const [old, now] = [new Lines(before), new Lines(after)];
  await Promise.all([old.next(), now.next()]);
  while (old.line !== null || now.line !== null) {
    const step = now.line === null ? -1 : old.line === null ? 1 : Math.sign(old.key - now.key);
    if (step < 0) yield changeOf('REMOVED', old.line, null);
    else if (step > 0) yield changeOf('ADDED', null, now.line);
    else if (old.line !== now.line) yield changeOf('CHANGED', old.line, now.line);
    if (step <= 0) await old.next();
    if (step >= 0) await now.next();
  }
}

function changeOf(change: RowChange['change'], before: string | null, after: string | null): RowChange {
  return { change, id: idOf((after ?? before)!), sha256Before: hashOf(before), sha256After: hashOf(after), before };
}

function hashOf(line: string | null): string | null {
  return line === null ? null : createHash('sha256').update(line).digest('hex');
}

/** Every line begins with the id of its row. */
function idOf(line: string): string {
  const start = '{"id":"'.length;
  return line.slice(start, line.indexOf('"', start));
}

class Lines {
  /** Null behind the last. */
  line: string | null = null;
  key = 0;
  private batch: string[] = [];
  private place = 0;
  private readonly batches: AsyncIterator<string[]>;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.batches = linesOf(pieces)[Symbol.asyncIterator]();
  }

  async next(): Promise<void> {
    while (this.place >= this.batch.length) {
      const step = await this.batches.next();
      if (step.done) {
        this.line = null;
        return;
      }
      this.batch = step.value;
      this.place = 0;
    }
    this.line = this.batch[this.place]!;
    this.place += 1;
    this.key = tryReadGlobalId(idOf(this.line))?.key ?? 0;
  }
}
