import type { VNode } from 'preact';
import { Mixed } from '../../components/mixed';
import { Trail } from '../../components/trail';
import { Words } from '../../components/words';
import type { Page } from '../../page';
import { useView, type View } from '../../view';
import { CompareChooser } from './compare-chooser';
import { ComparedFacts } from './compared-facts';
import { ComparedRows } from './compared-rows';
import { loadCompare, type Comparison, type LoadedCompare } from './load-compare';
import { comparedTable } from './compared-table';
import { labelOf, sideNames } from './side-names';

/** Two plans side by side: what each is, and task by task what stands in both, in other words or in one alone. */
export const comparePage: Page = {
  path: '/compare',
  section: 'plans',
  tables: [comparedTable],
  async load({ view, ask }) {
    const loaded = await loadCompare(view, ask);
    const { comparison, choices } = loaded;
    const { compare } = view.m;
    return {
      head: {
        title: comparison ? titleOf(view, comparison) : compare.title,
        description: compare.description,
        canonical: comparison ? `/compare?left=${comparison.left.slug}&right=${comparison.right.slug}` : '/compare',
      },
      release: choices.release,
      body: <CompareView {...loaded} />,
    };
  },
};

function CompareView({ choices, comparison }: LoadedCompare): VNode {
  const view = useView();
  const { compare, plans } = view.m;
  const title = comparison ? titleOf(view, comparison) : compare.title;
  return (
    <>
      <Trail
        steps={[
          { label: plans.title, href: view.href('/plans') },
          { label: compare.trail, href: null },
        ]}
      />
      <h1>{view.lang === 'en' ? <Mixed text={title} /> : <Words text={title} />}</h1>
      {comparison ? (
        <>
          <p class="lede measure">
            <Mixed text={findingOf(view, comparison)} />
          </p>
          <ComparedFacts comparison={comparison} />
          <ComparedRows comparison={comparison} />
        </>
      ) : (
        <p class="lede measure">{compare.lead}</p>
      )}
      <CompareChooser choices={choices} isOpen={!comparison} />
    </>
  );
}

function titleOf({ m }: View, { left, right }: Comparison): string {
  const { compare } = m;
  const [one, other] = [left.region.name, right.region.name];
  if (left.id === right.id || left.year === null || right.year === null) return compare.titleOf(labelOf(left), labelOf(right));
  if (one === other) return compare.titleOfYears(one, left.year, right.year);
  return left.year === right.year ? compare.titleOfYear(one, other, left.year) : compare.titleOf(labelOf(left), labelOf(right));
}

/** What the comparison shows, in one sentence. */
function findingOf({ m }: View, { counts, left, right, isLineage }: Comparison): string {
  const { compare, site } = m;
  const [one, other] = sideNames({ left, right });
  const parts = [
    compare.counts.same(counts.same),
    compare.counts.adapted(counts.adapted),
    counts.leftSplit > 0 ? compare.counts.split(counts.leftSplit) : '',
    counts.leftMerged > 0 ? compare.counts.merged(counts.leftMerged) : '',
    compare.counts.only(one, counts.leftOnly),
    compare.counts.only(other, counts.rightOnly),
  ].filter(Boolean);
  return `${site.sentence(parts)}${site.sentenceGap}${isLineage ? compare.isLineage : compare.isNoLineage}`;
}
