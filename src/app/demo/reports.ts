import type { EntityManager } from 'typeorm';
import {
  decideExtension,
  periodOf,
  publishEntry,
  reportProgress,
  requestExtension,
  reviewItem,
  submitForReview,
  type ReviewSubjectType,
} from '../../ledger';
import { addDays, today } from '../../platform/calendar';
import { globalId } from '../../platform/graphql';
import { administrator, dice, mark, planner, reporterOf, reviewers } from './people';
import type { DemoObligation, DemoPlan } from './plans';

type Outcome = 'ON_TIME' | 'LATE' | 'IN_PROGRESS' | 'DRAFT' | 'IN_REVIEW' | 'RETURNED' | 'SILENT';

/** Of a hundred units that are named, and of as many members of collectives, how far each outcome reaches. */
const reaches: Readonly<Record<'named' | 'member', readonly (readonly [Outcome, number])[]>> = {
  named: [
    ['ON_TIME', 26],
    ['LATE', 34],
    ['IN_PROGRESS', 42],
    ['DRAFT', 45],
    ['IN_REVIEW', 48],
    ['RETURNED', 50],
    ['SILENT', 100],
  ],
  member: [
    ['ON_TIME', 4],
    ['LATE', 6],
    ['IN_PROGRESS', 8],
    ['SILENT', 100],
  ],
};

/** What becomes of an obligation: named units pass their stages of review, members of collectives are public by override. */
export async function reportOn(manager: EntityManager, plan: DemoPlan, obligation: DemoObligation): Promise<Outcome> {
  const { id, isNamed, unit, unitId, task, dueOn } = obligation;
  const roll = dice(plan.slug, task, unit, 'outcome');
  const [outcome] = reaches[isNamed ? 'named' : 'member'].find(([, until]) => roll < until)!;
  if (isNamed && dueOn !== null && dice(plan.slug, task, unit, 'extension') < 4) await putOff(manager, obligation, dueOn);
  if (outcome === 'SILENT') return outcome;
  const reporter = reporterOf(unitId);
  const { entryKey } = await reportProgress(manager, reporter, {
    obligationId: globalId('Obligation', id),
    ...whatIsSaid(plan, obligation, outcome),
  });
  if (outcome === 'DRAFT') return outcome;
  if (!isNamed) {
    await publishEntry(manager, administrator, entryKey, `${mark}未经审核。 Demonstration data; reviewed by nobody.`);
    return outcome;
  }
  await submitForReview(manager, reporter, { type: 'LEDGER_ENTRY', id: entryKey }, null);
  if (outcome === 'RETURNED') await decide(manager, 'LEDGER_ENTRY', entryKey, 1, 'RETURN');
  else await passStages(manager, 'LEDGER_ENTRY', entryKey, outcome === 'IN_REVIEW' ? 2 : reviewers.length);
  return outcome;
}

/** The first so many stages of the built-in chain, of which the third is the confidentiality review. */
export async function passStages(manager: EntityManager, type: ReviewSubjectType, id: number, count: number): Promise<void> {
  for (let stage = 1; stage <= count; stage += 1) await decide(manager, type, id, stage, stage === 3 ? 'DISCLOSE' : 'APPROVE');
}

async function decide(
  manager: EntityManager,
  type: ReviewSubjectType,
  id: number,
  stage: number,
  decision: 'APPROVE' | 'DISCLOSE' | 'RETURN',
): Promise<void> {
  const comment = decision === 'RETURN' ? `${mark}请补充佐证材料。` : null;
  await reviewItem(manager, reviewers[stage - 1]!, { type, id }, { stage, decision, comment, submissionId: null });
}

function whatIsSaid(plan: DemoPlan, { task, unit, dueOn }: DemoObligation, outcome: Outcome) {
  const spread = dice(plan.slug, task, unit, 'day');
  const isDone = outcome === 'ON_TIME' || outcome === 'LATE';
  const day = dueOn === null ? addDays(plan.ledgerSince, spread) : isDone ? doneOn(plan, dueOn, outcome, spread) : plan.ledgerSince;
  // Where there is no date, there is nothing to be late for, and much to go on with.
  const isComplete = isDone && dueOn !== null;
  return {
    idempotencyKey: 'demo',
    period: periodOf(day, 'QUARTER'),
    status: isComplete ? ('COMPLETED' as const) : ('IN_PROGRESS' as const),
    percentage: isComplete ? 100 : 10 + (spread % 9) * 10,
    completedOn: isComplete ? day : null,
    narrative: isComplete ? `${mark}已按要求完成，相关内容已公开。` : `${mark}正在推进，已完成阶段性工作。`,
    problems: isComplete ? null : `${mark}部分材料尚待汇总。`,
    nextStep: isComplete ? null : `${mark}按时限继续推进。`,
    measures: [],
    evidence: [{ url: `https://demonstration.invalid/${plan.slug}/${task}`, title: `${mark}佐证材料` }],
  };
}

function doneOn({ ledgerSince }: DemoPlan, dueOn: string, outcome: Outcome, spread: number): string {
  const day = outcome === 'LATE' ? addDays(dueOn, 1 + (spread % 45)) : addDays(dueOn, -(spread % 60));
  return [ledgerSince, day].sort().at(-1)! > today() ? today() : [ledgerSince, day].sort().at(-1)!;
}

async function putOff(manager: EntityManager, { id, unit, unitId, task }: DemoObligation, dueOn: string): Promise<void> {
  const { extensionKey } = await requestExtension(manager, reporterOf(unitId), {
    idempotencyKey: 'demo',
    obligationId: globalId('Obligation', id),
    proposedDueOn: addDays(dueOn, 30),
    reason: `${mark}系统改造，需延期一个月。`,
  });
  const isGranted = dice(task, unit, 'decision') < 60;
  await decideExtension(manager, planner, {
    idempotencyKey: 'demo',
    extensionId: globalId('DeadlineExtension', extensionKey),
    decision: isGranted ? 'GRANTED' : 'REFUSED',
    reason: isGranted ? `${mark}同意延期。` : `${mark}理由不充分。`,
  });
}
