import type { VNode } from 'preact';
import { CsvLink } from '../../components/csv-link';
import { LedgerStatus } from '../../components/ledger-status';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import { taskLedgerDocument, type LedgerRow } from './ledger.document';
import { LedgerTable } from './ledger-table';
import { unitCount, type FoundTask } from './task-facts';

type Row = FoundTask['obligations']['nodes'][number];

interface LedgerSectionProps {
  task: FoundTask;
  /** Null while nothing is collected. */
  ledger: readonly LedgerRow[] | null;
}

/** Who owes the task: a plain list while nothing is collected, a table of what was reported once it is. */
export function LedgerSection({ task, ledger }: LedgerSectionProps): VNode {
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
      >
        {totalCount > 0 && <CsvLink path={`/tasks/${task.id}.csv`} />}
      </SectionHead>
      {totalCount === 0 && <p class="soft">{m.tasks.noLedger}</p>}
      {ledger ? <LedgerTable rows={ledger} /> : <LedgerList rows={nodes} />}
      {totalCount > nodes.length && <p class="soft">{m.tasks.andMore(totalCount - nodes.length)}</p>}
      {totalCount > 0 && <QueryDrawer document={taskLedgerDocument} variables={{ id: task.id }} />}
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

export function LedgerList({ rows }: { rows: readonly Row[] }): VNode | null {
  const view = useView();
  const { tasks } = view.m;
  if (rows.length === 0) return null;
  return (
    <ul class="ledger-list">
      {rows.map((row) => (
        <li key={row.id} id={row.id}>
          <a href={view.href(`/units/${row.unit.id}`)} lang="zh-Hans">
            {row.unit.name}
          </a>
          <span class="soft">{row.group ? tasks.member : tasks.named}</span>
        </li>
      ))}
    </ul>
  );
}
