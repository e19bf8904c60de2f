import { between, pick, type PlanRow, type Random, type RandomPlan } from './random-plan';

/** Lines of a cell, wrapped to the column's width as a typesetter does: no line begins with a closing mark. */
function wrap(text: string, width: number, hanging: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of text) {
    const size = /[\x20-\x7e]/.test(character) ? 0.5 : 1;
    const closing = /[，。、；：）”》]/.test(character);
    if (used + size > width && line !== '' && !(closing && hanging && used + size <= width + 1)) {
      const carried = closing ? line.slice(-1) : '';
      lines.push(carried === '' ? line : line.slice(0, -1));
      line = carried;
      used = carried === '' ? 0 : 1;
    }
    line += character;
    used += size;
  }
  if (line !== '') lines.push(line);
  return lines.filter((printed) => printed !== '');
}

export interface PrintStyle {
  levelWidths: number[];
  taskWidth: number;
  cellWidths: number[];
  hanging: boolean;
  rowsPerPage: number;
  /** Chance of a blank line between two lines. */
  blank: number;
  /** Chance that a cell begins on the line where the cell before it ends. */
  sameLine: number;
  /** Chance that a row's number is printed against the end of the cell before it. */
  fused: number;
  centred: boolean;
  brokenHeader: boolean;
  pageNumbers: boolean;
}

export function randomStyle(random: Random, plan: RandomPlan, centred: boolean): PrintStyle {
  const units = plan.header.slice(1 + (plan.header.length - 1 - (plan.rows[0]?.cells.length ?? 0)));
  return {
    levelWidths: pick(random, [
      [2, 2],
      [2, 4],
      [3, 5],
      [4, 4],
      [4, 6],
      [2, 3],
    ]),
    taskWidth: between(random, 16, 28),
    cellWidths: units.map((name) =>
      /时/.test(name) ? pick(random, [4, 6, 8]) : /牵头/.test(name) ? between(random, 5, 8) : between(random, 8, 18),
    ),
    hanging: random() < 0.5,
    rowsPerPage: between(random, 5, 9),
    blank: pick(random, [0, 0.85, 0.95]),
    sameLine: pick(random, [0, 0.1, 0.2]),
    fused: pick(random, [0, 0.05, 0.1]),
    centred,
    brokenHeader: random() < 0.4,
    pageNumbers: random() < 0.5,
  };
}

interface PrintedCell {
  lines: string[];
  isNumber: boolean;
}

/** Row on which a merged cell's text is printed: its first, or the middle one. */
function printedRows(rows: readonly PlanRow[], column: number, centred: boolean): Map<number, string> {
  const printed = new Map<number, string>();
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    while (to < rows.length && rows[to]?.own[column] !== true) to += 1;
    printed.set(centred ? from + Math.floor((to - from - 1) / 2) : from, rows[from]?.cells[column] ?? '');
    from = to;
  }
  return printed;
}

function pageCells(plan: RandomPlan, style: PrintStyle, rows: readonly PlanRow[]): PrintedCell[] {
  const cells: PrintedCell[] = [];
  const columns = rows[0]?.cells.map((_, column) => printedRows(rows, column, style.centred)) ?? [];
  rows.forEach((row, index) => {
    const previous = rows[index - 1];
    if (row.number !== null && (plan.numbers === 'tasks' || previous?.number !== row.number))
      cells.push({ lines: [row.number], isNumber: true });
    const changed = row.levels.findIndex((title, level) => title !== previous?.levels[level]);
    row.levels.forEach((title, level) => {
      if (changed >= 0 && level >= changed) cells.push({ lines: wrap(title, style.levelWidths[level] ?? 4, false), isNumber: false });
    });
    cells.push({ lines: wrap(row.text, style.taskWidth, style.hanging), isNumber: false });
    columns.forEach((printed, column) => {
      const text = printed.get(index);
      if (text !== undefined) cells.push({ lines: wrap(text, style.cellWidths[column] ?? 8, style.hanging), isNumber: false });
    });
  });
  return cells;
}

function headerLines(plan: RandomPlan, style: PrintStyle): string[] {
  if (!style.brokenHeader) return [plan.header.join(' ')];
  return ['序', '', '号', plan.header.slice(1).join(' ')];
}

/** The rows of one page; merged cells are cut at its end and printed again on the next. */
function pageRows(plan: RandomPlan, style: PrintStyle): PlanRow[][] {
  const pages: PlanRow[][] = [];
  for (let from = 0; from < plan.rows.length; from += style.rowsPerPage) {
    pages.push(
      plan.rows.slice(from, from + style.rowsPerPage).map((row, index) => (index === 0 ? { ...row, own: row.own.map(() => true) } : row)),
    );
  }
  return pages;
}

/** The table as text taken out of a PDF: cells in reading order, each broken into the lines of its narrow column. */
export function printFlowed(random: Random, plan: RandomPlan, style: PrintStyle): string[] {
  const lines: string[] = [];
  pageRows(plan, style).forEach((rows, page) => {
    if (page > 0 && style.pageNumbers) lines.push('', `- ${page + 1} -`, '');
    lines.push(...headerLines(plan, style), '');
    let fresh = true;
    for (const cell of pageCells(plan, style, rows)) {
      cell.lines.forEach((text, index) => {
        const last = lines.length - 1;
        if (index === 0 && !fresh && lines[last] !== '' && random() < (cell.isNumber ? style.fused : style.sameLine)) {
          lines[last] += cell.isNumber ? text : ` ${text}`;
        } else {
          if (!fresh && random() < style.blank) lines.push('');
          lines.push(text);
        }
        fresh = false;
      });
    }
  });
  return lines;
}
