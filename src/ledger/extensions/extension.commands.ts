import type { EntityManager } from 'typeorm';
import { appendAuditEvent } from '../../audit';
import { CommandRefusal, conflict, globalId, notFound, readKey, type Viewer } from '../../platform/graphql';
import { holdObligation, refuseUnlessMayReport, type HeldObligation } from '../obligations/held-obligation';
import { refreshLedger } from '../obligations/obligation-facts';
import { DeadlineExtension } from './deadline-extension';
import type { DecideExtensionInput, RequestExtensionInput } from './extension.inputs';

/** Asks to put off the day by which an obligation is due; of a recurring one, the next occurrence that is not met. Gives the key. */
export async function requestExtension(
  manager: EntityManager,
  viewer: Viewer,
  input: RequestExtensionInput,
): Promise<{ extensionKey: number }> {
  const held = await holdObligation(manager, readKey(input.obligationId, 'Obligation'));
  refuseUnlessMayReport(held, viewer);
  const { dueOn: previousDueOn, proposedDueOn } = { ...input, dueOn: await refuseUnlessCanBePutOff(manager, held, input.proposedDueOn) };
  const inserted = await manager.insert(DeadlineExtension, {
    planId: held.planId,
    obligationId: held.id,
    occurrenceDueOn: held.deadlineKind === 'RECURRING' ? await occurrenceDueOn(manager, held) : null,
    previousDueOn,
    proposedDueOn,
    reason: input.reason.trim(),
    requestedBy: viewer.subject,
    requestedAt: () => 'now()',
    state: 'REQUESTED',
    published: false,
    updatedAt: () => 'now()',
  });
  const extensionKey = inserted.identifiers[0]!['id'] as number;
  await append(manager, viewer, 'extension.request', extensionKey, {
    obligation: globalId('Obligation', held.id),
    before: null,
    after: { previousDueOn, proposedDueOn, reason: input.reason.trim() },
  });
  return { extensionKey };
}

async function refuseUnlessCanBePutOff(manager: EntityManager, { id, dueOn }: HeldObligation, proposedDueOn: string): Promise<string> {
  const [{ isComplete, isAsked }] = await manager.query<[{ isComplete: boolean; isAsked: boolean }]>(
    `select progress = 'COMPLETED' as "isComplete",
       exists (select from deadline_extension x where x.obligation_id = o.id and x.state = 'REQUESTED') as "isAsked" from obligation o where id = $1`,
    [id],
  );
  const refused = (code: string, message: string, field: string) => new CommandRefusal(code, message, [field]);
  if (dueOn === null)
    throw refused('NO_DUE_DATE', '该任务没有截止日期，无需延期。 There is no date that could be put off.', 'obligationId');
  if (isComplete) throw refused('ALREADY_COMPLETE', '该任务已经完成。 It is complete already.', 'obligationId');
  if (isAsked) throw refused('ALREADY_REQUESTED', '已有延期申请待批。 A request waits for its decision already.', 'obligationId');
  if (proposedDueOn <= dueOn)
    throw refused('NOT_LATER', `拟延日期须晚于现截止日期 ${dueOn}。 The proposed day must come after ${dueOn}.`, 'proposedDueOn');
  return dueOn;
}

/** The occurrence that sets the present date of a recurring obligation, by its day in the plan. */
async function occurrenceDueOn(manager: EntityManager, { id, taskId, dueOn }: HeldObligation): Promise<string | null> {
  const [found] = await manager.query<{ dueOn: string }[]>(
    `select c.due_on as "dueOn" from task_occurrence c
     where c.task_id = $2 and greatest(c.due_on, (select max(x.proposed_due_on) from deadline_extension x
       where x.obligation_id = $1 and x.occurrence_due_on = c.due_on and x.state = 'GRANTED')) = $3
     order by c.due_on limit 1`,
    [id, taskId, dueOn],
  );
  return found?.dueOn ?? null;
}

/** Decides a request. Never by who made it. CONFLICT where it is decided already, or the date has changed since. */
export async function decideExtension(
  manager: EntityManager,
  viewer: Viewer,
  input: DecideExtensionInput,
): Promise<{ extensionKey: number }> {
  const key = readKey(input.extensionId, 'DeadlineExtension');
  const found = await manager.findOneBy(DeadlineExtension, { id: key });
  if (!found) throw notFound('There is no such request. / 没有这份延期申请。');
  const held = await holdObligation(manager, found.obligationId);
  const extension = await manager.findOneOrFail(DeadlineExtension, { where: { id: key }, lock: { mode: 'pessimistic_write' } });
  if (extension.state !== 'REQUESTED') throw conflict('It is decided already. / 该申请已有决定。');
  if (extension.requestedBy === viewer.subject)
    throw new CommandRefusal('OWN_REQUEST', '不得批准本人提出的申请。 Nobody decides on their own request.', ['extensionId']);
  if (input.decision === 'GRANTED' && held.dueOn !== extension.previousDueOn)
    throw conflict(
      'The date has changed since it was requested: refuse it, the unit may ask anew. / 申请后截止日期已变，请予退回，由单位重新申请。',
    );
  await manager.update(DeadlineExtension, key, {
    state: input.decision,
    decidedBy: viewer.subject,
    decidedAt: () => 'now()',
    decisionReason: input.reason.trim(),
  });
  if (input.decision === 'GRANTED') await refreshLedger(manager, { obligationId: held.id });
  await append(manager, viewer, 'extension.decide', key, {
    obligation: globalId('Obligation', held.id),
    before: { state: 'REQUESTED', dueOn: held.dueOn },
    after: {
      state: input.decision,
      dueOn: input.decision === 'GRANTED' ? extension.proposedDueOn : held.dueOn,
      reason: input.reason.trim(),
    },
  });
  return { extensionKey: key };
}

function append(manager: EntityManager, { subject: actor }: Viewer, action: string, key: number, payload: object): Promise<void> {
  return appendAuditEvent(manager, { actor, action, subject: globalId('DeadlineExtension', key), payload });
}
