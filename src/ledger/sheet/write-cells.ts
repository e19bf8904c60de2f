import { globalId } from '../../platform/graphql';
import type { SheetCells } from './sheet-columns';
import { currentStatusWords, roleWords, statusWords } from './sheet-words';
import type { SheetRow, ShownReport } from './sheet-rows.read-model';

/** A row as its cells say it. `period` stands in rows that show no report yet. */
export function writeCells(row: SheetRow, period: string | null): SheetCells {
  const cells: Record<keyof SheetCells, string | number | null> = {
    plan: row.plan,
    number: row.number,
    text: row.text,
    role: roleWords[row.role],
    deadlineText: row.deadlineText,
    dueOn: row.dueOn,
    currentStatus: currentStatusWords[row.currentStatus],
    targets: row.targets.map(({ phrase }, at) => `${at + 1}. ${phrase}`).join('\n'),
    ...writeReport(row, row.report, period),
    obligation: globalId('Obligation', row.obligationId),
    version: row.version,
  };
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]])),
  );
}

function writeReport({ targets }: SheetRow, report: ShownReport | null, period: string | null) {
  const placeOf = (targetId: number) => targets.findIndex(({ id }) => id === targetId) + 1;
  return {
    period: report?.period ?? period,
    status: report && statusWords[report.status],
    percentage: report?.percentage ?? null,
    completedOn: report?.completedOn ?? null,
    times: report?.times ?? null,
    occurrenceDueOn: report?.occurrenceDueOn ?? null,
    triggeredOn: report?.triggeredOn ?? null,
    narrative: report?.narrative ?? null,
    // A target that was corrected away since cannot be reported on any more.
    measures: (report?.measures ?? [])
      .flatMap(({ targetId, value }) => (placeOf(targetId) ? [`${placeOf(targetId)}=${value}`] : []))
      .join('\n'),
    evidence: (report?.evidence ?? []).map(({ url, title }) => `${title.replace(/\s+/g, ' ')} ${url}`).join('\n'),
    problems: report?.problems ?? null,
    nextStep: report?.nextStep ?? null,
  };
}
