import { eachForItsField, hydrate, loadOne, registerNode } from '../../platform/graphql';
import { Obligation } from '../../plans';

/** Columns of `obligation o` under the property names of its class. What depends on today is reckoned here. */
export const obligationColumns = `o.id, o.task_id as "taskId", o.unit_id as "unitId", o.plan_id as "planId", o.responsibility_id as "responsibilityId",
  o.group_id as "groupId", o.role, o.mode, o.decides, o.progress, o.ledger_since as "ledgerSince",
  obligation_status(o.progress, o.due_on, o.ledger_since, shanghai_today()) as status,
  coalesce(o.ledger_since <= shanghai_today(), false) as "collected", o.due_on as "dueOn", o.completed_on as "completedOn",
  case when o.due_on >= o.ledger_since and o.ledger_since <= shanghai_today()
    then greatest(coalesce(o.completed_on, shanghai_today()) - o.due_on, 0) end as "daysLate",
  o.last_evidence_on as "lastEvidenceOn", shanghai_today() - o.last_evidence_on as "daysSinceLastEvidence",
  o.ended_on as "endedOn", o.ended_reason as "endedReason", o.published, o.updated_at as "updatedAt"`;

export const optionalObligationColumns = eachForItsField('Obligation', [
  ...['role', 'mode', 'decides', 'collected', 'completedOn', 'daysLate', 'lastEvidenceOn', 'daysSinceLastEvidence'],
  ...['endedOn', 'endedReason', 'updatedAt'],
]);

export const toObligation = (row: object): Obligation => hydrate(Obligation, row);

export const obligationByKey = loadOne<number, Obligation>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${obligationColumns} from obligation o where o.id = any($1)`, [keys])).map(toObligation),
  (obligation) => obligation.id,
);

registerNode('Obligation', (context, key) => obligationByKey(context).load(key));
