import type { TableBlock } from '../document';
import { columnsOf, fit } from './flowed/fit';
import { fragmentsOf, type FlowedLine } from './flowed/fragments';
import { headingsOfProse } from './flowed/headings-of-prose';
import { isLaidOut } from './flowed/layout';
import { laidOutTable } from './flowed/layout-table';
import { numberingRun } from './flowed/numbering';
import { regionsOf, type FlowedRegion } from './flowed/region';
import { rowsOf } from './flowed/rows';
import { tableBlockOf } from './flowed/table-block';

/**
 * Rebuilds task tables from text whose cell borders are lost. The first row of each table is its heading; a cell stands
 * once, on the first row it holds for, with its rowSpan. `rest` is what stands outside the tables, in order.
 */
export function readFlowedTables(lines: FlowedLine[]): { tables: TableBlock[]; rest: FlowedLine[] } {
  const { regions, rest } = regionsOf(lines);
  const headings = headingsOfProse(rest);
  const tables: TableBlock[] = [];
  const unread: FlowedLine[] = [];
  for (const region of regions) {
    const table = readRegion(region, headings);
    if (table === null) unread.push(...region.body);
    else tables.push(table);
  }
  return { tables, rest: unread.length === 0 ? rest : [...rest, ...unread].sort((left, right) => left.line - right.line) };
}

/** Some 4,000 rows: what is longer is no plan's table. */
const MOST_FRAGMENTS = 60_000;

function readRegion(region: FlowedRegion, headings: ReadonlySet<string>): TableBlock | null {
  if (isLaidOut(region)) return laidOutTable(region);
  const fragments = fragmentsOf(region.body, region.breaksBefore);
  if (fragments.length === 0 || fragments.length > MOST_FRAGMENTS) return null;
  const fitted = fit(fragments, columnsOf(region.heading), numberingRun(fragments));
  const namedLevels = region.heading.roles.filter((role) => role === 'CATEGORY').length;
  const { rows, numbersTasks } = rowsOf(fitted, fragments, namedLevels, headings);
  return rows.length === 0 ? null : tableBlockOf(region.heading, region.headingLine, fitted.columns, rows, numbersTasks);
}
