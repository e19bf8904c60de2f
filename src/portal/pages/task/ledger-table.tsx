import type { VNode } from 'preact';
import { LedgerStatus } from '../../components/ledger-status';
import { useView } from '../../view';
import type { LedgerRow } from './ledger.document';
import { LedgerEntries } from './ledger-entry';

/** Who owes the task, by when, and what each reported. */
export function LedgerTable({ rows }: { rows: readonly LedgerRow[] }): VNode {
  const { ledgerColumns, ledger } = useView().m.tasks;
  return (
    <table class="records ledger-table" role="table">
      <caption class="hidden">{ledger}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {ledgerColumns.unit}
          </th>
          <th scope="col" role="columnheader">
            {ledgerColumns.status}
          </th>
          <th scope="col" role="columnheader">
            {ledgerColumns.due}
          </th>
          <th scope="col" role="columnheader">
            {ledgerColumns.entry}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <LedgerTableRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function LedgerTableRow({ row }: { row: LedgerRow }): VNode {
  const view = useView();
  const { tasks, site } = view.m;
  const late = row.status === 'OVERDUE' && row.daysLate !== null ? tasks.daysLate(row.daysLate) : undefined;
  return (
    <tr id={row.id} role="row">
      <th scope="row" role="rowheader">
        <a href={view.href(`/units/${row.unit.id}`)} lang="zh-Hans">
          {row.unit.name}
        </a>
        <span class="line small soft">{row.group ? tasks.member : tasks.named}</span>
      </th>
      <td role="cell">
        <LedgerStatus state={row.status} label={late} />
        {row.completedOn !== null && <span class="line small soft">{tasks.completedOn(site.date(row.completedOn))}</span>}
        {row.lastEvidenceOn !== null && row.daysSinceLastEvidence !== null && (
          <span class="line small soft">{tasks.lastEvidence(site.date(row.lastEvidenceOn), row.daysSinceLastEvidence)}</span>
        )}
      </td>
      <td role="cell">
        <DueDay row={row} />
      </td>
      <td role="cell">
        <LedgerEntries entries={row.entries} />
      </td>
    </tr>
  );
}

/** The day as it is now; where it was put off, the old day and why. */
function DueDay({ row }: { row: LedgerRow }): VNode {
  const { tasks, site } = useView().m;
  if (row.dueOn === null) return <span class="soft">{tasks.noDay}</span>;
  return (
    <>
      <time dateTime={row.dueOn}>{site.date(row.dueOn)}</time>
      {row.provisional && <span class="line small soft">{tasks.provisional}</span>}
      {row.rescheduledTo !== null && row.originalDueOn !== null && (
        <span class="line small">
          {tasks.putOffFrom} <del>{site.date(row.originalDueOn)}</del>
          {row.rescheduleReason !== null && (
            <>
              {site.comma}
              <span lang="zh-Hans">{row.rescheduleReason}</span>
            </>
          )}
        </span>
      )}
    </>
  );
}
