import { categoryTitle } from './category-title';
import type { ColumnLayout } from './column-layout';
import { looksLikeUnits } from './cell-nature';
import { looksLikeSentence } from './column-profile';
import { readNumbering, type NumberingStyle } from './numbering';
import { isTableRemark } from './remark-words';
import { printedCells, type GridRow } from './table-grid';

const TOTAL = /^(?:合计|总计|小计|总分|共计)/;

/** What a row is besides a task: a remark, a sum, a heading over the rows that follow; null for a task's row. */
export type SpecialRow =
  { kind: 'REMARK' | 'REST'; text: string } | { kind: 'TOTAL' } | { kind: 'SECTION'; text: string; number: string } | null;

/** 一 | 加大公开力度 | | : a number of another style than the tasks' over a title without units. */
function numberedSection(row: GridRow, layout: ColumnLayout, tasksAreArabic: boolean): SpecialRow {
  const [number, title, ...others] = printedCells(row);
  if (number === undefined || title === undefined || others.length > 0 || layout.roles[number.column] !== 'NUMBER') return null;
  const han = /^[（(]?[一二三四五六七八九十]+[）)]?[、.．]?$/.test(number.text);
  const elsewhereBlank = row.cells.every((cell, column) => column <= title.column || cell.origin === 'LEFT' || cell.text === '');
  return han && tasksAreArabic && elsewhereBlank ? { kind: 'SECTION', text: title.text, number: number.text } : null;
}

/** Bodies alone in a row, where a line break inside a cell of units broke the row. */
function isRestOfUnits(only: { text: string; column: number }, layout: ColumnLayout): boolean {
  const unitColumn = layout.roles.some((role) => role === 'RESPONSIBLE_UNIT' || role === 'LEAD_UNIT' || role === 'SUPPORTING_UNIT');
  return unitColumn && only.column === 0 && readNumbering(only.text) === null && looksLikeUnits(only.text);
}

export function classifyRow(row: GridRow, layout: ColumnLayout, width: number, tasksAreArabic: boolean): SpecialRow {
  const printed = printedCells(row);
  const only = printed[0];
  if (only === undefined) return null;
  if (isTableRemark(only.text) && printed.length <= 2) return { kind: 'REMARK', text: printed.map(({ text }) => text).join('') };
  if (TOTAL.test(only.text) && only.text.length <= 8) return { kind: 'TOTAL' };
  if (printed.length > 1) return numberedSection(row, layout, tasksAreArabic);
  const covered = row.cells.slice(0, width).some((cell, column) => column !== only.column && cell.origin === 'ABOVE' && cell.text !== '');
  if (covered) return null;
  if (only.colSpan >= Math.max(2, width - 1)) return { kind: 'SECTION', text: only.text, number: '' };
  if (isRestOfUnits(only, layout)) return { kind: 'REST', text: only.text };
  const style = readNumbering(only.text)?.style;
  const heading = style === 'CHAPTER' || style === 'SECTION' || style === 'PART';
  const beforeText = only.column < layout.textColumn && only.text.length > 3;
  const short = only.column === layout.textColumn && layout.textColumn === 0 && !looksLikeSentence(only.text);
  return (heading && only.text.length <= 60) || beforeText || short ? { kind: 'SECTION', text: only.text, number: '' } : null;
}

/** The headings that hold for a row, outermost first. */
export class SectionStack {
  private readonly open: { style: NumberingStyle | 'NONE'; title: string }[] = [];

  enter(text: string, number: string): void {
    const style =
      readNumbering(number === '' ? text : `${number.replace(/[、.．]?$/, '')}、`)?.style ??
      readNumbering(`${number}${text}`)?.style ??
      'NONE';
    this.enterHeading(style, text);
  }

  enterHeading(style: NumberingStyle | 'NONE', text: string): void {
    const same = this.open.findIndex((section) => section.style === style);
    if (same >= 0) this.open.length = same;
    const title = categoryTitle(text);
    if (title !== '') this.open.push({ style, title });
  }

  get path(): string[] {
    return this.open.map(({ title }) => title);
  }
}
