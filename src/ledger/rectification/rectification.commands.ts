import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { today } from '../../platform/calendar';
import { CommandRefusal, conflict, forbidden, globalId, mayActFor, notFound, readKey, type Viewer } from '../../platform/graphql';
import { Unit } from '../../units';
import { Rectification, RectificationStep } from './rectification';
import type { RectificationState, RectificationStepKind } from './rectification.enums';
import type {
  CloseRectificationInput,
  OpenRectificationInput,
  RecordRectificationMeasuresInput,
  ReopenRectificationInput,
} from './rectification.inputs';
import { rectificationSubject } from './rectification-subject';

/** What a finding in this state waits for. */
const nextStep: Record<RectificationState, { en: string; zh: string }> = {
  OPEN: {
    en: 'A reporter of the unit reports its measures first (recordRectificationMeasures), or `measures` of closeRectification says what the check saw of them.',
    zh: '请先由该单位填报人报告整改措施（recordRectificationMeasures），或在 closeRectification 的 measures 中写明复核所见措施。',
  },
  RECHECK: { en: 'It waits for a reviewer (closeRectification).', zh: '请由审核人复核销号（closeRectification）。' },
  CLOSED: { en: 'A planner may open it again (reopenRectification).', zh: '须重新整改的，请重新打开（reopenRectification）。' },
};

interface Outcome {
  rectificationId: number;
}

/** Opens a finding about a unit. */
export async function openRectification(
  manager: EntityManager,
  { subject: actor }: Viewer,
  input: OpenRectificationInput,
): Promise<Outcome> {
  const unitId = readKey(input.unitId, 'Unit');
  if (!(await manager.existsBy(Unit, { id: unitId }))) throw notFound('There is no such unit. / 没有这个单位。');
  refuseDayPast(input.dueOn);
  const about = await rectificationSubject(manager, input.subjectId ?? null, unitId);
  const inserted = await manager.insert(Rectification, {
    ...about,
    unitId,
    source: input.source,
    finding: input.finding,
    demandedMeasures: input.demandedMeasures ?? null,
    dueOn: input.dueOn,
    openedOn: today(),
    state: 'OPEN',
    disclosure: input.public,
    updatedAt: () => 'now()',
  });
  const id = inserted.identifiers[0]!['id'] as number;
  await takeStep(manager, { id, kind: 'OPENED', text: input.finding, actor });
  const { source, dueOn, finding, public: disclosure } = input;
  await append(manager, { id, action: 'rectification.open', actor }, null, { unit: input.unitId, source, dueOn, finding, disclosure });
  return { rectificationId: id };
}

/** A reporter of the unit says what was done; from then on it waits for its check. */
export async function recordMeasures(manager: EntityManager, viewer: Viewer, input: RecordRectificationMeasuresInput): Promise<Outcome> {
  const { id, unitId, state } = await inState(manager, input.rectificationId, 'OPEN');
  if (!mayActFor(viewer, unitId)) throw forbidden('Only a reporter of the unit may. / 只能由该单位填报人报告。');
  await manager.update(Rectification, id, { state: 'RECHECK' });
  await takeStep(manager, { id, kind: 'MEASURES_REPORTED', text: input.measures, actor: viewer.subject });
  await append(
    manager,
    { id, action: 'rectification.report', actor: viewer.subject },
    { state },
    { state: 'RECHECK', measures: input.measures },
  );
  return { rectificationId: id };
}

/** Checks what was done: closes the finding or gives it back. Nobody checks what they themselves reported. */
export async function closeRectification(
  manager: EntityManager,
  { subject: actor }: Viewer,
  input: CloseRectificationInput,
): Promise<Outcome> {
  const { id, state } = await inState(manager, input.rectificationId, 'RECHECK', ...(input.measures ? ['OPEN' as const] : []));
  const reports = await manager.find(RectificationStep, {
    where: { rectificationId: id, kind: 'MEASURES_REPORTED' },
    order: { position: 'DESC' },
  });
  if (reports.some((report) => report.actor === actor))
    throw new CommandRefusal(
      'OWN_MEASURES',
      '不得复核本人报告的整改，请由他人复核。 Nobody checks measures that they reported; another person must.',
    );
  const { passed, result } = input;
  const measures = measuresChecked(state, reports, input.measures ?? null);
  const after = passed ? { state: 'CLOSED' as const, measures, result, closedOn: today() } : { state: 'OPEN' as const };
  await manager.update(Rectification, id, after);
  await takeStep(manager, { id, kind: passed ? 'CLOSED' : 'RECHECK_FAILED', text: result, actor });
  await append(manager, { id, action: 'rectification.close', actor }, { state }, { ...after, result });
  return { rectificationId: id };
}

/** What the unit reported; what the check saw of it where the unit reported nothing. Never both: the unit's words are not written over. */
function measuresChecked(state: RectificationState, reports: RectificationStep[], seen: string | null): string {
  if (state === 'OPEN') return seen!;
  if (seen !== null)
    throw new CommandRefusal(
      'MEASURES_REPORTED',
      '该单位已报告整改措施，请勿另填；复核所见请写入 result。 The unit has reported what it did: leave `measures` out, and say in `result` what the check found.',
      ['measures'],
    );
  return reports[0]!.text;
}

/** What was closed has to be done after all, or again. */
export async function reopenRectification(
  manager: EntityManager,
  { subject: actor }: Viewer,
  input: ReopenRectificationInput,
): Promise<Outcome> {
  refuseDayPast(input.dueOn);
  const { id, state, closedOn, dueOn, reopenings } = await inState(manager, input.rectificationId, 'CLOSED');
  const after = { state: 'OPEN' as const, closedOn: null, dueOn: input.dueOn, reopenings: reopenings + 1 };
  await manager.update(Rectification, id, after);
  await takeStep(manager, { id, kind: 'REOPENED', text: input.reason, actor });
  await append(manager, { id, action: 'rectification.reopen', actor }, { state, closedOn, dueOn }, { ...after, reason: input.reason });
  return { rectificationId: id };
}

/** The finding, held until the transaction ends. CONFLICT where it is not where the caller takes it to be. */
async function inState(manager: EntityManager, id: string, ...states: RectificationState[]): Promise<Rectification> {
  const found = await manager.findOne(Rectification, {
    where: { id: readKey(id, 'Rectification') },
    lock: { mode: 'pessimistic_write' },
  });
  if (!found) throw notFound('There is no such finding. / 没有这项整改。');
  if (!states.includes(found.state))
    throw conflict(
      `It is ${found.state}, not ${states[0]!}. ${nextStep[found.state].en} / 整改状态为 ${found.state}，不是 ${states[0]!}。${nextStep[found.state].zh}`,
    );
  return found;
}

function refuseDayPast(dueOn: string): void {
  if (dueOn < today()) throw new CommandRefusal('DAY_PAST', '整改时限不得早于今天。 The day is past already.', ['dueOn']);
}

async function takeStep(
  manager: EntityManager,
  { id, kind, text, actor }: { id: number; kind: RectificationStepKind; text: string; actor: string },
): Promise<void> {
  const position = (await manager.countBy(RectificationStep, { rectificationId: id })) + 1;
  await manager.insert(RectificationStep, { rectificationId: id, position, kind, text, actor, happenedAt: () => 'now()' });
}

async function append(
  manager: EntityManager,
  { id, action, actor }: { id: number; action: string; actor: string },
  before: object | null,
  after: object,
): Promise<void> {
  await appendAuditEvent(manager, { actor, action, subject: globalId('Rectification', id), payload: { before, after } });
}
