import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { useView } from '../../view';
import type { LedgerEntryParts, LedgerRow } from './ledger.document';

/** What a unit reported: the entry that counts, and behind a fold those before it. */
export function LedgerEntries({ entries: { nodes, totalCount } }: Pick<LedgerRow, 'entries'>): VNode {
  const { tasks } = useView().m;
  const current = nodes.find(({ isCurrent }) => isCurrent) ?? nodes[0];
  const others = nodes.filter((entry) => entry !== current);
  if (!current) return <span class="soft">{tasks.noEntry}</span>;
  return (
    <>
      <LedgerEntry entry={current} />
      {others.length > 0 && (
        <details class="earlier-entries">
          <summary>{tasks.earlierEntries(totalCount - 1)}</summary>
          {others.map((entry) => (
            <LedgerEntry key={entry.id} entry={entry} />
          ))}
          {totalCount > nodes.length && <p class="small soft">{tasks.andMore(totalCount - nodes.length)}</p>}
        </details>
      )}
    </>
  );
}

function LedgerEntry({ entry }: { entry: LedgerEntryParts }): VNode {
  const { tasks, site } = useView().m;
  const { period, status, percentage, times, narrative, problems, nextStep, evidence, measures, publishedAt, isCurrent } = entry;
  const facts = [
    period === null ? null : site.period(period),
    tasks.reportStatus[status],
    percentage === null ? null : `${percentage}%`,
    times === null ? null : tasks.times(times),
    isCurrent ? null : tasks.replaced,
  ].filter((fact) => fact !== null);
  return (
    <div class="ledger-entry">
      <p class="small soft">
        {facts.join(' · ')}
        {publishedAt !== null && ` · ${tasks.publishedOn(site.date(dayOf(new Date(publishedAt))))}`}
      </p>
      <p lang="zh-Hans">{narrative}</p>
      {measures.map(({ phrase, value, unit }) => (
        <p key={phrase} class="small">
          {tasks.measured} <span lang="zh-Hans">{`${phrase}：${value}${unit ?? ''}`}</span>
        </p>
      ))}
      {problems !== null && <Said term={tasks.problems} words={problems} />}
      {nextStep !== null && <Said term={tasks.nextStep} words={nextStep} />}
      {evidence.length > 0 && (
        <ul class="evidence small" aria-label={tasks.evidence}>
          {evidence.map(({ title, url, check }) => (
            <li key={url}>
              <a href={url} rel="nofollow noopener" lang="zh-Hans">
                {title}
              </a>
              {check && <span class="soft"> {tasks.evidenceChecked[check.status](site.date(dayOf(new Date(check.checkedAt))))}</span>}
            </li>
          ))}
        </ul>
      )}
      <Receipt receipt={entry.receipt} />
    </div>
  );
}

function Said({ term, words }: { term: string; words: string }): VNode {
  return (
    <p class="small">
      <span class="soft">{term}</span> <span lang="zh-Hans">{words}</span>
    </p>
  );
}

/** On what ground it is public. */
function Receipt({ receipt }: Pick<LedgerEntryParts, 'receipt'>): VNode | null {
  const { m, lang } = useView();
  const { tasks, site } = m;
  if (!receipt) return null;
  if (receipt.route === 'OVERRIDE') {
    return (
      <p class="small soft">
        {tasks.override} <span lang="zh-Hans">{receipt.overrideReason}</span>
      </p>
    );
  }
  const stages = receipt.stages.map(({ titleZh, titleEn, decidedAt }) =>
    tasks.stage(lang === 'en' ? titleEn : titleZh, site.date(dayOf(new Date(decidedAt)))),
  );
  return <p class="small soft">{tasks.reviewed(stages.join(site.listComma))}</p>;
}
