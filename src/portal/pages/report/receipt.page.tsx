import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { Fact, Facts } from '../../components/facts';
import type { ProblemAnswer } from '../../components/problem-answer.document';
import { Trail } from '../../components/trail';
import { PageMissing, type Page } from '../../page';
import { useView } from '../../view';
import { receiptPageDocument, receiptSubjectDocument } from './report.document';
import { nameRecord, type NamedRecord } from './reported-record';

/** What became of a report, for whoever has the number of its receipt. */
export const receiptPage: Page = {
  path: '/reports/:number(^[0-9A-Za-z-]{1,40}$)',
  section: null,
  async load({ params, view, ask }) {
    const { problemReceipt: receipt, release } = await ask(receiptPageDocument, { number: params['number']! });
    if (!receipt) throw new PageMissing();
    const { node } = await ask(receiptSubjectDocument, { about: receipt.subjectId });
    const record = node && nameRecord(view, node);
    const { receipt: title, receiptLead } = view.m.reports;
    return {
      head: { title: `${title} ${receipt.number}`, description: receiptLead, canonical: `/reports/${receipt.number}`, isPrivate: true },
      release,
      body: <ReceiptView {...{ receipt, record }} />,
    };
  },
};

function ReceiptView({ receipt, record }: { receipt: ProblemAnswer; record: NamedRecord | null }): VNode {
  const { reports, site } = useView().m;
  const { number, status, question, answer, receivedAt, answeredAt } = receipt;
  const day = (instant: string) => <time dateTime={instant}>{site.date(dayOf(new Date(instant)))}</time>;
  return (
    <article class="prose">
      <Trail steps={[{ label: reports.receipt, href: null }]} />
      <h1>{reports.receipt}</h1>
      <p class="lede">{reports.receiptLead}</p>
      <Facts>
        <Fact term={reports.number}>
          <code>{number}</code>
        </Fact>
        <Fact term={record ? `${reports.about} · ${record.kind}` : reports.about}>
          {record ? (
            <a href={record.href} lang="zh-Hans">
              {record.name}
            </a>
          ) : (
            reports.recordGone
          )}
        </Fact>
        <Fact term={reports.status}>
          <strong>{reports.statuses[status]}</strong>
          <p class="small soft">{reports.statusMeaning[status]}</p>
        </Fact>
        <Fact term={reports.receivedAt}>{day(receivedAt)}</Fact>
        {question !== null && (
          <Fact term={reports.question}>
            <span lang="zh-Hans">{question}</span>
          </Fact>
        )}
        <Fact term={reports.answer}>{answer === null ? reports.noAnswer : <span lang="zh-Hans">{answer}</span>}</Fact>
        {answeredAt !== null && <Fact term={reports.answeredAt}>{day(answeredAt)}</Fact>}
      </Facts>
    </article>
  );
}
