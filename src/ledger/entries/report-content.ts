import type { EntityManager } from 'typeorm';
import { CommandRefusal, readKeys } from '../../platform/graphql';
import { Target } from '../../plans';
import type { HeldObligation } from '../obligations/held-obligation';
import { periodHelp, readPeriod, type Period } from '../period';
import type { EvidenceInput, MeasureInput, ReportInput } from './entry.inputs';
import type { EvidenceRow, LedgerEntry, MeasureRow } from './ledger-entry';

export type ReportContent = Pick<
  LedgerEntry,
  | 'period'
  | 'periodEnd'
  | 'occurrenceDueOn'
  | 'status'
  | 'percentage'
  | 'times'
  | 'completedOn'
  | 'triggeredOn'
  | 'narrative'
  | 'problems'
  | 'nextStep'
  | 'measureRows'
  | 'evidence'
>;

/** What a report says once it is checked; a refusal names the field that is wrong. */
export async function checkReport(
  manager: EntityManager,
  held: HeldObligation,
  input: Omit<ReportInput, 'idempotencyKey'>,
): Promise<ReportContent> {
  const period = checkPeriod(held, input.period);
  return {
    period: period.text,
    periodEnd: period.lastDay,
    occurrenceDueOn: await findOccurrence(manager, held, period, input),
    status: input.status,
    percentage: checkPercentage(input),
    times: input.times ?? null,
    completedOn: checkCompletedOn(held, input),
    triggeredOn: checkTriggeredOn(held, input.triggeredOn ?? null),
    narrative: checkNarrative(input.narrative),
    problems: textOrNull(input.problems),
    nextStep: textOrNull(input.nextStep),
    measureRows: await checkMeasures(manager, held, input.measures),
    evidence: input.evidence.map(checkEvidence),
  };
}

function checkPeriod({ today }: HeldObligation, text: string): Period {
  const period = readPeriod(text);
  if (!period) throw new CommandRefusal('PERIOD_INVALID', `填报期“${text.slice(0, 20)}”无法识别。 ${periodHelp}.`, ['period']);
  if (period.firstDay > today) throw refusal('PERIOD_IN_FUTURE', '填报期尚未开始。 The period has not begun.', 'period');
  return period;
}

function checkPercentage({ status, percentage }: Pick<ReportInput, 'status' | 'percentage'>): number | null {
  if (status === 'COMPLETED' && percentage != null && percentage !== 100)
    throw refusal('PERCENTAGE_CONTRADICTS', '已完成的，完成率只能为100。 Of what is complete, 100 per cent is done.', 'percentage');
  return status === 'COMPLETED' ? 100 : (percentage ?? null);
}

function checkCompletedOn({ today }: HeldObligation, { status, completedOn }: Pick<ReportInput, 'status' | 'completedOn'>): string | null {
  if (status === 'COMPLETED') {
    if (completedOn != null && completedOn > today)
      throw refusal('DATE_IN_FUTURE', '完成日期不能晚于今天。 The day of completion is still to come.', 'completedOn');
    return completedOn ?? today;
  }
  if (completedOn != null)
    throw refusal('NOT_COMPLETE', '未完成的不填完成日期。 What is not complete has no day of completion.', 'completedOn');
  return null;
}

function checkTriggeredOn({ deadlineKind, today }: HeldObligation, triggeredOn: string | null): string | null {
  if (triggeredOn === null) return null;
  if (deadlineKind !== 'RELATIVE')
    throw refusal('NOT_RELATIVE', '该任务的时限不是自某事项起算。 The deadline of this task is not counted from an event.', 'triggeredOn');
  if (triggeredOn > today) throw refusal('DATE_IN_FUTURE', '起算事项尚未发生。 The event is still to come.', 'triggeredOn');
  return triggeredOn;
}

/** The occurrence that a report is about: the one named, else that of the very period, else the one in whose time the period ends. */
async function findOccurrence(
  manager: EntityManager,
  { taskId, deadlineKind }: HeldObligation,
  period: Period,
  { occurrenceDueOn, times }: Pick<ReportInput, 'occurrenceDueOn' | 'times'>,
): Promise<string | null> {
  if (deadlineKind !== 'RECURRING') {
    if (occurrenceDueOn == null && times == null) return null;
    throw refusal(
      'NOT_RECURRING',
      '该任务不是周期性任务。 This task does not recur.',
      occurrenceDueOn == null ? 'times' : 'occurrenceDueOn',
    );
  }
  const [found] = await manager.query<{ dueOn: string }[]>(
    `select due_on as "dueOn" from task_occurrence
     where task_id = $1 and case when $2::date is null then period = $3 or $4::date between starts_on and due_on else due_on = $2 end
     order by period is distinct from $3, due_on limit 1`,
    [taskId, occurrenceDueOn ?? null, period.text, period.lastDay],
  );
  if (!found && occurrenceDueOn != null)
    throw refusal(
      'NO_SUCH_OCCURRENCE',
      '该任务没有在此日到期的周期。 No occurrence of this task falls due on that day.',
      'occurrenceDueOn',
    );
  return found?.dueOn ?? null;
}

async function checkMeasures(manager: EntityManager, { taskId }: HeldObligation, measures: readonly MeasureInput[]): Promise<MeasureRow[]> {
  if (measures.length === 0) return [];
  const keys = readKeys(
    measures.map(({ targetId }) => targetId),
    'Target',
  );
  const targets = new Map((await manager.findBy(Target, { taskId })).map((target) => [target.id, target]));
  if (new Set(keys).size < keys.length) throw refusal('TARGET_TWICE', '同一目标只能填报一个实际值。 A target has one value.', 'measures');
  return keys.map((key, index) => {
    const target = targets.get(key);
    if (!target)
      throw refusal('NOT_A_TARGET', '该目标不属于此任务。 This is no target of the task.', 'measures', String(index), 'targetId');
    return { targetId: key, phrase: target.phrase, metric: target.metric, unit: target.unit, value: measures[index]!.value };
  });
}

/** The link is kept as it was given; whether it leads anywhere is seen later. */
function checkEvidence({ url, title }: EvidenceInput, index: number): EvidenceRow {
  const path = ['evidence', String(index)];
  const link = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  if (!link || !/^https?:$/.test(link.protocol) || /[\s<>"]/.test(url.trim()))
    throw refusal('LINK_INVALID', '佐证链接须为 http 或 https 网址。 A link to evidence is an http or https address.', ...path, 'url');
  if (link.username !== '' || link.password !== '')
    throw refusal(
      'LINK_HAS_CREDENTIALS',
      '佐证链接不得含用户名或密码。 A link to evidence may hold no user name or password.',
      ...path,
      'url',
    );
  if (title.trim() === '') throw refusal('TITLE_BLANK', '请写明佐证材料的名称。 Say what is found there.', ...path, 'title');
  return { url: url.trim(), title: title.trim() };
}

function checkNarrative(narrative: string): string {
  if (narrative.trim() === '') throw refusal('NARRATIVE_BLANK', '请填写进展情况。 Say what was done.', 'narrative');
  return narrative.trim();
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

function refusal(code: string, message: string, ...field: string[]): CommandRefusal {
  return new CommandRefusal(code, message, field);
}
