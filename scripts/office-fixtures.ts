/**
 * Makes the five source documents into Word and Excel files as offices lay them out, and has LibreOffice save them anew, so
 * that the files are of a program that people use: node -r ./scripts/register.cjs scripts/office-fixtures.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParseResult } from '../src/intake';
import { parseDocument } from '../src/intake';
import type { TableBlock, TableCell } from '../src/intake/document';
import { readFlow, type FlowBlock } from '../src/intake/parse/document-flow';
import { readTaskTable } from '../src/intake/parse/task-table';
import { readTextDocument } from '../src/intake/readers/read-document';
import { docxOf, numberingOf, paragraph, tableOf } from '../test/support/office/docx-writer';
import { category, DEADLINE, EACH_NUMBER, LEAD, NUMBER, OFFICIAL, planCells, TASK, UNITS } from '../test/support/office/plan-cells';
import type { PlanColumn } from '../test/support/office/plan-cells';
import { sheetRows, xlsxOf, type Sheet, type SheetValue } from '../test/support/office/xlsx-writer';

const root = join(__dirname, '..');
/** Of LibreOffice, which is no dependency: the files that it made are kept. */
const OFFICE_PROGRAM = 'soffice';
const TARGET = join(root, 'test/fixtures/documents');

const likeCells = (column: PlanColumn): PlanColumn => ({ ...column, merged: true });

/** How each office lays out its table. */
const LAYOUTS: Record<string, PlanColumn[]> = {
  'dazhou-2023': [NUMBER, category(0, '工作任务'), category(1, '工作任务'), TASK, UNITS, DEADLINE],
  'tongchuan-2023': [NUMBER, category(0, '工作任务'), category(1, '工作任务'), TASK, likeCells(UNITS), likeCells(DEADLINE)],
  'meishan-2023': [
    EACH_NUMBER,
    category(0, '任务名称'),
    category(1, '任务名称'),
    { ...TASK, heading: '具体内容' },
    likeCells(UNITS),
    likeCells(DEADLINE),
  ],
  'wanyuan-2021': [NUMBER, category(0, '主要工作任务'), { ...TASK, heading: '主要工作任务' }, OFFICIAL, LEAD, UNITS, DEADLINE],
};

/** 工作任务 over two columns is one heading. */
function joinHeadings(rows: TableCell[][]): TableCell[][] {
  const [heading = [], ...rest] = rows;
  const joined: TableCell[] = [];
  for (const cell of heading) {
    const before = joined[joined.length - 1];
    if (before?.text === cell.text) before.colSpan += 1;
    else joined.push(cell);
  }
  return [joined, ...rest];
}

type Part = { text: string } | { cells: TableCell[][] };

/** The document as paragraphs and tables, its tasks in the office's layout. */
function partsOf(name: string, reading: ParseResult, blocks: readonly FlowBlock[]): Part[] {
  const isTasks = (block: TableBlock): boolean => readTaskTable(block) !== null;
  return blocks.flatMap((block): Part[] => {
    if (block.kind === 'paragraph') return [{ text: block.text.replace(/\n(?![一-龥]{2,5}[：:])/g, '') }];
    const layout = LAYOUTS[name];
    if (layout !== undefined && isTasks(block)) return [{ cells: joinHeadings(planCells(reading, layout)) }];
    return [{ cells: block.rows.map((row) => row.cells.map((cell) => ({ ...cell, text: cell.text.trim() }))) }];
  });
}

/** Guangyuan's prose has its numbers from lists: 一、 and （一） are not typed but counted. */
const HEADINGS = numberingOf([
  [
    { style: 'chineseCountingThousand', text: '%1、' },
    { style: 'chineseCountingThousand', text: '（%2）' },
    { style: 'decimal', text: '%3.', gap: 'space' },
  ],
]);
const NUMBERS: [RegExp, number][] = [
  [/^[一二三四五六七八九十]+、/, 0],
  [/^（[一二三四五六七八九十]+）/, 1],
  [/^\d{1,2}\.\s*/, 2],
];

function listed(text: string): string {
  const level = NUMBERS.find(([pattern]) => pattern.test(text));
  return level === undefined ? paragraph(text) : paragraph(text.replace(level[0], ''), { list: [1, level[1]] });
}

function asWord(name: string, parts: readonly Part[]): Buffer {
  const print = name === 'guangyuan-2022' ? listed : paragraph;
  const body = parts.map((part) => ('text' in part ? print(part.text) : `${tableOf(part.cells, { headerRows: 1 })}<w:p/>`));
  return docxOf({ body: body.join(''), numbering: HEADINGS });
}

/** The notice on a sheet of its own, a paragraph a row; every table on another, under what announces it. */
function asSheets(parts: readonly Part[]): Sheet[] {
  const width = Math.max(6, ...parts.flatMap((part) => ('cells' in part ? part.cells.map((row) => row.length) : [])));
  const last = String.fromCharCode(64 + width);
  const rows: SheetValue[][] = [];
  const merged: string[] = [];
  for (const part of parts) {
    if ('text' in part) {
      rows.push([part.text]);
      merged.push(`A${rows.length}:${last}${rows.length}`);
    } else {
      const table = sheetRows(part.cells, rows.length + 1);
      rows.push(...table.rows, []);
      merged.push(...table.merged);
    }
  }
  return [{ name: '分工表', rows, merged }];
}

function saveAnew(folder: string, name: string, format: 'docx' | 'xlsx', bytes: Buffer): void {
  const source = join(folder, `${name}.${format}`);
  writeFileSync(source, bytes);
  execFileSync(OFFICE_PROGRAM, [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    format,
    '--outdir',
    TARGET,
    source,
  ]);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'office-fixtures-'));
  try {
    for (const name of ['dazhou-2023', 'tongchuan-2023', 'wanyuan-2021', 'guangyuan-2022', 'meishan-2023']) {
      const bytes = readFileSync(join(root, `seeds/documents/${name}.txt`));
      const parts = partsOf(name, await parseDocument(bytes, name), readFlow(readTextDocument(bytes)).blocks);
      saveAnew(folder, name, 'docx', asWord(name, parts));
      saveAnew(folder, name, 'xlsx', xlsxOf({ sheets: asSheets(parts) }));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
