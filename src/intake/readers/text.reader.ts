import type { DocumentBlock, SourceDocumentModel, TableBlock } from '../document';
import { commaRows } from './text-layouts/comma-rows.layout';
import { markdownTable } from './text-layouts/markdown-table.layout';
import { tabRows } from './text-layouts/tab-rows.layout';
import { tabbedCells } from './text-layouts/tabbed-cells.layout';
import { isBlank, type TableLayout, type TextLine } from './text-layouts/text-line';
import { withoutFurniture } from './text-furniture';
import { UnreadableDocumentError } from './unreadable-document.error';

/** A plan has some thousands of lines at most; more is no plan. */
const MOST_LINES = 500_000;

/** The stricter layouts first: a cell a line is also a line with a tab. */
const LAYOUTS: TableLayout[] = [markdownTable, tabbedCells, tabRows, commaRows];

/**
 * Lines end at \n or \r\n alone: U+2028, U+2029, U+0085 and a lone \r are characters of the text. A form feed turns the
 * page. A text whose only line ends are \r is of an old system, and they do end its lines.
 */
function splitLines(text: string): TextLine[] {
  const separator = text.includes('\n') ? /\r?\n/ : /\r/;
  const paged = text.includes('\f');
  let page = 1;
  return text.split(separator).map((printed, index) => {
    page += printed.split('\f').length - 1;
    return { text: printed.replace(/\f/g, ''), line: index + 1, page: paged ? page : null };
  });
}

/** Tries the layouts at a line; remembers how far each has already said no. */
class TableFinder {
  private readonly judgedUntil = new Map<TableLayout, number>();

  constructor(private readonly lines: readonly TextLine[]) {}

  at(start: number): { table: TableBlock; next: number } | null {
    for (const layout of LAYOUTS) {
      if ((this.judgedUntil.get(layout) ?? 0) > start) continue;
      const { table, next } = layout(this.lines, start);
      if (table !== null) return { table, next };
      this.judgedUntil.set(layout, next);
    }
    return null;
  }
}

function pushFlowed(blocks: DocumentBlock[], lines: TextLine[]): void {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0) return;
  const begin = lines[first];
  blocks.push({
    kind: 'flowed',
    lines: lines.slice(first),
    position: { page: begin?.page ?? null, sheet: null, row: null, line: begin?.line ?? null },
  });
}

/**
 * Plain text as blocks: tables whose cells are marked (tabs, pipes, commas) as tables, all else as flowed lines, since
 * only the wording tells whether a line break ends a paragraph, a cell or nothing.
 */
export function readText(text: string, encoding: string): SourceDocumentModel {
  const lines = withoutFurniture(splitLines(text));
  if (lines.length > MOST_LINES) {
    throw new UnreadableDocumentError('TOO_LARGE', `文本超过 ${MOST_LINES} 行。`, `The text has more than ${MOST_LINES} lines.`);
  }
  const finder = new TableFinder(lines);
  const blocks: DocumentBlock[] = [];
  let pending: TextLine[] = [];
  let index = 0;
  while (index < lines.length) {
    const found = finder.at(index);
    if (found !== null) {
      pushFlowed(blocks, pending);
      pending = [];
      blocks.push(found.table);
      index = found.next;
    } else {
      const line = lines[index];
      if (line !== undefined) pending.push(line);
      index += 1;
    }
  }
  pushFlowed(blocks, pending);
  return { mediaType: 'text/plain', encoding, blocks };
}
