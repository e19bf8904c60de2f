import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { ChangedCells } from '../../components/changed-cells';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import type { PlanHistory } from './load-history';
import type { VersionParts } from './plan-history.document';

type Diff = NonNullable<VersionParts['diff']>;
type Change = Diff['changes']['nodes'][number];

/** The documents from which the plan was read, the newest first, and what each changed. Where there is one, there is no section. */
export function VersionsSection({ versions: { nodes, totalCount } }: Pick<PlanHistory, 'versions'>): VNode | null {
  const { changes } = useView().m;
  if (totalCount < 2) return null;
  return (
    <section aria-labelledby="versions">
      <SectionHead id="versions" title={changes.versions} note={changes.versionsNote(totalCount)} />
      <ol class="versions">
        {nodes.map((version) => (
          <li key={version.number}>
            <Version {...version} />
          </li>
        ))}
      </ol>
      {totalCount > nodes.length && <p class="small soft">{changes.moreVersions(totalCount - nodes.length)}</p>}
    </section>
  );
}

function Version({ number, state, publishedAt, importedAt, sourceDocument, diff }: VersionParts): VNode {
  const { changes, site } = useView().m;
  const day = site.date(dayOf(new Date(publishedAt ?? importedAt)));
  return (
    <>
      <h3>
        {changes.version(number)} <span class="small soft">{[changes.state[state], changes.publishedOn(day)].join(' · ')}</span>
      </h3>
      <p class="small soft">
        <a href={`/documents/${sourceDocument.sha256}`} lang="zh-Hans">
          {sourceDocument.fileName}
        </a>{' '}
        SHA-256 <code class="digest">{sourceDocument.sha256}</code>
      </p>
      {diff === null ? <p>{changes.firstVersion}</p> : <VersionDiff diff={diff} />}
    </>
  );
}

function VersionDiff({ diff }: { diff: Diff }): VNode {
  const { changes } = useView().m;
  const { nodes, totalCount } = diff.changes;
  if (diff.sameReading) return <p>{changes.sameReading}</p>;
  return (
    <>
      <p>{changes.counts(diff.addedCount, diff.changedCount, diff.removedCount)}</p>
      {nodes.length > 0 && (
        <details class="drawer">
          <summary>{changes.show(totalCount)}</summary>
          <ChangeTable rows={nodes} />
          {totalCount > nodes.length && <p class="small soft">{changes.moreChanges(totalCount - nodes.length)}</p>}
        </details>
      )}
    </>
  );
}

function ChangeTable({ rows }: { rows: readonly Change[] }): VNode {
  const { columns } = useView().m.changes;
  return (
    <table class="records stacked corrections" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {[columns.task, columns.field, columns.before, columns.after].map((title) => (
            <th key={title} scope="col" role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.flatMap((change, index) =>
          fieldsOf(change).map((field) => (
            <tr key={`${index} ${field.field}`} role="row">
              <th scope="row" role="rowheader">
                <ChangedPlace task={change.task} kind={change.kind} />
              </th>
              <ChangedCells {...field} />
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

/** A task that came or went is its text, which was or is not there. */
function fieldsOf({ kind, text, fields }: Change): Change['fields'] {
  if (kind === 'TASK_ADDED') return [{ field: 'text', before: null, after: text }];
  if (kind === 'TASK_REMOVED') return [{ field: 'text', before: text, after: null }];
  return fields;
}

function ChangedPlace({ task, kind }: Pick<Change, 'task' | 'kind'>): VNode {
  const view = useView();
  const { changes, tasks } = view.m;
  return (
    <>
      {task && <a href={view.href(`/tasks/${task.id}`)}>{tasks.title(task.number)}</a>}{' '}
      <span class="small soft">{kind === 'PLAN_CHANGED' ? changes.ofPlan : changes.kind[kind]}</span>
    </>
  );
}
