import { CommandRefusal, readKey, readKeys } from '../platform/graphql';
import type { EntityManager } from 'typeorm';
import { Unit } from '../units';
import type { Role } from './role';

/** The unit that goes with a role: a reporter has one, a reviewer may; the others have none. */
export async function unitForRole(manager: EntityManager, role: Role, unitId: string | null): Promise<number | null> {
  if (role !== 'REPORTER' && role !== 'REVIEWER') {
    if (unitId === null) return null;
    throw new CommandRefusal(
      'UNIT_FOR_REPORTERS_ONLY',
      'Only a REPORTER or a REVIEWER has a unit; leave it out. / 只有 REPORTER 和 REVIEWER 才有所属单位，请勿填写。',
      ['unitId'],
    );
  }
  if (unitId === null && role === 'REVIEWER') return null;
  if (unitId === null)
    throw new CommandRefusal('REPORTER_NEEDS_UNIT', 'Give the unit that the REPORTER writes for. / 请指明填报单位。', ['unitId']);
  const [key] = await existingUnits(manager, [readKey(unitId, 'Unit')], 'unitId');
  return key!;
}

/** The further units of a reporter. */
export async function furtherUnits(manager: EntityManager, role: Role, unitIds: readonly string[]): Promise<number[]> {
  if (unitIds.length > 0 && role !== 'REPORTER')
    throw new CommandRefusal(
      'UNIT_FOR_REPORTERS_ONLY',
      'Only a REPORTER administers units; leave them out. / 只有 REPORTER 才代管单位，请勿填写。',
      ['administeredUnitIds'],
    );
  return existingUnits(manager, [...new Set(readKeys(unitIds, 'Unit'))], 'administeredUnitIds');
}

async function existingUnits(manager: EntityManager, keys: readonly number[], field: string): Promise<number[]> {
  const found = keys.length > 0 ? await manager.createQueryBuilder(Unit, 'u').where('u.id = any(:keys)', { keys }).getCount() : 0;
  if (found < keys.length) throw new CommandRefusal('NO_UNIT', 'There is no such unit. / 没有这个单位。', [field]);
  return [...keys];
}
