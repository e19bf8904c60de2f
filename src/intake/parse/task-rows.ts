import type { ColumnRole } from './cell-nature';
import { categoryTitle } from './category-title';
import { cleanBodies } from './clean-text';
import type { ColumnLayout } from './column-layout';
import { NO_DUTY, startsWithLabel, unitsAsPrinted, type DutyFields, type DutySuffix } from './duty-fields';
import { splitDutySuffix } from './duty-suffix';
import { printedNumber, readNumbering } from './numbering';
import { classifyRow, SectionStack } from './table-section';
import type { GridCell, GridRow, TableGrid } from './table-grid';
import type { Doubt, TaskDraft } from './task-draft';

const FIELD_OF_ROLE: Partial<Record<ColumnRole, keyof DutyFields>> = {
  LEAD_UNIT: 'lead',
  RESPONSIBLE_UNIT: 'responsible',
  SUPPORTING_UNIT: 'supporting',
  LEAD_OFFICIAL: 'official',
  DEADLINE: 'deadline',
};

/** A column that leaves more of its cells blank than this leaves them blank for "as above". */
const AS_ABOVE_SHARE = 1 / 3;

const INHERITED: Doubt = {
  severity: 'INFO',
  code: 'CELL_AS_ABOVE',
  message: '空白单元格按“同上”读取，请核对。 A blank cell was read as "as above"; please check.',
};

/** Walks the rows of a task table downwards, with what holds from the rows above. */
export class TaskRows {
  private readonly sections = new SectionStack();
  private readonly categories: string[] = [];
  private readonly above: Partial<Record<keyof DutyFields, string>> = {};
  private readonly drafts: TaskDraft[] = [];
  private readonly remarks: string[] = [];
  private readonly categoryColumns: number[];
  private readonly numberColumn: number;
  private readonly asAbove: boolean[];
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
    this.numberColumn = layout.roles.lastIndexOf('NUMBER', layout.textColumn);
    const numbers = rows.map((row) => row.cells[this.numberColumn]).filter((cell) => cell?.origin === 'OWN' && cell.text !== '');
    this.tasksAreArabic = numbers.filter((cell) => /^[（(]?\d/.test(cell?.text ?? '')).length * 2 > numbers.length;
    const tasks = rows.filter((row) => this.textOf(row) !== '').length;
    this.numbersEachTask = numbers.length >= tasks * 0.9 && new Set(numbers.map((cell) => cell?.text)).size >= numbers.length * 0.9;
    this.asAbove = this.columnsReadAsAbove();
  }

  read(): { drafts: TaskDraft[]; remarks: string[] } {
    this.rows.forEach((row, index) => this.readRow(row, this.rows[index + 1]));
    return { drafts: this.drafts, remarks: this.remarks };
  }

  /** For each column whether its blank cells stand for the cell above. */
  private columnsReadAsAbove(): boolean[] {
    const tasks = this.rows.filter((row) => this.textOf(row) !== '');
    const blank = (row: GridRow, column: number): boolean => {
      const cell = row.cells[column];
      return cell !== undefined && cell.text === '' && cell.origin !== 'ABOVE';
    };
    const leading = [...this.categoryColumns, ...(this.numberColumn < 0 ? [] : [this.numberColumn])];
    const categoriesLeaveBlanks = leading.some((column) => tasks.slice(1).some((row) => blank(row, column)));
    return this.layout.roles.map((_, column) => {
      const merged = tasks.some((row) => row.cells[column]?.origin === 'ABOVE');
      if (merged) return false;
      if (!this.grid.knowsRowSpans && categoriesLeaveBlanks) return true;
      return tasks.filter((row) => blank(row, column)).length > tasks.length * AS_ABOVE_SHARE;
    });
  }

  private textOf(row: GridRow): string {
    const cell = row.cells[this.layout.textColumn];
    return cell === undefined || cell.origin === 'ABOVE' ? '' : cell.text;
  }

  private readRow(row: GridRow, next: GridRow | undefined): void {
    const special = classifyRow(row, this.layout, this.grid.width, this.tasksAreArabic);
    if (special?.kind === 'REMARK') this.remarks.push(special.text);
    else if (special?.kind === 'SECTION') this.enterSection(special.text, special.number);
    else if (special?.kind === 'REST') this.addUnits(special.text);
    else if (special === null) this.readDataRow(row, next);
  }

  private addUnits(text: string): void {
    const last = this.drafts[this.drafts.length - 1];
    if (last === undefined) return;
    const field = last.duty.supporting !== null ? 'supporting' : last.duty.responsible !== null ? 'responsible' : 'lead';
    const before = last.duty[field];
    last.duty[field] = before === null ? text : `${before}${/[、，；]$/.test(before) ? '' : '、'}${text}`;
    last.duty.responsibleText = unitsAsPrintedInColumns(last.duty);
    last.printed += `\n${text}`;
  }

  private enterSection(text: string, number: string): void {
    this.sections.enter(text, number);
    this.categories.length = 0;
    this.categoryNumber = readNumbering(text)?.printed ?? (number === '' ? null : printedNumber(number));
    if (!this.numbersEachTask) this.number = null;
  }

  private readDataRow(row: GridRow, next: GridRow | undefined): void {
    this.readNumber(row);
    this.readCategories(row);
    const text = this.textOf(row);
    if (text === '') {
      this.continueRow(row);
      return;
    }
    if (this.isCutText(row, text)) {
      const last = this.drafts[this.drafts.length - 1];
      if (last !== undefined) last.text += text;
      return;
    }
    const doubts: Doubt[] = [];
    const duty = this.readDuty(row, doubts);
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

  private readDuty(row: GridRow, doubts: Doubt[]): DutySuffix {
    const fields: DutyFields = { ...NO_DUTY };
    const printed = new Set<keyof DutyFields>();
    this.layout.roles.forEach((role, column) => {
      const field = role === null ? undefined : FIELD_OF_ROLE[role];
      const cell = row.cells[column];
      if (field === undefined || cell === undefined || cell.text === '' || cell.origin === 'LEFT') return;
      const text = fieldText(field, cell);
      fields[field] = printed.has(field) && text !== '' ? `${fields[field] ?? ''}；${text}` : text;
      printed.add(field);
    });
    this.layout.roles.forEach((role, column) => {
      const field = role === null ? undefined : FIELD_OF_ROLE[role];
      if (field === undefined || printed.has(field) || !this.asAbove[column] || !this.inherits(field, printed)) return;
      const above = this.above[field];
      if (above === undefined || above === '') return;
      fields[field] = above;
      if (!this.grid.knowsRowSpans && field !== 'official') return;
      if (!doubts.includes(INHERITED)) doubts.push(INHERITED);
    });
    for (const field of Object.values(FIELD_OF_ROLE)) {
      if (fields[field] === '') fields[field] = null;
      if (fields[field] !== null) this.above[field] = fields[field];
    }
    return { ...fields, responsibleText: unitsAsPrintedInColumns(fields) };
  }

  /** A blank 配合单位 beside a printed 牵头单位 means none; beside a blank one it is merged like it. */
  private inherits(field: keyof DutyFields, printed: ReadonlySet<keyof DutyFields>): boolean {
    if (field === 'supporting') return !printed.has('lead') && !printed.has('responsible');
    if (field === 'responsible') return !printed.has('lead');
    return true;
  }

  /** A row without a text of its own goes on with the one above: the rest of a cell cut by the page, or a second body. */
  private continueRow(row: GridRow): void {
    const last = this.drafts[this.drafts.length - 1];
    if (last === undefined) return;
    const merged = row.cells[this.layout.textColumn]?.origin === 'ABOVE';
    this.layout.roles.forEach((role, column) => {
      const field = role === null ? undefined : FIELD_OF_ROLE[role];
      const cell = row.cells[column];
      if (field === undefined || cell === undefined || cell.origin !== 'OWN' || cell.text === '') return;
      const before = last.duty[field];
      if (field === 'deadline' && before !== null && merged) return;
      const text = fieldText(field, cell);
      last.duty[field] = before === null ? text : `${before}${merged && !/[、，；。]$/.test(before) ? '、' : ''}${text}`;
    });
    last.duty.responsibleText = unitsAsPrintedInColumns(last.duty);
    last.printed += `\n${row.printed}`;
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

/** 无 and dashes print that there is none. */
function fieldText(field: keyof DutyFields, cell: GridCell): string {
  if (/^[-—–/／]{1,3}$|^无$/.test(cell.text)) return '';
  return field === 'deadline' || field === 'official' ? cell.text : cleanBodies(cell.raw);
}

function withoutNulls(duty: DutySuffix): Partial<DutySuffix> {
  return Object.fromEntries(Object.entries(duty).filter(([, value]) => value !== null));
}

/** The responsible cell is what is responsible, where there is one; the lead's and the supporting cell stand for it else. */
function unitsAsPrintedInColumns(fields: DutyFields): string | null {
  return fields.responsible ?? unitsAsPrinted(fields);
}

/** The text without the number it begins with, unless it is the first of several in one cell. */
function withoutOwnNumber(text: string): { text: string; number: string | null } {
  const numbering = readNumbering(text);
  if (numbering === null || numbering.rest === '') return { text, number: null };
  const isList = numbering.style !== 'CHAPTER' && /[。；，：]\s*(?:2[.、．](?!\d)|[（(][2二][）)]|②)/.test(numbering.rest);
  return isList ? { text, number: null } : { text: numbering.rest, number: numbering.printed };
}
