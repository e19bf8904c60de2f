import type { EntityManager } from 'typeorm';
import { CommandRefusal, globalId, readKey, readKeys } from '../../platform/graphql';
import { Unit } from '../unit';
import { dayBefore } from './rename-unit.commands';
import type { MergeUnitsInput } from './unit-edit.inputs';
import { factsOf, finish, holdUnits, type UnitChange } from './unit-change';

/**
 * Makes several units part of another from a day on. They end the day before and keep what earlier plans gave them to do; from that
 * day on the other stands in their places in collectives.
 */
export async function mergeUnits(manager: EntityManager, input: MergeUnitsInput, actor: string): Promise<UnitChange> {
  const [keys, intoKey] = [[...new Set(readKeys(input.unitIds, 'Unit'))], readKey(input.intoUnitId, 'Unit')];
  if (keys.includes(intoKey)) throw new CommandRefusal('INTO_ITSELF', '单位不能并入自身。 A unit is not merged into itself.', ['unitIds']);
  const units = await holdUnits(manager, [...keys, intoKey]);
  const into = units.get(intoKey)!;
  const merged = keys.map((key) => units.get(key)!);
  refuseUnlessThere(into, input.on, 'intoUnitId');
  for (const unit of merged) refuseUnlessThere(unit, dayBefore(input.on), 'unitIds');
  await standInTheirPlaces(manager, keys, intoKey, input.on);
  await manager
    .createQueryBuilder()
    .update(Unit)
    .set({ validTo: dayBefore(input.on), successorId: intoKey, succession: 'MERGED' })
    .where('id = any(:keys)', { keys })
    .execute();
  // Who succeeds a public body is public.
  if (merged.some(({ published }) => published))
    await manager.update(Unit, intoKey, { isReference: true, proposed: false, published: true });
  const after = await manager.find(Unit, { where: keys.map((id) => ({ id })), order: { id: 'ASC' } });
  return finish(manager, [...keys, intoKey], {
    actor,
    action: 'unit.merge',
    subject: intoKey,
    payload: { reason: input.reason, on: input.on, before: listed(merged), after: listed(after) },
  });
}

/** A unit that has ended, or does not exist yet, takes no part in a merger. */
function refuseUnlessThere(unit: Unit, day: string, field: string): void {
  const hasEnded = unit.succession !== null || (unit.validTo !== null && unit.validTo < day);
  if (!hasEnded && (unit.validFrom === null || unit.validFrom <= day)) return;
  throw new CommandRefusal(
    hasEnded ? 'ENDED' : 'NOT_YET',
    `“${unit.name}”在 ${day} ${hasEnded ? '已经终止' : '尚未设立'}。 ${unit.name} ${hasEnded ? 'has ended' : 'does not exist yet'} on ${day}.`,
    [field],
  );
}

/** In listed collectives the other follows those who were members on the day; rules select for themselves. */
async function standInTheirPlaces(manager: EntityManager, keys: readonly number[], intoKey: number, on: string): Promise<void> {
  await manager.query(
    `insert into unit_group_member (group_id, unit_id, valid_from)
     select distinct m.group_id, $2::int, $3::date from unit_group_member m join unit_group g on g.id = m.group_id
     where m.unit_id = any($1) and g.selectors is null and (m.valid_to is null or m.valid_to >= $3::date)
     on conflict do nothing`,
    [keys, intoKey, on],
  );
}

function listed(units: readonly Unit[]): Record<string, unknown>[] {
  return units.toSorted((a, b) => a.id - b.id).map((unit) => ({ id: globalId('Unit', unit.id), ...factsOf(unit) }));
}
