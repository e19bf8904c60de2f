import { createHash } from 'node:crypto';
import { badUserInput, LeastRecentlyUsed, notFound, type RequestContext } from '../../platform/graphql';
import { leftAndRight } from '../align/alignment-reason';
import { derivationRows } from '../derivation-rows';
import type { DerivationRelation } from '../lineage.enums';
import { readPlanTexts, type PlanText } from '../plan-text';

/** Comparing longer plans would keep everybody else waiting; none that was ever issued comes near. */
const MOST_PAIRS = 250_000;

/** A row of two plans side by side, by the keys of their tasks. */
export interface ComparedTasks {
  leftId: number | null;
  rightId: number | null;
  relation: DerivationRelation;
  similarity: number | null;
  reason: string;
  confirmed: boolean;
}

export interface ComparedPlans {
  /** In the left plan's order; what only the right plan has stands where it stands there. */
  rows: ComparedTasks[];
  /** Whether the one derives from the other, so that the rows are those of their alignment. */
  isLineage: boolean;
}

/** What was found between texts. It depends on nothing else, so that it stays true for as long as it is kept. */
const known = new LeastRecentlyUsed<ComparedTasks[]>(50_000);

/** Two plans side by side. NOT_FOUND where the caller may not see one; BAD_USER_INPUT where both are too long. */
export async function comparePlanTasks(context: RequestContext, left: number, right: number): Promise<ComparedPlans> {
  const texts = await readPlanTexts((statement, params) => context.reader.rows(statement, params), [left, right]);
  const [leftText, rightText] = [texts.get(left), texts.get(right)];
  if (!leftText || !rightText) throw notFound('There is no such plan. / 没有这份要点。');
  const stored = await storedRows(context, left, right);
  const rows = stored.length > 0 ? stored : alignedRows(leftText, rightText);
  return { rows: inOrder(rows, leftText, rightText), isLineage: stored.length > 0 };
}

function alignedRows(left: PlanText, right: PlanText): ComparedTasks[] {
  const count = left.tasks.length * right.tasks.length;
  if (count > MOST_PAIRS) {
    throw badUserInput(
      `These plans have ${left.tasks.length} and ${right.tasks.length} tasks, too many to compare on demand. / 两份要点任务过多，无法即时对比。`,
    );
  }
  const key = createHash('sha256')
    .update(JSON.stringify([left, right]))
    .digest('hex');
  const found = known.get(key);
  if (found) return found;
  const rows = derivationRows(left, right, undefined, leftAndRight).map(({ upperTaskId, lowerTaskId, ...row }) => ({
    leftId: upperTaskId,
    rightId: lowerTaskId,
    ...row,
    confirmed: false,
  }));
  known.set(key, rows, rows.length);
  return rows;
}

/** How the relation reads from the other side. */
const turned: Record<DerivationRelation, DerivationRelation> = {
  SAME: 'SAME',
  ADAPTED: 'ADAPTED',
  SPLIT: 'MERGED',
  MERGED: 'SPLIT',
  DROPPED: 'NEW',
  NEW: 'DROPPED',
};

/** The stored alignment, whichever of the two is the upper plan; empty where there is none. */
async function storedRows(context: RequestContext, left: number, right: number): Promise<ComparedTasks[]> {
  const rows = await context.reader.rows<ComparedTasks & { isTurned: boolean }>(
    `select case when d.upper_plan_id = $1 then x.upper_task_id else x.lower_task_id end as "leftId",
       case when d.upper_plan_id = $1 then x.lower_task_id else x.upper_task_id end as "rightId",
       x.relation, x.similarity, x.reason, x.confirmed, d.upper_plan_id = $2 as "isTurned"
     from plan_derivation d join derivation x on x.plan_derivation_id = d.id
     where d.published and (d.upper_plan_id, d.lower_plan_id) in (($1, $2), ($2, $1))`,
    [left, right],
  );
  return rows.map(({ isTurned, ...row }) => (isTurned ? { ...row, relation: turned[row.relation] } : row));
}

/** As a reader goes down both plans: a task of the right one alone comes behind the one before it in its own plan. */
function inOrder(rows: readonly ComparedTasks[], left: PlanText, right: PlanText): ComparedTasks[] {
  const [leftAt, rightAt] = [left, right].map(({ tasks }) => new Map(tasks.map(({ id }, at) => [id, at]))) as [
    Map<number, number>,
    Map<number, number>,
  ];
  const partnerOf = new Map<number, number>();
  for (const { leftId, rightId } of rows)
    if (leftId !== null && rightId !== null) partnerOf.set(rightAt.get(rightId)!, leftAt.get(leftId)!);
  const anchors: number[] = [];
  right.tasks.forEach((_, at) => anchors.push(partnerOf.get(at) ?? anchors[at - 1] ?? -1));
  const placeOf = ({ leftId, rightId }: ComparedTasks): [number, number, number] => {
    const at = rightId === null ? -1 : rightAt.get(rightId)!;
    return leftId === null ? [anchors[at]!, 1, at] : [leftAt.get(leftId)!, 0, at];
  };
  return rows.toSorted((a, b) => {
    const [x, y] = [placeOf(a), placeOf(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
}
