import type { EntityManager } from 'typeorm';
import { Category } from '../category';

export const pathKey = (path: readonly string[]): string => path.join('\n');

/** The categories of a plan at the given paths, with those above them; what is missing is made, behind what is there. */
export async function ensureCategories(
  manager: EntityManager,
  planId: number,
  paths: readonly (readonly string[])[],
): Promise<Map<string, number>> {
  const present = await manager.findBy(Category, { planId });
  const ids = new Map(present.map(({ id, path }) => [pathKey(path), id]));
  let position = Math.max(0, ...present.map((category) => category.position));
  for (const whole of paths) {
    for (let depth = 1; depth <= whole.length; depth += 1) {
      const path = whole.slice(0, depth);
      if (ids.has(pathKey(path))) continue;
      position += 1;
      const { identifiers } = await manager.insert(Category, {
        planId,
        parentId: ids.get(pathKey(path.slice(0, -1))) ?? null,
        position,
        title: path.at(-1)!,
        path,
        updatedAt: () => 'now()',
      });
      ids.set(pathKey(path), identifiers[0]!['id'] as number);
    }
  }
  return ids;
}

/** Takes out the categories in which no task stands any more, and puts the rest in the order in which the tasks come to them. */
export async function arrangeCategories(manager: EntityManager, planId: number): Promise<void> {
  await manager.query(
    `delete from category c where c.plan_id = $1 and not exists (
       select from task t join category own on own.id = t.category_id where t.plan_id = $1 and own.path[1 : array_length(c.path, 1)] = c.path)`,
    [planId],
  );
  await manager.query(
    `with recursive used (id, parent_id, first) as (
       select c.id, c.parent_id, t.number from category c join task t on t.category_id = c.id where c.plan_id = $1
       union select c.id, c.parent_id, u.first from used u join category c on c.id = u.parent_id
     ), place as (
       select c.id, row_number() over (order by min(u.first), array_length(c.path, 1)) as position from category c join used u on u.id = c.id
       group by c.id
     )
     update category c set position = p.position from place p where p.id = c.id and p.position <> c.position`,
    [planId],
  );
}
