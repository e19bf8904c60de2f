import type { VNode } from 'preact';
import { useView } from '../../view';
import { Deadline } from '../deadline';
import { LedgerStatus } from '../ledger-status';
import { commonPhrases, ResponsibleSentence } from '../responsible-sentence';
import { Words } from '../words';
import { groupRows, type GroupedRow, type WorkArea } from './group-rows';
import type { TaskRow } from './task-table.document';

export interface TaskTableProps {
  tasks: readonly TaskRow[];
  caption: string;
  /** Titles of the plan's work areas, in order. */
  areas: readonly string[];
  /** Tasks of each category in the whole plan, by id: says what a filter hides. */
  categorySizes: ReadonlyMap<string, number>;
  /** Whether the tasks of the plan differ in how far they are. */
  hasStatus: boolean;
}

/** Which columns the document has. */
interface Columns {
  category: boolean;
  subcategory: boolean;
  units: boolean;
  deadline: boolean;
  /** Only where the tasks differ in it; what they share is said once, above. */
  status: boolean;
}

/** The tasks of a plan in the layout of the printed table. On a narrow page the rows stand below one another. */
export function TaskTable(props: TaskTableProps): VNode {
  const { tasks, caption } = props;
  const columns: Columns = {
    category: tasks.some(({ category }) => category !== null),
    subcategory: tasks.some(({ category }) => category !== null && category.path.length > 1),
    units: tasks.some(({ responsibleText }) => responsibleText !== null),
    deadline: tasks.some(({ deadline }) => deadline.text !== null),
    status: props.hasStatus,
  };
  const common = commonPhrases(tasks);
  return (
    <table class={`task-table ${columns.subcategory ? 'two-levels' : columns.category ? 'one-level' : 'no-levels'}`} role="table">
      <caption class="hidden">{caption}</caption>
      <ColumnWidths columns={columns} />
      <HeadRow columns={columns} />
      {groupRows(tasks, props.areas).map((area, index) => (
        <tbody key={index} role="rowgroup">
          {area.rows.map((row, place) => (
            <TaskTableRow
              key={row.task.id}
              {...{ row, columns, common, categorySizes: props.categorySizes }}
              area={place === 0 ? area : null}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The widths, said before the rows: cells that reach over several rows and sheets of paper do not change them. */
function ColumnWidths({ columns }: { columns: Columns }): VNode {
  return (
    <colgroup>
      {columns.category && <col class="of-area" />}
      {columns.subcategory && <col class="of-category" />}
      <col class="of-number" />
      <col />
      {columns.units && <col class="of-units" />}
      {columns.deadline && <col class="of-deadline" />}
      {columns.status && <col class="of-status" />}
    </colgroup>
  );
}

function HeadRow({ columns }: { columns: Columns }): VNode {
  const { columns: names } = useView().m.plans;
  const categories = Number(columns.category) + Number(columns.subcategory);
  return (
    <thead role="rowgroup">
      <tr role="row">
        {categories > 0 && (
          <th scope="col" role="columnheader" colSpan={categories}>
            {names.category}
          </th>
        )}
        <th scope="col" role="columnheader" class="task-number">
          {names.number}
        </th>
        <th scope="col" role="columnheader">
          {names.text}
        </th>
        {columns.units && (
          <th scope="col" role="columnheader">
            {names.units}
          </th>
        )}
        {columns.deadline && (
          <th scope="col" role="columnheader">
            {names.deadline}
          </th>
        )}
        {columns.status && (
          <th scope="col" role="columnheader">
            {names.status}
          </th>
        )}
      </tr>
    </thead>
  );
}

interface TaskTableRowProps {
  row: GroupedRow;
  columns: Columns;
  common: ReadonlySet<string>;
  categorySizes: ReadonlyMap<string, number>;
  /** The work area that begins with this row. */
  area: WorkArea | null;
}

function TaskTableRow({ row, columns, common, categorySizes, area }: TaskTableRowProps): VNode {
  const view = useView();
  const { m } = view;
  const { task, category, responsible, deadline } = row;
  return (
    <tr role="row" class={category ? 'first-of-category' : undefined}>
      {area && columns.category && <AreaCell area={area} />}
      {category && columns.subcategory && (
        <CategoryCell task={task} rows={category.rows} size={categorySizes.get(task.category?.id ?? '')} />
      )}
      <td role="cell" class="task-number">
        <a href={view.href(`/tasks/${task.id}`)} aria-label={m.plans.task(task.number)}>
          {task.number}
        </a>
        {columns.deadline && (
          <span class="narrow-deadline">
            <Deadline deadline={task.deadline} />
          </span>
        )}
      </td>
      <td role="cell" class="task-text" lang="zh-Hans">
        {task.text}
      </td>
      {responsible && columns.units && (
        <td role="cell" class="task-units" rowSpan={spanOf(responsible.rows)}>
          {task.leadOfficial !== null && (
            <span class="lead-official">
              {m.terms.leadOfficial} <span lang="zh-Hans">{task.leadOfficial}</span>
            </span>
          )}
          <ResponsibleSentence task={task} common={common} />
        </td>
      )}
      {!responsible && task.responsibleText !== null && (
        <td role="cell" class="same-units">
          {m.plans.sameUnits(row.responsibleIn.number)}
        </td>
      )}
      {deadline && columns.deadline && (
        <td role="cell" class="task-deadline" rowSpan={spanOf(deadline.rows)}>
          <Deadline deadline={task.deadline} />
        </td>
      )}
      {columns.status && (
        <td role="cell" class="task-status">
          <LedgerStatus state={task.status} />
        </td>
      )}
    </tr>
  );
}

function AreaCell({ area }: { area: WorkArea }): VNode {
  if (area.title === null) return <td role="cell" class="area" rowSpan={spanOf(area.rows.length)} />;
  return (
    <th scope="rowgroup" role="rowheader" class="area" rowSpan={spanOf(area.rows.length)} lang="zh-Hans">
      <span class="area-label">
        <span class="area-number">{area.number}</span>{' '}
        <span class="area-title">
          <Words text={area.title} />
        </span>
      </span>
    </th>
  );
}

function CategoryCell({ task, rows, size }: { task: TaskRow; rows: number; size: number | undefined }): VNode {
  const { m } = useView();
  const titles = task.category?.path.slice(1) ?? [];
  // Tasks that stand directly in their work area have no heading of their own.
  if (titles.length === 0) return <td role="cell" class="category" rowSpan={spanOf(rows)} />;
  return (
    <th scope="row" role="rowheader" class="category" rowSpan={spanOf(rows)}>
      <span class="category-label">
        {titles.map((title) => (
          <span key={title} lang="zh-Hans">
            <Words text={title} />
          </span>
        ))}
        {size !== undefined && size > rows && <span class="category-count">{m.plans.inCategory(rows, size)}</span>}
      </span>
    </th>
  );
}

function spanOf(rows: number): number | undefined {
  return rows > 1 ? rows : undefined;
}
