import type { VNode } from 'preact';
import { CsvLink, csvHref } from '../../components/csv-link';
import { Deadline } from '../../components/deadline';
import { fullName } from '../../components/full-name';
import { pageAsked, Pager } from '../../components/pager';
import { planName } from '../../components/plan-name';
import { QueryDrawer } from '../../components/query-drawer';
import { regionSteps } from '../../components/region-trail';
import { SearchForm } from '../../components/search-form';
import { SectionHead } from '../../components/section-head';
import { Trail } from '../../components/trail';
import type { Page } from '../../page';
import { useView, type View } from '../../view';
import { askedSearch, searchKinds, type SearchKind } from './asked-search';
import { searchCsv } from './search-csv';
import { searchDocument, type SearchAnswer, type SearchVariables } from './search.document';

type Result = SearchAnswer['search']['nodes'][number];

const pageSize = 20;
/** Tasks that a search ranks; of more it tells the number. */
const mostRanked = 2000;

/** Everything that has some words. */
export const searchPage: Page = {
  path: '/search',
  section: 'search',
  tables: [searchCsv],
  async load({ view, ask }) {
    const { text, kinds } = askedSearch(view);
    const variables: SearchVariables = { text: text ?? '', kinds, ...pageAsked(view, pageSize) };
    const answer = await ask(searchDocument, variables);
    const { search } = view.m;
    return {
      head: { title: text === null ? search.title : search.titleFor(text), description: search.description, canonical: '/search' },
      release: answer.release,
      body: <SearchView {...{ answer, text, variables, kind: kinds?.[0] ?? null }} />,
    };
  },
};

interface SearchViewProps {
  answer: SearchAnswer;
  /** Null: nothing was asked for yet. */
  text: string | null;
  kind: SearchKind | null;
  variables: SearchVariables;
}

function SearchView({ answer, text, kind, variables }: SearchViewProps): VNode {
  const view = useView();
  const { search } = view.m;
  const { nodes, totalCount, pageInfo } = answer.search;
  return (
    <>
      <Trail steps={[{ label: search.title, href: null }]} />
      <h1>{search.title}</h1>
      <div class="search-block">
        <SearchForm text={text ?? ''} />
        <p class="small soft measure">{search.help}</p>
      </div>
      {text !== null && (
        <section aria-labelledby="results">
          <SectionHead id="results" title={search.results} note={search.found(totalCount)}>
            {totalCount > 0 && <CsvLink path={searchCsv.path} />}
          </SectionHead>
          <KindChips facets={answer.searchFacets} kind={kind} />
          {nodes.length === 0 ? (
            <div class="empty">
              <p>
                <strong>{search.none(text)}</strong>
              </p>
              <p class="soft">{search.advice}</p>
            </div>
          ) : (
            <ol class="result-list">
              {nodes.map((result, index) => (
                <ResultItem key={index} result={result} />
              ))}
            </ol>
          )}
          <Pager info={pageInfo} />
          {totalCount > mostRanked && <p class="small soft">{search.most}</p>}
          <QueryDrawer document={searchDocument} variables={variables} csv={csvHref(view, searchCsv.path)} />
        </section>
      )}
    </>
  );
}

/** How many there are of each kind, each one press away. */
function KindChips({ facets, kind }: { facets: SearchAnswer['searchFacets']; kind: SearchKind | null }): VNode | null {
  const view = useView();
  const { search } = view.m;
  const counts = searchKinds.flatMap((each) => {
    const count = facets.find(({ key }) => key === each)?.count;
    return count ? [{ each, count }] : [];
  });
  if (counts.length < 2 && kind === null) return null;
  return (
    <nav class="chips" aria-label={search.kind}>
      <a class="tag" href={view.here({ kind: null, after: null, before: null })} aria-current={kind === null ? 'page' : undefined}>
        {search.allKinds}
      </a>
      {counts.map(({ each, count }) => (
        <a
          key={each}
          class="tag"
          href={view.here({ kind: each, after: null, before: null })}
          aria-current={kind === each ? 'page' : undefined}
        >
          {search.kinds[each]} {count}
        </a>
      ))}
    </nav>
  );
}

function ResultItem({ result: { kind, fragments, node } }: { result: Result }): VNode | null {
  const view = useView();
  if (!node) return null;
  return (
    <li>
      <p class="result-kind small soft">
        {view.m.search.kinds[kind]} · <span lang="zh-Hans">{placeOf(view, node)}</span>
      </p>
      <p class={kind === 'TASK' ? 'result-text song' : 'result-name'} lang="zh-Hans">
        {kind === 'TASK' ? (
          <Fragments fragments={fragments} />
        ) : (
          <a href={addressOf(view, node)}>{nameOf(node) ?? <Fragments fragments={fragments} />}</a>
        )}
      </p>
      {node.__typename === 'Task' && (
        <p class="result-task small">
          <a href={addressOf(view, node)}>{view.m.tasks.title(node.number)}</a>
          <Deadline deadline={node.deadline} />
        </p>
      )}
    </li>
  );
}

function Fragments({ fragments }: { fragments: Result['fragments'] }): VNode {
  return <>{fragments.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))}</>;
}

type Found = NonNullable<Result['node']>;

/** The whole name, where the words stand in another one. */
function nameOf(node: Found): string | null {
  if (node.__typename === 'Unit') return fullName(node);
  return node.__typename === 'Plan' ? planName(node) : null;
}

function placeOf(view: View, node: Found): string {
  if (node.__typename === 'Task') return `${planName(node.plan)}`;
  if (node.__typename === 'Plan') return node.documentNumber ?? view.m.plans.noNumber;
  if (node.__typename === 'Unit') return [node.region.name, view.m.terms.unitKind[node.unitKind]].join(' · ');
  return regionSteps(view, node)
    .map(({ label }) => label)
    .join(' › ');
}

function addressOf(view: View, node: Found): string {
  if (node.__typename === 'Task') return view.href(`/tasks/${node.id}`);
  if (node.__typename === 'Plan') return view.href(`/plans/${node.slug}`);
  if (node.__typename === 'Unit') return view.href(`/units/${node.id}`);
  return view.href(`/regions/${node.stableId}`);
}
