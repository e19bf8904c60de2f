import { QueryFailedError, type EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, globalId, notFound } from '../../platform/graphql';
import { discardProposals, lockMemberships, refreshMembers } from '../../units';
import { expandObligations } from '../obligation.commands';
import { Plan } from '../plan';
import { learnAliases } from '../learn-aliases';
import { runPlanSteps } from '../plan-steps';
import { Correction } from './correction';

/** One field that a change makes other than it was; of the plan itself where there is no task. */
export interface FieldChange {
  taskId: number | null;
  field: string;
  before: unknown;
  after: unknown;
}

export interface PlanChange {
  planId: number;
  actor: string;
  /** Why; needed where the plan is public. */
  reason: string | null | undefined;
  /** Name of the act in the audit log. */
  action: string;
  /** Global id of what is changed; the plan where it is left out. */
  subject?: string;
  /** What the audit log keeps besides; with it the act is kept even where no field came to be other. */
  details?: object;
}

/**
 * A change of a plan by a person, inside the caller's transaction: the plan is held, `change` writes and says what it made
 * other than it was, and everything that follows from it is brought in line. Nothing follows where nothing is other.
 */
export async function changePlan(manager: EntityManager, act: PlanChange, change: (plan: Plan) => Promise<FieldChange[]>): Promise<void> {
  const { planId, actor, action } = act;
  const plan = await holdPlan(manager, planId);
  const reason = act.reason?.trim() || null;
  const proposed = await proposedUnits(manager, planId);
  const changes = await translated(() => change(plan));
  if (changes.length > 0) {
    if (plan.state === 'PUBLISHED' && reason === null) throw reasonRequired();
    await keepCorrections(manager, act, changes);
    await settlePlan(manager, plan);
    await discardProposals(manager, proposed);
  }
  if (changes.length === 0 && !act.details) return;
  await appendAuditEvent(manager, {
    actor,
    action,
    subject: act.subject ?? globalId('Plan', planId),
    payload: {
      ...act.details,
      reason,
      plan: globalId('Plan', planId),
      version: plan.version + (changes.length > 0 ? 1 : 0),
      changes: changes.map(({ taskId, ...rest }) => ({ task: taskId === null ? null : globalId('Task', taskId), ...rest })),
    },
  });
}

async function keepCorrections(
  manager: EntityManager,
  { planId, actor, reason: given }: PlanChange,
  changes: readonly FieldChange[],
): Promise<void> {
  const reason = given?.trim() || null;
  await manager.insert(
    Correction,
    changes.map((one) => ({ ...one, planId, reason, actor, createdAt: () => 'now()' }) as never),
  );
  const tasks = new Set(changes.flatMap(({ taskId }) => taskId ?? []));
  await manager.query('update task set version = version + 1 where id = any($1)', [[...tasks]]);
}

/** Units that were proposed for names of the plan: what it names no longer may go with the last name. */
export async function proposedUnits(manager: EntityManager, planId: number): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    `select u.id from unit u where u.proposed and not u.published and u.id in (
       select unit_id from responsibility where plan_id = $1 union select issuing_unit_id from plan where id = $1
       union select unit_id from unit_match where plan_id = $1)`,
    [planId],
  );
  return rows.map(({ id }) => id);
}

/** The plan, held until the transaction ends, so that changes of one plan come one after another; others may still refer to it. */
export async function holdPlan(manager: EntityManager, planId: number): Promise<Plan> {
  await lockMemberships(manager);
  const plan = await manager.createQueryBuilder(Plan, 'p').setLock('for_no_key_update').where('p.id = :planId', { planId }).getOne();
  if (!plan) throw notFound('There is no such plan. / 没有这份要点。');
  return plan;
}

/** Brings what follows from a plan's tasks in line with them: the units they fall to, what is public, the figures. */
export async function settlePlan(manager: EntityManager, plan: Plan): Promise<void> {
  await manager.update(Plan, plan.id, { version: plan.version + 1 });
  if (plan.state === 'PUBLISHED') {
    await learnAliases(manager, plan.id);
    await publishBodies(manager, plan.id);
  }
  await refreshMembers(manager, plan.regionId);
  await expandObligations(manager, plan.regionId);
  if (plan.state === 'PUBLISHED') await manager.query('select refresh_published_tasks($1)', [plan.id]);
  await runPlanSteps(manager, 'CHANGED', plan.id);
}

/** Bodies that a public plan names are public. One that it names no longer stays: it was seen. */
export async function publishBodies(manager: EntityManager, planId: number): Promise<void> {
  await manager.query(
    `update unit set published = true where not published and id in (
       select unit_id from responsibility where plan_id = $1 union select unit_id from listed_member where plan_id = $1
       union select issuing_unit_id from plan where id = $1)`,
    [planId],
  );
  await manager.query(
    'update unit_group set published = true where not published and id in (select group_id from responsibility where plan_id = $1)',
    [planId],
  );
}

function reasonRequired(): CommandRefusal {
  return new CommandRefusal(
    'REASON_REQUIRED',
    '要点已经公开，更正须写明理由，理由随更正一并公开。 The plan is public: give the reason of the correction, which is published with it.',
    ['reason'],
  );
}

/** What the database holds against a change, as far as the caller can act on it. */
export async function translated<R>(run: () => Promise<R>): Promise<R> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
    if (code !== '23503' && code !== '23001') throw error;
    throw new CommandRefusal(
      'HAS_REPORTS',
      '已有台账记录指向要改动的责任或任务，不能删除或改由他人承担。 The ledger holds records of what would go; it can neither be removed nor given to another unit.',
    );
  }
}
