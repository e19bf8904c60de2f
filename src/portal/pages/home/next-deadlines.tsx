import type { VNode } from 'preact';
import { Notice } from '../../components/notice';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import type { LoadedHome } from './load-home';

/** What falls due next; where nothing does, what fell due last. */
export function NextDeadlines({ answer, lastDay }: LoadedHome): VNode {
  const view = useView();
  const { home, site, tasks } = view.m;
  return (
    <section aria-labelledby="next">
      <SectionHead id="next" title={home.next}>
        <a href={view.href('/deadlines')}>{home.calendar}</a>
      </SectionHead>
      {answer.next.totalCount === 0 && <NoneAhead lastDay={lastDay} />}
      {answer.next.totalCount > 0 && (
        <>
          <ol class="dated-list">
            {answer.next.nodes.map(({ id, dueOn, task }) => (
              <li key={id}>
                <time dateTime={dueOn}>{site.date(dueOn)}</time>
                <span>
                  <span class="soft" lang="zh-Hans">
                    {task.plan.region.name}
                  </span>{' '}
                  <a href={view.href(`/tasks/${task.id}`)}>{tasks.title(task.number)}</a>{' '}
                  <span class="song" lang="zh-Hans">
                    {task.text}
                  </span>
                </span>
              </li>
            ))}
          </ol>
          <p class="small">
            <a href={view.href('/deadlines')}>{home.moreAhead(answer.next.totalCount)}</a>
          </p>
        </>
      )}
    </section>
  );
}

function NoneAhead({ lastDay }: Pick<LoadedHome, 'lastDay'>): VNode {
  const view = useView();
  const { home, site } = view.m;
  if (!lastDay) return <Notice title={home.noneAhead}>{home.nothingDated}</Notice>;
  const { day, rows } = lastDay;
  const year = Number(day.slice(0, 4));
  const parts = rows.slice(0, 3).map(({ keys: [key], taskCount }) => home.timelyPart(key?.label ?? '', taskCount));
  return (
    <Notice title={home.noneAhead}>
      {home.lastDay(
        site.date(day),
        rows.reduce((sum, { taskCount }) => sum + taskCount, 0),
        parts.join(site.listComma),
      )}{' '}
      <a href={view.href('/deadlines', { year })}>{home.seeYear(year)}</a>
    </Notice>
  );
}
