import type { VNode } from 'preact';
import { Deadline } from '../../components/deadline';
import { Fact, Facts } from '../../components/facts';
import { LedgerStatus } from '../../components/ledger-status';
import { MarkedText } from '../../components/marked-text';
import { useView } from '../../view';
import { taskPageDocument } from './task.document';
import { modeOf, placeOf, stateCounts, unitCount, wordsRead, type FoundTask } from './task-facts';

/** The verbatim words with those marked that were read; at the right what was read from them. */
export function TaskHeader({ task }: { task: FoundTask }): VNode {
  return (
    <header class="title-block of-task">
      <div>
        <TaskTitle task={task} />
        <p class="lead song" lang="zh-Hans">
          <MarkedText text={task.text} words={wordsRead(task)} />
        </p>
      </div>
      <TaskFacts task={task} />
    </header>
  );
}

export function TaskTitle({ task }: { task: FoundTask }): VNode {
  const { m } = useView();
  return (
    <>
      <h1 class="task-title">{m.tasks.title(task.number)}</h1>
      {task.category && (
        <p class="category-path small soft" lang="zh-Hans">
          {task.category.path.map((title, index) => (
            <span key={index}>{title}</span>
          ))}
        </p>
      )}
    </>
  );
}

function TaskFacts({ task }: { task: FoundTask }): VNode {
  const view = useView();
  const { m } = view;
  const mode = modeOf(task);
  const counts = stateCounts(view, task);
  const json = `/public/graphql?${new URLSearchParams({ query: taskPageDocument.text.replace(/\s+/g, ' ').trim(), variables: JSON.stringify({ id: task.id }) }).toString()}`;
  return (
    <Facts>
      <Fact term={m.tasks.facts.deadline}>
        <Deadline deadline={task.deadline} />
      </Fact>
      <Fact term={m.tasks.facts.units}>
        {unitCount(view, task)}
        {mode && task.obligations.totalCount > 1 && `${m.site.comma}${m.tasks.mode[mode]}`}
      </Fact>
      {task.leadOfficial !== null && (
        <Fact term={m.tasks.facts.official}>
          <span lang="zh-Hans">{task.leadOfficial}</span>
        </Fact>
      )}
      <Fact term={m.tasks.facts.ledger}>
        <LedgerStatus state={task.status} />
        {counts !== null && <span class="line small soft">{counts}</span>}
      </Fact>
      <Fact term={m.tasks.facts.source}>{placeOf(view, task) ?? undefined}</Fact>
      <Fact term={m.tasks.facts.cite}>
        <span class="cite-links">
          <a href={view.href(`/tasks/${task.id}`)}>{m.tasks.link}</a>
          <a href={json}>{m.tasks.json}</a>
        </span>
      </Fact>
    </Facts>
  );
}
