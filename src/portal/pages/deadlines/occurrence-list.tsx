import type { VNode } from 'preact';
import { weekdayOf } from '../../../platform/calendar';
import { Deadline } from '../../components/deadline';
import { planName } from '../../components/plan-name';
import { useView } from '../../view';
import type { Occurrence } from './deadlines.document';

/** What falls due, day by day. */
export function OccurrenceList({ occurrences, caption }: { occurrences: readonly Occurrence[]; caption: string }): VNode {
  const { deadlines } = useView().m;
  return (
    <table class="duty-table occurrences" role="table">
      <caption class="hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {deadlines.columns.deadline}
          </th>
          <th scope="col" role="columnheader" class="numeric">
            {deadlines.columns.number}
          </th>
          <th scope="col" role="columnheader">
            {deadlines.columns.text}
          </th>
          <th scope="col" role="columnheader">
            {deadlines.columns.plan}
          </th>
        </tr>
      </thead>
      {byDay(occurrences).map(([day, own]) => (
        <tbody key={day} role="rowgroup">
          <DayRow day={day} count={own.length} />
          {own.map((occurrence) => (
            <OccurrenceRow key={occurrence.id} occurrence={occurrence} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function DayRow({ day, count }: { day: string; count: number }): VNode {
  const { deadlines, site } = useView().m;
  return (
    <tr role="row" class="day-row">
      <th scope="rowgroup" role="rowheader" colSpan={4} id={`d${day}`}>
        <time dateTime={day}>{site.date(day)}</time> <span class="soft">{deadlines.weekdays[(weekdayOf(day) + 6) % 7]![1]}</span>{' '}
        <span class="soft">{deadlines.counted(count)}</span>
      </th>
    </tr>
  );
}

function OccurrenceRow({ occurrence: { task, period, quota } }: { occurrence: Occurrence }): VNode {
  const view = useView();
  const { tasks, deadlines } = view.m;
  return (
    <tr role="row">
      <td role="cell">
        <Deadline deadline={{ ...task.deadline, dueOn: null }} />
        {period !== null && <span class="small soft line">{deadlines.period(period, quota)}</span>}
      </td>
      <td role="cell" class="numeric">
        <a href={view.href(`/tasks/${task.id}`)} aria-label={`${task.plan.region.name} ${tasks.title(task.number)}`}>
          {task.number}
        </a>
      </td>
      <td role="cell" class="task-text" lang="zh-Hans">
        {task.text}
      </td>
      <td role="cell" class="small">
        <a class="quiet" href={view.href(`/plans/${task.plan.slug}`)} lang="zh-Hans">
          {planName(task.plan)}
        </a>
      </td>
    </tr>
  );
}

function byDay(occurrences: readonly Occurrence[]): [day: string, own: Occurrence[]][] {
  const days = new Map<string, Occurrence[]>();
  for (const each of occurrences) days.set(each.dueOn, [...(days.get(each.dueOn) ?? []), each]);
  return [...days];
}
