import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../audit';
import { badUserInput, CommandRefusal, globalId, notFound, readKey } from '../platform/graphql';
import { lockLineage } from './lineage-steps';
import type { ConfirmDerivationInput } from './lineage.inputs';
import { realignPair } from './store-alignment';

interface Row {
  id: number;
  planDerivationId: number;
  upperPlanId: number;
  lowerPlanId: number;
  upperTaskId: number | null;
  lowerTaskId: number | null;
  relation: string;
  confirmed: boolean;
  reason: string;
}

interface Ends {
  upperTaskId: number | null;
  lowerTaskId: number | null;
}

const columns = `x.id, x.plan_derivation_id as "planDerivationId", x.upper_plan_id as "upperPlanId", x.lower_plan_id as "lowerPlanId",
  x.upper_task_id as "upperTaskId", x.lower_task_id as "lowerTaskId", x.relation, x.confirmed, x.reason`;

/**
 * Settles a row of the alignment of two plans; the rest of the alignment follows. Gives the key of the row that stands in the
 * end, null where it was rejected.
 */
export async function confirmDerivation(
  manager: EntityManager,
  input: ConfirmDerivationInput,
  actor: string,
): Promise<{ planDerivationKey: number; derivationKey: number | null }> {
  await lockLineage(manager);
  const row = await findRow(manager, readKey(input.derivationId, 'Derivation'));
  const ends = input.decision === 'CORRECT' ? await correctEnds(manager, row, input) : row;
  const touched = [row.upperTaskId, row.lowerTaskId, ends.upperTaskId, ends.lowerTaskId];
  const before = await rowsWith(manager, row.planDerivationId, touched);
  if (input.decision === 'REJECT') await reject(manager, row);
  else await settle(manager, row, ends, input.reason?.trim() || null);
  await realignPair(manager, row.planDerivationId);
  const after = await rowsWith(manager, row.planDerivationId, touched);
  await appendAuditEvent(manager, {
    actor,
    action: 'derivation.confirm',
    subject: input.derivationId,
    payload: { decision: input.decision, before: before.map(payloadOf), after: after.map(payloadOf) },
  });
  const standing = input.decision === 'REJECT' ? undefined : after.find((each) => isSame(each, ends));
  return { planDerivationKey: row.planDerivationId, derivationKey: standing?.id ?? null };
}

const isSame = (a: Ends, b: Ends): boolean => a.upperTaskId === b.upperTaskId && a.lowerTaskId === b.lowerTaskId;

const payloadOf = ({ upperTaskId, lowerTaskId, relation, confirmed, reason }: Row) => ({
  upstream: upperTaskId === null ? null : globalId('Task', upperTaskId),
  downstream: lowerTaskId === null ? null : globalId('Task', lowerTaskId),
  relation,
  confirmed,
  reason,
});

async function findRow(manager: EntityManager, key: number): Promise<Row> {
  const [row] = await manager.query<Row[]>(`select ${columns} from derivation x where x.id = $1 and x.published`, [key]);
  if (!row) throw notFound('There is no such derivation; it may have been proposed anew. / 没有这条承接关系，可能已重新比对。');
  return row;
}

async function rowsWith(manager: EntityManager, planDerivationId: number, tasks: readonly (number | null)[]): Promise<Row[]> {
  return manager.query<Row[]>(
    `select ${columns} from derivation x where x.plan_derivation_id = $1 and (x.upper_task_id = any($2) or x.lower_task_id = any($2)) order by x.id`,
    [planDerivationId, tasks.filter((task) => task !== null)],
  );
}

async function correctEnds(manager: EntityManager, row: Row, input: ConfirmDerivationInput): Promise<Ends> {
  const keyOf = (id: string | null | undefined) => (id == null ? null : readKey(id, 'Task'));
  const ends = { upperTaskId: keyOf(input.upstreamTaskId), lowerTaskId: keyOf(input.downstreamTaskId) };
  if (ends.upperTaskId === null && ends.lowerTaskId === null) {
    throw badUserInput('CORRECT needs `upstreamTaskId`, `downstreamTaskId` or both. / 更正须给出上级任务、下级任务或两者。');
  }
  for (const [field, task, plan] of [
    ['upstreamTaskId', ends.upperTaskId, row.upperPlanId],
    ['downstreamTaskId', ends.lowerTaskId, row.lowerPlanId],
  ] as const) {
    if (task === null) continue;
    const found = await manager.query<unknown[]>('select from task where id = $1 and plan_id = $2', [task, plan]);
    if (found.length === 0) {
      throw new CommandRefusal(
        'NOT_OF_PLAN',
        '该任务不属于这一关系中的要点。 That task is not of the plan that this derivation is about.',
        [field],
      );
    }
  }
  return ends;
}

/** The two tasks do not belong together. That a task has no counterpart cannot be rejected, only corrected by naming it. */
async function reject(manager: EntityManager, row: Row): Promise<void> {
  if (row.upperTaskId === null || row.lowerTaskId === null) {
    throw new CommandRefusal(
      'NOTHING_TO_REJECT',
      '未承接、新增的任务请用更正指出对应任务。 A task without counterpart is corrected by naming its counterpart.',
      ['decision'],
    );
  }
  await manager.query('delete from derivation where id = $1', [row.id]);
  await manager.query(
    'insert into refused_pair (plan_derivation_id, upper_task_id, lower_task_id) values ($1, $2, $3) on conflict do nothing',
    [row.planDerivationId, row.upperTaskId, row.lowerTaskId],
  );
}

/** Makes the row of the two ends stand, with the other rows of its group. What it replaces goes. */
async function settle(manager: EntityManager, row: Row, ends: Ends, reason: string | null): Promise<void> {
  if (!isSame(row, ends) && row.upperTaskId !== null && row.lowerTaskId !== null) await reject(manager, row);
  const { planDerivationId, upperPlanId, lowerPlanId } = row;
  const group = (await rowsWith(manager, planDerivationId, [ends.upperTaskId, ends.lowerTaskId])).filter((each) => !isSame(each, ends));
  await clearWay(manager, planDerivationId, ends, group);
  const isPair = ends.upperTaskId !== null && ends.lowerTaskId !== null;
  const relation = isPair ? 'ADAPTED' : ends.upperTaskId === null ? 'NEW' : 'DROPPED';
  await manager.query(
    `insert into derivation (plan_derivation_id, upper_plan_id, lower_plan_id, upper_task_id, lower_task_id, relation, similarity, reason, reason_by, confirmed)
     values ($1, $2, $3, $4, $5, $6, $7, coalesce($8, '人工认定。 / A person said so.'), 'PERSON', true)
     on conflict (plan_derivation_id, upper_task_id, lower_task_id) do update set confirmed = true, reason = coalesce($8, derivation.reason),
       reason_by = case when $8::text is null then derivation.reason_by else 'PERSON' end`,
    // How the two relate, and how alike they are, is reckoned with the rest of the alignment.
    [planDerivationId, upperPlanId, lowerPlanId, ends.upperTaskId, ends.lowerTaskId, relation, isPair ? 0 : null, reason],
  );
  await manager.query('delete from refused_pair where plan_derivation_id = $1 and upper_task_id = $2 and lower_task_id = $3', [
    planDerivationId,
    ends.upperTaskId,
    ends.lowerTaskId,
  ]);
}

/**
 * A pair joins the group that one of its tasks has, whose rows are confirmed with it; a task without counterpart loses the pairs
 * that were only proposed. A group is one task on one side: where both have others, it cannot be.
 */
async function clearWay(manager: EntityManager, planDerivationId: number, ends: Ends, group: readonly Row[]): Promise<void> {
  const pairs = group.filter(({ upperTaskId, lowerTaskId }) => upperTaskId !== null && lowerTaskId !== null);
  const isPair = ends.upperTaskId !== null && ends.lowerTaskId !== null;
  const fellows = isPair
    ? await rowsWith(
        manager,
        planDerivationId,
        pairs.flatMap(({ upperTaskId, lowerTaskId }) => [upperTaskId, lowerTaskId]),
      )
    : [];
  const ofUpper = pairs.filter(({ upperTaskId }) => upperTaskId === ends.upperTaskId);
  const ofLower = pairs.filter(({ lowerTaskId }) => lowerTaskId === ends.lowerTaskId);
  const isTangled = isPair
    ? (ofUpper.length > 0 && ofLower.length > 0) ||
      fellows.some((fellow) => !pairs.some(({ id }) => id === fellow.id) && !isSame(fellow, ends))
    : pairs.some(({ confirmed }) => confirmed);
  if (isTangled) {
    throw new CommandRefusal(
      'TANGLED',
      '两项任务各自另有对应任务，请先否定其中不对的关系。 These tasks have other counterparts that rule this out; reject those that are wrong first.',
    );
  }
  await manager.query('delete from derivation where id = any($1)', [
    group.filter((each) => !isPair || !pairs.includes(each)).map(({ id }) => id),
  ]);
  await manager.query('update derivation set confirmed = true where id = any($1)', [pairs.map(({ id }) => id)]);
}
