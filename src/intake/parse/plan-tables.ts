import type { TableBlock } from '../document';
import type { FlowBlock } from './document-flow';
import { sheetAreas, type SheetArea } from './sheet-area';
import { TableHeadings, tellingHeadings } from './table-headings';
import type { TaskDraft } from './task-draft';
import { readTaskTable, type TaskTable } from './task-table';

export interface TablesRead {
  tables: Map<TableBlock, TaskTable>;
  drafts: TaskDraft[];
  /** The areas of work that sheets are for. */
  areas: string[];
}

/** The area of a sheet stands over its tasks like a heading; its mere name does so where nothing else divides them. */
function withArea(draft: TaskDraft, prefix: readonly string[], area: SheetArea | undefined): string[] {
  const path = [...prefix, ...draft.categoryPath];
  if (area === undefined || prefix.length > 0 || path[0] === area.title) return path;
  return area.printed || path.length === 0 ? [area.title, ...path] : path;
}

/** All tables of tasks, each under the headings of the prose, or of the sheet, that it stands in. */
export function readTables(blocks: readonly FlowBlock[]): TablesRead {
  const tables = new Map<TableBlock, TaskTable>();
  const headed: string[][] = [];
  let headings = new TableHeadings();
  let sheet: string | null = null;
  for (const block of blocks) {
    // No heading reaches into the next sheet.
    if (block.position.sheet !== sheet) headings = new TableHeadings();
    sheet = block.position.sheet;
    if (block.kind === 'paragraph') headings.pass(block);
    else {
      const table = readTaskTable(block);
      if (table === null) continue;
      tables.set(block, table);
      headed.push(headings.path);
    }
  }
  const prefixes = tellingHeadings(headed);
  const areas = sheetAreas(blocks, tables);
  const drafts = [...tables].flatMap(([block, table], index) => {
    const ownCategories = table.drafts.some(({ categoryPath }) => categoryPath.length > 0);
    const prefix = ownCategories && tables.size === 1 ? [] : (prefixes[index] ?? []);
    return table.drafts.map((draft) => ({ ...draft, categoryPath: withArea(draft, prefix, areas.get(block)) }));
  });
  return { tables, drafts, areas: [...areas.values()].map(({ title }) => title) };
}

/**
 * A workbook from the sheet of its first table of tasks on: what the sheets before it say (how to fill in the form, who
 * is in a group) is no part of the plan.
 */
export function fromTaskSheet(blocks: readonly FlowBlock[], tables: TablesRead['tables']): readonly FlowBlock[] {
  const [first] = tables.keys();
  const sheet = first?.position.sheet ?? null;
  return sheet === null ? blocks : blocks.slice(blocks.findIndex((block) => block.position.sheet === sheet));
}
