import type { VNode } from 'preact';
import { mostRows } from '../../all-rows';
import { csvHref } from '../../components/csv-link';
import { LedgerGlyph, type LedgerState } from '../../components/ledger-glyph';
import { LedgerStatus } from '../../components/ledger-status';
import { Notice } from '../../components/notice';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { StatBand } from '../../components/stat-band';
import { useView } from '../../view';
import { dutiesByStatusCsv } from './duties-csv';
import { percent } from './findings';
import { statisticFilterBy } from './statistic-filters';
import { progressStatisticsDocument } from './statistics.document';
import type { StatisticsProps } from './statistics.page';

const states: readonly LedgerState[] = ['OVERDUE', 'NOT_REPORTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_COLLECTED'];

/** What was reported. A sentence as long as there is nothing to divide by. */
export function ProgressSection({ progress, overview }: Pick<StatisticsProps, 'progress' | 'overview'>): VNode {
  const view = useView();
  const { statistics, terms } = view.m;
  const whole = progress.whole.rows[0];
  return (
    <section aria-labelledby="progress">
      <SectionHead id="progress" title={statistics.progress} />
      {!whole || whole.completionRate === null ? (
        <Notice glyph={<LedgerGlyph state="NOT_COLLECTED" />} title={terms.status.NOT_COLLECTED}>
          {statistics.noProgress(overview.choices.plans.totalCount)}
        </Notice>
      ) : (
        <>
          <StatBand
            label={statistics.progressFigures}
            stats={[
              {
                figure: percent(whole.completionRate),
                noun: statistics.completionRate,
                scope: statistics.outOf(whole.completedCount ?? 0, whole.collectedCount),
              },
              {
                figure: whole.onTimeRate === null ? statistics.noRate : percent(whole.onTimeRate),
                isWords: whole.onTimeRate === null,
                noun: statistics.onTimeRate,
                scope: statistics.onTimeScope,
              },
              { figure: whole.overdueCount ?? 0, noun: statistics.overdue, scope: statistics.overdueScope },
              {
                figure: whole.obligationCount - whole.collectedCount,
                noun: terms.status.NOT_COLLECTED,
                scope: statistics.duties(whole.obligationCount),
              },
            ]}
          />
          <StatusTable progress={progress} />
          {whole.rosterKnownOnly && <p class="small soft">{statistics.rosterNote}</p>}
        </>
      )}
      <QueryDrawer
        document={progressStatisticsDocument}
        variables={{ filterBy: statisticFilterBy(overview.filters) }}
        csv="/data/obligations.csv?bom=1"
        title={statistics.queryBehind}
      />
    </section>
  );
}

function StatusTable({ progress }: Pick<StatisticsProps, 'progress'>): VNode {
  const view = useView();
  const { statistics, terms, site } = view.m;
  return (
    <table class="chart-table">
      <caption class="hidden">{statistics.progress}</caption>
      <thead>
        <tr>
          <th scope="col">{statistics.status}</th>
          <th scope="col" class="numeric">
            {statistics.dutyCount}
          </th>
          <th scope="col">{statistics.file}</th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => {
          const count = progress.byStatus.rows.find(({ keys: [key] }) => key?.key === state)?.obligationCount ?? 0;
          const csv = csvHref(view, dutiesByStatusCsv.path).replace('?', `?status=${state}&`);
          return (
            <tr key={state}>
              <th scope="row">
                <LedgerStatus state={state} />
              </th>
              <td class="numeric">{count}</td>
              <td>
                {count > 0 && count <= mostRows && (
                  <a href={csv} aria-label={statistics.dutiesFile(terms.status[state])}>
                    {site.download.csv}
                  </a>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
