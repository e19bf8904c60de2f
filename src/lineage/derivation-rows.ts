import type { AlignedPair, Decisions } from './align/alignable-plan';
import { alignPlans } from './align/align-plans';
import { AlignmentReasons, upperAndLower } from './align/alignment-reason';
import { settledPairs } from './align/settled-pairs';
import type { DerivationRelation } from './lineage.enums';
import type { PlanText } from './plan-text';

/** A row of the alignment of two plans, with the keys of their tasks. */
export interface DerivationRow {
  upperTaskId: number | null;
  lowerTaskId: number | null;
  relation: DerivationRelation;
  similarity: number | null;
  reason: string;
}

/** What people decided about the tasks of two plans, by the tasks' keys. */
export interface KeyedDecisions {
  settled: readonly { upperTaskId: number | null; lowerTaskId: number | null }[];
  refused: readonly { upperTaskId: number; lowerTaskId: number }[];
}

const undecided: KeyedDecisions = { settled: [], refused: [] };

/** The whole alignment of two plans: every task of both once, or in one group. */
export function derivationRows(upper: PlanText, lower: PlanText, decisions = undecided, words = upperAndLower): DerivationRow[] {
  const placed = placedDecisions(upper, lower, decisions);
  const { pairs, dropped, added } = alignPlans(upper, lower, placed);
  const settled = settledPairs(upper, lower, placed.settled);
  const all: AlignedPair[] = [...pairs, ...settled];
  const reasons = new AlignmentReasons(upper, lower, { pairs: all }, words);
  const lone = (side: 'upper' | 'lower', other: 'upper' | 'lower') =>
    placed.settled.flatMap((row) => (row[other] === null ? [{ at: row[side]!, nearest: null }] : []));
  return [
    ...all.map((pair) => ({
      upperTaskId: upper.tasks[pair.upper]!.id,
      lowerTaskId: lower.tasks[pair.lower]!.id,
      relation: pair.relation,
      similarity: pair.similarity,
      reason: reasons.ofPair(pair),
    })),
    ...[...dropped, ...lone('upper', 'lower')].map((task) => ({
      upperTaskId: upper.tasks[task.at]!.id,
      lowerTaskId: null,
      relation: 'DROPPED' as const,
      similarity: null,
      reason: reasons.ofDropped(task),
    })),
    ...[...added, ...lone('lower', 'upper')].map((task) => ({
      upperTaskId: null,
      lowerTaskId: lower.tasks[task.at]!.id,
      relation: 'NEW' as const,
      similarity: null,
      reason: reasons.ofNew(task),
    })),
  ];
}

function placedDecisions(upper: PlanText, lower: PlanText, { settled, refused }: KeyedDecisions): Decisions {
  const [uppers, lowers] = [upper, lower].map(({ tasks }) => new Map(tasks.map(({ id }, at) => [id, at])));
  const placeIn = (places: Map<number, number>, key: number | null) => (key === null ? null : places.get(key)!);
  return {
    settled: settled.map((row) => ({ upper: placeIn(uppers!, row.upperTaskId), lower: placeIn(lowers!, row.lowerTaskId) })),
    refused: refused.map((row) => ({ upper: uppers!.get(row.upperTaskId)!, lower: lowers!.get(row.lowerTaskId)! })),
  };
}
