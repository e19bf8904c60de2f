import type { Pool } from 'pg';
import { globalId } from '../../src/platform/graphql';
import type { Samples } from './cases';

const many = 200;

/** Rows spread over the whole database, the same in every run on the same data. */
export async function takeSamples(owner: Pool): Promise<Samples> {
  const keys = async (sql: string) => (await owner.query<{ key: number }>(sql)).rows.map(({ key }) => key);
  const plans = await keys(
    `select id as key from plan where published and (select count(*) from task where plan_id = plan.id) >= 50 order by md5(id::text) limit ${many}`,
  );
  const tasks = await keys(
    `select id as key from task where published and exists (select from obligation where task_id = task.id and ended_on is null)
     order by md5(id::text) limit ${many}`,
  );
  const regions = await owner.query<{ key: number; code: string }>(
    `select r.id as key, r.stable_id as code from region r where exists (select from plan where region_id = r.id and published)
     -- All units of a task come with it: forty are asked for, and more would cost too much for the public.
     and not exists (select from plan p join obligation o on o.plan_id = p.id and o.ended_on is null where p.region_id = r.id group by o.task_id having count(*) > 40)
     order by md5(r.id::text) limit ${many}`,
  );
  return {
    plans: plans.map((key) => ({ key, id: globalId('Plan', key) })),
    tasks: tasks.map((key) => ({ key, id: globalId('Task', key) })),
    regions: regions.rows,
    words: ['教育', '财政', '养老', '公报', '保密', '项目', '热线', '水质', '督查', '救助', '解读', '消费'],
  };
}
