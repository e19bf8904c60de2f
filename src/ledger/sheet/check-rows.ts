import { validate } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../audit';
import { CommandRefusal, SafeError, tryReadGlobalId, type Viewer } from '../../platform/graphql';
import { ReportProgressInput } from '../entries/entry.inputs';
import { checkReport, type ReportContent } from '../entries/report-content';
import { holdObligations, refuseUnlessMayReport, type HeldObligation } from '../obligations/held-obligation';
import type { SentRow, SentSheet } from './find-rows';
import { readCells, type CellProblem, type SheetReport } from './read-cells';
import { sheetColumns, type ColumnName, type SheetCells } from './sheet-columns';
import { sheetRows, type SheetRow } from './sheet-rows.read-model';
import type { SheetProblem } from './sheet-problem';
import { writeCells } from './write-cells';

/** A report of a row that was checked, under the lock of its obligation. */
export interface CheckedReport {
  held: HeldObligation;
  content: ReportContent;
}

export interface CheckedSheet {
  reports: CheckedReport[];
  unchangedCount: number;
  problems: SheetProblem[];
}

/** Checks what a unit sent, row by row, as `reportProgress` checks a report; locks what it is about and writes nothing. */
export async function checkRows(manager: EntityManager, viewer: Viewer, unitKey: number, sheet: SentSheet): Promise<CheckedSheet> {
  const sent = sheet.rows.map((row) => ({ ...row, obligationId: keyOf(row.cells.obligation) }));
  const held = await holdObligations(manager, [...new Set(sent.flatMap(({ obligationId }) => obligationId ?? []))]);
  const heldById = new Map(held.map((each) => [each.id, each]));
  const known = sent.filter(({ obligationId }) => heldById.has(obligationId ?? 0));
  const periods = known.map(({ cells }) => readCells(cells, []).report.period || null);
  const shown = await sheetRows(
    (sql, params) => manager.query(sql, params),
    known.map(({ obligationId }, at) => ({ obligationId: obligationId!, period: periods[at]! })),
  );
  const shownByRow = new Map(known.map(({ row }, at) => [row, shown[at]!]));
  const checked: CheckedSheet = { reports: [], unchangedCount: 0, problems: [] };
  const told = new Set<string>();
  for (const row of sent) {
    const outcome = await checkRow(manager, { viewer, unitKey, told }, row, heldById.get(row.obligationId ?? 0), shownByRow.get(row.row));
    if (outcome === 'UNCHANGED') checked.unchangedCount += 1;
    else if (Array.isArray(outcome)) checked.problems.push(...outcome.map((problem) => placed(sheet, row, problem)));
    else checked.reports.push(outcome);
  }
  return checked;
}

interface SheetCheck {
  viewer: Viewer;
  unitKey: number;
  /** What rows before this one report about. */
  told: Set<string>;
}

async function checkRow(
  manager: EntityManager,
  check: SheetCheck,
  { cells }: SentRow,
  held: HeldObligation | undefined,
  shown: SheetRow | undefined,
): Promise<CheckedReport | 'UNCHANGED' | CellProblem[]> {
  if (!held || !shown) return isBlank(cells) ? 'UNCHANGED' : [noObligation];
  const { report, problems } = readCells(cells, shown.targets);
  if (isBlank(cells) || isSame(report, shown)) return 'UNCHANGED';
  if (held.unitId !== check.unitKey) return [otherUnit];
  if ((cells.version?.trim() ?? null) !== shown.version) return [stale];
  problems.push(...(await outOfBounds(report)));
  if (problems.length > 0) return problems;
  try {
    refuseUnlessMayReport(held, check.viewer);
    const content = await checkReport(manager, held, report);
    const about = canonicalJson([held.id, content.period, content.occurrenceDueOn]);
    if (check.told.has(about)) return [twice];
    check.told.add(about);
    return { held, content };
  } catch (error) {
    if (error instanceof CommandRefusal) return [{ column: columnOf(error.field), code: error.code, message: error.message }];
    if (error instanceof SafeError) return [{ column: 'obligation', code: error.code, message: error.message }];
    throw error;
  }
}

const largestKey = 2_147_483_647;

const keyOf = (id: string | undefined): number | null => {
  const read = tryReadGlobalId(id?.trim() ?? '');
  return read?.typeName === 'Obligation' && read.key <= largestKey ? read.key : null;
};

/** A period alone reports nothing: the sheet may have come with it. */
function isBlank(cells: SheetCells): boolean {
  return (Object.keys(cells) as ColumnName[]).every((name) => name === 'period' || !sheetColumns[name].isFilledIn);
}

/** Whether a row says what was reported last on its period. */
function isSame(report: SheetReport, shown: SheetRow): boolean {
  return shown.report !== null && canonicalJson(report) === canonicalJson(readCells(writeCells(shown, null), shown.targets).report);
}

/** The bounds of every field, as the mutation `reportProgress` holds them. */
async function outOfBounds(report: SheetReport): Promise<CellProblem[]> {
  const errors = await validate(Object.assign(new ReportProgressInput(), report, { idempotencyKey: '-' }));
  return errors.map(({ property, constraints, children }) => {
    const said = Object.values(constraints ?? innermost(children))[0] ?? '';
    return { column: columnOf([property]), code: 'OUT_OF_BOUNDS', message: `超出允许的长度或范围。 Out of bounds: ${said}.` };
  });
}

type FieldErrors = Awaited<ReturnType<typeof validate>>;

function innermost(children: FieldErrors | undefined): Record<string, string> {
  const [first] = children ?? [];
  return first ? (first.constraints ?? innermost(first.children)) : {};
}

function columnOf(field: readonly string[] | null): ColumnName {
  const [name = ''] = field ?? [];
  return name in sheetColumns ? (name as ColumnName) : 'obligation';
}

function placed(sheet: SentSheet, { row }: SentRow, { column, code, message }: CellProblem): SheetProblem {
  return { row, column: sheetColumns[column].title, cell: `${sheet.lettersOf(column)}${row}`, code, message };
}

const noObligation: CellProblem = {
  column: 'obligation',
  code: 'NO_SUCH_OBLIGATION',
  message:
    '责任项标识缺失或已改动，请从新下载的台账中复制该行。 The id of the row is missing or altered: take the row from a ledger downloaded anew.',
};

const otherUnit: CellProblem = {
  column: 'obligation',
  code: 'OTHER_UNIT',
  message: '该行不是本单位的台账。 This row is of the ledger of another unit.',
};

const stale: CellProblem = {
  column: 'version',
  code: 'STALE_ROW',
  message: '下载后该项已有新的填报，请重新下载台账再填写。 Something was reported on it since the download: download the ledger anew.',
};

const twice: CellProblem = {
  column: 'period',
  code: 'ROW_TWICE',
  message: '同一责任项的同一填报期在表中出现多次。 Another row reports on the same obligation and period.',
};
