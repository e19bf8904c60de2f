import type { TableBlock } from '../document';
import { categoryTitle } from './category-title';
import { cleanText } from './clean-text';
import type { FlowBlock } from './document-flow';
import { isRemark } from './remark-words';
import { announcesTable } from './table-headings';
import type { TaskTable } from './task-table';

const LONGEST_AREA = 20;
/** Names that a program gives, months and years, and the names of plans say nothing about the work. */
const NAMES_NO_AREA =
  /^(?:sheet|工作表|表|附件|附表)?[\s\d()（）一二三四五六七八九十]*$|20\d{2}|^\d{1,2}月|(?:要点|方案|安排|计划|意见|通知|表|台账|清单|目录|明细|汇总|总表|任务|分工)$|^(?:政务公开|政府信息公开)(?:工作)?$/i;

function areaOf(printed: string): string | null {
  const text = cleanText(printed);
  if (text.length > LONGEST_AREA || /[。；：:，]/.test(text) || isRemark(text) || announcesTable(text)) return null;
  const area = categoryTitle(text);
  return area === '' || NAMES_NO_AREA.test(area) ? null : area;
}

/** The area of work that each sheet of a workbook with several sheets of tasks is for. */
export interface SheetArea {
  title: string;
  /** Printed over the table, and not only the name of its sheet. */
  printed: boolean;
}

/** What stands right over a table on its own sheet, outermost first, or in its first rows. */
function textsOver(blocks: readonly FlowBlock[], table: TableBlock, titles: readonly string[]): string[] {
  const texts: string[] = [];
  for (let index = blocks.indexOf(table) - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph' || block.position.sheet !== table.position.sheet) break;
    texts.unshift(block.text);
  }
  return [...texts, ...titles];
}

function readArea(blocks: readonly FlowBlock[], table: TableBlock, titles: readonly string[]): SheetArea | null {
  const printed = textsOver(blocks, table, titles)
    .map(areaOf)
    .findLast((area) => area !== null);
  if (printed !== undefined && printed !== null) return { title: printed, printed: true };
  const named = areaOf(table.position.sheet ?? '');
  return named === null ? null : { title: named, printed: false };
}

/** A sheet per area of work: each table of tasks is the only one of its sheet, and no two are for the same area. */
export function sheetAreas(blocks: readonly FlowBlock[], tables: ReadonlyMap<TableBlock, TaskTable>): Map<TableBlock, SheetArea> {
  const areas = new Map<TableBlock, SheetArea>();
  for (const [table, { titles }] of tables) {
    const area = table.position.sheet === null ? null : readArea(blocks, table, titles);
    if (area !== null) areas.set(table, area);
  }
  const sheets = new Set([...tables.keys()].map(({ position }) => position.sheet));
  const titles = new Set([...areas.values()].map(({ title }) => title));
  const one = tables.size > 1 && areas.size === tables.size && sheets.size === tables.size && titles.size === tables.size;
  return one ? areas : new Map<TableBlock, SheetArea>();
}
