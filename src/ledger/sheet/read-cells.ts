import { isDay } from '../../platform/calendar';
import { globalId } from '../../platform/graphql';
import { EvidenceInput, MeasureInput, type ReportInput } from '../entries/entry.inputs';
import type { ReportStatus } from '../entries/ledger-entry';
import type { ColumnName, SheetCells } from './sheet-columns';
import { statusWords } from './sheet-words';

export type SheetReport = Omit<ReportInput, 'idempotencyKey'>;

/** What is wrong with a cell, or with a row where no cell alone is to blame. */
export interface CellProblem {
  column: ColumnName;
  code: string;
  message: string;
}

type Take = (column: ColumnName, code: string, message: string) => null;

/** What a row reports, as far as its cells can be read, and what cannot. */
export function readCells(cells: SheetCells, targets: readonly { id: number }[]): { report: SheetReport; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const take: Take = (column, code, message) => {
    problems.push({ column, code, message });
    return null;
  };
  const report: SheetReport = {
    period: readPeriodCell(cells, take),
    status: readStatus(cells, take),
    percentage: readWhole(cells, 'percentage', take),
    completedOn: readDay(cells, 'completedOn', take),
    times: readWhole(cells, 'times', take),
    occurrenceDueOn: readDay(cells, 'occurrenceDueOn', take),
    triggeredOn: readDay(cells, 'triggeredOn', take),
    narrative: textOf(cells.narrative),
    measures: linesOf(cells.measures).flatMap((line) => readMeasure(line, targets, take) ?? []),
    evidence: linesOf(cells.evidence).flatMap((line) => readEvidence(line, take) ?? []),
    problems: textOf(cells.problems) || null,
    nextStep: textOf(cells.nextStep) || null,
  };
  return { report, problems };
}

const textOf = (cell: string | undefined): string => (cell ?? '').replace(/\r\n?/g, '\n').trim();

const linesOf = (cell: string | undefined): string[] =>
  textOf(cell)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const ordinal: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** Offices also write 2024年, 2024年上半年, 2024年第二季度 and 2024年8月. */
function readPeriodCell({ period = '' }: SheetCells, take: Take): string {
  const text = period.trim();
  if (text === '') take('period', 'PERIOD_BLANK', '请填写填报期。 Give the period that is reported about.');
  const [, year, rest = ''] = /^(\d{4})\s*年\s*(.*)$/.exec(text) ?? [];
  if (year === undefined) return text;
  const half = /^([上下])半年$/.exec(rest)?.[1];
  const quarter = /^第?([一二三四1-4])季度$/.exec(rest)?.[1];
  const month = /^(\d{1,2})月$/.exec(rest)?.[1];
  if (rest === '') return year;
  if (half) return `${year}-H${half === '上' ? 1 : 2}`;
  if (quarter) return `${year}-Q${ordinal[quarter] ?? quarter}`;
  return month ? `${year}-${month.padStart(2, '0')}` : text;
}

function readStatus({ status = '' }: SheetCells, take: Take): ReportStatus {
  const text = status.trim();
  const found = (Object.keys(statusWords) as ReportStatus[]).find((name) => name === text || statusWords[name] === text);
  if (!found) take('status', 'STATUS_UNKNOWN', '进展状态请填“进行中”或“已完成”。 Write 进行中 (in progress) or 已完成 (completed).');
  return found ?? 'IN_PROGRESS';
}

function readWhole(cells: SheetCells, column: 'percentage' | 'times', take: Take): number | null {
  const text = cells[column]?.trim() ?? '';
  if (text === '') return null;
  const [, digits] = /^(\d{1,6})(?:\.0+)?%?$/.exec(text) ?? [];
  return digits === undefined
    ? take(column, 'NOT_A_WHOLE_NUMBER', `“${text.slice(0, 20)}”不是整数。 This is no whole number.`)
    : Number(digits);
}

function readDay(cells: SheetCells, column: 'completedOn' | 'occurrenceDueOn' | 'triggeredOn', take: Take): string | null {
  const text = cells[column]?.trim() ?? '';
  if (text === '') return null;
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined && isDay(read)) return read;
  return take(column, 'NOT_A_DAY', `“${text.slice(0, 20)}”不是日期，请写作 2024-08-31。 This is no day; write it as 2024-08-31.`);
}

function readMeasure(line: string, targets: readonly { id: number }[], take: Take): MeasureInput | null {
  const [, place, value] = /^(\d{1,3})\s*[=＝:：]\s*(-?\d+(?:\.\d+)?)$/.exec(line) ?? [];
  const target = targets[Number(place) - 1];
  if (target) return Object.assign(new MeasureInput(), { targetId: globalId('Target', target.id), value: Number(value) });
  return take(
    'measures',
    'MEASURE_UNREAD',
    `“${line.slice(0, 20)}”无法识别：请写“序号=数值”，序号见“任务目标”。 Write the number of the target, an equals sign and the value, such as 1=72.5.`,
  );
}

/** A title, a space and an address; the address may also stand first. */
function readEvidence(line: string, take: Take): EvidenceInput | null {
  const words = line.split(/\s+/);
  const isAddress = (word: string | undefined) => /^[a-z][a-z0-9+.-]*:/i.test(word ?? '');
  const evidence = (url: string, title: string[]) => Object.assign(new EvidenceInput(), { url, title: title.join(' ') });
  if (isAddress(words.at(-1))) return evidence(words.at(-1)!, words.slice(0, -1));
  if (isAddress(words[0])) return evidence(words[0]!, words.slice(1));
  return take(
    'evidence',
    'LINK_INVALID',
    `“${line.slice(0, 20)}”中没有网址：每行一条，先写名称，空一格后写 http 或 https 网址。 There is no address: one piece of evidence a line, its title, a space, its http or https address.`,
  );
}
