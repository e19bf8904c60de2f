import type { EntityManager } from 'typeorm';

/** Forms of a unit's name that a public plan prints are its aliases; a doubtful one is not. */
export async function learnAliases(manager: EntityManager, planId: number): Promise<void> {
  await manager.query(
    `update unit u set aliases = u.aliases || found.names
     from (
       select x.id, array_agg(distinct printed.name) as names
       from (
         select unit_id, printed_unit as name from responsibility where plan_id = $1 and unit_id is not null
         union select issuing_unit_id, issuer_text from plan where id = $1 and issuing_unit_id is not null
       ) printed
       join unit x on x.id = printed.unit_id
       where printed.name <> x.name and printed.name <> all(x.aliases)
         and not exists (select from unit_match m where m.plan_id = $1 and m.name = printed.name and m.state = 'DOUBTFUL')
       group by x.id
     ) found
     where found.id = u.id`,
    [planId],
  );
}
