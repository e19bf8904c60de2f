import { hydrate, loadOne, paginateBelow, registerNode, type ConnectionArgs, type Page, type RequestContext } from '../../platform/graphql';
import { forOffices, raw, type Reader } from '../../platform/database';
import type { ObligationStatus } from '../../plans';
import { LedgerEntry } from './ledger-entry';

const entryColumns = (
  reader: Pick<Reader, 'audience'>,
): string => `e.id, e.plan_id as "planId", e.obligation_id as "obligationId", e.supersedes_id as "supersedesId", e.period, e.period_end as "periodEnd",
  e.occurrence_due_on as "occurrenceDueOn", e.status, e.percentage, e.times, e.completed_on as "completedOn", e.triggered_on as "triggeredOn",
  e.narrative, e.problems, e.next_step as "nextStep", e.measures as "measureRows", e.evidence, ${forOffices(reader, 'e.reported_by')} as "reportedBy",
  e.reported_at as "reportedAt", e.state, e.is_current as "isCurrent", e.published, e.published_at as "publishedAt", e.updated_at as "updatedAt"`;

const toEntry = (row: object): LedgerEntry => hydrate(LedgerEntry, row);

export const entryByKey = loadOne<number, LedgerEntry>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${entryColumns(reader)} from ledger_entry e where e.id = any($1)`, [keys])).map(toEntry),
  (entry) => entry.id,
);

/** The entry reported last on an obligation, of those that the caller sees. */
export const latestEntryOf = loadOne<number, LedgerEntry>(
  async (reader, obligations) =>
    (
      await reader.rows<object>(
        `select e.* from unnest($1::int[]) as wanted(id)
         cross join lateral (select ${entryColumns(reader)} from ledger_entry e where e.obligation_id = wanted.id order by e.id desc limit 1) e`,
        [obligations],
      )
    ).map(toEntry),
  (entry) => entry.obligationId,
);

/** How far obligations are by what was reported last, reviewed or not. */
export const reportedStatusOf = loadOne<number, { id: number; status: ObligationStatus }>(
  (reader, obligations) =>
    reader.rows(
      `select o.id, obligation_status(coalesce(e.status, o.progress), o.due_on, o.ledger_since, shanghai_today()) as status
       from obligation o left join lateral (
         select e.status from ledger_entry e where e.obligation_id = o.id and e.state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED') order by e.id desc limit 1
       ) e on true where o.id = any($1)`,
      [obligations],
    ),
  ({ id }) => id,
);

export function listEntriesOf(context: RequestContext, obligationKey: number, args: ConnectionArgs): Page<LedgerEntry> {
  return paginateBelow(
    context,
    args,
    { column: 'e.obligation_id', key: obligationKey, field: 'Obligation.entries' },
    {
      list: 'entries',
      columns: entryColumns(context.reader),
      from: raw('ledger_entry e'),
      where: [],
      order: [{ expression: 'e.id', type: 'integer', direction: 'DESC' }],
      toNode: toEntry,
    },
  );
}

registerNode('LedgerEntry', (context, key) => entryByKey(context).load(key));
