import type { VNode } from 'preact';
import { dayOf } from '../../platform/calendar';
import { useView } from '../view';
import type { ProblemAnswer, ProblemAnswers } from './problem-answer.document';
import { SectionHead } from './section-head';

/** What readers reported about a record and what was answered, and the way to report more. */
export function ProblemSection({ about, answers }: { about: string; answers: ProblemAnswers }): VNode {
  const view = useView();
  const { reports } = view.m;
  return (
    <section class="problems" aria-labelledby="problems">
      <SectionHead id="problems" title={reports.section} note={reports.sectionNote(answers.totalCount)}>
        <a href={view.href('/report', { about })}>{reports.reportThis}</a>
      </SectionHead>
      {answers.nodes.length > 0 && (
        <ol class="problem-list">
          {answers.nodes.map((answer) => (
            <li key={answer.number}>
              <AnsweredProblem {...answer} />
            </li>
          ))}
        </ol>
      )}
      {answers.totalCount > answers.nodes.length && <p class="small soft">{reports.latest(answers.nodes.length)}</p>}
    </section>
  );
}

function AnsweredProblem({ number, status, question, answer, answeredAt }: ProblemAnswer): VNode {
  const view = useView();
  const { reports, site } = view.m;
  return (
    <dl class="facts">
      <div>
        <dt>{reports.question}</dt>
        <dd>{question === null ? <span class="soft">{reports.questionHidden}</span> : <span lang="zh-Hans">{question}</span>}</dd>
      </div>
      <div>
        <dt>{reports.answer}</dt>
        <dd>
          <span lang="zh-Hans">{answer}</span>
          <p class="small soft">
            {reports.statuses[status]}
            {answeredAt && (
              <>
                {site.comma}
                <time dateTime={answeredAt}>{site.date(dayOf(new Date(answeredAt)))}</time>
              </>
            )}
            {' · '}
            <a href={view.href(`/reports/${number}`)}>{number}</a>
          </p>
        </dd>
      </div>
    </dl>
  );
}
