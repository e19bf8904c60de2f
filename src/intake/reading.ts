/** What `gongkai parse` prints: a document read, nothing resolved, nothing stored. The field names are the public contract. */
export interface ParseResult {
  source: { file: string; mediaType: string; sha256: string; encoding: string | null };
  plan: PlanReading;
  tasks: TaskReading[];
  annexes: AnnexReading[];
  problems: Problem[];
  /** There where the document is a table that was exported from here, whose readings are given. */
  isPlanTable?: true;
}

/** Attributes of the document; null where it does not print them. */
export interface PlanReading {
  title: string | null;
  documentNumber: string | null;
  kind: 'KEY_POINTS' | 'WORK_ARRANGEMENT' | 'IMPLEMENTATION_PLAN' | 'ASSIGNMENT_TABLE' | 'OTHER';
  issuer: string | null;
  /** ISO date. */
  issuedOn: string | null;
  year: number | null;
  basis: BasisReading[];
  remarks: string[];
  /** The printed disclosure attribute, such as 主动公开. */
  disclosure: string | null;
}

export interface BasisReading {
  title: string | null;
  documentNumber: string | null;
}

export interface TaskReading {
  /** Running number in the plan, from 1. */
  number: number;
  /** The number that the document prints for the task or for its category; null where it prints none. */
  printedNumber: string | null;
  categoryPath: string[];
  text: string;
  responsibleText: string | null;
  leadOfficial: string | null;
  responsibilities: ResponsibilityReading[];
  /** True where 等 leaves the list of responsible bodies open. */
  openEnded: boolean;
  deadline: DeadlineReading;
  targets: TargetReading[];
  source: { page: number | null; row: number | null; line: number | null; lineEnd: number | null; text: string };
}

export interface ResponsibilityReading {
  phrase: string;
  role: 'LEAD' | 'RESPONSIBLE' | 'SUPPORTING';
  unit: string | null;
  group: string | null;
  mode: 'JOINT' | 'EACH';
  /** The very unit, where a plan table that was exported gives it; otherwise it is found by its name. */
  body?: { regionCode: string; name: string };
  /** Name of the rule that read it, so that the reading can be explained. */
  rule: string;
}

export type DeadlineKind = 'BY_DATE' | 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE' | 'RECURRING' | 'RELATIVE' | 'NONE';
export type DatePrecision = 'DAY' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR';

export interface DeadlineReading {
  /** As printed; null where nothing is printed. */
  text: string | null;
  kind: DeadlineKind;
  /** ISO date; null unless kind is BY_DATE. */
  dueOn: string | null;
  precision: DatePrecision | null;
  thenOngoing: boolean;
  /** RFC 5545 RRULE without the "RRULE:" prefix, for RECURRING. */
  rrule: string | null;
  /** Times per period, for RECURRING with a quota. */
  quota: number | null;
  /** The event, for RELATIVE. */
  trigger: string | null;
  /** ISO 8601 duration, for RELATIVE. */
  duration: string | null;
  dayCount: 'CALENDAR' | 'WORKING' | null;
  rule: string;
}

export interface TargetReading {
  metric: string | null;
  comparator: 'AT_LEAST' | 'AT_MOST' | 'EXACTLY' | null;
  value: number | null;
  /** As printed: %, 种, 次, 项 … */
  unit: string | null;
  /** YEAR, HALF_YEAR, QUARTER, MONTH, WEEK or null. */
  period: string | null;
  /** ISO date of a dated promise inside the sentence. */
  dueOn: string | null;
  /** Who owes it, where it is not the task's responsible units. */
  actor: string | null;
  phrase: string;
  rule: string;
}

export interface AnnexReading {
  number: string | null;
  title: string;
  kind: 'LEADERSHIP_GROUP' | 'UNIT_LIST' | 'CATALOGUE' | 'TASK_TABLE' | 'OTHER';
  /** What the annex holds besides tasks: people with posts, lists of bodies, rows of a catalogue; text as printed. */
  entries: Record<string, unknown>[];
  line: number | null;
}

export interface Problem {
  severity: 'ERROR' | 'WARNING' | 'INFO';
  code: string;
  /** Chinese and English: what is the matter and what to do. */
  message: string;
  /** Where: "line 12", "task 3" …; null for the whole document. */
  at: string | null;
}
