import { QueryFailedError, type EntityManager } from 'typeorm';
import { badUserInput, CommandRefusal, readKey } from '../../platform/graphql';
import { type Region } from '../../regions';
import { canonicalUnitKey, functionLineOf, unitKindOf } from '../seed';
import { Unit } from '../unit';
import type { UpsertUnitInput } from './unit-edit.inputs';
import { factsOf, finish, holdUnits, refuseIfChanged, refuseTakenName, regionOf, type UnitChange } from './unit-change';

/** Registers a unit, or changes one that is there; what is left out stays. */
export async function upsertUnit(manager: EntityManager, input: UpsertUnitInput, actor: string): Promise<UnitChange> {
  return input.unitId == null ? registerUnit(manager, input, actor) : changeUnit(manager, input, readKey(input.unitId, 'Unit'), actor);
}

async function registerUnit(manager: EntityManager, input: UpsertUnitInput, actor: string): Promise<UnitChange> {
  const { regionCode, name, source } = input;
  if (regionCode == null || name == null || source == null)
    throw badUserInput('A new unit needs `regionCode`, `name` and `source`. / 新单位须给出 regionCode、name 和 source。');
  await holdUnits(manager, []);
  const region = await regionOf(manager, regionCode);
  const unit = { id: null, regionId: region.id, name, canonicalKey: canonicalUnitKey(name, region.name) };
  await refuseTakenName(manager, unit);
  const values = {
    ...unit,
    kind: input.kind ?? unitKindOf(name),
    functionLineCode: input.functionLine === undefined ? functionLineOf(name) : input.functionLine,
    aliases: input.aliases ?? [],
    validFrom: input.validFrom ?? null,
    ...(await endOf(manager, input, null)),
    source,
    sourceDate: input.sourceDate ?? null,
    formerNames: [],
    // What an administrator registers is a fact of its own and hangs on no plan.
    isReference: true,
    published: true,
    updatedAt: () => 'now()',
  };
  const { identifiers } = await understood(() => manager.insert(Unit, { ...values, id: undefined }));
  const unitKey = identifiers[0]!['id'] as number;
  const after = { region: region.stableId, ...factsOf(await manager.findOneByOrFail(Unit, { id: unitKey })) };
  return finish(manager, [unitKey], { actor, action: 'unit.create', subject: unitKey, payload: { reason: input.reason ?? null, after } });
}

async function changeUnit(manager: EntityManager, input: UpsertUnitInput, unitKey: number, actor: string): Promise<UnitChange> {
  const unit = (await holdUnits(manager, [unitKey])).get(unitKey)!;
  if (!input.updatedAt) throw badUserInput('A change needs the `updatedAt` that was read. / 修改须给出所读的 updatedAt。');
  refuseIfChanged(unit, input.updatedAt);
  await refuseMove(manager, unit, input);
  const before = factsOf(unit);
  const changes = {
    ...(input.kind != null && { kind: input.kind }),
    ...(input.functionLine !== undefined && { functionLineCode: input.functionLine }),
    ...(input.aliases != null && { aliases: [...new Set(input.aliases)].filter((alias) => alias !== unit.name) }),
    ...(input.validFrom !== undefined && { validFrom: input.validFrom }),
    ...(await endOf(manager, input, unit)),
    ...(input.source != null && { source: input.source }),
    ...(input.sourceDate !== undefined && { sourceDate: input.sourceDate }),
  };
  await understood(() => manager.update(Unit, unitKey, { ...changes, updatedAt: () => 'now()' }));
  const after = factsOf(await manager.findOneByOrFail(Unit, { id: unitKey }));
  return finish(manager, [unitKey], {
    actor,
    action: 'unit.update',
    subject: unitKey,
    payload: { reason: input.reason ?? null, before, after },
  });
}

/** Its region makes a body what it is, and its name has a command of its own. */
async function refuseMove(manager: EntityManager, unit: Unit, { name, regionCode }: UpsertUnitInput): Promise<void> {
  if (name != null && name !== unit.name)
    throw new CommandRefusal('USE_RENAME', '更名请用 renameUnit。 A unit is renamed by renameUnit.', ['name']);
  if (regionCode == null) return;
  const region: Region = await regionOf(manager, regionCode);
  if (region.id !== unit.regionId)
    throw new CommandRefusal('OTHER_REGION', '单位不能改属其他区域，请登记为新单位。 A unit does not move; register another.', [
      'regionCode',
    ]);
}

/** When and how it ended: abolished, or split with the unit that mainly goes on. A merger and a new name have commands of their own. */
async function endOf(
  manager: EntityManager,
  { validTo, succession, successorId }: UpsertUnitInput,
  unit: Unit | null,
): Promise<Partial<Unit>> {
  if (succession === 'MERGED' || succession === 'RENAMED')
    throw new CommandRefusal('USE_MERGE', '合并请用 mergeUnits，更名请用 renameUnit。 Use mergeUnits or renameUnit.', ['succession']);
  const end = {
    validTo: validTo === undefined ? (unit?.validTo ?? null) : validTo,
    succession: succession === undefined ? (unit?.succession ?? null) : succession,
    successorId: successorId === undefined ? (unit?.successorId ?? null) : successorId && readKey(successorId, 'Unit'),
  } as Pick<Unit, 'validTo' | 'succession' | 'successorId'>;
  if (succession != null && end.validTo === null)
    throw new CommandRefusal('END_NEEDS_A_DAY', '请给出 validTo：最后存续日期。 Give `validTo`, the last day of its existence.', [
      'validTo',
    ]);
  if (succession === null) end.successorId = null;
  if (end.successorId !== null && end.succession === null)
    throw new CommandRefusal('SUCCESSION_NEEDED', '有承继单位时须给出沿革方式。 A successor needs a `succession`.', ['succession']);
  if (end.successorId !== null && end.successorId !== unit?.successorId) await refuseCircle(manager, unit?.id ?? null, end.successorId);
  return end;
}

/** Nobody succeeds themselves, by however many steps. */
async function refuseCircle(manager: EntityManager, unitKey: number | null, successorKey: number): Promise<void> {
  const rows = await manager.query<{ id: number }[]>(
    `with recursive later (id) as (select id from unit where id = $1 union select u.successor_id from unit u join later on later.id = u.id where u.successor_id is not null)
     select id from later`,
    [successorKey],
  );
  if (rows.length === 0) throw new CommandRefusal('NO_UNIT', '没有这个承继单位。 There is no such unit.', ['successorId']);
  if (rows.some(({ id }) => id === unitKey))
    throw new CommandRefusal('CIRCLE', '承继关系成环。 The successor is itself succeeded by this unit.', ['successorId']);
}

const refusals: Readonly<Record<string, CommandRefusal>> = {
  unit_ends_after_it_begins: new CommandRefusal('ENDS_BEFORE_IT_BEGINS', '终止日期早于设立日期。 It ends before it begins.', ['validTo']),
  unit_function_line_fkey: new CommandRefusal('NO_FUNCTION_LINE', '没有这个条线。 There is no such function line.', ['functionLine']),
};

/** The database's own rules in words. */
async function understood<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
    throw refusals[constraint ?? ''] ?? error;
  }
}
