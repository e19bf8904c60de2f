import type { TableCell } from '../../../src/intake/document';
import type { ParseResult, TaskReading } from '../../../src/intake';

export interface PlanColumn {
  heading: string;
  of: (task: TaskReading, index: number) => string;
  /** Whether like cells that follow one another are one merged cell; a merged cell never reaches over a category's end. */
  merged: boolean;
}

export const NUMBER: PlanColumn = { heading: '序号', of: (task) => task.printedNumber ?? '', merged: true };
export const EACH_NUMBER: PlanColumn = { ...NUMBER, merged: false };
export const TASK: PlanColumn = { heading: '重点工作任务', of: (task) => task.text, merged: false };
export const UNITS: PlanColumn = { heading: '责任单位', of: (task) => task.responsibleText ?? '', merged: false };
export const DEADLINE: PlanColumn = { heading: '完成时限', of: (task) => task.deadline.text ?? '', merged: false };
export const OFFICIAL: PlanColumn = { heading: '牵头县级领导', of: (task) => task.leadOfficial ?? '', merged: false };
export const LEAD: PlanColumn = {
  heading: '牵头单位',
  of: (task) => task.responsibilities.find(({ role }) => role === 'LEAD')?.phrase ?? '',
  merged: false,
};

export function category(level: number, heading: string): PlanColumn {
  return { heading, of: (task) => task.categoryPath[level] ?? '', merged: true };
}

/** The tasks of a reading as an office prints them: a heading row and merged cells, with their places. */
export function planCells(reading: ParseResult, columns: readonly PlanColumn[]): TableCell[][] {
  const heading = columns.map(({ heading: text }, column) => ({ text, column, rowSpan: 1, colSpan: 1 }));
  const open: (TableCell | undefined)[] = [];
  let before: TaskReading | undefined;
  const rows = reading.tasks.map((task, index) => {
    const sameCategory = before?.categoryPath.join('>') === task.categoryPath.join('>');
    const sameArea = before?.categoryPath[0] === task.categoryPath[0];
    before = task;
    return columns.flatMap(({ of, merged }, column) => {
      const text = of(task, index);
      const above = open[column];
      const isArea = merged && text === task.categoryPath[0];
      if (merged && above?.text === text && (sameCategory || (sameArea && (isArea || text === task.printedNumber)))) {
        above.rowSpan += 1;
        return [];
      }
      const cell = { text, column, rowSpan: 1, colSpan: 1 };
      open[column] = cell;
      return [cell];
    });
  });
  return [heading, ...rows];
}
