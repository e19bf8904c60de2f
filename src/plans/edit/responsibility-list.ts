import type { EntityManager } from 'typeorm';
import { badUserInput, CommandRefusal, readKey } from '../../platform/graphql';
import { ensureGroups, Unit } from '../../units';
import type { ResponsibilityMode, ResponsibilityRole } from '../plan.enums';
import { Responsibility } from '../responsibility';
import type { FieldChange } from './change-plan';
import { requiredText } from './verbatim';

/** A line of a task's list of bodies, as it is or as it shall be. Without a key it is not there yet. */
export interface BodyLine {
  id: number | null;
  phrase: string;
  role: ResponsibilityRole;
  mode: ResponsibilityMode;
  unitId: number | null;
  printedUnit: string | null;
  groupId: number | null;
  rule: string;
}

/** What a person says of a line; what is left out stays. */
export interface LineCorrection {
  phrase?: string | null;
  role?: ResponsibilityRole | null;
  mode?: ResponsibilityMode | null;
  unitId?: string | null;
  group?: string | null;
}

/** The name of the rule where a person set the line. */
const correctedRule = 'corrected';

export async function linesOf(manager: EntityManager, taskId: number): Promise<BodyLine[]> {
  return manager.find(Responsibility, { where: { taskId }, order: { position: 'ASC' } });
}

/** A line as a person says it, from the one there, or a new one. Refused where it names no body, or two. */
export async function correctLine(
  manager: EntityManager,
  regionId: number,
  correction: LineCorrection,
  before: BodyLine | null,
): Promise<BodyLine> {
  const body = await findBody(manager, regionId, correction);
  if (!body && !before) {
    throw new CommandRefusal('NO_BODY', '须给出 unitId 或 group。 Give unitId or group.', ['unitId']);
  }
  const isSameBody = before && (!body || (body.unitId === before.unitId && body.groupId === before.groupId));
  const name = body?.name ?? '';
  return {
    id: isSameBody ? before.id : null,
    phrase: correction.phrase === undefined ? (before?.phrase ?? name) : requiredText(correction.phrase, 'phrase'),
    role: correction.role ?? before?.role ?? 'RESPONSIBLE',
    mode: correction.mode ?? before?.mode ?? 'JOINT',
    unitId: body ? body.unitId : before!.unitId,
    printedUnit: body ? (body.unitId === null ? null : (before?.printedUnit ?? name)) : before!.printedUnit,
    groupId: body ? body.groupId : before!.groupId,
    rule: correctedRule,
  };
}

interface Body {
  unitId: number | null;
  groupId: number | null;
  name: string;
}

async function findBody(manager: EntityManager, regionId: number, { unitId, group }: LineCorrection): Promise<Body | null> {
  if (unitId != null && group != null) throw badUserInput('Give `unitId` or `group`, not both. / unitId 与 group 只能给一个。');
  if (group != null) {
    const expression = requiredText(group, 'group');
    const groups = await ensureGroups(manager, regionId, [expression]);
    return { unitId: null, groupId: groups.get(expression)!, name: expression };
  }
  if (unitId == null) return null;
  const unit = await findUnit(manager, unitId);
  return { unitId: unit.id, groupId: null, name: unit.name };
}

/** A unit by its global id. Refused where there is none. */
export async function findUnit(manager: EntityManager, unitId: string): Promise<Unit> {
  const unit = await manager.findOneBy(Unit, { id: readKey(unitId, 'Unit') });
  if (!unit) throw new CommandRefusal('NO_UNIT', '没有这个单位。 There is no such unit.', ['unitId']);
  return unit;
}

/** Puts a list in place of the one there. A line with its key stays that record. Refused where a body stands in it twice. */
export async function writeLines(
  manager: EntityManager,
  task: { id: number; planId: number },
  before: readonly BodyLine[],
  after: readonly BodyLine[],
): Promise<void> {
  const bodies = after.map(({ unitId, groupId }) => `${unitId}/${groupId}`);
  if (new Set(bodies).size < bodies.length) {
    throw new CommandRefusal('BODY_TWICE', '同一任务中该单位已在责任单位之列。 The task already names this body.', ['unitId']);
  }
  await replaceLines(manager, task, before, after);
}

/** As `writeLines`, for a list that a document gives, which may name a body twice. */
export async function replaceLines(
  manager: EntityManager,
  task: { id: number; planId: number },
  before: readonly BodyLine[],
  after: readonly BodyLine[],
): Promise<void> {
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.flatMap(({ id }) => (id === null || kept.has(id) ? [] : [id]));
  if (gone.length > 0) await manager.delete(Responsibility, gone);
  await manager.query(
    `update responsibility b set position = o.position from unnest($1::int[], $2::int[]) as o (id, position)
     where b.id = o.id and b.position <> o.position`,
    [after.map(({ id }) => id ?? 0), after.map((_line, index) => index + 1)],
  );
  for (const [index, { id, ...line }] of after.entries()) {
    const values = { ...columnsOf(line), position: index + 1 };
    if (id === null) await manager.insert(Responsibility, { ...values, taskId: task.id, planId: task.planId, updatedAt: () => 'now()' });
    else if (!before.some((other) => other.id === id && sameLine(other, { id, ...line }))) await manager.update(Responsibility, id, values);
  }
}

function columnsOf({ phrase, role, mode, unitId, printedUnit, groupId, rule }: Omit<BodyLine, 'id'>) {
  return { phrase, role, mode, unitId, printedUnit, groupId, rule };
}

function sameLine(left: BodyLine, right: BodyLine): boolean {
  return (['phrase', 'role', 'mode', 'unitId', 'printedUnit', 'groupId'] as const).every((name) => left[name] === right[name]);
}

/** Lists as a correction keeps them: parts, the words, and whom they mean. */
async function describeLines(manager: EntityManager, lines: readonly BodyLine[]): Promise<object[]> {
  const names = await manager.query<{ key: string; name: string }[]>(
    `select 'unit ' || id as key, name from unit where id = any($1) union all select 'group ' || id, expression from unit_group where id = any($2)`,
    [lines.map(({ unitId }) => unitId ?? 0), lines.map(({ groupId }) => groupId ?? 0)],
  );
  const nameOf = new Map(names.map(({ key, name }) => [key, name]));
  return lines.map(({ role, mode, phrase, unitId, groupId }) => ({
    role,
    mode,
    phrase,
    unit: nameOf.get(`unit ${unitId}`) ?? null,
    group: nameOf.get(`group ${groupId}`) ?? null,
  }));
}

/** Puts a list in place of the one there, and says what came to be other. */
export async function changeLines(
  manager: EntityManager,
  task: { id: number; planId: number },
  before: readonly BodyLine[],
  after: readonly BodyLine[],
): Promise<FieldChange[]> {
  if (before.length === after.length && before.every((line, index) => sameLine(line, after[index]!))) return [];
  const [said, says] = [await describeLines(manager, before), await describeLines(manager, after)];
  await writeLines(manager, task, before, after);
  return [{ taskId: task.id, field: 'responsibilities', before: said, after: says }];
}
