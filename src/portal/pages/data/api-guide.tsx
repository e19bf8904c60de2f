import type { VNode } from 'preact';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import type { DataAnswer } from './data.document';
import { exampleDocument } from './example-query';

/** How a program asks: a question that runs as printed, limits, and what will not change. */
export function ApiGuide({ limits }: { limits: DataAnswer['rateLimit'] }): VNode {
  const { data } = useView().m;
  const { text } = exampleDocument;
  const endpoint = `/public/graphql?${new URLSearchParams({ query: text.replace(/\s+/g, ' ').trim() }).toString()}`;
  return (
    <section aria-labelledby="api">
      <SectionHead id="api" title={data.api} />
      <p class="measure">{data.apiLead(limits.limit)}</p>
      <pre class="example" tabIndex={0}>
        <code>{text}</code>
      </pre>
      <p class="drawer-links plain">
        <a href={`/explore?${new URLSearchParams({ query: text }).toString()}`}>{data.openExplore}</a>
        <a href={endpoint}>{data.getExample}</a>
        <a href="/explore">{data.schema}</a>
      </p>
      <dl class="limits">
        {data.limits(limits.limit, limits.costLimit).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What will not change, and how a download is checked. */
export function LastingSection(): VNode {
  const { data } = useView().m;
  return (
    <section aria-labelledby="lasting">
      <SectionHead id="lasting" title={data.versions} />
      <p>{data.versionsText}</p>
      <h3 class="guide-head">{data.verify}</h3>
      <p>{data.verifyText}</p>
      <pre class="example" tabIndex={0}>
        <code>sha256sum --check --ignore-missing SHA256SUMS</code>
      </pre>
    </section>
  );
}
