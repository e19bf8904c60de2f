import type { Reader } from '../../platform/database';

/** The time and the places that the published plans cover. */
export interface Coverage {
  /** Null where no plan tells its year. */
  firstYear: number | null;
  lastYear: number | null;
  /** The provinces, or the nation, in which regions with published plans lie. */
  places: readonly { code: string; name: string }[];
}

export async function coverageOf(reader: Reader): Promise<Coverage> {
  const [years] = await reader.rows<Pick<Coverage, 'firstYear' | 'lastYear'>>(
    'select min(year) as "firstYear", max(year) as "lastYear" from plan',
  );
  // A path is /nation/province/…/: the province stands third, or is not there.
  const places = await reader.rows<{ code: string; name: string }>(
    `select r.stable_id as code, r.name from region r where r.id in (
       select coalesce(nullif(split_part(home.path, '/', 3), ''), split_part(home.path, '/', 2))::int
       from plan p join region home on home.id = p.region_id
     ) order by r.stable_id`,
  );
  return { ...years!, places };
}
