import type { AlignablePlan, AlignableTask } from './align/alignable-plan';

/** Reads rows, in a transaction or as one of the audiences. */
export type ReadRows = <T>(statement: string, params: readonly unknown[]) => Promise<T[]>;

/** A plan as its alignment needs it, with the keys of its tasks. */
export interface PlanText extends AlignablePlan {
  planId: number;
  tasks: readonly TaskText[];
}

export interface TaskText extends AlignableTask {
  id: number;
}

/** A region's name as texts print it: whole, without its last character, and its other names. */
export function printedPlaces({ name, aliases }: { name: string; aliases: readonly string[] }): string[] {
  const bare = name.replace(/(?:省|市|州|盟|地区|新区|区|县|旗|镇|乡|街道)$/u, '');
  return [name, ...aliases, bare].filter((place) => place.length > 1);
}

/** The texts of plans, tasks in the documents' order; plans that the reader may not see are absent. */
export async function readPlanTexts(read: ReadRows, planIds: readonly number[]): Promise<Map<number, PlanText>> {
  const plans = await read<{ id: number; name: string; aliases: string[] }>(
    'select p.id, r.name, r.aliases from plan p join region r on r.id = p.region_id where p.id = any($1)',
    [planIds],
  );
  const tasks = await read<TaskText & { planId: number }>(
    `select t.id, t.plan_id as "planId", t.text, coalesce(c.path, '{}') as "categoryPath"
     from task t left join category c on c.id = t.category_id where t.plan_id = any($1) and t.ended_on is null order by t.plan_id, t.number`,
    [planIds],
  );
  return new Map(
    plans.map(({ id, ...region }) => [
      id,
      { planId: id, regionNames: printedPlaces(region), tasks: tasks.filter(({ planId }) => planId === id) },
    ]),
  );
}
