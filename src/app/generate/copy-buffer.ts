import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

type Cell = string | number | boolean | null | readonly string[];

/** Rows on their way into one table by COPY. */
export class CopyBuffer<Column extends string> {
  private lines: string[] = [];
  /** Id of the last row added, where the table has ids. */
  private lastId = 0;

  private constructor(
    private readonly table: string,
    private readonly columns: readonly Column[],
  ) {}

  /** Ids go on from the last one in the table. */
  static async open<Column extends string>(client: PoolClient, table: string, columns: readonly Column[]): Promise<CopyBuffer<Column>> {
    const buffer = new CopyBuffer(table, columns);
    if ((columns as readonly string[]).includes('id')) {
      const { rows } = await client.query<{ last: number }>(`select coalesce(max(id), 0)::integer as last from ${table}`);
      buffer.lastId = rows[0]!.last;
    }
    return buffer;
  }

  nextId(): number {
    return (this.lastId += 1);
  }

  /** Columns that are left out are null. */
  add(row: { readonly [C in Column]?: Cell }): void {
    this.lines.push(`${this.columns.map((column) => cellText(row[column] ?? null)).join('\t')}\n`);
  }

  async flush(client: PoolClient): Promise<void> {
    const lines = this.lines;
    this.lines = [];
    if (lines.length > 0)
      await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${this.table} (${this.columns.join(', ')}) from stdin`)));
  }

  /** Lets the table's own counter go on behind the last row. */
  async close(client: PoolClient): Promise<void> {
    await this.flush(client);
    if ((this.columns as readonly string[]).includes('id'))
      await client.query(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [this.table, Math.max(this.lastId, 1)]);
  }
}

/** The text format of COPY. */
function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  return escaped(typeof cell === 'string' ? cell : `{${cell.map((part) => `"${part.replace(/["\\]/gu, '\\$&')}"`).join(',')}}`);
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/gu, (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character]!);
}
