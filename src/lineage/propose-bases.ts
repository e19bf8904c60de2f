import type { EntityManager } from 'typeorm';
import { haveSameSubject } from './same-subject';
import { printedPlaces } from './plan-text';
import type { PlanDerivationRule } from './lineage.enums';

interface ProposedBasis {
  lowerId: number;
  upperId: number;
  rule: PlanDerivationRule;
  reason: string;
}

const yearOf = (plan: string) => `coalesce(${plan}.year, extract(year from ${plan}.issued_on)::int)`;

/**
 * Public plans whose bases may be others than before now that a plan has appeared, changed or gone: the plan itself, those that
 * cite it or derived from it so far, and those of the same year below its region.
 */
export async function plansBelow(manager: EntityManager, planId: number): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    `select l.id from plan u join region ru on ru.id = u.region_id
       join plan l on l.published join region rl on rl.id = l.region_id
     where u.id = $1 and (l.id = u.id
       or (rl.path like ru.path || '_%' and ${yearOf('l')} = ${yearOf('u')})
       or exists (select from plan_derivation d where d.upper_plan_id = u.id and d.lower_plan_id = l.id)
       or exists (select from plan_basis b where b.plan_id = l.id and (b.document_number = u.document_number or b.title = u.title)))`,
    [planId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Brings the proposed bases of public plans up to date: the public plans that they cite, and where they cite none, that of the
 * nearest region above which has one of the same year and subject. What people confirmed or rejected stays.
 */
export async function proposeBases(manager: EntityManager, lowerIds: readonly number[]): Promise<void> {
  const cited = await citedPlans(manager, lowerIds);
  const settled = await manager.query<{ id: number }[]>(
    `select distinct lower_plan_id as id from plan_derivation where lower_plan_id = any($1) and state = 'CONFIRMED'`,
    [lowerIds],
  );
  const withBasis = new Set([...cited.map(({ lowerId }) => lowerId), ...settled.map(({ id }) => id)]);
  const above = await plansAbove(
    manager,
    lowerIds.filter((id) => !withBasis.has(id)),
  );
  const proposed = JSON.stringify([...cited, ...above]);
  await manager.query(
    `delete from plan_derivation d where d.lower_plan_id = any($1) and d.state = 'PROPOSED'
       and not exists (select from derivation x where x.plan_derivation_id = d.id and x.confirmed)
       and not exists (select from jsonb_to_recordset($2) as x ("lowerId" integer, "upperId" integer)
         where x."lowerId" = d.lower_plan_id and x."upperId" = d.upper_plan_id)`,
    [lowerIds, proposed],
  );
  await manager.query(
    `insert into plan_derivation (upper_plan_id, lower_plan_id, rule, reason)
     select x."upperId", x."lowerId", x.rule, x.reason
     from jsonb_to_recordset($1) as x ("lowerId" integer, "upperId" integer, rule text, reason text)
     where not exists (select from plan_derivation d where d.upper_plan_id = x."lowerId" and d.lower_plan_id = x."upperId" and d.state <> 'REJECTED')
     on conflict (upper_plan_id, lower_plan_id) do update set rule = excluded.rule, reason = excluded.reason
       where plan_derivation.state = 'PROPOSED' and (plan_derivation.rule, plan_derivation.reason) <> (excluded.rule, excluded.reason)`,
    [proposed],
  );
}

/** Basis documents that are public plans here, by number, else by their title in a region above. One issued later is no basis. */
async function citedPlans(manager: EntityManager, lowerIds: readonly number[]): Promise<ProposedBasis[]> {
  const rows = await manager.query<{ lowerId: number; upperId: number; title: string; documentNumber: string | null }[]>(
    `select distinct on (l.id, u.id) l.id as "lowerId", u.id as "upperId", u.title, b.document_number as "documentNumber"
     from plan l join region rl on rl.id = l.region_id join plan_basis b on b.plan_id = l.id
       join plan u on u.published and u.id <> l.id and (u.document_number = b.document_number
         or (b.document_number is null and u.title = b.title
           and u.region_id = any(string_to_array(trim(both '/' from rl.path), '/')::int[]) and ${yearOf('u')} = ${yearOf('l')}))
     where l.id = any($1) and l.published and (u.issued_on is null or l.issued_on is null or u.issued_on <= l.issued_on)
     order by l.id, u.id, b.position`,
    [lowerIds],
  );
  return rows.map(({ lowerId, upperId, title, documentNumber }) => ({
    lowerId,
    upperId,
    rule: 'CITED',
    reason: `依据文件中引用了${documentNumber ?? `《${title}》`}。 / It cites ${documentNumber ?? `《${title}》`} as its basis.`,
  }));
}

interface PlanAbove {
  lowerId: number;
  lowerTitle: string;
  lowerKind: string;
  lowerName: string;
  lowerAliases: string[];
  upperId: number;
  upperTitle: string;
  upperKind: string;
  upperName: string;
  upperAliases: string[];
  year: number;
  depth: number;
}

/** For each plan that of the nearest region above which has one of the same year and subject. */
async function plansAbove(manager: EntityManager, lowerIds: readonly number[]): Promise<ProposedBasis[]> {
  const rows = await manager.query<PlanAbove[]>(
    `select l.id as "lowerId", l.title as "lowerTitle", l.kind as "lowerKind", rl.name as "lowerName", rl.aliases as "lowerAliases",
       u.id as "upperId", u.title as "upperTitle", u.kind as "upperKind", ru.name as "upperName", ru.aliases as "upperAliases",
       ${yearOf('l')} as year, length(ru.path) as depth
     from plan l join region rl on rl.id = l.region_id
       join region ru on ru.id = any(string_to_array(trim(both '/' from rl.path), '/')::int[]) and ru.id <> rl.id
       join plan u on u.region_id = ru.id and u.published and ${yearOf('u')} = ${yearOf('l')}
     where l.id = any($1) and l.published
       and not exists (select from plan_derivation d where d.upper_plan_id = u.id and d.lower_plan_id = l.id and d.state = 'REJECTED')
     order by l.id, length(ru.path) desc, (u.kind = l.kind) desc, u.issued_on nulls last, u.id`,
    [lowerIds],
  );
  const nearest = new Map<number, PlanAbove>();
  for (const row of rows) if (!nearest.has(row.lowerId) && isOfSameSubject(row)) nearest.set(row.lowerId, row);
  return [...nearest.values()].map(({ lowerId, upperId, upperName, upperTitle, year }) => ({
    lowerId,
    upperId,
    rule: 'ABOVE',
    reason:
      `未引用已收录的上级文件；${upperName}是其上有${year}年同类要点的最近一级，取《${upperTitle}》。 / ` +
      `It cites no plan held here; ${upperName} is the nearest region above with a plan of ${year} on the same subject, 《${upperTitle}》.`,
  }));
}

function isOfSameSubject(row: PlanAbove): boolean {
  const places = [
    ...printedPlaces({ name: row.lowerName, aliases: row.lowerAliases }),
    ...printedPlaces({ name: row.upperName, aliases: row.upperAliases }),
  ];
  return haveSameSubject(row.lowerTitle, row.upperTitle, places);
}
