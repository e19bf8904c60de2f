import type { Reader } from '../../platform/database';
import type { PlaceFilter } from '../routes/place-filters';

const mostChanges = 100;

/** Something that happened in public. */
export interface PublicChange {
  kind: 'PUBLISHED' | 'CORRECTED' | 'WITHDRAWN' | 'RELEASED';
  at: Date;
  /** Of the plan, or the number of the release. */
  key: number;
  /** Name of the plan in its address; null for what has no page. */
  slug: string | null;
  /** Null where a withdrawn plan's title may not be shown. */
  title: string | null;
  reasons: string[];
}

const aboutPlans = `
  select 'PUBLISHED' as kind, p.published_at as at, p.id as key, p.slug, p.title, '{}'::text[] as reasons, p.id as plan_id
  from plan p
  union all
  select 'CORRECTED', c.created_at, p.id, p.slug, p.title, array_agg(distinct c.reason order by c.reason), p.id
  from correction c join plan p on p.id = c.plan_id group by p.id, c.created_at`;

const beyondPlans = `
  select 'WITHDRAWN', w.withdrawn_at, w.id, null, w.title, array[w.reason], null from withdrawn_plan w where w.published
  union all
  select 'RELEASED', r.created_at, r.number, null, null, '{}', null from release r`;

/**
 * The latest changes, the newest first. Of what a place or a unit concerns only plans that are public now: a withdrawn plan
 * no longer tells where it belonged.
 */
export async function publicChanges(reader: Reader, { regionPath, unitKey, planKey }: PlaceFilter): Promise<PublicChange[]> {
  const isFiltered = regionPath !== null || unitKey !== null || planKey !== null;
  return reader.rows<PublicChange>(
    `select x.kind, x.at, x.key, x.slug, x.title, x.reasons from (${isFiltered ? aboutPlans : `${aboutPlans} union all ${beyondPlans}`}) x
     where ($1::text is null or exists (select from plan p join region r on r.id = p.region_id where p.id = x.plan_id and r.path like $1 || '%'))
       and ($2::int is null or exists (select from obligation o where o.plan_id = x.plan_id and o.unit_id = $2 and o.ended_on is null))
       and ($3::int is null or x.plan_id = $3)
     order by x.at desc, x.kind, x.key desc limit ${mostChanges}`,
    [regionPath, unitKey, planKey],
  );
}
