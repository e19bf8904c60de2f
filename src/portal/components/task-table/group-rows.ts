import type { TaskRow } from './task-table.document';

/** A cell that stands beside one row or several; null where one from above reaches down to a row. */
export interface Spanning {
  rows: number;
}

export interface GroupedRow {
  task: TaskRow;
  category: Spanning | null;
  responsible: Spanning | null;
  deadline: Spanning | null;
  /** The task in whose row the cell of the units stands. */
  responsibleIn: TaskRow;
}

export interface WorkArea {
  /** Null where the plan has no categories. */
  title: string | null;
  /** Place among the work areas of the plan, from 1. */
  number: number;
  rows: GroupedRow[];
}

/**
 * Rows of a table as it is printed: categories stand once beside all their tasks, and so do cells of units and deadlines that the
 * document prints over several rows. `titles` are the plan's work areas, by which they are numbered.
 */
export function groupRows(tasks: readonly TaskRow[], titles: readonly string[]): WorkArea[] {
  const areas: { title: string | null; tasks: TaskRow[] }[] = [];
  for (const task of tasks) {
    const title = task.category?.path[0] ?? null;
    const last = areas.at(-1);
    if (last?.title === title) last.tasks.push(task);
    else areas.push({ title, tasks: [task] });
  }
  return areas.map(({ title, tasks: own }) => ({ title, number: title === null ? 0 : titles.indexOf(title) + 1, rows: rowsOf(own) }));
}

function rowsOf(tasks: readonly TaskRow[]): GroupedRow[] {
  const spans = (reaches: (task: TaskRow, above: TaskRow) => boolean) => spansOf(tasks, reaches);
  const category = spans(isInCategoryOf);
  const responsible = spans((task, above) => isCoveredFrom(above, task, ({ responsibleText }) => responsibleText));
  const deadline = spans((task, above) => isCoveredFrom(above, task, (each) => each.deadline.text));
  return tasks.map((task, index) => ({
    task,
    category: category[index]!,
    responsible: responsible[index]!,
    deadline: deadline[index]!,
    responsibleIn: tasks[responsible.findLastIndex((cell, place) => cell !== null && place <= index)]!,
  }));
}

/** A cell for each row that begins one, null for the rows that the cell above reaches. */
function spansOf(tasks: readonly TaskRow[], reaches: (task: TaskRow, above: TaskRow) => boolean): (Spanning | null)[] {
  let current: Spanning = { rows: 0 };
  return tasks.map((task, index) => {
    const above = tasks[index - 1];
    if (above && reaches(task, above)) {
      current.rows += 1;
      return null;
    }
    return (current = { rows: 1 });
  });
}

function isInCategoryOf(task: TaskRow, above: TaskRow): boolean {
  return task.category?.id === above.category?.id;
}

/** The document prints no such cell in the row itself, and the row above has the same words. */
function isCoveredFrom(above: TaskRow, task: TaskRow, words: (task: TaskRow) => string | null): boolean {
  const text = words(task);
  if (text === null || text !== words(above) || task.number !== above.number + 1 || !isInCategoryOf(task, above)) return false;
  return task.sourceRow !== null && !task.sourceText.split('\t').some((cell) => cell.trim() === text);
}
