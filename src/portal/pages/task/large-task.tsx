import type { ComponentChildren, VNode } from 'preact';
import { MarkedText } from '../../components/marked-text';
import { useView } from '../../view';
import { ProblemSection } from '../../components/problem-section';
import { CorrectionsSection } from '../../components/corrections-section';
import { EndedNotice } from './ended-notice';
import { LadderSection } from './ladder-section';
import { LedgerList } from './ledger-section';
import { LedgerTable } from './ledger-table';
import type { LedgerRow } from './ledger.document';
import { Readings } from './reading-section';
import { modeOf, stateCounts, unitCount, wordsRead, type FoundTask } from './task-facts';
import { TaskTitle } from './task-header';
import { TaskTrail } from './task-trail';

/** The page of a task for older readers: its words, three questions with one answer each, and the rest folded behind them. */
export function LargeTask({ task, ledger }: { task: FoundTask; ledger: readonly LedgerRow[] | null }): VNode {
  const view = useView();
  const { m } = view;
  const { deadline } = task;
  const mode = modeOf(task);
  const count = unitCount(view, task);
  return (
    <article>
      <TaskTrail task={task} />
      <EndedNotice endedOn={task.endedOn} />
      <TaskTitle task={task} />
      <p class="lead song" lang="zh-Hans">
        <MarkedText text={task.text} words={wordsRead(task)} />
      </p>
      <div class="questions">
        <Question
          title={m.tasks.questions.when}
          answer={deadline.dueOn === null ? m.tasks.kindMeaning[deadline.kind] : m.tasks.dueBy(m.site.date(deadline.dueOn))}
        >
          {deadline.text === null ? m.tasks.noDate : m.tasks.printedWords(deadline.text)}
        </Question>
        <Question title={m.tasks.questions.who} answer={count}>
          {task.obligations.totalCount > 1 && mode !== null && (mode === 'JOINT' ? m.tasks.together : m.tasks.eachAlone)}
        </Question>
        <Question title={m.tasks.questions.done} answer={m.terms.status[task.status]}>
          {task.status === 'NOT_COLLECTED' ? m.plans.ledgerText : stateCounts(view, task)}
        </Question>
      </div>
      {task.obligations.nodes.length > 0 && (
        <details class="large-drawer" data-print-open>
          <summary>{m.tasks.whichUnits(count)}</summary>
          {ledger ? <LedgerTable rows={ledger} /> : <LedgerList rows={task.obligations.nodes} />}
        </details>
      )}
      <details class="large-drawer" data-print-open>
        <summary>{m.tasks.howRead}</summary>
        <Readings task={task} />
      </details>
      <LadderSection task={task} />
      <CorrectionsSection corrections={task.corrections} />
      <ProblemSection about={task.id} answers={task.problemAnswers} />
    </article>
  );
}

function Question({ title, answer, children }: { title: string; answer: string; children?: ComponentChildren }): VNode {
  return (
    <section class="question">
      <h2>{title}</h2>
      <div>
        <p class="answer">{answer}</p>
        {children && <p class="soft">{children}</p>}
      </div>
    </section>
  );
}
