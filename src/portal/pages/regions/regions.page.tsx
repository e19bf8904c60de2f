import type { VNode } from 'preact';
import { CsvLink, csvHref } from '../../components/csv-link';
import { HiddenLanguage } from '../../components/search-form';
import { pageAsked, Pager } from '../../components/pager';
import { QueryDrawer } from '../../components/query-drawer';
import { levelOf, regionSteps } from '../../components/region-trail';
import type { RegionTrail } from '../../components/region-trail.document';
import { heldYears, regionTree } from '../../components/region-tree';
import { RegionTreeList } from '../../components/region-tree-list';
import { SectionHead } from '../../components/section-head';
import { Trail } from '../../components/trail';
import type { Page } from '../../page';
import { searchText } from '../../search-text';
import { useView } from '../../view';
import {
  findRegionsDocument,
  regionsDocument,
  type FindRegionsAnswer,
  type FindRegionsVariables,
  type RegionsAnswer,
} from './regions.document';
import { foundRegionsCsv, heldRegionsCsv } from './regions-csv';

const pageSize = 50;

/** The regions that are held, and the way to all others. */
export const regionsPage: Page = {
  path: '/regions',
  section: 'regions',
  tables: [foundRegionsCsv, heldRegionsCsv],
  async load({ view, ask }) {
    const text = searchText(view.asked('text'));
    const variables: FindRegionsVariables | null = text === null ? null : { text, ...pageAsked(view, pageSize) };
    const [answer, found] = await Promise.all([ask(regionsDocument, {}), variables && ask(findRegionsDocument, variables)]);
    return {
      head: { title: view.m.regions.title, description: view.m.regions.description, canonical: '/regions' },
      release: answer.release,
      body: <RegionsView answer={answer} found={found && variables ? { ...found.regions, variables } : null} />,
    };
  },
};

interface RegionsViewProps {
  answer: RegionsAnswer;
  /** Null: no words were looked for. */
  found: (FindRegionsAnswer['regions'] & { variables: FindRegionsVariables }) | null;
}

function RegionsView({ answer: { held, provinces }, found }: RegionsViewProps): VNode {
  const view = useView();
  const { regions } = view.m;
  const heldCsv = `${heldRegionsCsv.path}?bom=1`;
  return (
    <>
      <Trail steps={[{ label: regions.title, href: null }]} />
      <h1>{regions.title}</h1>
      <p class="lede measure">{regions.lead}</p>
      <FindForm text={found?.variables.text ?? ''} />
      {found && <FoundRegions found={found} />}
      <div class="region-columns">
        <section aria-labelledby="held">
          <SectionHead id="held" title={regions.held} note={regions.heldCount(new Set(held.rows.map(({ keys: [key] }) => key?.key)).size)}>
            <a href={heldCsv}>{view.m.site.download.csv}</a>
          </SectionHead>
          <RegionTreeList branches={regionTree(heldYears(held.rows))} />
          <QueryDrawer document={regionsDocument} variables={{}} csv={heldCsv} />
        </section>
        <section aria-labelledby="provinces">
          <SectionHead id="provinces" title={regions.provinces} />
          <ul class="name-list">
            {provinces.nodes.map(({ name, stableId }) => (
              <li key={stableId}>
                <a href={view.href(`/regions/${stableId}`)} lang="zh-Hans">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function FindForm({ text }: { text: string }): VNode {
  const view = useView();
  const { regions, site } = view.m;
  return (
    <form class="search find" action="/regions" role="search">
      <label class="hidden" for="find-region">
        {regions.find}
      </label>
      <input id="find-region" type="search" name="text" value={text} placeholder={regions.findHint} maxLength={200} autocomplete="off" />
      <HiddenLanguage />
      <button class="primary">{site.search}</button>
    </form>
  );
}

function FoundRegions({ found }: { found: NonNullable<RegionsViewProps['found']> }): VNode {
  const view = useView();
  const { regions } = view.m;
  return (
    <section aria-labelledby="found">
      <SectionHead id="found" title={regions.found(found.variables.text, found.totalCount)}>
        {found.totalCount > 0 && <CsvLink path={foundRegionsCsv.path} />}
      </SectionHead>
      <ul class="record-list">
        {found.nodes.map((region) => (
          <FoundRegion key={region.id} region={region} />
        ))}
      </ul>
      <Pager info={found.pageInfo} />
      <QueryDrawer document={findRegionsDocument} variables={found.variables} csv={csvHref(view, foundRegionsCsv.path)} />
    </section>
  );
}

function FoundRegion({ region }: { region: RegionTrail }): VNode {
  const view = useView();
  const steps = regionSteps(view, region);
  const above = steps.slice(0, -1).map(({ label }) => label);
  return (
    <li>
      <a href={view.href(`/regions/${region.stableId}`)} lang="zh-Hans">
        {region.name}
      </a>
      <span class="soft small">
        {levelOf(view, region)}
        {above.length > 0 && (
          <span lang="zh-Hans">
            {' · '}
            {above.join(' › ')}
          </span>
        )}
      </span>
    </li>
  );
}
