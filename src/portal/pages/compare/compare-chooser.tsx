import type { VNode } from 'preact';
import { TextField, SelectField, type Choice } from '../../components/filter-form';
import { Mixed } from '../../components/mixed';
import { planName } from '../../components/plan-name';
import { HiddenLanguage } from '../../components/search-form';
import { SectionHead } from '../../components/section-head';
import { useView, type View } from '../../view';
import type { CompareChoicesAnswer, PlanChoice } from './compare.document';

/** Pairs that are offered to who has chosen nothing. */
const mostPairs = 6;

/** Which two plans: two fields, and pairs that belong together. */
export function CompareChooser({ choices, isOpen }: { choices: CompareChoicesAnswer; isOpen: boolean }): VNode {
  const view = useView();
  const { compare } = view.m;
  const { plans, left, right } = choices;
  const text = view.asked('text');
  return (
    <section aria-labelledby="choose">
      <SectionHead id="choose" title={isOpen ? compare.choose : compare.chooseOthers} />
      <form class="filter-form compare-form" action="/compare">
        <SelectField
          name="left"
          label={compare.left}
          none={compare.pick}
          value={left?.slug ?? null}
          choices={planChoices(plans.nodes, left)}
        />
        <SelectField
          name="right"
          label={compare.right}
          none={compare.pick}
          value={right?.slug ?? null}
          choices={planChoices(plans.nodes, right)}
        />
        {(plans.totalCount > plans.nodes.length || text !== null) && (
          <TextField name="text" label={compare.narrow(plans.nodes.length, plans.totalCount)} hint={compare.narrowHint} value={text} />
        )}
        <HiddenLanguage />
        <button class="primary">{compare.submit}</button>
      </form>
      <Pairs choices={choices} />
    </section>
  );
}

function planChoices(plans: readonly PlanChoice[], chosen: PlanChoice | null): Choice[] {
  const offered = chosen && !plans.some(({ id }) => id === chosen.id) ? [chosen, ...plans] : plans;
  return offered
    .map((plan) => ({ value: plan.slug, label: [planName(plan), plan.documentNumber].filter(Boolean).join(' '), isChinese: true }))
    .sort((one, other) => one.label.localeCompare(other.label, 'zh-Hans'));
}

interface Pair {
  left: PlanChoice;
  right: PlanChoice;
  isLineage: boolean;
}

/** A plan and the one it derives from; plans of one year at one level. */
function pairsOf({ plans, left }: CompareChoicesAnswer): Pair[] {
  const derived = plans.nodes.flatMap((lower) => lower.upstream.map(({ upstream }) => ({ left: upstream, right: lower, isLineage: true })));
  const peers = plans.nodes.flatMap((one, index) =>
    plans.nodes
      .slice(index + 1)
      .filter((other) => other.year !== null && other.year === one.year && other.region.level === one.region.level)
      .map((other) => ({ left: one, right: other, isLineage: false })),
  );
  const all = [...derived, ...peers];
  const own = left ? all.filter((pair) => pair.left.id === left.id || pair.right.id === left.id) : [];
  return (own.length > 0 ? own : all).slice(0, mostPairs);
}

function Pairs({ choices }: { choices: CompareChoicesAnswer }): VNode | null {
  const view = useView();
  const { compare } = view.m;
  const pairs = pairsOf(choices).filter(({ left, right }) => left.id !== choices.left?.id || right.id !== choices.right?.id);
  if (pairs.length === 0) return null;
  return (
    <>
      <h3 class="pairs-head">{compare.pairs}</h3>
      <ul class="record-list">
        {pairs.map(({ left, right, isLineage }) => (
          <li key={`${left.id} ${right.id}`}>
            <a href={view.href('/compare', { left: left.slug, right: right.slug })}>
              <Mixed text={pairLabel(view, left, right)} />
            </a>
            <span class="small soft">{isLineage ? compare.lineagePair : compare.peerPair}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function pairLabel({ m }: View, left: PlanChoice, right: PlanChoice): string {
  const nameOf = ({ region, year }: PlanChoice) => `${region.name}${year === null ? '' : ` ${year}`}`;
  return m.compare.pair(nameOf(left), nameOf(right));
}
