import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, conflict, globalId, notFound, tryReadGlobalId } from '../../platform/graphql';
import { Region } from '../../regions';
import { runMemberSteps } from '../member-steps';
import { lockMemberships } from '../membership-lock';
import { Unit } from '../unit';
import { followUnits } from './follow-units';

/** What a change of units came to. */
export interface UnitChange {
  unitKey: number;
  /** Plans, public or not, that have other bearers than before. */
  changedPlans: number;
}

/** Units held until the transaction ends, in the order of their keys. NOT_FOUND where one does not exist. */
export async function holdUnits(manager: EntityManager, keys: readonly number[]): Promise<Map<number, Unit>> {
  await lockMemberships(manager);
  const units = await manager
    .createQueryBuilder(Unit, 'u')
    .setLock('for_no_key_update')
    .where('u.id = any(:keys)', { keys })
    .orderBy('u.id')
    .getMany();
  if (units.length < new Set(keys).size) throw notFound('There is no such unit. / 没有这个单位。');
  return new Map(units.map((unit) => [unit.id, unit]));
}

/** CONFLICT where a record has changed since the caller read it. Clients know instants to the millisecond. */
export function refuseIfChanged(record: { updatedAt: Date }, readAt: Date): void {
  if (record.updatedAt.getTime() !== readAt.getTime())
    throw conflict('The record has changed since it was read; read it again. / 记录已被他人修改，请重新读取。', {
      updatedAt: record.updatedAt.toISOString(),
    });
}

/** The region of a code, a zone's stable id or a global id. */
export async function regionOf(manager: EntityManager, reference: string): Promise<Region> {
  const id = tryReadGlobalId(reference);
  const region = await manager.findOneBy(Region, id?.typeName === 'Region' ? { id: id.key } : { stableId: reference });
  if (!region) throw new CommandRefusal('NO_REGION', `没有 ${reference} 这个区域。 There is no region ${reference}.`, ['regionCode']);
  return region;
}

/** A name is more than a sign or a beginning (中共), and means one body of its region, also by its other forms and by names of others. */
export async function refuseTakenName(
  manager: EntityManager,
  unit: Pick<Unit, 'regionId' | 'name' | 'canonicalKey'> & { id: number | null },
) {
  if (unit.canonicalKey === '' || !/\p{L}/u.test(unit.name))
    throw new CommandRefusal('NO_NAME', '名称不完整。 This is no whole name.', ['name']);
  const [other] = await manager.query<{ id: number; name: string }[]>(
    `select id, name from unit where region_id = $1 and id is distinct from $2 and (name = $3 or canonical_key = $4 or $3 = any(aliases)) limit 1`,
    [unit.regionId, unit.id, unit.name, unit.canonicalKey],
  );
  if (!other) return;
  throw new CommandRefusal(
    'NAME_TAKEN',
    `该区域已有同名单位“${other.name}”（${globalId('Unit', other.id)}）。 The region has a unit of this name: ${other.name}.`,
    ['name'],
  );
}

/** A unit as the log keeps it. */
export function factsOf(unit: Unit): Record<string, unknown> {
  const { name, kind, functionLineCode: functionLine, aliases, validFrom, validTo, formerNames, succession, source, sourceDate } = unit;
  const successorId = unit.successorId === null ? null : globalId('Unit', unit.successorId);
  return { name, kind, functionLine, aliases, validFrom, validTo, formerNames, successorId, succession, source, sourceDate };
}

/** Brings in line what hangs on the units that were changed, and records it. */
export async function finish(
  manager: EntityManager,
  unitKeys: readonly number[],
  event: { actor: string; action: string; subject: number; payload: Record<string, unknown> },
): Promise<UnitChange> {
  const groups = await followUnits(manager, unitKeys);
  const changedPlans = await runMemberSteps(manager, groups);
  const { actor, action, subject, payload } = event;
  await appendAuditEvent(manager, { actor, action, subject: globalId('Unit', subject), payload: { ...payload, changedPlans } });
  return { unitKey: subject, changedPlans };
}
