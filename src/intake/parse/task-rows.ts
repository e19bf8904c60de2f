import { categoryTitle } from './category-title';
import type { ColumnLayout } from './column-layout';
import { NO_DUTY, startsWithLabel, type DutySuffix } from './duty-fields';
import { splitDutySuffix } from './duty-suffix';
import { printedNumber, readNumbering } from './numbering';
import { RowDuties } from './row-duties';
import { classifyRow, SectionStack } from './table-section';
import { printedCells, type GridCell, type GridRow, type TableGrid } from './table-grid';
import type { Doubt, TaskDraft } from './task-draft';

/** Walks the rows of a task table downwards, with what holds from the rows above. */
export class TaskRows {
  private readonly sections = new SectionStack();
  private readonly categories: string[] = [];
  private readonly drafts: TaskDraft[] = [];
  private readonly remarks: string[] = [];
  private readonly categoryColumns: number[];
  private readonly numberColumn: number;
  private readonly duties: RowDuties;
  private readonly tasksAreArabic: boolean;
  private readonly numbersEachTask: boolean;
  private number: string | null = null;
  private categoryNumber: string | null = null;

  constructor(
    private readonly grid: TableGrid,
    private readonly layout: ColumnLayout,
    private readonly rows: readonly GridRow[],
  ) {
    this.categoryColumns = layout.roles.flatMap((role, column) => (role === 'CATEGORY' ? [column] : []));
    const before = layout.roles.lastIndexOf('NUMBER', layout.textColumn);
    this.numberColumn = before >= 0 ? before : layout.roles.indexOf('NUMBER');
    const numbers = rows.map((row) => row.cells[this.numberColumn]).filter((cell) => cell?.origin === 'OWN' && cell.text !== '');
    this.tasksAreArabic = this.numbersTasksInArabic();
    const tasks = rows.filter((row) => this.textOf(row) !== '' && !this.isSection(row));
    this.numbersEachTask = numbers.length >= tasks.length * 0.9 && new Set(numbers.map((cell) => cell?.text)).size >= numbers.length * 0.9;
    this.duties = new RowDuties(grid, layout, tasks);
  }

  read(): { drafts: TaskDraft[]; remarks: string[] } {
    this.rows.forEach((row, index) => this.readRow(row, this.rows[index + 1]));
    return { drafts: this.drafts, remarks: this.remarks };
  }

  /** Rows that print more than a number and a text are tasks; where there are none, all numbers are asked. */
  private numbersTasksInArabic(): boolean {
    const numbered = this.rows.filter(({ cells }) => cells[this.numberColumn]?.origin === 'OWN' && cells[this.numberColumn]?.text !== '');
    const whole = numbered.filter((row) => printedCells(row).length > 2);
    const judged = whole.length > 0 ? whole : numbered;
    return judged.filter(({ cells }) => /^[（(]?\d/.test(cells[this.numberColumn]?.text ?? '')).length * 2 > judged.length;
  }

  private isSection(row: GridRow): boolean {
    return classifyRow(row, this.layout, this.grid.width, this.tasksAreArabic)?.kind === 'SECTION';
  }

  private textOf(row: GridRow): string {
    const cell = row.cells[this.layout.textColumn];
    return cell === undefined || cell.origin === 'ABOVE' ? '' : cell.text;
  }

  private readRow(row: GridRow, next: GridRow | undefined): void {
    const special = classifyRow(row, this.layout, this.grid.width, this.tasksAreArabic);
    if (special?.kind === 'REMARK') this.remarks.push(special.text);
    else if (special?.kind === 'SECTION') this.enterSection(special.text, special.number);
    else if (special?.kind === 'REST') this.continueLast(special.text, (last) => this.duties.addUnits(last.duty, special.text));
    else if (special === null) this.readDataRow(row, next);
  }

  private continueLast(printed: string, change: (last: TaskDraft) => void): void {
    const last = this.drafts[this.drafts.length - 1];
    if (last === undefined) return;
    change(last);
    last.printed += `\n${printed}`;
  }

  private enterSection(text: string, number: string): void {
    this.sections.enter(text, number);
    this.categories.length = 0;
    this.categoryNumber = readNumbering(text)?.printed ?? (number === '' ? null : printedNumber(number));
    if (!this.numbersEachTask) this.number = null;
  }

  private readDataRow(row: GridRow, next: GridRow | undefined): void {
    if (printedCells(row).length === 0) return;
    this.readNumber(row);
    this.readCategories(row);
    const text = this.textOf(row);
    if (text === '') {
      this.continueLast(row.printed, (last) => this.duties.continue(last.duty, row));
      return;
    }
    if (this.isCutText(row, text)) {
      this.continueLast(row.printed, (last) => (last.text += text));
      return;
    }
    const doubts: Doubt[] = [];
    const duty = this.duties.read(row, doubts);
    this.drafts.push(this.draftOf(row, next, text, duty, doubts));
  }

  private readNumber(row: GridRow): void {
    const cell = row.cells[this.numberColumn];
    if (cell !== undefined && cell.text !== '' && cell.origin !== 'LEFT') this.number = printedNumber(cell.text);
    else if (this.numbersEachTask && this.textOf(row) !== '') this.number = null;
  }

  private readCategories(row: GridRow): void {
    this.categoryColumns.forEach((column, level) => {
      const cell = row.cells[column];
      if (cell === undefined || cell.text === '' || cell.origin !== 'OWN' || this.coversText(row, column, cell)) return;
      const title = categoryTitle(cell.text);
      if (this.categories[level] !== title) this.categories.length = Math.min(this.categories.length, level);
      this.categories[level] = title;
      if (level === 0) this.categoryNumber = readNumbering(cell.text)?.printed ?? this.categoryNumber;
    });
  }

  /** A cell merged over a category column and the text is the text. */
  private coversText(row: GridRow, column: number, cell: GridCell): boolean {
    return column + cell.colSpan > this.layout.textColumn && row.cells[this.layout.textColumn]?.origin === 'LEFT';
  }

  /** A row that holds nothing but the rest of a sentence that the row above does not end. */
  private isCutText(row: GridRow, text: string): boolean {
    const last = this.drafts[this.drafts.length - 1];
    if (last === undefined || /[。；！？：”）]$/.test(last.text) || this.layout.textColumn === 0) return false;
    const alone = row.cells.every((cell, column) => column === this.layout.textColumn || cell.text === '');
    const others = this.drafts.slice(0, -1).filter((draft) => /[。；！？]$/.test(draft.text)).length;
    return alone && others * 10 >= (this.drafts.length - 1) * 8 && this.drafts.length > 2 && /[。；！？]$/.test(text);
  }

  private draftOf(row: GridRow, next: GridRow | undefined, printedText: string, duty: DutySuffix, doubts: Doubt[]): TaskDraft {
    const hasUnitColumn = duty.responsibleText !== null;
    const split = splitDutySuffix(printedText);
    const takes = split.duty !== null && split.text !== '' && (!hasUnitColumn || startsWithLabel(printedText.slice(split.text.length + 1)));
    const { text, number } = withoutOwnNumber(takes ? split.text : printedText);
    const path = [...this.sections.path, ...this.categories.filter((title) => title !== undefined && title !== '')];
    const line = row.position.line;
    const nextLine = next?.position.line ?? null;
    return {
      printedNumber: this.numbersEachTask ? (this.number ?? number) : (number ?? this.number ?? this.categoryNumber),
      categoryPath: path[path.length - 1] === text && path.length > 1 ? path.slice(0, -1) : path,
      text,
      duty: takes && split.duty !== null ? { ...split.duty, ...withoutNulls(duty) } : duty,
      sectionDuty: NO_DUTY,
      position: row.position,
      lineEnd: line === null ? null : nextLine === null ? line : Math.max(line, nextLine - 2),
      printed: row.printed,
      doubts,
    };
  }
}

function withoutNulls(duty: DutySuffix): Partial<DutySuffix> {
  return Object.fromEntries(Object.entries(duty).filter(([, value]) => value !== null));
}

/** The text without the number it begins with, unless it is the first of several in one cell. */
function withoutOwnNumber(text: string): { text: string; number: string | null } {
  const numbering = readNumbering(text);
  if (numbering === null || numbering.rest === '') return { text, number: null };
  const isList = numbering.style !== 'CHAPTER' && /[。；，：]\s*(?:2[.、．](?!\d)|[（(][2二][）)]|②)/.test(numbering.rest);
  return isList ? { text, number: null } : { text: numbering.rest, number: numbering.printed };
}
