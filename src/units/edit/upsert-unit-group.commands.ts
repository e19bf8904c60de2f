import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { badUserInput, CommandRefusal, globalId, readKey } from '../../platform/graphql';
import { runMemberSteps } from '../member-steps';
import { type Unit } from '../unit';
import { UnitGroup, UnitGroupMember } from '../unit-group';
import { ensureGroups } from '../unit-group.commands';
import { holdUnits, refuseIfChanged, regionOf } from './unit-change';
import type { UpsertUnitGroupInput } from './unit-group-edit.inputs';

export interface GroupChange {
  groupKey: number;
  /** Plans, public or not, that have other bearers than before. */
  changedPlans: number;
}

/**
 * Sets the roster of a collective. From now on it is a list: no rule adds to it. Plans follow by the members of their own day, but
 * for those that list the members themselves; what was reported is kept.
 */
export async function upsertUnitGroup(manager: EntityManager, input: UpsertUnitGroupInput, actor: string): Promise<GroupChange> {
  const members = membersIn(input);
  const units = await holdUnits(manager, [...members.keys()]);
  for (const [unitKey, { validTo }] of members) refuseAfterEnd(units.get(unitKey)!, validTo);
  const region = await regionOf(manager, input.regionCode);
  const group = await holdGroup(manager, region.id, input);
  const before = { ...factsOf(group), members: await rosterOf(manager, group.id) };
  await manager.update(UnitGroup, group.id, {
    selectors: null,
    roster: input.roster,
    rule: input.source,
    updatedAt: () => 'now()',
  });
  await manager.delete(UnitGroupMember, { groupId: group.id });
  const rows = [...members].map(([unitId, dates]) => ({ groupId: group.id, unitId, ...dates }));
  if (rows.length > 0) await manager.insert(UnitGroupMember, rows);
  // Whom a roster names is a body of its own, whatever plan it came from.
  await manager.query('update unit set is_reference = true, proposed = false, published = true where id = any($1) and not is_reference', [
    [...members.keys()],
  ]);
  const changedPlans = await runMemberSteps(manager, [group.id]);
  const after = { roster: input.roster, rule: input.source, hasRule: false, members: await rosterOf(manager, group.id) };
  await appendAuditEvent(manager, {
    actor,
    action: 'unit-group.update',
    subject: globalId('UnitGroup', group.id),
    payload: { reason: input.reason, before, after, changedPlans },
  });
  return { groupKey: group.id, changedPlans };
}

type Dates = Pick<UnitGroupMember, 'validFrom' | 'validTo'>;

function membersIn({ members }: UpsertUnitGroupInput): Map<number, Dates> {
  const found = new Map<number, Dates>();
  for (const { unitId, validFrom = null, validTo = null } of members) {
    const key = readKey(unitId, 'Unit');
    if (found.has(key)) throw new CommandRefusal('NAMED_TWICE', `成员重复：${unitId}。 ${unitId} is named twice.`, ['members']);
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      throw new CommandRefusal('ENDS_BEFORE_IT_BEGINS', `成员 ${unitId} 的终止日期早于起始日期。 It ends before it begins.`, ['members']);
    found.set(key, { validFrom, validTo });
  }
  return found;
}

function refuseAfterEnd(unit: Unit, validTo: string | null): void {
  if (unit.validTo === null || (validTo !== null && validTo <= unit.validTo)) return;
  throw new CommandRefusal(
    'ENDED',
    `“${unit.name}”已于 ${unit.validTo} 终止，成员资格不能更长。 ${unit.name} ended on ${unit.validTo}; its membership cannot last longer.`,
    ['members'],
  );
}

async function holdGroup(manager: EntityManager, regionId: number, { expression, updatedAt }: UpsertUnitGroupInput): Promise<UnitGroup> {
  const isThere = await manager.existsBy(UnitGroup, { regionId, expression });
  if (isThere && !updatedAt)
    throw badUserInput('The collective exists; give the `updatedAt` that was read. / 该集体称谓已存在，须给出所读的 updatedAt。');
  const key = (await ensureGroups(manager, regionId, [expression])).get(expression)!;
  const group = await manager.createQueryBuilder(UnitGroup, 'g').setLock('for_no_key_update').where('g.id = :key', { key }).getOneOrFail();
  if (isThere) refuseIfChanged(group, updatedAt!);
  return group;
}

function factsOf({ roster, rule, selectors }: UnitGroup): Record<string, unknown> {
  return { roster, rule, hasRule: selectors !== null };
}

async function rosterOf(manager: EntityManager, groupId: number): Promise<object[]> {
  const members = await manager.find(UnitGroupMember, { where: { groupId }, order: { unitId: 'ASC' } });
  return members.map(({ unitId, validFrom, validTo }) => ({ unitId: globalId('Unit', unitId), validFrom, validTo }));
}
