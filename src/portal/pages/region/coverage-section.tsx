import type { VNode } from 'preact';
import { QueryDrawer } from '../../components/query-drawer';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import { regionCoverageDocument, type RegionCoverageAnswer } from './region.document';
import { coverageCsv } from './coverage-csv';

export type CoveredPlan = NonNullable<RegionCoverageAnswer['plan']>;

interface CoverageSectionProps {
  plan: CoveredPlan;
  id: string;
  /** Of the region, the newest first: any of them can be looked at. */
  plans: readonly { slug: string; title: string; year: number | null }[];
}

/** What the regions below made of a plan, as far as their plans are held. */
export function CoverageSection({ plan, id, plans }: CoverageSectionProps): VNode | null {
  const view = useView();
  const { regions, site } = view.m;
  const { coverage, title } = plan;
  const held = coverage.regions.filter(({ isHeld }) => isHeld);
  const notHeld = coverage.regions.filter(({ isHeld }) => !isHeld);
  if (coverage.regionCount === 0) return null;
  const csv = `${coverageCsv.path}?plan=${id}&bom=1`;
  return (
    <section aria-labelledby="coverage">
      <SectionHead id="coverage" title={regions.coverage} note={<span lang="zh-Hans">{title}</span>}>
        <a href={csv}>{site.download.csv}</a>
      </SectionHead>
      {plans.length > 1 && (
        <nav class="chips" aria-label={regions.coveragePlans}>
          {plans.map(({ slug, title: name, year }) => (
            <a
              key={slug}
              class="tag"
              href={view.here({ plan: slug }, '#coverage')}
              aria-current={slug === plan.slug ? 'page' : undefined}
              aria-label={name}
            >
              {year === null ? name : site.year(year)}
            </a>
          ))}
        </nav>
      )}
      <p class="finding measure">{regions.coverageFinding(coverage.regionCount, coverage.heldCount, coverage.rate)}</p>
      {held.length > 0 && <CoverageTable plan={plan} held={held} />}
      {notHeld.length > 0 && (
        <p class="small soft">
          {site.absent.notHeld}
          {site.colon}
          <span lang="zh-Hans">{notHeld.map(({ region }) => region.name).join('、')}</span>
        </p>
      )}
      <QueryDrawer document={regionCoverageDocument} variables={{ plan: id }} csv={csv} />
    </section>
  );
}

function CoverageTable({ plan, held }: { plan: CoveredPlan; held: CoveredPlan['coverage']['regions'] }): VNode {
  const view = useView();
  const { regions, plans } = view.m;
  const columns = regions.coverageColumns;
  return (
    <table class="records stacked">
      <thead>
        <tr>
          <th scope="col">{columns.region}</th>
          <th scope="col">{columns.plan}</th>
          <th scope="col" class="numeric">
            {columns.carried}
          </th>
          <th scope="col" class="numeric">
            {columns.same}
          </th>
          <th scope="col" class="numeric">
            {columns.dropped}
          </th>
        </tr>
      </thead>
      <tbody>
        {held.map(({ region, plans: lower, carriedCount, sameCount, droppedCount, rate }) => (
          <tr key={region.stableId}>
            <th scope="row">
              <a href={view.href(`/regions/${region.stableId}`)} lang="zh-Hans">
                {region.name}
              </a>
            </th>
            <td>
              {lower.map(({ slug, title }) => (
                <span key={slug} class="line">
                  <a href={view.href(`/plans/${slug}`)} lang="zh-Hans">
                    {title}
                  </a>{' '}
                  <a class="small" href={view.href('/compare', { left: plan.slug, right: slug })}>
                    {plans.derivations}
                  </a>
                </span>
              ))}
            </td>
            <td class="numeric">
              <span class="narrow-word">{columns.carried} </span>
              {carriedCount}
              {rate !== null && <span class="soft small"> {`${Math.round(rate * 100)}%`}</span>}
            </td>
            <td class="numeric">
              <span class="narrow-word">{columns.same} </span>
              {sameCount}
            </td>
            <td class="numeric">
              <span class="narrow-word">{columns.dropped} </span>
              {droppedCount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
