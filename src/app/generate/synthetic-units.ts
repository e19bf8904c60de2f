import type { EntityManager } from 'typeorm';
import { canonicalUnitKey, ensureGroups, functionLineOf, refreshMembers, unitKindOf } from '../../units';
import type { Place } from './country';
import { workAreas } from './vocabulary';

/** The bodies and collectives of one region that its synthetic plans name. */
export interface Bodies {
  office: number;
  /** By the department's name without the level: 教育局. */
  departments: ReadonlyMap<string, number>;
  collectives: readonly Collective[];
}

export interface Collective {
  id: number;
  expression: string;
  members: readonly number[];
}

const source = '合成数据 (synthetic)';

const departments = [...new Set(workAreas.flatMap(({ categories }) => categories.flatMap((category) => category.departments)))];

const collectivesOf: Record<Place['level'], (word: string) => string[]> = {
  PROVINCE: (word) => ['各市（州）人民政府', `${word}级各部门`],
  PREFECTURE: (word) => ['各县（市、区）人民政府', `${word}级各部门`],
  COUNTY: (word) => ['各乡镇人民政府、街道办事处', `${word}级各部门`],
};

/** Makes what is missing of the bodies of these regions, and gives all of them. */
export async function bodiesOf(manager: EntityManager, places: readonly Place[]): Promise<Map<number, Bodies>> {
  await insertUnits(manager, places);
  const bodies = new Map<number, Bodies>();
  for (const place of places) {
    const groups = await ensureGroups(manager, place.id, collectivesOf[place.level](place.name.at(-1)!));
    await refreshMembers(manager, place.id);
    bodies.set(place.id, { ...(await unitsOf(manager, place)), collectives: await membersOf(manager, groups) });
  }
  return bodies;
}

function nameOf(place: Place, department: string): string {
  const word = place.name.at(-1)!;
  return word + (place.level === 'PROVINCE' ? department.replace(/局$/u, '厅') : department);
}

async function insertUnits(manager: EntityManager, places: readonly Place[]): Promise<void> {
  const rows = places.flatMap((place) =>
    departments.map((department) => {
      const name = nameOf(place, department);
      const canonicalKey = canonicalUnitKey(name, place.name);
      return { regionId: place.id, name, canonicalKey, kind: unitKindOf(name), functionLine: functionLineOf(name) };
    }),
  );
  await manager.query(
    `insert into unit (region_id, name, canonical_key, kind, function_line, source, is_reference, published)
     select "regionId", name, "canonicalKey", kind, "functionLine", $2, false, true
     from jsonb_to_recordset($1) as x ("regionId" integer, name text, "canonicalKey" text, kind text, "functionLine" text)
     on conflict do nothing`,
    [JSON.stringify(rows), source],
  );
}

async function unitsOf(manager: EntityManager, place: Place): Promise<Pick<Bodies, 'office' | 'departments'>> {
  const rows = await manager.query<{ id: number; key: string }[]>('select id, canonical_key as key from unit where region_id = $1', [
    place.id,
  ]);
  const idOf = new Map(rows.map(({ key, id }) => [key, id]));
  const found = departments.map((department) => [department, idOf.get(canonicalUnitKey(nameOf(place, department), place.name))!] as const);
  return { office: idOf.get(canonicalUnitKey(`${place.name}人民政府办公室`, place.name))!, departments: new Map(found) };
}

async function membersOf(manager: EntityManager, groups: ReadonlyMap<string, number>): Promise<Collective[]> {
  const rows = await manager.query<{ groupId: number; unitId: number }[]>(
    'select group_id as "groupId", unit_id as "unitId" from unit_group_member where group_id = any($1) order by 1, 2',
    [[...groups.values()]],
  );
  return [...groups].map(([expression, id]) => ({
    id,
    expression,
    members: rows.filter(({ groupId }) => groupId === id).map(({ unitId }) => unitId),
  }));
}
