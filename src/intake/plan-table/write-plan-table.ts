import type { ResponsibilityReading, TaskReading } from '../reading';
import { categoryColumn, columns, facts, type ColumnName, type FactName, type PlanTable } from './plan-table';
import { quotedCell } from './quoted-cell';
import { marksOf } from './read-from';

/** A plan as rows of cells, all of the same length: lines of the title, two rows of headings, the tasks, then the facts of the plan. */
export interface PlanGrid {
  rows: string[][];
  titleRows: number;
  headRows: number;
  /** How many columns an office prints; those behind them say how the words were read. */
  printedColumns: number;
  taskRows: number;
}

interface Column {
  title: string;
  id: string;
  cell: (task: TaskReading) => string | number | boolean | null;
}

/** The table of a plan as an office prints it, with the reading of its words in columns of their own. */
export function writePlanTable(table: PlanTable): PlanGrid {
  const printed = printedColumns(table.tasks);
  const all = [...printed, ...readingColumns];
  const titles = titleLines(table);
  const rows = [
    ...titles.map((line) => [line]),
    all.map(({ title }) => title),
    all.map(({ id }) => id),
    ...table.tasks.map((task) => all.map(({ cell }) => textOf(cell(task)))),
    ...factRows(table),
  ];
  return {
    rows: rows.map((row) => all.map((_column, at) => quotedCell(row[at] ?? ''))),
    titleRows: titles.length,
    headRows: 2,
    printedColumns: printed.length,
    taskRows: table.tasks.length,
  };
}

function textOf(value: string | number | boolean | null): string {
  return value === null ? '' : String(value);
}

const column = (name: ColumnName, cell: Column['cell']): Column => ({ ...columns[name], cell });

function printedColumns(tasks: readonly TaskReading[]): Column[] {
  const depth = Math.max(0, ...tasks.map(({ categoryPath }) => categoryPath.length));
  const categories = Array.from({ length: depth }, (_none, at) => ({
    ...categoryColumn(at + 1),
    cell: ({ categoryPath }: TaskReading) => categoryPath[at] ?? null,
  }));
  const official = tasks.some(({ leadOfficial }) => leadOfficial !== null) ? [column('leadOfficial', (task) => task.leadOfficial)] : [];
  return [
    column('printedNumber', (task) => task.printedNumber),
    ...categories,
    column('text', (task) => task.text),
    ...official,
    column('responsibleText', (task) => task.responsibleText),
    column('deadlineText', (task) => task.deadline.text),
  ];
}

const readingColumns: Column[] = [
  column('deadlineKind', ({ deadline }) => deadline.kind),
  column('dueOn', ({ deadline }) => deadline.dueOn),
  column('precision', ({ deadline }) => deadline.precision),
  column('thenOngoing', ({ deadline }) => deadline.thenOngoing),
  column('rrule', ({ deadline }) => deadline.rrule),
  column('quota', ({ deadline }) => deadline.quota),
  column('trigger', ({ deadline }) => deadline.trigger),
  column('duration', ({ deadline }) => deadline.duration),
  column('dayCount', ({ deadline }) => deadline.dayCount),
  column('deadlineRule', ({ deadline }) => deadline.rule),
  column('responsibilities', ({ responsibilities }) => JSON.stringify(responsibilities.map(shortResponsibility))),
  column('openEnded', ({ openEnded }) => openEnded),
  column('targets', ({ targets }) => JSON.stringify(targets.map(withoutNulls))),
  column('readFrom', ({ text, responsibleText, deadline }) => marksOf({ text, responsibleText, deadlineText: deadline.text }).join('-')),
];

/** What goes without saying is left out: a sheet's cell holds 32,767 characters. */
function shortResponsibility({ phrase, role, unit, group, mode, body, rule }: ResponsibilityReading): object {
  return {
    role,
    ...(unit === null ? { group } : { unit }),
    ...(body && { body: `${body.regionCode}/${body.name}` }),
    ...(mode === 'EACH' && { mode }),
    ...(phrase !== (unit ?? group) && { phrase }),
    ...(rule !== usualRule(unit) && { rule }),
  };
}

/** The rule that reads a body which nothing but its name stands for. */
export function usualRule(unit: string | null | undefined): string {
  return unit == null ? 'collective' : 'named-unit';
}

function withoutNulls(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

/** The title, and below it what else stands at the head of a document. For the eye: the facts below the table hold. */
function titleLines({ plan }: PlanTable): string[] {
  const date = plan.issuedOn === null ? null : plan.issuedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日');
  const line = [plan.documentNumber, plan.issuer, date].filter((part) => part !== null).join('　');
  return [plan.title ?? '', line].filter((text) => text !== '');
}

function factRows({ plan, annexes }: PlanTable): string[][] {
  const fact = (name: FactName, ...values: (string | number | null)[]): string[][] =>
    values.every((value) => value === null) ? [] : [[facts[name].title, facts[name].id, ...values.map(textOf)]];
  return [
    ...fact('title', plan.title),
    ...fact('documentNumber', plan.documentNumber),
    ...fact('kind', plan.kind),
    ...fact('issuer', plan.issuer),
    ...fact('issuedOn', plan.issuedOn),
    ...fact('year', plan.year),
    ...fact('disclosure', plan.disclosure),
    ...plan.remarks.flatMap((remark) => fact('remark', remark)),
    ...plan.basis.flatMap(({ title, documentNumber }) => fact('basis', documentNumber, title)),
    ...annexes.flatMap(({ number, title, kind, entries }) => [
      ...fact('annex', number, title, kind),
      ...entries.flatMap((entry) => fact('annexEntry', JSON.stringify(entry))),
    ]),
  ];
}
