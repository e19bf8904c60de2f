import { forOffices, type Reader } from '../../platform/database';
import { hydrate, loadMany, loadOne, registerNode } from '../../platform/graphql';
import type { Obligation } from '../../plans';
import { DeadlineExtension } from './deadline-extension';

const extensionColumns = (
  reader: Pick<Reader, 'audience'>,
): string => `x.id, x.plan_id as "planId", x.obligation_id as "obligationId", x.occurrence_due_on as "occurrenceDueOn",
  x.previous_due_on as "previousDueOn", x.proposed_due_on as "proposedDueOn", x.reason, ${forOffices(reader, 'x.requested_by')} as "requestedBy", x.requested_at as "requestedAt",
  x.state, ${forOffices(reader, 'x.decided_by')} as "decidedBy", x.decided_at as "decidedAt", x.decision_reason as "decisionReason", x.published, x.updated_at as "updatedAt"`;

const toExtension = (row: object): DeadlineExtension => hydrate(DeadlineExtension, row);

export const extensionByKey = loadOne<number, DeadlineExtension>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${extensionColumns(reader)} from deadline_extension x where x.id = any($1)`, [keys])).map(
      toExtension,
    ),
  (extension) => extension.id,
);

export const extensionsOf = loadMany<number, DeadlineExtension>(
  async (reader, obligations) =>
    (
      await reader.rows<object>(
        `select ${extensionColumns(reader)} from deadline_extension x where x.obligation_id = any($1) order by x.obligation_id, x.id`,
        [obligations],
      )
    ).map(toExtension),
  (extension) => extension.obligationId,
);

/** From what day, to what day and why the present date of an obligation was put off; null where it stands as the plan sets it. */
export function reschedulingOf(
  { dueOn }: Pick<Obligation, 'dueOn'>,
  extensions: readonly DeadlineExtension[],
): { from: string; reason: string } | null {
  const granted = extensions.filter(({ state }) => state === 'GRANTED');
  const last = granted.findLast(({ proposedDueOn }) => proposedDueOn === dueOn);
  if (!last) return null;
  const first = granted.find(({ occurrenceDueOn }) => occurrenceDueOn === last.occurrenceDueOn)!;
  return { from: first.previousDueOn, reason: last.reason };
}

registerNode('DeadlineExtension', (context, key) => extensionByKey(context).load(key));
