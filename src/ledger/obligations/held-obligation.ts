import type { EntityManager } from 'typeorm';
import { CommandRefusal, forbidden, mayActFor, notFound, type Viewer } from '../../platform/graphql';
import type { DeadlineKind, PlanState } from '../../plans';

/** An obligation with what decides on writes to it, locked until the transaction ends. */
export interface HeldObligation {
  id: number;
  planId: number;
  taskId: number;
  unitId: number;
  /** Region of the unit. */
  regionId: number;
  deadlineKind: DeadlineKind;
  dueOn: string | null;
  ledgerSince: string | null;
  endedOn: string | null;
  planState: PlanState;
  today: string;
}

/**
 * Locks, always in this order: the plan against a change of its tasks, the task so that what follows for it is reckoned by one
 * at a time, and the obligation. NOT_FOUND where there is none.
 */
export async function holdObligation(manager: EntityManager, id: number): Promise<HeldObligation> {
  const [held] = await holdObligations(manager, [id]);
  if (!held) throw notFound('There is no such obligation. / 没有这项台账责任。');
  return held;
}

/** The same for several at once, each kind in the order of its keys; those that there are. */
export async function holdObligations(manager: EntityManager, ids: readonly number[]): Promise<HeldObligation[]> {
  await manager.query('select from plan where id in (select plan_id from obligation where id = any($1)) order by id for share', [ids]);
  await manager.query('select from task where id in (select task_id from obligation where id = any($1)) order by id for update', [ids]);
  return manager.query<HeldObligation[]>(
    `select o.id, o.plan_id as "planId", o.task_id as "taskId", o.unit_id as "unitId", u.region_id as "regionId", t.deadline_kind as "deadlineKind",
       o.due_on as "dueOn", o.ledger_since as "ledgerSince", o.ended_on as "endedOn", p.state as "planState", shanghai_today() as today
     from obligation o join task t on t.id = o.task_id join plan p on p.id = o.plan_id join unit u on u.id = o.unit_id
     where o.id = any($1) order by o.id for update of o`,
    [ids],
  );
}

/** FORBIDDEN for anyone but a reporter of the unit; a refusal where nothing can be reported now. */
export function refuseUnlessMayReport(held: HeldObligation, viewer: Viewer): void {
  if (!mayActFor(viewer, held.unitId))
    throw forbidden('Only a reporter of the unit itself may do this. / 只有该单位的填报人可以操作。', { field: 'obligationId' });
  const refused = reasonNotToReport(held);
  if (refused) throw new CommandRefusal(refused[0], refused[1], ['obligationId']);
}

function reasonNotToReport({ planState, endedOn, ledgerSince, today }: HeldObligation): [code: string, message: string] | null {
  if (planState === 'WITHDRAWN') return ['PLAN_WITHDRAWN', '该要点已撤回，不再填报。 The plan is withdrawn; nothing is reported on it.'];
  if (endedOn !== null)
    return ['OBLIGATION_ENDED', '该任务已不再由本单位承担，不再填报。 The task no longer falls to the unit; nothing is reported on it.'];
  if (ledgerSince === null || ledgerSince > today)
    return [
      'NOT_COLLECTED',
      `该要点的台账${ledgerSince === null ? '尚未启用' : `自 ${ledgerSince} 起填报`}，请联系计划管理员（generateObligations）。 Reports on this plan are not collected${ledgerSince === null ? '' : ` before ${ledgerSince}`}: ask a planner to open its ledger.`,
    ];
  return null;
}
