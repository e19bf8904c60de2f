import { looksLikeDeadline, looksLikeNumber, looksLikeUnits, type ColumnRole } from './cell-nature';
import type { GridRow } from './table-grid';

/** What the printed cells of a column are like; shares are of the cells that hold something. */
export interface ColumnProfile {
  filled: number;
  averageLength: number;
  number: number;
  deadline: number;
  units: number;
  sentence: number;
  personName: number;
  score: number;
}

/** Columns of thousands of rows are judged by so many of their cells. */
const SAMPLE = 200;

export function looksLikeSentence(text: string): boolean {
  return text.length >= 18 || (text.length >= 10 && /[，。；]/.test(text)) || (text.length >= 6 && text.endsWith('。'));
}

export function looksLikePersonName(text: string): boolean {
  return /^[\u4e00-\u9fff·]{2,4}(?:[、，][\u4e00-\u9fff·]{2,4})*$/.test(text) && !looksLikeUnits(text) && !looksLikeDeadline(text);
}

export function looksLikeScore(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,2})?\s*(?:分|%|％)?$/.test(text);
}

export function profileColumn(rows: readonly GridRow[], column: number): ColumnProfile {
  const texts: string[] = [];
  for (const row of rows) {
    const cell = row.cells[column];
    if (cell?.origin === 'OWN' && cell.text !== '' && cell.colSpan === 1) texts.push(cell.text);
    if (texts.length >= SAMPLE) break;
  }
  const share = (test: (text: string) => boolean): number => (texts.length === 0 ? 0 : texts.filter(test).length / texts.length);
  return {
    filled: texts.length,
    averageLength: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    number: share(looksLikeNumber),
    deadline: share(looksLikeDeadline),
    units: share((text) => looksLikeUnits(text) && !looksLikeDeadline(text)),
    sentence: share(looksLikeSentence),
    personName: share(looksLikePersonName),
    score: share(looksLikeScore),
  };
}

/** How well a column's cells suit a role, from -1 to 1. */
export function suits(role: ColumnRole | null, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0;
  const prose = 1 - Math.max(profile.number, profile.deadline, profile.units * (1 - profile.sentence));
  switch (role) {
    case 'NUMBER':
      return 2 * profile.number - 1;
    case 'DEADLINE':
      return 2 * profile.deadline - 1;
    case 'LEAD_UNIT':
    case 'RESPONSIBLE_UNIT':
    case 'SUPPORTING_UNIT':
      return 2 * profile.units - 1;
    case 'LEAD_OFFICIAL':
      return 2 * profile.personName - 1;
    case 'SCORE':
      return 2 * profile.score - 1;
    case 'TASK':
      return prose * 2 - 1 + profile.sentence * 0.5;
    case 'CATEGORY':
      return prose * 2 - 1;
    default:
      return 0;
  }
}

/** The role that cells have by themselves, for a column without a usual heading. */
export function roleByNature(profile: ColumnProfile): ColumnRole | null {
  if (profile.filled === 0) return null;
  if (profile.number >= 0.7) return 'NUMBER';
  if (profile.deadline >= 0.6) return 'DEADLINE';
  if (profile.units >= 0.6 && profile.averageLength >= 3) return 'RESPONSIBLE_UNIT';
  if (profile.score >= 0.7) return 'SCORE';
  if (profile.personName >= 0.8 && profile.averageLength <= 3.4) return 'LEAD_OFFICIAL';
  return 'CATEGORY';
}
