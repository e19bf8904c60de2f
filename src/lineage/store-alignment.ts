import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { derivationRows, type DerivationRow, type KeyedDecisions } from './derivation-rows';
import { readPlanTexts, type PlanText, type ReadRows } from './plan-text';

/** Plans with more pairs of tasks than this are not aligned: no plan is that long, and the time grows with the product. */
const MOST_PAIRS = 1_000_000;

interface StoredPair {
  id: number;
  upperPlanId: number;
  lowerPlanId: number;
  alignedSha256: string | null;
}

/** Brings the stored alignments that a plan has a part in in line with its tasks and with what people decided. */
export async function realignPlan(manager: EntityManager, planId: number): Promise<void> {
  await storeAlignments(manager, 'upper_plan_id = $1 or lower_plan_id = $1', planId);
}

/** Aligns public plans with bases that were only now found for them. */
export async function alignNewBases(manager: EntityManager, lowerIds: readonly number[]): Promise<void> {
  await storeAlignments(manager, 'aligned_sha256 is null and lower_plan_id = any($1)', lowerIds);
}

/** The same for one pair of plans. */
export async function realignPair(manager: EntityManager, planDerivationId: number): Promise<void> {
  await storeAlignments(manager, 'id = $1', planDerivationId);
}

async function storeAlignments(manager: EntityManager, condition: string, value: unknown): Promise<void> {
  const pairs = await manager.query<StoredPair[]>(
    `select id, upper_plan_id as "upperPlanId", lower_plan_id as "lowerPlanId", aligned_sha256 as "alignedSha256"
     from plan_derivation where published and (${condition}) order by id`,
    [value],
  );
  const read: ReadRows = (statement, params) => manager.query(statement, params as unknown[]);
  const texts = await readPlanTexts(read, [...new Set(pairs.flatMap(({ upperPlanId, lowerPlanId }) => [upperPlanId, lowerPlanId]))]);
  for (const pair of pairs) await storeAlignment(manager, pair, texts.get(pair.upperPlanId)!, texts.get(pair.lowerPlanId)!);
}

async function storeAlignment(manager: EntityManager, pair: StoredPair, upper: PlanText, lower: PlanText): Promise<void> {
  const decisions = await readDecisions(manager, pair.id);
  const sha256 = createHash('sha256')
    .update(JSON.stringify([upper, lower, decisions]))
    .digest('hex');
  if (sha256 === pair.alignedSha256 || upper.tasks.length * lower.tasks.length > MOST_PAIRS) return;
  await writeRows(manager, pair, derivationRows(upper, lower, decisions));
  await manager.query('update plan_derivation set aligned_sha256 = $2 where id = $1', [pair.id, sha256]);
}

/** What people decided about the tasks of a pair of plans. */
async function readDecisions(manager: EntityManager, planDerivationId: number): Promise<KeyedDecisions> {
  const settled = await manager.query<{ upperTaskId: number | null; lowerTaskId: number | null }[]>(
    `select upper_task_id as "upperTaskId", lower_task_id as "lowerTaskId" from derivation
     where plan_derivation_id = $1 and confirmed order by upper_task_id, lower_task_id`,
    [planDerivationId],
  );
  const refused = await manager.query<{ upperTaskId: number; lowerTaskId: number }[]>(
    `select upper_task_id as "upperTaskId", lower_task_id as "lowerTaskId" from refused_pair
     where plan_derivation_id = $1 order by upper_task_id, lower_task_id`,
    [planDerivationId],
  );
  return { settled, refused };
}

/** Rows that stay keep their ids; what a person wrote about one stays too. */
async function writeRows(manager: EntityManager, pair: StoredPair, rows: readonly DerivationRow[]): Promise<void> {
  const json = JSON.stringify(rows);
  const row = '"upperTaskId" integer, "lowerTaskId" integer, relation text, similarity double precision, reason text';
  await manager.query(
    `delete from derivation d where d.plan_derivation_id = $1 and not exists (select from jsonb_to_recordset($2) as x (${row})
       where x."upperTaskId" is not distinct from d.upper_task_id and x."lowerTaskId" is not distinct from d.lower_task_id)`,
    [pair.id, json],
  );
  await manager.query(
    `insert into derivation (plan_derivation_id, upper_plan_id, lower_plan_id, upper_task_id, lower_task_id, relation, similarity, reason)
     select $1, $2, $3, x."upperTaskId", x."lowerTaskId", x.relation, x.similarity, x.reason from jsonb_to_recordset($4) as x (${row})
     on conflict (plan_derivation_id, upper_task_id, lower_task_id) do update set relation = excluded.relation, similarity = excluded.similarity,
       reason = case when derivation.reason_by = 'PERSON' then derivation.reason else excluded.reason end
     where (derivation.relation, derivation.similarity) is distinct from (excluded.relation, excluded.similarity)
       or (derivation.reason_by = 'RULE' and derivation.reason <> excluded.reason)`,
    [pair.id, pair.upperPlanId, pair.lowerPlanId, json],
  );
}
