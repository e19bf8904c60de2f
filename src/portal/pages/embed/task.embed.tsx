import type { VNode } from 'preact';
import { Deadline } from '../../components/deadline';
import { Fact, Facts } from '../../components/facts';
import { LedgerStatus } from '../../components/ledger-status';
import { planName } from '../../components/plan-name';
import { PageMissing } from '../../page';
import { useView } from '../../view';
import { taskPageDocument } from '../task/task.document';
import { unitCount, type FoundTask } from '../task/task-facts';
import { taskPage } from '../task/task.page';
import type { Embed } from './embed';

/** One task: its words, when it is due, who bears it, how far it is. */
export const taskEmbed: Embed = {
  path: taskPage.path,
  async load({ params, view, ask }) {
    const { task, release } = await ask(taskPageDocument, { id: params['id']! });
    if (!task) throw new PageMissing();
    const title = view.m.reports.taskOf(task.number, planName(task.plan));
    return { title, path: `/tasks/${task.id}`, release, body: <TaskSummary task={task} /> };
  },
};

function TaskSummary({ task }: { task: FoundTask }): VNode {
  const view = useView();
  const { m } = view;
  return (
    <article>
      <p class="issuer" lang="zh-Hans">
        {planName(task.plan)}
      </p>
      <h1>{m.tasks.title(task.number)}</h1>
      <p class="song" lang="zh-Hans">
        {task.text}
      </p>
      <Facts>
        <Fact term={m.tasks.facts.deadline}>
          <Deadline deadline={task.deadline} />
        </Fact>
        <Fact term={m.tasks.facts.units}>{unitCount(view, task)}</Fact>
        <Fact term={m.tasks.facts.ledger}>
          <LedgerStatus state={task.status} />
        </Fact>
      </Facts>
    </article>
  );
}
