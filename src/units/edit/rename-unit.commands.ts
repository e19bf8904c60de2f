import type { EntityManager } from 'typeorm';
import { CommandRefusal, readKey } from '../../platform/graphql';
import { Region } from '../../regions';
import { canonicalUnitKey } from '../seed';
import { Unit } from '../unit';
import type { RenameUnitInput } from './unit-edit.inputs';
import { factsOf, finish, holdUnits, refuseIfChanged, refuseTakenName, type UnitChange } from './unit-change';

/**
 * Gives a unit another name. It stays the same record, with its plans, its ledger and its id; the name before stays an alias, so
 * that documents which print it still mean it.
 */
export async function renameUnit(manager: EntityManager, input: RenameUnitInput, actor: string): Promise<UnitChange> {
  const unitKey = readKey(input.unitId, 'Unit');
  const unit = (await holdUnits(manager, [unitKey])).get(unitKey)!;
  refuseIfChanged(unit, input.updatedAt);
  const { name, on = null } = input;
  if (name === unit.name) throw new CommandRefusal('SAME_NAME', '名称未变。 That is its name.', ['name']);
  if (on !== null && unit.validTo !== null && on > unit.validTo)
    throw new CommandRefusal('ENDED', '该单位在更名之日前已终止。 The unit had ended before that day.', ['on']);
  const region = await manager.findOneByOrFail(Region, { id: unit.regionId });
  const canonicalKey = canonicalUnitKey(name, region.name);
  await refuseTakenName(manager, { id: unitKey, regionId: unit.regionId, name, canonicalKey });
  const before = factsOf(unit);
  await manager.update(Unit, unitKey, {
    name,
    canonicalKey,
    aliases: [...unit.aliases.filter((alias) => alias !== name), unit.name],
    formerNames: on === null ? unit.formerNames : [...unit.formerNames, { name: unit.name, until: dayBefore(on) }],
  });
  const after = factsOf(await manager.findOneByOrFail(Unit, { id: unitKey }));
  return finish(manager, [unitKey], { actor, action: 'unit.rename', subject: unitKey, payload: { reason: input.reason, before, after } });
}

export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
