import type { TableBlock } from '../document';
import { columnRole, looksLikeDeadline, looksLikeNumber } from './cell-nature';
import type { FlowedLine } from './flowed-prose';

/** A text whose table lost its borders but kept one cell a line: a run of headings, then cells. */
interface Header {
  start: number;
  /** Index after the last heading. */
  end: number;
  labels: FlowedLine[];
}

const LEAST_COLUMNS = 3;
const LONGEST_UNKNOWN_LABEL = 8;

function findHeader(lines: readonly FlowedLine[], from: number): Header | null {
  for (let start = from; start < lines.length; start += 1) {
    const labels: FlowedLine[] = [];
    let known = 0;
    let end = start;
    for (; end < lines.length && labels.length < 12; end += 1) {
      const line = lines[end];
      const text = line?.text.trim() ?? '';
      if (text === '' && labels.length > 0 && labels.length < LEAST_COLUMNS) continue;
      if (line === undefined || text === '') break;
      const role = columnRole(text);
      if (role === null && (labels.length === 0 || text.length > LONGEST_UNKNOWN_LABEL || looksLikeNumber(text))) break;
      if (role !== null) known += 1;
      labels.push(line);
    }
    if (known >= LEAST_COLUMNS && known >= labels.length - 1) return { start, end, labels };
  }
  return null;
}

type Row = FlowedLine[];

/** Rows set apart by blank lines. */
function rowsByBlankLines(lines: readonly FlowedLine[]): Row[] {
  const rows: Row[] = [];
  let row: Row = [];
  for (const line of [...lines, { text: '', line: 0, page: null }]) {
    if (line.text.trim() !== '') row.push(line);
    else if (row.length > 0) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** Rows that each begin with their number. */
function rowsByNumber(lines: readonly FlowedLine[]): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    if (looksLikeNumber(line.text)) rows.push([line]);
    else rows[rows.length - 1]?.push(line);
  }
  return rows;
}

/** Rows that each end with their deadline. */
function rowsByDeadline(lines: readonly FlowedLine[], width: number): Row[] {
  const rows: Row[] = [];
  let row: Row = [];
  for (const line of lines) {
    row.push(line);
    if (row.length >= width - 2 && looksLikeDeadline(line.text)) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function rowsOfWidth(lines: readonly FlowedLine[], width: number): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index + width <= lines.length; index += width) rows.push(lines.slice(index, index + width));
  return rows;
}

/** Share of rows that have as many cells as the heading has columns, or one more (a heading over two columns). */
function fit(rows: readonly Row[], width: number): number {
  if (rows.length === 0) return 0;
  const widest = Math.max(...rows.map((row) => row.length));
  if (widest > width + 2) return 0;
  return rows.filter((row) => row.length >= Math.min(width, 3) && row.length <= width + 2).length / rows.length;
}

function chooseRows(body: readonly FlowedLine[], header: Header): Row[] | null {
  const width = header.labels.length;
  const printed = body.filter((line) => line.text.trim() !== '');
  const roles = header.labels.map((label) => columnRole(label.text));
  const candidates = [rowsByBlankLines(body)];
  if (roles[0] === 'NUMBER') candidates.push(rowsByNumber(printed));
  if (roles[width - 1] === 'DEADLINE') candidates.push(rowsByDeadline(printed, width));
  if (printed.length % width === 0) candidates.push(rowsOfWidth(printed, width));
  const best = candidates.find((rows) => fit(rows, width) >= 0.9);
  return best ?? null;
}

/** The table ends where a remark or an annex begins. */
function bodyEnd(lines: readonly FlowedLine[], from: number): number {
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index]?.text.trim() ?? '';
    if (/^(?:附\s*件|备\s*注[：:]|注[：:]|抄\s*送|信息公开选项|[（(]此件)/.test(text)) return index;
  }
  return lines.length;
}

function tableOf(rows: readonly Row[]): TableBlock {
  const first = rows[0]?.[0];
  return {
    kind: 'table',
    position: { page: first?.page ?? null, sheet: null, row: null, line: first?.line ?? null },
    rows: rows.map((row, index) => ({
      cells: row.map((cell, column) => ({ text: cell.text.trim(), column, rowSpan: 1, colSpan: 1 })),
      position: { page: row[0]?.page ?? null, sheet: null, row: index + 1, line: row[0]?.line ?? null },
    })),
  };
}

/** Tables of one cell a line among flowed lines, and the lines that are none of them. */
export function readStackedCells(lines: readonly FlowedLine[]): { tables: TableBlock[]; rest: FlowedLine[] } {
  const header = findHeader(lines, 0);
  if (header === null) return { tables: [], rest: [...lines] };
  const end = bodyEnd(lines, header.end);
  const rows = chooseRows(lines.slice(header.end, end), header);
  if (rows === null) return { tables: [], rest: [...lines] };
  return { tables: [tableOf([header.labels, ...rows])], rest: [...lines.slice(0, header.start), ...lines.slice(end)] };
}
