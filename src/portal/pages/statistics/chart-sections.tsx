import type { VNode } from 'preact';
import { ChartPicture } from '../../charts/chart-picture';
import { ChartTable } from '../../charts/chart-table';
import { CsvLink, csvHref } from '../../components/csv-link';
import { Mixed } from '../../components/mixed';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import { kindFinding, monthFinding, rankFinding } from './findings';
import type { RankFigures, Ranked } from './load-statistics';
import { kindsChart, kindsDrawing, monthsChart, monthsDrawing, rankDrawing, topicsChart, unitsChart } from './statistics-charts';
import { kindsTable, monthsTable, topicsTable, unitsTable } from './statistics-tables';
import { kindStatisticsDocument, monthStatisticsDocument, rankStatisticsDocument } from './statistics.document';
import type { StatisticsProps } from './statistics.page';

/** How deadlines are written: bars for each plan or level on one scale. */
export function KindsSection({ kinds, overview }: Pick<StatisticsProps, 'kinds' | 'overview'>): VNode {
  const view = useView();
  const { statistics, terms } = view.m;
  const { groups, values, variables } = kinds;
  const most = Math.max(0, ...groups.flatMap(({ counts }) => counts));
  const names = values.map((kind) => terms.deadlineKind[kind as 'TIMELY']);
  return (
    <section aria-labelledby="kinds">
      <SectionHead id="kinds" title={statistics.kinds} note={statistics.scale(overview.grouping, most)}>
        <CsvLink path={kindsTable.path} />
      </SectionHead>
      <p class="finding measure">
        <Mixed text={kindFinding(view, kinds)} />
      </p>
      <ChartPicture chart={kindsChart} alt={statistics.alt(statistics.kinds)} draw={(style) => kindsDrawing(view, kinds, style)} />
      <ChartTable
        isOpen
        caption={statistics.kinds}
        columns={[statistics.group[overview.grouping], ...names, statistics.total]}
        rows={groups.map(({ title, href, counts, total }) => ({ label: title, href, values: [...counts, total] }))}
      />
      <QueryDrawer
        document={kindStatisticsDocument}
        variables={variables}
        csv={csvHref(view, kindsTable.path)}
        title={statistics.queryBehind}
      />
    </section>
  );
}

/** When dated tasks fall due: a square for each. */
export function MonthsSection({ months, overview }: Pick<StatisticsProps, 'months' | 'overview'>): VNode {
  const view = useView();
  const { statistics, units } = view.m;
  if (!months) {
    return (
      <section aria-labelledby="months">
        <SectionHead id="months" title={statistics.monthsAny} />
        <p class="soft">{statistics.noDates}</p>
      </section>
    );
  }
  const { groups, variables, year } = months;
  const title = statistics.months(year);
  return (
    <section aria-labelledby="months">
      <SectionHead id="months" title={title} note={statistics.squares}>
        <CsvLink path={monthsTable.path} />
        <a href={view.href('/deadlines', { year, region: overview.filters.region })}>{statistics.toCalendar}</a>
      </SectionHead>
      <p class="finding measure">{monthFinding(view, months)}</p>
      <ChartPicture chart={monthsChart} alt={statistics.alt(title)} draw={(style) => monthsDrawing(view, months, style)} />
      <ChartTable
        caption={title}
        columns={[
          statistics.group[overview.grouping],
          ...Array.from({ length: 12 }, (_, index) => units.monthLabel(index + 1)),
          statistics.total,
        ]}
        rows={groups.map(({ title: label, href, counts, total }) => ({ label, href, values: [...counts, total] }))}
      />
      <QueryDrawer
        document={monthStatisticsDocument}
        variables={variables}
        csv={csvHref(view, monthsTable.path)}
        title={statistics.queryBehind}
      />
    </section>
  );
}

/** Names with the most tasks. */
export function RankSection({ figures, by }: { figures: RankFigures; by: Ranked }): VNode | null {
  const view = useView();
  const { statistics } = view.m;
  const { rows, totalRows, variables } = figures;
  const isUnits = by === 'UNIT';
  const [id, title, table, chart] = isUnits
    ? ['units', statistics.units, unitsTable, unitsChart]
    : ['topics', statistics.topics, topicsTable, topicsChart];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={title} note={statistics.ranked(rows.length, totalRows)}>
        <CsvLink path={table.path} />
      </SectionHead>
      <p class="finding measure">
        <Mixed text={rankFinding(view, figures, by)} />
      </p>
      <ChartPicture chart={chart} alt={statistics.alt(title)} draw={(style) => rankDrawing(figures, style)} />
      <ChartTable
        caption={title}
        columns={[isUnits ? statistics.unit : statistics.topic, statistics.taskCount]}
        rows={rows.map(({ key, label, value }) => ({
          label,
          href: isUnits ? view.href(`/units/${key}`) : view.href('/plans', { topic: key }),
          values: [value],
        }))}
      />
      <QueryDrawer document={rankStatisticsDocument} variables={variables} csv={csvHref(view, table.path)} title={statistics.queryBehind} />
    </section>
  );
}
