import type { EntityManager } from 'typeorm';
import { publishPlan } from '../../src/plans';

export interface TaskToBuild {
  text: string;
  category?: string;
  dueOn?: string;
  /** Names of units of the plan's own region; those that are missing are made. */
  units?: string[];
  targets?: { metric: string; value: number; unit: string }[];
}

export interface PlanToBuild {
  /** Stable id of a region that exists. */
  region: string;
  year?: number | null;
  issuedOn?: string;
  title?: string;
  documentNumber?: string;
  kind?: string;
  /** Document numbers that it cites. */
  basis?: string[];
  tasks: (string | TaskToBuild)[];
  publish?: boolean;
}

export interface BuiltPlan {
  id: number;
  taskIds: number[];
}

let built = 0;

/** Makes a plan with its tasks, and publishes it unless told otherwise. */
export async function buildPlan(manager: EntityManager, plan: PlanToBuild): Promise<BuiltPlan> {
  built += 1;
  const insert = async (statement: string, params: unknown[]): Promise<number> =>
    (await manager.query<[{ id: number }]>(`${statement} returning id`, params))[0].id;
  const source = await insert(
    `insert into source_document (file_name, media_type, encoding, byte_size, sha256, content) values ($1, 'text/plain', 'utf-8', 1, $2, 'x')`,
    [`built-${built}.txt`, built.toString(16).padStart(64, '0')],
  );
  const id = await insert(
    `insert into plan (slug, title, document_number, kind, region_id, year, issued_on, source_document_id)
     values ($1, $2, $3, $4, (select id from region where stable_id = $5), $6, $7, $8)`,
    [
      `built-${built}`,
      plan.title ?? '政务公开工作要点',
      plan.documentNumber ?? null,
      plan.kind ?? 'KEY_POINTS',
      plan.region,
      plan.year === undefined ? 2024 : plan.year,
      plan.issuedOn ?? null,
      source,
    ],
  );
  for (const [at, number] of (plan.basis ?? []).entries())
    await manager.query('insert into plan_basis (plan_id, position, document_number) values ($1, $2, $3)', [id, at + 1, number]);
  const taskIds: number[] = [];
  for (const task of plan.tasks)
    taskIds.push(await buildTask(manager, id, taskIds.length + 1, typeof task === 'string' ? { text: task } : task));
  if (plan.publish !== false) await publishPlan(manager, id, 'test', 'a test');
  return { id, taskIds };
}

async function buildTask(manager: EntityManager, planId: number, number: number, task: TaskToBuild): Promise<number> {
  if (task.category)
    await manager.query(
      `insert into category (plan_id, position, title, path) select $1, count(*) + 1, $2, array[$2] from category where plan_id = $1
       having not bool_or(coalesce(title = $2, false)) or count(*) = 0`,
      [planId, task.category],
    );
  const [{ id }] = await manager.query<[{ id: number }]>(
    `insert into task (plan_id, category_id, number, text, deadline_kind, due_on, due_precision, deadline_rule, source_text)
     values ($1, (select id from category where plan_id = $1 and title = $5), $2, $3, case when $4::date is null then 'NONE' else 'BY_DATE' end, $4::date,
       case when $4::date is null then null else 'DAY' end, 'built', $3) returning id`,
    [planId, number, task.text, task.dueOn ?? null, task.category ?? null],
  );
  for (const [at, name] of (task.units ?? []).entries())
    await manager.query(
      `with home as (select region_id as id from plan where id = $1),
         made as (insert into unit (region_id, name, canonical_key, kind, source, is_reference, published) select id, $4, $4, 'DEPARTMENT', 'built', false, false from home
           on conflict do nothing returning id),
         found as (select id from made union select u.id from unit u, home where u.region_id = home.id and u.name = $4)
       insert into responsibility (plan_id, task_id, position, phrase, role, mode, unit_id, printed_unit, rule)
       select $1, $2, $3, $4, 'RESPONSIBLE', 'JOINT', found.id, $4, 'built' from found`,
      [planId, id, at + 1, name],
    );
  for (const [at, { metric, value, unit }] of (task.targets ?? []).entries())
    await manager.query(
      `insert into target (plan_id, task_id, position, metric, comparator, value, unit, phrase, rule) values ($1, $2, $3, $4, 'AT_LEAST', $5, $6, $4, 'built')`,
      [planId, id, at + 1, metric, value, unit],
    );
  return id;
}
