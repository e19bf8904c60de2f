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
  /** The very unit: its region's code (or stable id) and its name there. */
  body?: UnitReference;
  rule: string;
}

export interface UnitReference {
  regionCode: string;
  name: string;
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

/** Which record a printed name, or the reference to a unit, means. */
export interface NamedBodies {
  unitIds: ReadonlyMap<string, number>;
  referredIds: ReadonlyMap<string, number>;
  groupIds: ReadonlyMap<string, number>;
}

export const referenceKey = ({ regionCode, name }: UnitReference): string => `${regionCode}/${name}`;

/** The unit of a responsibility: the one it refers to, where that is known, else the one that its name means. */
export function unitIdOf({ unit, body }: ResponsibilityContent, { unitIds, referredIds }: NamedBodies): number | null {
  if (unit === null) return null;
  return (body && referredIds.get(referenceKey(body))) ?? unitIds.get(unit)!;
}
