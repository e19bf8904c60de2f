import type { VNode } from 'preact';
import { Fact, Facts } from '../../components/facts';
import { PlanTable } from '../../components/plan-table';
import { QueryDrawer } from '../../components/query-drawer';
import { levelOf, regionSteps } from '../../components/region-trail';
import { SectionHead } from '../../components/section-head';
import { StatBand } from '../../components/stat-band';
import { ProblemSection } from '../../components/problem-section';
import { Trail } from '../../components/trail';
import { UnitTable } from '../../components/unit-table';
import { coverageCsv } from './coverage-csv';
import { CoverageSection, type CoveredPlan } from './coverage-section';
import { PageMissing, type Page } from '../../page';
import { useView } from '../../view';
import { regionCoverageDocument, regionPageDocument, type RegionPageAnswer } from './region.document';

type FoundRegion = NonNullable<RegionPageAnswer['region']>;

/** One region: its plans, what stands below it, and its units. */
export const regionPage: Page = {
  path: '/regions/:code(^[A-Za-z0-9_=-]{1,64}$)',
  section: 'regions',
  tables: [coverageCsv],
  async load({ params, view, ask }) {
    const { region, within, release } = await ask(regionPageDocument, { code: params['code']! });
    if (!region) throw new PageMissing();
    const asked = view.asked('plan');
    const shown = region.plans.nodes.find(({ slug }) => slug === asked) ?? region.plans.nodes[0];
    const covered = shown ? (await ask(regionCoverageDocument, { plan: shown.id })).plan : null;
    return {
      head: {
        title: region.name,
        description: `${region.name} · ${view.m.regions.description}`,
        canonical: `/regions/${region.stableId}`,
      },
      release,
      body: <RegionView region={region} within={within.totalCount} covered={covered && shown ? { ...covered, id: shown.id } : null} />,
    };
  },
};

interface RegionViewProps {
  region: FoundRegion;
  within: number;
  /** One of its plans, the latest unless another is asked for, with what became of it below; null where none is held. */
  covered: (CoveredPlan & { id: string }) | null;
}

function RegionView({ region, within, covered }: RegionViewProps): VNode {
  const view = useView();
  const { regions } = view.m;
  const above = regionSteps(view, region).slice(0, -1);
  return (
    <article>
      <Trail
        steps={[{ label: regions.title, href: view.href('/regions') }, ...above, { label: region.name, href: null, isChinese: true }]}
      />
      <header class="title-block">
        <div>
          <p class="issuer">{levelOf(view, region)}</p>
          <h1 lang="zh-Hans">{region.name}</h1>
          <p class="lede measure">{regions.summary(region.plans.totalCount, within - region.plans.totalCount)}</p>
        </div>
        <RegionFacts region={region} />
      </header>
      <RegionFigures region={region} within={within} />
      <RegionPlans region={region} within={within} />
      {covered && <CoverageSection plan={covered} id={covered.id} plans={region.plans.nodes} />}
      <RegionChildren region={region} />
      <RegionUnits region={region} />
      <ProblemSection about={region.id} answers={region.problemAnswers} />
    </article>
  );
}

function RegionFacts({ region }: { region: FoundRegion }): VNode {
  const view = useView();
  const { regions, site } = view.m;
  return (
    <Facts>
      <Fact term={region.code === null ? regions.stableId : regions.code}>
        {region.code ?? (
          <>
            {region.stableId} <span class="soft">{regions.noCode}</span>
          </>
        )}
      </Fact>
      {region.parent && (
        <Fact term={region.kind === 'ZONE' ? regions.zoneHost : regions.above}>
          <a href={view.href(`/regions/${region.parent.stableId}`)} lang="zh-Hans">
            {region.parent.name}
          </a>
        </Fact>
      )}
      <Fact term={regions.source}>
        <span lang="zh-Hans">{region.source}</span>
        {site.comma}
        {site.date(region.sourceDate)}
      </Fact>
    </Facts>
  );
}

function RegionFigures({ region, within }: Pick<RegionViewProps, 'region' | 'within'>): VNode | null {
  const { regions } = useView().m;
  const [row] = region.figures.rows;
  if (!row || row.taskCount === 0) return null;
  const count = (kind: string) => region.kinds.rows.find(({ keys: [key] }) => key?.key === kind)?.taskCount ?? 0;
  return (
    <StatBand
      label={regions.figures}
      stats={[
        { figure: within, noun: regions.planFigure, scope: regions.scope },
        { figure: row.taskCount, noun: regions.tasks, scope: regions.scope },
        { figure: count('BY_DATE'), noun: regions.dated, scope: regions.scope },
        { figure: count('TIMELY'), noun: regions.timely, scope: regions.scope },
      ]}
    />
  );
}

function RegionPlans({ region, within }: Pick<RegionViewProps, 'region' | 'within'>): VNode {
  const view = useView();
  const { regions, plans } = view.m;
  return (
    <section aria-labelledby="plans">
      <SectionHead id="plans" title={regions.plans} note={region.plans.totalCount > 0 ? plans.counted(region.plans.totalCount) : null}>
        {region.plans.totalCount > 0 && (
          <a href={`/plans.csv?${new URLSearchParams({ region: region.stableId, own: '1', bom: '1' }).toString()}`}>
            {view.m.site.download.csv}
          </a>
        )}
        {within > region.plans.totalCount && <a href={view.href('/plans', { region: region.stableId })}>{regions.seeBelow(within)}</a>}
      </SectionHead>
      {region.plans.nodes.length === 0 ? (
        <p class="soft">{regions.noPlans}</p>
      ) : (
        <PlanTable plans={region.plans.nodes} caption={regions.plans} />
      )}
      <QueryDrawer document={regionPageDocument} variables={{ code: region.stableId }} title={view.m.site.query.page} />
    </section>
  );
}

function RegionChildren({ region }: { region: FoundRegion }): VNode | null {
  const view = useView();
  const { regions, site } = view.m;
  const { nodes, totalCount } = region.children;
  if (nodes.length === 0) return null;
  return (
    <section aria-labelledby="children">
      <SectionHead id="children" title={regions.children} note={regions.childrenNote(nodes.length, totalCount)} />
      <ul class="child-list">
        {nodes.map(({ id, name, stableId, plans }) => {
          const [latest] = plans.nodes;
          return (
            <li key={id}>
              <a class={latest ? undefined : 'unheld'} href={view.href(`/regions/${stableId}`)} lang="zh-Hans">
                {name}
              </a>
              <span class="soft small">
                {latest ? (latest.year === null ? view.m.plans.counted(1) : site.year(latest.year)) : site.absent.notHeld}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function RegionUnits({ region }: { region: FoundRegion }): VNode | null {
  const view = useView();
  const { regions } = view.m;
  if (region.units.totalCount === 0) return null;
  return (
    <section aria-labelledby="units">
      <SectionHead id="units" title={regions.units}>
        <a href={`/units.csv?${new URLSearchParams({ region: region.stableId, own: '1', bom: '1' }).toString()}`}>
          {view.m.site.download.csv}
        </a>
        <a href={view.href('/units', { region: region.stableId })}>{regions.allUnits(region.units.totalCount)}</a>
      </SectionHead>
      <UnitTable units={region.units.nodes} hasRegion={false} />
    </section>
  );
}
