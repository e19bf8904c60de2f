import type { EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import { appendAuditEvent } from '../../audit';
import { refreshOccurrences } from '../../ledger';
import { proposeTopics, readSeedTopics } from '../../plans';
import { slotsFor } from './country';
import { dutiesOf } from './duties';
import { openPlanTables, type PlanTables } from './plan-tables';
import { writePlan, type TopicsOf } from './plan-writer';
import { bodiesOf } from './synthetic-units';

export interface GenerateRequest {
  plans: number;
  seed: string;
  /** Told after every batch how many plans are written. */
  progress: (written: number) => void;
}

const plansPerBatch = 100;

/** Fills a database with a synthetic country: the same seed, the same rows. Runs inside the caller's transaction. */
export async function generate(manager: EntityManager, { plans, seed, progress }: GenerateRequest): Promise<void> {
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  const slots = await slotsFor(manager, plans);
  const places = [...new Map(slots.map(({ place }) => [place.id, place])).values()];
  const bodies = await bodiesOf(manager, places);
  const topicsOf = await topicFinder(manager);
  const duties = new Map([...new Set(slots.map(({ year }) => year))].map((year) => [year, dutiesOf(seed, year)]));
  const tables = await openPlanTables(client);
  await followFigures(manager, false);
  for (let from = 0; from < slots.length; from += plansPerBatch) {
    const batch = slots.slice(from, from + plansPerBatch);
    for (const slot of batch) writePlan(tables, seed, slot, bodies.get(slot.place.id)!, duties.get(slot.year)!, topicsOf);
    await eachTable(tables, (table) => table.flush(client));
    progress(from + batch.length);
  }
  await eachTable(tables, (table) => table.close(client));
  await deriveRest(manager, slots.length);
  await appendAuditEvent(manager, { actor: 'gongkai generate', action: 'data.generate', subject: 'synthetic', payload: { plans, seed } });
}

async function eachTable(tables: PlanTables, act: (table: PlanTables[keyof PlanTables]) => Promise<void>): Promise<void> {
  for (const table of Object.values(tables)) await act(table);
}

/** The topics of a wording are looked for once: duties repeat from plan to plan. */
async function topicFinder(manager: EntityManager): Promise<TopicsOf> {
  const rules = readSeedTopics();
  const rows = await manager.query<{ id: number; code: string }[]>('select id, code from topic');
  const idOf = new Map(rows.map(({ code, id }) => [code, id]));
  const found = new Map<string, ReturnType<TopicsOf>>();
  return (text, path) => {
    const key = text + path.join('');
    const topics = found.get(key) ?? proposeTopics(text, path, rules).map(({ code, reason }) => ({ id: idOf.get(code)!, reason }));
    found.set(key, topics);
    return topics;
  };
}

/** What the service keeps beside the plans, made by the service's own functions; plan by plan, so that no statement holds all rows. */
async function deriveRest(manager: EntityManager, count: number): Promise<void> {
  // Fresh statistics: without them every plan would be looked for in whole tables.
  await manager.query('analyze');
  await manager.query(
    'update unit_group g set published = true where not published and exists (select from responsibility x where x.group_id = g.id and x.published)',
  );
  await manager.query(
    `insert into review_receipt (subject_type, subject_id, route, override_reason, published_at, published)
     select 'PLAN', id, 'OVERRIDE', '合成数据，未经审核。 Synthetic; reviewed by nobody.', published_at, true from plan order by id desc limit $1`,
    [count],
  );
  const made = await manager.query<{ id: number }[]>('select id from plan order by id desc limit $1', [count]);
  for (let from = 0; from < made.length; from += plansPerBatch) {
    const ids = made.slice(from, from + plansPerBatch).map(({ id }) => id);
    await manager.query('select refresh_published_tasks(id) from unnest($1::int[]) id', [ids]);
    await refreshOccurrences(manager, ids);
    await manager.query('select refresh_published_figures($1)', [ids]);
  }
  await followFigures(manager, true);
  await manager.query('analyze');
}

/** The kept figures follow every statement; here they are made once, when all rows are there. */
export async function followFigures(manager: EntityManager, isOn: boolean): Promise<void> {
  for (const table of ['published_task', 'obligation'])
    for (const write of ['insert', 'update', 'delete'])
      await manager.query(`alter table ${table} ${isOn ? 'enable' : 'disable'} trigger figures_follow_${write}`);
}
