import type { EntityManager } from 'typeorm';

/** A real region whose plans are made up. */
export interface Place {
  id: number;
  stableId: string;
  name: string;
  level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY';
}

/** One plan of one region for one year. */
export interface Slot {
  place: Place;
  year: number;
}

const latestYear = 2025;
const yearsPerPlace = 13;

/**
 * Room for so many plans: region after region, Sichuan first and then by code, each with a plan a year; in the order of the years, as they would
 * have been issued.
 */
export async function slotsFor(manager: EntityManager, plans: number): Promise<Slot[]> {
  const places = await manager.query<Place[]>(
    `select id, stable_id as "stableId", name, level from region
     where kind = 'DIVISION' and level in ('PROVINCE', 'PREFECTURE', 'COUNTY')
     order by code not like '51%', code`,
  );
  const slots = places.flatMap((place) =>
    Array.from({ length: yearsPerPlace }, (_, index) => ({ place, year: latestYear - yearsPerPlace + 1 + index })),
  );
  if (plans > slots.length) throw new RangeError(`At most ${slots.length} plans fit.`);
  return slots.slice(0, plans).toSorted((a, b) => a.year - b.year);
}
