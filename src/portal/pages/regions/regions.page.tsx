import type { VNode } from 'preact';
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
import { findRegionsDocument, regionsDocument, type FindRegionsAnswer, type RegionsAnswer } from './regions.document';

const pageSize = 50;

/** The regions that are held, and the way to all others. */
export const regionsPage: Page = {
  path: '/regions',
  section: 'regions',
  async load({ view, ask }) {
    const text = searchText(view.asked('text'));
    const [answer, found] = await Promise.all([
      ask(regionsDocument, {}),
      text === null ? null : ask(findRegionsDocument, { text, ...pageAsked(view, pageSize) }),
    ]);
    return {
      head: { title: view.m.regions.title, description: view.m.regions.description, canonical: '/regions' },
      release: answer.release,
      body: <RegionsView answer={answer} text={text} found={found?.regions ?? null} />,
    };
  },
};

interface RegionsViewProps {
  answer: RegionsAnswer;
  text: string | null;
  found: FindRegionsAnswer['regions'] | null;
}

function RegionsView({ answer: { held, provinces }, text, found }: RegionsViewProps): VNode {
  const view = useView();
  const { regions } = view.m;
  return (
    <>
      <Trail steps={[{ label: regions.title, href: null }]} />
      <h1>{regions.title}</h1>
      <p class="lede measure">{regions.lead}</p>
      <FindForm text={text} />
      {found && text !== null && <FoundRegions found={found} text={text} />}
      <div class="region-columns">
        <section aria-labelledby="held">
          <SectionHead
            id="held"
            title={regions.held}
            note={regions.heldCount(new Set(held.rows.map(({ keys: [key] }) => key?.key)).size)}
          />
          <RegionTreeList branches={regionTree(heldYears(held.rows))} />
          <QueryDrawer document={regionsDocument} variables={{}} csv="/data/regions.csv" />
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

function FindForm({ text }: { text: string | null }): VNode {
  const view = useView();
  const { regions, site } = view.m;
  return (
    <form class="search find" action="/regions" role="search">
      <label class="hidden" for="find-region">
        {regions.find}
      </label>
      <input
        id="find-region"
        type="search"
        name="text"
        value={text ?? ''}
        placeholder={regions.findHint}
        maxLength={200}
        autocomplete="off"
      />
      <HiddenLanguage />
      <button class="primary">{site.search}</button>
    </form>
  );
}

function FoundRegions({ found, text }: { found: FindRegionsAnswer['regions']; text: string }): VNode {
  const { regions } = useView().m;
  return (
    <section aria-labelledby="found">
      <SectionHead id="found" title={regions.found(text, found.totalCount)} />
      <ul class="record-list">
        {found.nodes.map((region) => (
          <FoundRegion key={region.id} region={region} />
        ))}
      </ul>
      <Pager info={found.pageInfo} />
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
