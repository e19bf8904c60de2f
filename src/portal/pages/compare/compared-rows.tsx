import type { VNode } from 'preact';
import { CsvLink, csvHref } from '../../components/csv-link';
import { Deadline } from '../../components/deadline';
import { DiffText, type DiffPiece } from '../../components/diff-text';
import { Mixed } from '../../components/mixed';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import { compareDocument, type ComparedTask } from './compare.document';
import { groupRows, isUnchanged, type ComparedGroup } from './compared-groups';
import { comparedTable } from './compared-table';
import type { Comparison } from './load-compare';
import { sideNames } from './side-names';

type Names = [left: string, right: string];

/** The tasks of both plans in aligned rows, and between them how they relate. */
export function ComparedRows({ comparison }: { comparison: Comparison }): VNode {
  const view = useView();
  const { compare } = view.m;
  const { left, right } = comparison;
  const names = sideNames(comparison);
  const all = groupRows(comparison.rows);
  const isFiltered = view.asked('show') === 'differences';
  const shown = isFiltered ? all.filter((group) => !isUnchanged(group)) : all;
  return (
    <section aria-labelledby="rows">
      <SectionHead
        id="rows"
        title={compare.aligned}
        note={
          <>
            <Mixed text={compare.order(names[0])} /> <SideKey names={names} />
          </>
        }
      >
        <a href={view.here({ show: isFiltered ? null : 'differences' }, '#rows')}>
          {isFiltered ? compare.showAll : compare.showDifferences}
        </a>
        <CsvLink path={comparedTable.path} />
        <a href={view.here({ left: right.slug, right: left.slug })}>{compare.swap}</a>
      </SectionHead>
      {isFiltered && <p class="soft small">{compare.hidden(all.length - shown.length)}</p>}
      <table class="compared" role="table">
        <caption class="hidden">{compare.aligned}</caption>
        <colgroup>
          <col />
          <col class="of-relation" />
          <col />
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" lang="zh-Hans">
              {names[0]}
            </th>
            <th scope="col" role="columnheader" class="relation">
              {compare.relationHead}
            </th>
            <th scope="col" role="columnheader" lang="zh-Hans">
              {names[1]}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((group, index) => (
            <GroupRow key={index} group={group} names={names} />
          ))}
        </tbody>
      </table>
      <QueryDrawer document={compareDocument} variables={{ left: left.id, right: right.id }} csv={csvHref(view, comparedTable.path)} />
    </section>
  );
}

function SideKey({ names: [one, other] }: { names: Names }): VNode {
  const { compare } = useView().m;
  return (
    <span class="diff-key" aria-hidden="true">
      <del>{compare.onlyKey(one, other)}</del> <ins>{compare.onlyKey(other, one)}</ins>
    </span>
  );
}

function GroupRow({ group, names }: { group: ComparedGroup; names: Names }): VNode {
  const { left, right, only } = group;
  const pieces = only?.relation === 'SAME' ? null : (only?.textDiff ?? null);
  return (
    <tr role="row" class={isUnchanged(group) ? 'unchanged' : undefined}>
      <SideCell tasks={left} name={names[0]} pieces={pieces} side="upper" />
      <RelationCell group={group} names={names} />
      <SideCell tasks={right} name={names[1]} pieces={pieces} side="lower" />
    </tr>
  );
}

interface SideCellProps {
  tasks: readonly ComparedTask[];
  name: string;
  /** Null where there is nothing to mark. */
  pieces: readonly DiffPiece[] | null;
  side: 'upper' | 'lower';
}

function SideCell({ tasks, name, pieces, side }: SideCellProps): VNode {
  const { compare } = useView().m;
  return (
    <td role="cell" class="compared-side">
      <span class="narrow-name" lang="zh-Hans">
        {name}
      </span>
      {tasks.length === 0 && (
        <p class="soft small">
          <Mixed text={compare.noCounterpart(name)} />
        </p>
      )}
      {tasks.map((task) => (
        <ComparedTaskText key={task.id} task={task} pieces={pieces} side={side} />
      ))}
    </td>
  );
}

function ComparedTaskText({ task, pieces, side }: Omit<SideCellProps, 'tasks' | 'name'> & { task: ComparedTask }): VNode {
  const view = useView();
  return (
    <div class="compared-task">
      <p class="task-text" lang="zh-Hans">
        {pieces ? <DiffText pieces={pieces} side={side} /> : task.text}
      </p>
      <div class="compared-foot">
        <a class="quiet small" href={view.href(`/tasks/${task.id}`)}>
          {view.m.tasks.title(task.number)}
        </a>
        <Deadline deadline={task.deadline} />
      </div>
    </div>
  );
}

const signs = { SAME: '＝', ADAPTED: '≈', SPLIT: '⇉', MERGED: '⇇', DROPPED: '←', NEW: '→' } as const;

function RelationCell({ group, names }: { group: ComparedGroup; names: Names }): VNode {
  const { compare } = useView().m;
  const { relation, left, right, only, rows } = group;
  const isAlone = relation === 'DROPPED' || relation === 'NEW';
  const word = {
    SAME: compare.relation.SAME,
    ADAPTED: compare.relation.ADAPTED,
    SPLIT: compare.relation.SPLIT(right.length),
    MERGED: compare.relation.MERGED(left.length),
    DROPPED: compare.onlyIn(names[0]),
    NEW: compare.onlyIn(names[1]),
  }[relation];
  return (
    <td role="cell" class="relation">
      <span class="relation-sign" aria-hidden="true">
        {signs[relation]}
      </span>
      <strong>
        <Mixed text={word} />
      </strong>
      {only?.deadlineDiff && <span class="relation-note">{compare.otherDeadline}</span>}
      {!isAlone && relation !== 'SAME' && (
        <span class="relation-note">{rows.every(({ confirmed }) => confirmed) ? compare.confirmed : compare.proposed}</span>
      )}
    </td>
  );
}
