import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocumentModel, TableBlock } from '../src/intake/document';
import { readFlow } from '../src/intake/parse/document-flow';
import { parsePlan } from '../src/intake/parse/parse-plan';
import { readTextDocument } from '../src/intake/readers/read-document';
import type { TaskReading } from '../src/intake';

export interface PrintedCell {
  text: string;
  rowSpan: number;
  colSpan: number;
}

export interface PrintedTable {
  /** Relative widths. */
  widths: number[];
  header: PrintedCell[];
  rows: PrintedCell[][];
}

/** A plan as its parts would be printed: paragraphs and tables in their order. */
export interface PrintedPlan {
  name: string;
  title: string;
  parts: (string | PrintedTable)[];
}

interface Column {
  label: string;
  width: number;
  text: (task: TaskReading) => string;
  /** Cells are merged downwards while this stays the same; null where they never are. */
  group: ((task: TaskReading) => string) | null;
}

const lead = (task: TaskReading): string =>
  task.responsibilities
    .filter(({ role }) => role === 'LEAD')
    .map(({ unit, group }) => unit ?? group ?? '')
    .join('、');

function columnsOf(name: string, levels: number): Column[] {
  const category = (level: number, label: string): Column => ({
    label,
    width: 14,
    text: (task) => task.categoryPath[level] ?? '',
    group: (task) => task.categoryPath.slice(0, level + 1).join('/'),
  });
  const isMeishan = name.startsWith('meishan');
  const duty = (task: TaskReading): string => `${task.categoryPath.join('/')}/${task.responsibleText ?? ''}/${task.deadline.text ?? ''}`;
  const merges = isMeishan ? duty : null;
  const officials: Column[] = [
    { label: '牵头县级领导', width: 10, text: (task) => task.leadOfficial ?? '', group: null },
    { label: '牵头单位', width: 14, text: lead, group: null },
  ];
  return [
    { label: '序号', width: 6, text: (task) => task.printedNumber ?? '', group: isMeishan ? null : (task) => task.categoryPath[0] ?? '' },
    category(0, '工作任务'),
    ...(levels > 1 ? [category(1, '')] : []),
    { label: '重点工作任务', width: 50, text: (task) => task.text, group: null },
    ...(name.startsWith('wanyuan') ? officials : []),
    { label: '责任单位', width: 26, text: (task) => task.responsibleText ?? '', group: merges },
    { label: '完成时限', width: 12, text: (task) => task.deadline.text ?? '', group: merges },
  ];
}

function cellOf(column: Column, tasks: readonly TaskReading[], index: number): PrintedCell[] {
  const task = tasks[index];
  if (task === undefined) return [];
  const same = (other: TaskReading | undefined): boolean =>
    other !== undefined && column.group !== null && column.group(other) === column.group(task);
  if (same(tasks[index - 1])) return [];
  let rowSpan = 1;
  while (same(tasks[index + rowSpan])) rowSpan += 1;
  return [{ text: column.text(task), rowSpan, colSpan: 1 }];
}

function taskTable(name: string, tasks: readonly TaskReading[]): PrintedTable {
  const columns = columnsOf(name, Math.max(...tasks.map((task) => task.categoryPath.length)));
  const header = columns.flatMap((column, index) => {
    if (column.label === '') return [];
    return [{ text: column.label, rowSpan: 1, colSpan: columns[index + 1]?.label === '' ? 2 : 1 }];
  });
  return {
    widths: columns.map(({ width }) => width),
    header,
    rows: tasks.map((_, index) => columns.flatMap((column) => cellOf(column, tasks, index))),
  };
}

function otherTable(table: TableBlock): PrintedTable {
  const [header, ...rows] = table.rows.map((row) =>
    row.cells.map(({ text }) => ({ text: text.replace(/\s/g, ''), rowSpan: 1, colSpan: 1 })),
  );
  return { widths: (header ?? []).map(() => 20), header: header ?? [], rows };
}

/** One of the five plans as it would be printed; what its text document lost of its table is put back. */
export function printedPlan(name: string): PrintedPlan {
  const document: SourceDocumentModel = readTextDocument(readFileSync(join(__dirname, `../seeds/documents/${name}.txt`)));
  const { tasks, plan } = parsePlan(document);
  const { blocks } = readFlow(document);
  const first = blocks.findIndex((block) => block.kind === 'table');
  const parts = blocks.map((block, index) => {
    if (block.kind === 'paragraph') return block.text.replace(/\n/g, '');
    return index === first ? taskTable(name, tasks) : otherTable(block);
  });
  return { name, title: plan.title ?? '', parts };
}
