import type { SourcePosition } from '../document';
import type { DutySuffix } from './duty-fields';

/** A task found, before its units, deadline and targets are read. */
export interface TaskDraft {
  printedNumber: string | null;
  categoryPath: string[];
  text: string;
  /** What is printed for this task. */
  duty: DutySuffix;
  /** What its section prints for all of its tasks. */
  sectionDuty: DutySuffix;
  position: SourcePosition;
  lineEnd: number | null;
  /** The whole printed form. */
  printed: string;
  /** What the reader was not sure of. */
  doubts: Doubt[];
}

export interface Doubt {
  severity: 'WARNING' | 'INFO';
  code: string;
  message: string;
}
