import type { VNode } from 'preact';
import { CsvLink } from '../../components/csv-link';
import { PlanTable } from '../../components/plan-table';
import { QueryDrawer } from '../../components/query-drawer';
import { RegionTreeList } from '../../components/region-tree-list';
import { SearchForm } from '../../components/search-form';
import { SectionHead } from '../../components/section-head';
import { StatBand } from '../../components/stat-band';
import type { Page } from '../../page';
import { useView } from '../../view';
import { heldRegionsCsv } from '../regions/regions-csv';
import { ChangesSection } from './changes-section';
import { homeDocument } from './home.document';
import { homeStats } from './home-stats';
import { latestPlansCsv } from './latest-plans-csv';
import { loadHome, type LoadedHome } from './load-home';
import { NextDeadlines } from './next-deadlines';

/** Where one arrives: search, what is held, and what is new. */
export const homePage: Page = {
  path: '/',
  section: null,
  tables: [latestPlansCsv],
  async load({ view, ask }) {
    const loaded = await loadHome(ask);
    const { site, home } = view.m;
    return {
      head: {
        title: site.fullName,
        description: home.description,
        canonical: '/',
        structured: {
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: site.fullName,
          url: `${view.baseUrl}/`,
          potentialAction: {
            '@type': 'SearchAction',
            target: `${view.baseUrl}/search?text={search_term_string}`,
            'query-input': 'required name=search_term_string',
          },
        },
      },
      release: loaded.answer.release,
      body: <HomeView {...loaded} />,
    };
  },
};

function HomeView(loaded: LoadedHome): VNode {
  const view = useView();
  const { home, site } = view.m;
  const { answer } = loaded;
  const [first, second] = home.heading;
  return (
    <>
      <div class="home-top">
        <div>
          <h1 class="display">
            <span>{first}</span>
            <wbr />
            <span>{second}</span>
          </h1>
          <p class="lede measure">{home.lede}</p>
          <SearchForm />
          <Examples answer={answer} />
        </div>
        <section class="coverage" aria-labelledby="coverage">
          <SectionHead id="coverage" title={home.coverage}>
            {loaded.tree && <CsvLink path={heldRegionsCsv.path} />}
            <a href={view.href('/regions')}>{home.allRegions}</a>
          </SectionHead>
          {loaded.tree ? (
            <RegionTreeList branches={loaded.tree} />
          ) : (
            <p>
              <a href={view.href('/regions')}>{home.byProvince(answer.held.totalRows)}</a>
            </p>
          )}
        </section>
      </div>
      <StatBand label={home.figures} stats={homeStats(view, answer)} />
      <div class="home-columns">
        <section aria-labelledby="plans">
          <SectionHead id="plans" title={home.latestPlans}>
            <CsvLink path={latestPlansCsv.path} />
            <a href={view.href('/plans')}>{home.allPlans}</a>
          </SectionHead>
          <PlanTable plans={answer.plans.nodes} caption={home.latestPlans} />
        </section>
        <div>
          <NextDeadlines {...loaded} />
          <ChangesSection answer={answer} />
        </div>
      </div>
      <QueryDrawer document={homeDocument} variables={loaded.variables} title={site.query.page} />
    </>
  );
}

/** Words to search for that lead somewhere: of the data itself, beside one term of the field. */
function Examples({ answer }: { answer: LoadedHome['answer'] }): VNode {
  const view = useView();
  const { home, site } = view.m;
  const plan = answer.plans.nodes.find(({ documentNumber }) => documentNumber !== null) ?? answer.plans.nodes[0];
  const bodies = answer.example.nodes[0]?.tasks.nodes.flatMap(({ responsibilities }) => responsibilities) ?? [];
  const words = [home.example, bodies.find(({ unit }) => unit !== null)?.unit?.name, plan?.region.name, plan?.documentNumber].filter(
    (word) => word != null,
  );
  return (
    <p class="examples small">
      <span class="soft">
        {home.tryThese}
        {site.colon}
      </span>
      {words.map((word) => (
        <a key={word} href={view.href('/search', { text: word })} lang="zh-Hans">
          {word}
        </a>
      ))}
    </p>
  );
}
