import type { SourceDocumentModel, SourcePosition, TableBlock } from '../document';
import { readDutyFields } from '../parse/duty-fields';
import { finishTask, type PlanContext } from '../parse/finish-task';
import type { ParseResult, PlanReading, Problem, TaskReading } from '../reading';
import { givenDeadline, givenResponsibilities, givenTargets, type TaskCells } from './given-readings';
import { categoryColumn, columns, type ColumnName } from './plan-table';
import { unquotedCell } from './quoted-cell';
import { marksOf } from './read-from';
import { readAnnexFacts, readFact, readPlanFacts, type FactRow } from './read-plan-facts';

interface Row {
  cells: string[];
  position: SourcePosition;
}

/** Which column of the sheet holds what. */
interface Heading {
  places: Map<ColumnName, number>;
  categories: number[];
}

/**
 * A plan table, known by its row of identifiers, in whatever format it comes; null where the document is none. What its
 * columns say of a reading is taken as given, as long as the words beside it are those from which it was read.
 */
export function readPlanTable(document: SourceDocumentModel): Omit<ParseResult, 'source'> | null {
  const rows = document.blocks.filter((block) => block.kind === 'table').flatMap(rowsOf);
  const at = rows.findIndex(({ cells }) => cells.includes(columns.text.id));
  if (at === -1) return null;
  const heading = readHeading(rows[at]!.cells);
  const found: FactRow[] = [];
  const taskRows: Row[] = [];
  for (const row of rows.slice(at + 1)) {
    const fact = readFact(row.cells, row.position.line);
    if (fact) found.push(fact);
    else if (row.cells[heading.places.get('text')!]) taskRows.push(row);
  }
  const plan = readPlanFacts(found);
  const finished = taskRows.map((row, index) => readTask(row, heading, index + 1, plan));
  return {
    plan,
    tasks: finished.map(({ task }) => task),
    annexes: readAnnexFacts(found),
    problems: finished.flatMap(({ problems }) => problems),
  };
}

/** Rows with a text in every place; a merged cell stands in all places that it covers. */
function rowsOf({ rows }: TableBlock): Row[] {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, colSpan }) => column + colSpan)));
  const texts = rows.map(() => new Array<string>(width).fill(''));
  rows.forEach(({ cells }, at) => {
    for (const { text, column, rowSpan } of cells)
      for (let row = at; row < Math.min(at + rowSpan, rows.length); row += 1) texts[row]![column] = unquotedCell(text);
  });
  return rows.map(({ position }, at) => ({ cells: texts[at]!, position }));
}

function readHeading(identifiers: readonly string[]): Heading {
  const places = new Map<ColumnName, number>();
  for (const [name, { id }] of Object.entries(columns)) {
    const at = identifiers.indexOf(id);
    if (at !== -1) places.set(name as ColumnName, at);
  }
  const categories: number[] = [];
  for (let depth = 1; identifiers.includes(categoryColumn(depth).id); depth += 1)
    categories.push(identifiers.indexOf(categoryColumn(depth).id));
  return { places, categories };
}

function readTask(row: Row, heading: Heading, number: number, plan: PlanReading): { task: TaskReading; problems: Problem[] } {
  const cells: TaskCells = {};
  for (const [name, at] of heading.places) if (row.cells[at]) cells[name] = row.cells[at];
  const path = heading.categories.map((at) => row.cells[at] ?? '');
  const categoryPath = path.slice(0, path.includes('') ? path.indexOf('') : path.length);
  const anew = readAnew(row, cells, categoryPath, number, plan);
  const kept = whatHolds(cells);
  const deadline = kept.deadline ? givenDeadline(cells) : 'NONE';
  const responsibilities = kept.bodies ? givenResponsibilities(cells) : 'NONE';
  const targets = kept.text ? givenTargets(cells) : 'NONE';
  const given = { deadline, responsibilities, targets };
  const task: TaskReading = {
    ...anew.task,
    text: cells.text!,
    responsibleText: cells.responsibleText ?? null,
    leadOfficial: cells.leadOfficial ?? null,
    ...(typeof deadline === 'object' && { deadline: { ...deadline, text: cells.deadlineText ?? null } }),
    ...(typeof responsibilities === 'object' && { responsibilities, openEnded: cells.openEnded?.toLowerCase() === 'true' }),
    ...(typeof targets === 'object' && { targets }),
  };
  const unfit = (Object.keys(given) as (keyof typeof given)[]).filter((name) => given[name] === 'UNFIT');
  const isAllGiven = Object.values(given).every((reading) => typeof reading === 'object');
  return { task, problems: [...unfit.map((name) => unfitCell(name, number)), ...(isAllGiven ? [] : anew.problems)] };
}

/** The task as its printed words alone read. */
function readAnew(row: Row, cells: TaskCells, categoryPath: string[], number: number, plan: PlanReading): ReturnType<typeof finishTask> {
  const duty = readDutyFields(cells.responsibleText ?? '');
  const context: PlanContext = { year: plan.year, issuedOn: plan.issuedOn, firstLeads: false, defaultDeadline: null };
  const draft = {
    printedNumber: cells.printedNumber ?? null,
    categoryPath,
    text: cells.text!,
    duty: { ...duty, official: cells.leadOfficial ?? null, deadline: cells.deadlineText ?? null },
    sectionDuty: readDutyFields(''),
    position: row.position,
    lineEnd: null,
    printed: [cells.printedNumber, ...categoryPath, cells.text, cells.responsibleText, cells.deadlineText].filter(Boolean).join('\t'),
    doubts: [],
  };
  return finishTask(draft, number, context);
}

/** Which readings still stand on the words beside them; all, where no marks tell. */
function whatHolds(cells: TaskCells): { text: boolean; bodies: boolean; deadline: boolean } {
  const words = { text: cells.text!, responsibleText: cells.responsibleText ?? null, deadlineText: cells.deadlineText ?? null };
  const written = cells.readFrom?.split('-');
  const [text, bodies, deadline] = marksOf(words).map((mark, at) => written === undefined || written[at] === mark);
  return { text: text!, bodies: bodies!, deadline: deadline! };
}

function unfitCell(name: string, number: number): Problem {
  return {
    severity: 'WARNING',
    code: 'GIVEN_READING_UNFIT',
    message: `“gongkai:${name}”列的内容不合规定，已按原文重新读取，请核对。 What the gongkai:${name} columns give is not valid; it was read from the words anew: check it.`,
    at: `task ${number}`,
  };
}
