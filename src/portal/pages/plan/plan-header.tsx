import type { VNode } from 'preact';
import { countMarks } from '../../components/deadline-mark';
import { Fact, Facts } from '../../components/facts';
import { planName } from '../../components/plan-name';
import { Words } from '../../components/words';
import { useView } from '../../view';
import type { Relative } from './plan.document';
import type { PlanViewProps } from './plan.page';

/** Issuer, title and figures at the left; what the document says of itself at the right. */
export function PlanHeader({ plan, outline }: Pick<PlanViewProps, 'plan' | 'outline'>): VNode {
  const view = useView();
  const { m } = view;
  const areas = plan.categories.filter(({ parent }) => parent === null).length;
  const marks = countMarks(outline.map(({ deadline }) => deadline)).map(([mark, count]) => m.plans.kindCounts[mark](count));
  return (
    <header class="title-block">
      <div>
        <p class="issuer">
          {plan.issuerText === null ? (
            `${m.plans.issuer}${m.site.colon}${m.site.absent.notPrinted}`
          ) : plan.issuingUnit ? (
            <a href={view.href(`/units/${plan.issuingUnit.id}`)} lang="zh-Hans">
              {plan.issuerText}
            </a>
          ) : (
            <span lang="zh-Hans">{plan.issuerText}</span>
          )}
        </p>
        <h1 lang="zh-Hans">
          <Words text={plan.title} />
        </h1>
        <p class="lede measure">
          {m.plans.summary(plan.tasks.totalCount, areas, plan.categories.length - areas)}
          {m.site.stop}
          {m.site.sentenceGap}
          {m.site.sentence(marks)}
        </p>
      </div>
      <PlanFacts plan={plan} />
    </header>
  );
}

function PlanFacts({ plan }: Pick<PlanViewProps, 'plan'>): VNode {
  const { m } = useView();
  return (
    <Facts>
      <Fact term={m.plans.documentNumber}>
        {plan.documentNumber !== null ? <span lang="zh-Hans">{plan.documentNumber}</span> : undefined}
      </Fact>
      <Fact term={m.plans.issuedOn}>
        {plan.issuedOn !== null ? <time dateTime={plan.issuedOn}>{m.site.date(plan.issuedOn)}</time> : undefined}
      </Fact>
      {plan.basis.length > 0 && (
        <Fact term={m.plans.basis}>
          <BasisList plan={plan} />
        </Fact>
      )}
      {plan.upstream.length > 0 && (
        <Fact term={m.plans.higher}>
          <RelativeList
            plans={plan.upstream.map(({ confirmed, upstream }) => ({ ...upstream, confirmed, pair: [upstream.slug, plan.slug] }))}
          />
        </Fact>
      )}
      {plan.downstream.totalCount > 0 && (
        <Fact term={m.plans.lower}>
          <RelativeList
            plans={plan.downstream.nodes.map(({ confirmed, downstream }) => ({
              ...downstream,
              confirmed,
              pair: [plan.slug, downstream.slug],
            }))}
            more={plan.downstream.totalCount - plan.downstream.nodes.length}
          />
        </Fact>
      )}
      {plan.remarks.length > 0 && (
        <Fact term={m.plans.remark}>
          <span class="song" lang="zh-Hans">
            {plan.remarks.map((remark) => remark.replace(/^备注[：:]/, '')).join('\n')}
          </span>
        </Fact>
      )}
    </Facts>
  );
}

function BasisList({ plan }: Pick<PlanViewProps, 'plan'>): VNode {
  const view = useView();
  return (
    <>
      {plan.basis.map(({ title, documentNumber, plan: cited }, index) => {
        const words = [title === null ? '' : `《${title}》`, documentNumber ?? ''].join('');
        return (
          <span key={index} class="line" lang="zh-Hans">
            {cited ? <a href={view.href(`/plans/${cited.slug}`)}>{words}</a> : words}
          </span>
        );
      })}
    </>
  );
}

interface Related extends Relative {
  confirmed: boolean;
  /** Both, the upper one first. */
  pair: [upper: string, lower: string];
}

function RelativeList({ plans, more = 0 }: { plans: readonly Related[]; more?: number }): VNode {
  const view = useView();
  const { m } = view;
  return (
    <>
      {plans.map(({ slug, title, region, tasks, confirmed, pair: [left, right] }) => (
        <span key={slug} class="line">
          <a href={view.href(`/plans/${slug}`)} lang="zh-Hans">
            {planName({ title, region })}
          </a>{' '}
          <span class="soft">
            {m.terms.tasks(tasks.totalCount)}
            {!confirmed && `${m.site.comma}${m.plans.proposed}`}
          </span>{' '}
          <a href={view.href('/compare', { left, right })}>{m.plans.derivations}</a>
        </span>
      ))}
      {more > 0 && <span class="soft">{m.plans.more(more)}</span>}
    </>
  );
}
