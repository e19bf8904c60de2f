import { Fragment, type VNode } from 'preact';
import { countMarks } from '../../components/deadline-mark';
import { Fact, Facts } from '../../components/facts';
import { Words } from '../../components/words';
import { useView } from '../../view';
import type { PlanViewProps } from './plan.page';

/** Issuer, title and figures at the left; what the document says of itself at the right. */
export function PlanHeader({ plan, outline, relatives }: Pick<PlanViewProps, 'plan' | 'outline' | 'relatives'>): VNode {
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
      <PlanFacts plan={plan} relatives={relatives} />
    </header>
  );
}

function PlanFacts({ plan, relatives }: Pick<PlanViewProps, 'plan' | 'relatives'>): VNode {
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
      {relatives.above.length > 0 && (
        <Fact term={m.plans.higher}>
          <RelativeList plans={relatives.above} />
        </Fact>
      )}
      {relatives.below.length > 0 && (
        <Fact term={m.plans.lower}>
          <RelativeList plans={relatives.below} />
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

function RelativeList({ plans }: { plans: PlanViewProps['relatives']['below'] }): VNode {
  const view = useView();
  return (
    <>
      {plans.map(({ slug, title, region, tasks }) => (
        <Fragment key={slug}>
          <span class="line">
            <a href={view.href(`/plans/${slug}`)} lang="zh-Hans">
              {region.name} {title}
            </a>{' '}
            <span class="soft">{view.m.terms.tasks(tasks.totalCount)}</span>
          </span>
        </Fragment>
      ))}
    </>
  );
}
