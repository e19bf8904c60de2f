import type { EntityManager } from 'typeorm';
import { generateObligations } from '../../ledger';
import { planner } from './people';

export interface DemoPlan {
  id: number;
  slug: string;
  year: number;
  regionCode: string;
  issuerUnitId: number | null;
  ledgerSince: string;
}

export interface DemoObligation {
  id: number;
  unitId: number;
  unit: string;
  task: number;
  isNamed: boolean;
  dueOn: string | null;
}

/** Opens the ledgers of all public plans: from the day of issue on, or from April where the document gives none. */
export async function openLedgers(manager: EntityManager): Promise<DemoPlan[]> {
  const plans = await manager.query<DemoPlan[]>(
    `select p.id, p.slug, p.year, r.stable_id as "regionCode", p.issuing_unit_id as "issuerUnitId",
       coalesce(p.issued_on, make_date(p.year, 4, 1))::text as "ledgerSince"
     from plan p join region r on r.id = p.region_id where p.published order by p.slug`,
  );
  for (const { id, ledgerSince } of plans) await generateObligations(manager, id, ledgerSince, planner.subject);
  return plans;
}

/** By task and unit, so that they come in the same order everywhere. */
export function obligationsOf(manager: EntityManager, { id }: DemoPlan): Promise<DemoObligation[]> {
  return manager.query<DemoObligation[]>(
    `select o.id, o.unit_id as "unitId", r.stable_id || u.name as unit, t.number as task, o.group_id is null as "isNamed", o.due_on::text as "dueOn"
     from obligation o join task t on t.id = o.task_id join unit u on u.id = o.unit_id join region r on r.id = u.region_id
     where o.plan_id = $1 and o.ended_on is null order by t.number, r.stable_id, u.name`,
    [id],
  );
}
