import type { TableBlock } from '../document';
import { columnRole, type ColumnRole } from './cell-nature';
import { layoutColumns, type ColumnLayout } from './column-layout';
import { isRecordTable } from './record-table';
import { splitDutySuffix } from './duty-suffix';
import { looksLikeSentence } from './column-profile';
import { alignRow } from './row-alignment';
import { isSignatureRow } from './signature-row';
import type { TaskDraft } from './task-draft';
import { buildGrid, printedCells, type GridRow, type TableGrid } from './table-grid';
import { findHeader, isRepeatedHeader, type TableHeader } from './table-header';
import { TaskRows } from './task-rows';

export interface TaskTable {
  drafts: TaskDraft[];
  remarks: string[];
  /** Rows above the heading. */
  titles: string[];
}

const UNIT_ROLES: (ColumnRole | null)[] = ['LEAD_UNIT', 'RESPONSIBLE_UNIT', 'SUPPORTING_UNIT'];
/** Headings of the catalogues of what is to be disclosed; two of them make a catalogue and no plan. */
const CATALOGUE_LABEL =
  /^(?:公开依据|公开渠道|公开载体|公开渠道和载体|公开方式|公开层级|公开对象|公开主体|公开格式|公开形式|.{0,6}编制(?:单位|部门))$/;

function isCatalogue(labels: readonly string[]): boolean {
  const bare = new Set(labels.map((label) => label.replace(/[（(][^（()）]*[）)]/g, '')));
  return [...bare].filter((label) => CATALOGUE_LABEL.test(label)).length >= 2;
}

const ROWS_JUDGED = 50;

/** Whether most texts end in the units that bear them: …（责任单位：市教育局）. */
function textsNameUnits(body: readonly GridRow[], textColumn: number): boolean {
  const texts = body.slice(0, ROWS_JUDGED).flatMap((row) => {
    const cell = row.cells[textColumn];
    return cell?.origin === 'OWN' && cell.text !== '' ? [cell.text] : [];
  });
  return texts.filter((text) => splitDutySuffix(text).duty?.responsibleText != null).length * 2 > texts.length;
}

/** Whether the table sets tasks: it says who or until when, and its texts are duties and no mere names. */
function setsTasks(layout: ColumnLayout, header: TableHeader | null, body: readonly GridRow[]): boolean {
  const has = (role: ColumnRole): boolean => layout.roles.includes(role);
  const units = layout.roles.some((role) => UNIT_ROLES.includes(role));
  const text = layout.profiles[layout.textColumn];
  if (text === undefined || text.filled === 0 || isCatalogue(layout.labels)) return false;
  const duties = text.averageLength >= 12 || text.sentence >= 0.3;
  if (duties && textsNameUnits(body, layout.textColumn)) return true;
  const textLabel = columnRole(layout.labels[layout.textColumn] ?? '');
  if (header === null) return duties && (units || has('DEADLINE'));
  if (textLabel === 'TASK') return units || has('DEADLINE') || has('LEAD_OFFICIAL') || duties;
  if (/(?:情况|问题|结果|案件|标题|姓名)$/.test(layout.labels[layout.textColumn] ?? '')) return false;
  return (units || has('DEADLINE')) && (duties || has('DEADLINE'));
}

function alignRows(rows: readonly GridRow[], grid: TableGrid, layout: ColumnLayout): GridRow[] {
  return grid.knowsSpans ? [...rows] : rows.map((row) => alignRow(row, layout.roles));
}

/** Rows without a heading before the first that looks like a task are the table's title. */
function titleRows(rows: readonly GridRow[]): number {
  const first = rows.findIndex((row) => printedCells(row).length >= 2);
  return first < 0 ? 0 : Math.min(first, 3);
}

/** The tasks of a table; null where it is no table of tasks. */
export function readTaskTable(table: TableBlock): TaskTable | null {
  const grid = buildGrid(table);
  const header = findHeader(grid);
  const start = header?.end ?? titleRows(grid.rows);
  const titles = grid.rows
    .slice(0, header?.start ?? start)
    .map((row) =>
      printedCells(row)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text !== '');
  const body = grid.rows.slice(start).filter((row) => !isSignatureRow(row) && (header === null || !isRepeatedHeader(row, header)));
  const layout = layoutColumns(grid, header, body);
  if (layout === null || isRecordTable(grid) || !setsTasks(layout, header, body)) return null;
  const walk = new TaskRows(grid, layout, alignRows(body, grid, layout));
  const { drafts, remarks } = walk.read();
  const duties = drafts.filter(({ text }) => looksLikeSentence(text)).length;
  const bare = drafts.every(({ duty }) => duty.responsibleText === null && duty.deadline === null && duty.official === null);
  return drafts.length === 0 || (bare && duties * 2 < drafts.length) ? null : { drafts, remarks, titles };
}
