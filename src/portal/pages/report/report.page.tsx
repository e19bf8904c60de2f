import type { VNode } from 'preact';
import { Fact, Facts } from '../../components/facts';
import { Trail } from '../../components/trail';
import { PageMissing, type Page, type PageContent, type PageRequest } from '../../page';
import { useView } from '../../view';
import { emptyForm, type FilledForm, type FormProblem } from './filled-form';
import { ReportForm } from './report-form';
import { reportPageDocument } from './report.document';
import { nameRecord, type NamedRecord } from './reported-record';

/** The form by which a reader reports a problem with a record, `?about=` its id. */
export const reportPage: Page = {
  path: '/report',
  section: null,
  load: (request) => loadReport(request, emptyForm, []),
};

/** The same page again, with what was written and what is the matter with it. */
export async function loadReport(
  { view, ask }: Pick<PageRequest, 'view' | 'ask'>,
  filled: FilledForm,
  problems: readonly FormProblem[],
): Promise<PageContent> {
  const about = view.asked('about');
  if (about === null) throw new PageMissing();
  const { node, release } = await ask(reportPageDocument, { about });
  const record = node && nameRecord(view, node);
  if (!record) throw new PageMissing();
  const { title, lead } = view.m.reports;
  return {
    head: { title, description: lead, canonical: `/report?about=${about}` },
    release,
    body: <ReportView {...{ record, filled, problems }} />,
  };
}

function ReportView({ record, filled, problems }: { record: NamedRecord; filled: FilledForm; problems: readonly FormProblem[] }): VNode {
  const { reports } = useView().m;
  return (
    <article class="prose">
      <Trail
        steps={[
          { label: record.name, href: record.href, isChinese: true },
          { label: reports.title, href: null },
        ]}
      />
      <h1>{reports.title}</h1>
      <p class="lede">{reports.lead}</p>
      <Facts>
        <Fact term={reports.about}>
          <a href={record.href} lang="zh-Hans">
            {record.name}
          </a>{' '}
          <span class="soft">{record.kind}</span>
        </Fact>
      </Facts>
      <ReportForm {...{ about: record.id, filled, problems }} />
    </article>
  );
}
