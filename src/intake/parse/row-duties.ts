import type { ColumnRole } from './cell-nature';
import { cleanBodies } from './clean-text';
import type { ColumnLayout } from './column-layout';
import { NO_DUTY, unitsAsPrinted, type DutyFields, type DutySuffix } from './duty-fields';
import type { GridCell, GridRow, TableGrid } from './table-grid';
import type { Doubt } from './task-draft';

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

/** The units, officials and deadlines of a table's rows, with what blank cells take from the rows above. */
export class RowDuties {
  private readonly above: Partial<Record<keyof DutyFields, string>> = {};
  private readonly asAbove: boolean[];

  constructor(
    private readonly grid: TableGrid,
    private readonly layout: ColumnLayout,
    tasks: readonly GridRow[],
  ) {
    this.asAbove = this.columnsReadAsAbove(tasks);
  }

  /** For each column whether its blank cells stand for the cell above. */
  private columnsReadAsAbove(tasks: readonly GridRow[]): boolean[] {
    const blank = (row: GridRow, column: number): boolean => {
      const cell = row.cells[column];
      return cell !== undefined && cell.text === '' && cell.origin !== 'ABOVE';
    };
    const leading = this.layout.roles.flatMap((role, column) =>
      role === 'CATEGORY' || (role === 'NUMBER' && column < this.layout.textColumn) ? [column] : [],
    );
    const categoriesLeaveBlanks = leading.some((column) => tasks.slice(1).some((row) => blank(row, column)));
    return this.layout.roles.map((_, column) => {
      const merged = tasks.some((row) => row.cells[column]?.origin === 'ABOVE');
      if (merged) return false;
      // A month left of the text heads the rows below it.
      if (!this.grid.knowsRowSpans && column < this.layout.textColumn) return true;
      if (!this.grid.knowsRowSpans && categoriesLeaveBlanks) return true;
      return tasks.filter((row) => blank(row, column)).length > tasks.length * AS_ABOVE_SHARE;
    });
  }

  read(row: GridRow, doubts: Doubt[]): DutySuffix {
    const fields: DutyFields = { ...NO_DUTY };
    const printed = this.readPrinted(row, fields);
    this.takeFromAbove(fields, printed, doubts);
    for (const field of Object.values(FIELD_OF_ROLE)) {
      if (fields[field] === '') fields[field] = null;
      if (fields[field] !== null) this.above[field] = fields[field];
    }
    return { ...fields, responsibleText: unitsAsPrintedInColumns(fields) };
  }

  private readPrinted(row: GridRow, fields: DutyFields): Set<keyof DutyFields> {
    const printed = new Set<keyof DutyFields>();
    this.forEachCell(row, (field, cell) => {
      if (cell.origin === 'LEFT') return;
      const text = fieldText(field, cell);
      fields[field] = printed.has(field) && text !== '' ? `${fields[field] ?? ''}；${text}` : text;
      printed.add(field);
    });
    return printed;
  }

  private takeFromAbove(fields: DutyFields, printed: ReadonlySet<keyof DutyFields>, doubts: Doubt[]): void {
    this.layout.roles.forEach((role, column) => {
      const field = role === null ? undefined : FIELD_OF_ROLE[role];
      if (field === undefined || printed.has(field) || !this.asAbove[column] || !inherits(field, printed)) return;
      const above = this.above[field] ?? '';
      if (above === '') return;
      fields[field] = above;
      // Where the source tells its merged cells, a blank one that is none of them is read with doubt.
      if (this.grid.knowsRowSpans && !doubts.includes(INHERITED)) doubts.push(INHERITED);
    });
  }

  private forEachCell(row: GridRow, visit: (field: keyof DutyFields, cell: GridCell) => void): void {
    this.layout.roles.forEach((role, column) => {
      const field = role === null ? undefined : FIELD_OF_ROLE[role];
      const cell = row.cells[column];
      if (field !== undefined && cell !== undefined && cell.text !== '') visit(field, cell);
    });
  }

  /** A row without a text of its own goes on with the one above: the rest of a cell cut by the page, or a second body. */
  continue(duty: DutySuffix, row: GridRow): void {
    const merged = row.cells[this.layout.textColumn]?.origin === 'ABOVE';
    this.forEachCell(row, (field, cell) => {
      if (cell.origin !== 'OWN') return;
      const before = duty[field];
      if (field === 'deadline' && before !== null && merged) return;
      duty[field] = append(before, fieldText(field, cell), merged);
    });
    duty.responsibleText = unitsAsPrintedInColumns(duty);
  }

  /** Bodies that a line break inside their cell put in a row of their own. */
  addUnits(duty: DutySuffix, text: string): void {
    const field = duty.supporting !== null ? 'supporting' : duty.responsible !== null ? 'responsible' : 'lead';
    duty[field] = append(duty[field], text, true);
    duty.responsibleText = unitsAsPrintedInColumns(duty);
  }
}

function append(before: string | null, text: string, separate: boolean): string {
  if (before === null) return text;
  return `${before}${separate && !/[、，；。]$/.test(before) ? '、' : ''}${text}`;
}

/** A blank 配合单位 beside a printed 牵头单位 means none; beside a blank one it is merged like it. */
function inherits(field: keyof DutyFields, printed: ReadonlySet<keyof DutyFields>): boolean {
  if (field === 'supporting') return !printed.has('lead') && !printed.has('responsible');
  if (field === 'responsible') return !printed.has('lead');
  return true;
}

/** 无 and dashes print that there is none. */
function fieldText(field: keyof DutyFields, cell: GridCell): string {
  if (/^[-—–/／]{1,3}$|^无$/.test(cell.text)) return '';
  return field === 'deadline' || field === 'official' ? cell.text : cleanBodies(cell.raw);
}

/** The responsible cell is what is responsible, where there is one; the lead's and the supporting cell stand for it else. */
function unitsAsPrintedInColumns(fields: DutyFields): string | null {
  return fields.responsible ?? unitsAsPrinted(fields);
}
