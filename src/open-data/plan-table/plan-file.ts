import { writePlanTable } from '../../intake';
import type { Reader } from '../../platform/database';
import { loadContent } from '../../plans';
import { renderCsv } from './render-csv';
import { renderXlsx } from './render-xlsx';

export const planFormats = ['csv', 'xlsx'] as const;
export type PlanFormat = (typeof planFormats)[number];

/** The table of a plan as a file; null where there is no such plan that the reader may see. */
export async function planFile(reader: Reader, slug: string, format: PlanFormat, { bom = false } = {}): Promise<Buffer | null> {
  const [found] = await reader.rows<{ id: number }>('select id from plan where slug = $1', [slug]);
  const content = found && (await loadContent((sql, params) => reader.rows(sql, params), found.id));
  if (!content) return null;
  const grid = writePlanTable({ ...content, annexes: content.annexes.map((annex) => ({ ...annex, line: null })) });
  return format === 'csv' ? renderCsv(grid, { bom }) : renderXlsx(grid);
}
