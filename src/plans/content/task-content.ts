import type { Deadline } from '../deadline';
import type { ResponsibilityMode, ResponsibilityRole } from '../plan.enums';

/** What a document says of one task, in the words of the plan tables: bodies by name, categories by path. */
export interface TaskContent {
  number: number;
  printedNumber: string | null;
  categoryPath: string[];
  text: string;
  responsibleText: string | null;
  leadOfficial: string | null;
  responsibilities: ResponsibilityContent[];
  openEnded: boolean;
  deadline: Deadline;
  targets: TargetContent[];
  source: { page: number | null; row: number | null; line: number | null; lineEnd: number | null; text: string };
}

export interface ResponsibilityContent {
  phrase: string;
  role: ResponsibilityRole;
  mode: ResponsibilityMode;
  /** One body as printed; null where a collective bears the task. */
  unit: string | null;
  /** A collective as printed; null where a body is named. */
  group: string | null;
  rule: string;
}

export interface TargetContent {
  metric: string | null;
  comparator: 'AT_LEAST' | 'AT_MOST' | 'EXACTLY' | null;
  value: number | null;
  unit: string | null;
  period: string | null;
  dueOn: string | null;
  actor: string | null;
  phrase: string;
  rule: string;
}

/** Which record a printed name means. */
export interface NamedBodies {
  unitIds: ReadonlyMap<string, number>;
  groupIds: ReadonlyMap<string, number>;
}
