import type { TableBlock } from '../document';
import type { Problem } from '../reading';
import { columnRole, squeeze, type ColumnRole } from './cell-nature';
import { columnsOf, fit } from './flowed/fit';
import { fragmentsOf, type FlowedLine } from './flowed/fragments';
import { headingsOfProse } from './flowed/headings-of-prose';
import { isLaidOut } from './flowed/layout';
import { laidOutTable } from './flowed/layout-table';
import { numberingRun } from './flowed/numbering';
import { regionsOf, type FlowedRegion } from './flowed/region';
import { rowsOf } from './flowed/rows';
import { tableBlockOf } from './flowed/table-block';
import { unheadedRegion } from './flowed/unheaded';

export interface FlowedTables {
  tables: TableBlock[];
  /** What stands outside the tables, in order. */
  rest: FlowedLine[];
  /** Tables whose cells were taken out in no order that could be followed: they are in neither. */
  problems: Problem[];
}

interface RegionReading {
  region: FlowedRegion;
  table: TableBlock | null;
  cells: number;
  cost: number;
}

/**
 * Rebuilds task tables from text whose cell borders are lost. The first row of each table is its heading; a cell stands
 * once, on the first row it holds for, with its rowSpan.
 */
export function readFlowedTables(lines: FlowedLine[]): FlowedTables {
  const { regions, rest } = regionsOf(lines);
  if (regions.length === 0) return readUnheaded(rest);
  const headings = headingsOfProse(rest);
  const readings = regions.map((region) => readRegion(region, headings));
  if (isInterleaved(readings)) {
    const laidOut = readings.filter(({ cells }) => cells === 0).map(({ table }) => table);
    return { tables: laidOut.filter((table) => table !== null), rest, problems: [interleaved(readings)] };
  }
  const unread = readings.filter(({ table }) => table === null).flatMap(({ region }) => region.body);
  return {
    tables: readings.map(({ table }) => table).filter((table) => table !== null),
    rest: unread.length === 0 ? rest : [...rest, ...unread].sort((left, right) => left.line - right.line),
    problems: [],
  };
}

function readUnheaded(lines: FlowedLine[]): FlowedTables {
  const found = unheadedRegion(lines);
  const table = found === null ? null : laidOutTable(found.region);
  if (found === null || table === null) return { tables: [], rest: lines, problems: [] };
  return { tables: [table], rest: [...lines.slice(0, found.from), ...lines.slice(found.to)], problems: [] };
}

/** Cells of tables in their right order cost less than this; where columns are mixed up, a whole table costs more. */
const MOST_COST_PER_CELL = 1.6;
const MANY_STRAYS = 3;
const STRAY_SHARE = 0.02;
const MOST_COST_WITH_STRAYS = 0.9;
/** Fewer cells tell too little. */
const FEWEST_CELLS = 24;

function isInterleaved(readings: readonly RegionReading[]): boolean {
  const cells = readings.reduce((sum, reading) => sum + reading.cells, 0);
  const cost = readings.reduce((sum, reading) => sum + reading.cost, 0);
  if (cells < FEWEST_CELLS) return false;
  const strays = readings.reduce((sum, reading) => sum + (reading.cells > 0 ? strayHeads(reading.region) : 0), 0);
  return cost > cells * (strays >= Math.max(MANY_STRAYS, cells * STRAY_SHARE) ? MOST_COST_WITH_STRAYS : MOST_COST_PER_CELL);
}

const ASSIGNING: ReadonlySet<ColumnRole | null> = new Set(['RESPONSIBLE_UNIT', 'LEAD_UNIT', 'SUPPORTING_UNIT', 'DEADLINE']);

/** Headings' words that stand among the cells: a heading row that was not kept together. */
function strayHeads({ body, heading }: FlowedRegion): number {
  return body.filter(({ text }) => {
    const squeezed = squeeze(text);
    // 部门（单位） is where a list of units was broken.
    if (squeezed.length < 4 || squeezed.length > 8 || /[（(]/.test(squeezed)) return false;
    return heading.names.includes(squeezed) || ASSIGNING.has(columnRole(squeezed));
  }).length;
}

function interleaved(readings: readonly RegionReading[]): Problem {
  const line = readings.find(({ cells }) => cells > 0)?.region.headingLine;
  return {
    severity: 'ERROR',
    code: 'TABLE_TEXT_INTERLEAVED',
    message:
      '表格文字的次序已被打乱，各列混在一起，无法还原，请改用原文件，或用 pdftotext -layout 重新提取。 The columns of the table are mixed up in this text; use the original file, or extract it with pdftotext -layout.',
    at: line === undefined ? null : `line ${line}`,
  };
}

/** Some 4,000 rows: what is longer is no plan's table. */
const MOST_FRAGMENTS = 60_000;

function readRegion(region: FlowedRegion, headings: ReadonlySet<string>): RegionReading {
  if (isLaidOut(region)) return { region, table: laidOutTable(region), cells: 0, cost: 0 };
  const fragments = fragmentsOf(region.body, region.breaksBefore);
  if (fragments.length === 0 || fragments.length > MOST_FRAGMENTS) return { region, table: null, cells: 0, cost: 0 };
  const fitted = fit(fragments, columnsOf(region.heading), numberingRun(fragments));
  const namedLevels = region.heading.roles.filter((role) => role === 'CATEGORY').length;
  const { rows, numbersTasks } = rowsOf(fitted, fragments, namedLevels, headings);
  const table = rows.length === 0 ? null : tableBlockOf(region.heading, region.headingLine, fitted.columns, rows, numbersTasks);
  return { region, table, cells: fitted.cells.length, cost: Number.isFinite(fitted.cost) ? fitted.cost : 0 };
}
