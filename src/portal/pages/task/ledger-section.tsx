import type { VNode } from 'preact';
import { LedgerStatus } from '../../components/ledger-status';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import { unitCount, type FoundTask } from './task-facts';

type Row = FoundTask['obligations']['nodes'][number];

/** Who owes the task: a plain list while nothing is collected, a table of what was reported once it is. */
export function LedgerSection({ task }: { task: FoundTask }): VNode {
  const view = useView();
  const { m } = view;
  const { nodes, totalCount } = task.obligations;
  const statuses = new Set(nodes.map(({ status }) => status));
  const [shared] = statuses;
  const due = task.deadline.dueOn === null ? null : m.site.date(task.deadline.dueOn);
  return (
    <section aria-labelledby="ledger">
      <SectionHead
        id="ledger"
        title={m.tasks.ledger}
        note={
          totalCount > 0 && (
            <>
              {m.tasks.ledgerNote(unitCount(view, task), due)} {statuses.size === 1 && shared && <SharedStatus status={shared} />}
            </>
          )
        }
      />
      {totalCount === 0 && <p class="soft">{m.tasks.noLedger}</p>}
      {nodes.some(({ collected }) => collected) ? <LedgerTable rows={nodes} /> : <LedgerList rows={nodes} />}
      {totalCount > nodes.length && <p class="soft">{m.tasks.andMore(totalCount - nodes.length)}</p>}
    </section>
  );
}

function SharedStatus({ status }: { status: Row['status'] }): VNode {
  const { m } = useView();
  return (
    <span class="shared-status">
      <LedgerStatus state={status} label={m.tasks.allSame(m.terms.status[status])} />
    </span>
  );
}

/** Named in the original, or a member of a collective that is. */
function HowItFell({ row }: { row: Row }): VNode {
  const { tasks } = useView().m;
  return <span class="soft">{row.group ? tasks.member : tasks.named}</span>;
}

export function LedgerList({ rows }: { rows: readonly Row[] }): VNode | null {
  const view = useView();
  if (rows.length === 0) return null;
  return (
    <ul class="ledger-list">
      {rows.map((row) => (
        <li key={row.id} id={row.id}>
          <a href={view.href(`/units/${row.unit.id}`)} lang="zh-Hans">
            {row.unit.name}
          </a>
          <HowItFell row={row} />
        </li>
      ))}
    </ul>
  );
}

function LedgerTable({ rows }: { rows: readonly Row[] }): VNode {
  const view = useView();
  const { ledgerColumns } = view.m.tasks;
  return (
    <table class="records">
      <thead>
        <tr>
          <th scope="col">{ledgerColumns.unit}</th>
          <th scope="col">{ledgerColumns.via}</th>
          <th scope="col">{ledgerColumns.status}</th>
          <th scope="col">{ledgerColumns.due}</th>
          <th scope="col">{ledgerColumns.evidence}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <LedgerTableRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function LedgerTableRow({ row }: { row: Row }): VNode {
  const view = useView();
  const { tasks, site } = view.m;
  const late = row.status === 'OVERDUE' && row.daysLate !== null ? tasks.daysLate(row.daysLate) : undefined;
  return (
    <tr id={row.id}>
      <th scope="row">
        <a href={view.href(`/units/${row.unit.id}`)} lang="zh-Hans">
          {row.unit.name}
        </a>
      </th>
      <td>
        <HowItFell row={row} />
      </td>
      <td>
        <LedgerStatus state={row.status} label={late} />
        {row.completedOn !== null && <span class="soft small"> {tasks.completedOn(site.date(row.completedOn))}</span>}
      </td>
      <td>{row.dueOn === null ? '' : site.date(row.dueOn)}</td>
      <td>
        {row.lastEvidenceOn === null ? (
          <span class="soft">{tasks.noEvidence}</span>
        ) : (
          <>
            {site.date(row.lastEvidenceOn)}
            {row.daysSinceLastEvidence !== null && <span class="soft small"> {tasks.daysSince(row.daysSinceLastEvidence)}</span>}
          </>
        )}
      </td>
    </tr>
  );
}
