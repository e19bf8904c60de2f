import type { VNode } from 'preact';
import { PageMissing, type Head, type Page } from '../../page';
import { useView, type View } from '../../view';
import { EmbedDrawer } from '../../components/embed-drawer';
import { planName } from '../../components/plan-name';
import { ProblemSection } from '../../components/problem-section';
import { CorrectionsSection } from '../../components/corrections-section';
import { EndedNotice } from './ended-notice';
import { ledgerCsv } from './ledger-csv';
import { taskLedgerDocument, type LedgerRow } from './ledger.document';
import { LadderSection } from './ladder-section';
import { LargeTask } from './large-task';
import { LedgerSection } from './ledger-section';
import { ReadingSection } from './reading-section';
import { taskPageDocument } from './task.document';
import type { FoundTask } from './task-facts';
import { TaskHeader } from './task-header';
import { TaskTrail } from './task-trail';

/** One task: its words, how they were read, what became of them from level to level, and who has done what. */
export const taskPage: Page = {
  path: '/tasks/:id(^[A-Za-z0-9_=-]{1,100}$)',
  section: 'plans',
  tables: [ledgerCsv],
  async load({ params, view, ask }) {
    const { task, release } = await ask(taskPageDocument, { id: params['id']! });
    if (!task) throw new PageMissing();
    const isCollected = task.obligations.nodes.some(({ collected }) => collected);
    const ledger = isCollected ? ((await ask(taskLedgerDocument, { id: task.id })).task?.obligations.nodes ?? null) : null;
    const parts = { task, ledger };
    return { head: headOf(view, task), release, body: view.size === 'large' ? <LargeTask {...parts} /> : <TaskView {...parts} /> };
  },
};

function headOf({ m }: View, task: FoundTask): Head {
  const { number, text, plan, deadline } = task;
  const start = [...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text;
  return {
    title: `${m.tasks.title(number)}${m.site.colon}${start}`,
    description: m.tasks.description(number, plan.title, deadline.text ?? m.terms.noDeadlinePrinted),
    canonical: `/tasks/${task.id}`,
    article: {
      publishedOn: plan.issuedOn,
      source: plan.issuerText,
      keywords: [plan.region.name, ...task.topics.map(({ topic }) => topic.titleZh)],
    },
  };
}

interface TaskViewProps {
  task: FoundTask;
  /** What was reported; null while nothing is collected. */
  ledger: readonly LedgerRow[] | null;
}

function TaskView({ task, ledger }: TaskViewProps): VNode {
  const { m } = useView();
  return (
    <article>
      <TaskTrail task={task} />
      <EndedNotice endedOn={task.endedOn} />
      <TaskHeader task={task} />
      <ReadingSection task={task} />
      <LadderSection task={task} />
      <LedgerSection task={task} ledger={ledger} />
      <CorrectionsSection corrections={task.corrections} />
      <EmbedDrawer path={`/tasks/${task.id}`} title={m.reports.taskOf(task.number, planName(task.plan))} />
      <ProblemSection about={task.id} answers={task.problemAnswers} />
    </article>
  );
}
