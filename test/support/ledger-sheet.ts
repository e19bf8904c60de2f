import { readSheets } from '../../src/intake/sheet/read-sheets';
import type { RunningApp, Json } from './internal-api';
import { xlsxOf } from './office/xlsx-writer';

/** A ledger as a unit has it open in its spreadsheet program: texts by row and column, both from 0. */
export class OpenLedger {
  private constructor(readonly rows: string[][]) {}

  static async open(bytes: Buffer): Promise<OpenLedger> {
    const [sheet] = await readSheets(bytes);
    const height = Math.max(...sheet!.keys());
    const width = Math.max(...[...sheet!.values()].flatMap((cells) => [...cells.keys()]));
    return new OpenLedger(
      Array.from({ length: height }, (_none, row) =>
        Array.from({ length: width }, (_cell, column) => sheet!.get(row + 1)?.get(column + 1) ?? ''),
      ),
    );
  }

  private get heading(): number {
    return this.rows.findIndex((cells) => cells.includes('gongkai:obligation'));
  }

  column(name: string): number {
    return this.rows[this.heading]!.indexOf(`gongkai:${name}`);
  }

  /** Place in `rows` of the row on a task of that number. */
  rowOf(task: number): number {
    return this.rows.findIndex((cells, row) => row > this.heading && cells[this.column('number')] === String(task));
  }

  get tasks(): string[] {
    return this.rows.slice(this.heading + 1).map((cells) => cells[this.column('number')]!);
  }

  value(task: number, name: string): string {
    return this.rows[this.rowOf(task)]![this.column(name)]!;
  }

  fill(task: number, values: Readonly<Record<string, string>>): this {
    for (const [name, value] of Object.entries(values)) this.rows[this.rowOf(task)]![this.column(name)] = value;
    return this;
  }

  /** Another row on the task, at the end. */
  copyOfRow(task: number, values: Readonly<Record<string, string>>): this {
    const copy = [...this.rows[this.rowOf(task)]!];
    for (const [name, value] of Object.entries(values)) copy[this.column(name)] = value;
    this.rows.push(copy);
    return this;
  }

  /** The cell as the program names it, such as E12. */
  cell(task: number, name: string): string {
    return this.cellAt(this.rowOf(task), name);
  }

  cellAt(row: number, name: string): string {
    return `${String.fromCharCode(65 + this.column(name))}${row + 1}`;
  }

  xlsx(): Buffer {
    return xlsxOf({ sheets: [{ name: '台账', rows: this.rows.map((cells) => cells.map((text) => (text === '' ? null : text))) }] });
  }

  csv(): Buffer {
    return Buffer.from(this.rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
  }
}

/** Brings a file, as a form does. */
export async function uploadFile(app: RunningApp, token: string, content: Buffer, name: string): Promise<{ status: number; body: Json }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const response = await fetch(`${app.url}/uploads`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.json() };
}
