import type { DeadlineReading, Problem, ResponsibilityReading, TaskReading } from '../reading';
import { findDeadline, readDeadline } from './deadline';
import { completeDuty, type DutySuffix } from './duty-fields';
import { readResponsibilities } from './responsibility';
import { readTargets } from './target';
import type { TaskDraft } from './task-draft';
import { withoutTextLabel } from './text-label';

/** What holds for the whole document. */
export interface PlanContext {
  year: number | null;
  issuedOn: string | null;
  /** 排第一位的为牵头单位. */
  firstLeads: boolean;
  /** The sentence that sets a date for all tasks without one; null where there is none. */
  defaultDeadline: string | null;
}

interface Units {
  responsibilities: ResponsibilityReading[];
  openEnded: boolean;
  problems: Problem[];
}

/** The lead's, the responsible and the supporting units as one list; who leads is not listed again as merely responsible. */
function readUnits(duty: DutySuffix, context: PlanContext): Units {
  const units: Units = { responsibilities: [], openEnded: false, problems: [] };
  const firstLeads = context.firstLeads && duty.lead === null;
  const lists = [
    [duty.lead, 'LEAD', false],
    [duty.responsible, 'RESPONSIBLE', firstLeads],
    [duty.supporting, 'SUPPORTING', false],
  ] as const;
  const seen = new Set<string>();
  for (const [printed, defaultRole, first] of lists) {
    if (printed === null) continue;
    const reading = readResponsibilities(printed, { defaultRole, firstLeads: first });
    for (const responsibility of reading.responsibilities) {
      const body = responsibility.unit ?? responsibility.group ?? responsibility.phrase;
      if (seen.has(body)) continue;
      seen.add(body);
      units.responsibilities.push(responsibility);
    }
    units.openEnded ||= reading.openEnded;
    units.problems.push(...reading.problems);
  }
  return units;
}

function bodiesOf(responsibilities: readonly ResponsibilityReading[]): string[] {
  return responsibilities.flatMap(({ unit, group }) => [unit, group]).filter((name) => name !== null);
}

interface DeadlineFound {
  deadline: DeadlineReading;
  problems: Problem[];
}

/** The task's own cell or suffix, else a date in its text, else its section's, else the document's. */
function readTaskDeadline(draft: TaskDraft, context: PlanContext): DeadlineFound {
  if (draft.duty.deadline !== null) return readDeadline(draft.duty.deadline, context);
  const inText = findDeadline(draft.text, context);
  if (inText !== null) return { deadline: inText, problems: [] };
  if (draft.sectionDuty.deadline !== null) {
    const { deadline, problems } = readDeadline(draft.sectionDuty.deadline, context);
    return { deadline: { ...deadline, rule: `section-default:${deadline.rule}` }, problems };
  }
  const general = context.defaultDeadline === null ? null : findDeadline(context.defaultDeadline, context);
  if (general !== null) return { deadline: { ...general, rule: `document-default:${general.rule}` }, problems: [] };
  return readDeadline(null, context);
}

/** Reads a task's units, deadline and targets. Problems say which task they are about. */
export function finishTask(draft: TaskDraft, number: number, context: PlanContext): { task: TaskReading; problems: Problem[] } {
  const duty = completeDuty(draft.duty, draft.sectionDuty);
  const units = readUnits(duty, context);
  const { deadline, problems } = readTaskDeadline(draft, context);
  const at = `task ${number}`;
  const task: TaskReading = {
    number,
    printedNumber: draft.printedNumber,
    categoryPath: draft.categoryPath,
    text: withoutTextLabel(draft.text),
    responsibleText: duty.responsibleText,
    leadOfficial: duty.official,
    responsibilities: units.responsibilities,
    openEnded: units.openEnded,
    deadline,
    targets: readTargets(draft.text, context, bodiesOf(units.responsibilities)),
    source: { page: draft.position.page, row: draft.position.row, line: draft.position.line, lineEnd: draft.lineEnd, text: draft.printed },
  };
  const own: Problem[] = draft.doubts.map((doubt) => ({ ...doubt, at }));
  return { task, problems: [...own, ...[...units.problems, ...problems].map((problem) => ({ ...problem, at }))] };
}
