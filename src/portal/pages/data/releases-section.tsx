import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { SectionHead } from '../../components/section-head';
import { useView, type View } from '../../view';
import type { DataAnswer } from './data.document';
import { inReadersLanguage } from './data-head';
import { readingOrder } from './reading-order';

/** The releases that there were, the latest first. */
export function ReleasesSection({ answer: { releases } }: { answer: DataAnswer }): VNode | null {
  const view = useView();
  const { data } = view.m;
  if (releases.nodes.length === 0) return null;
  return (
    <section aria-labelledby="releases">
      <SectionHead id="releases" title={data.releases} note={data.releaseCount(releases.totalCount)}>
        <a href="/data/releases">JSON</a>
      </SectionHead>
      <table class="records releases">
        <thead>
          <tr>
            <th scope="col">{data.releaseColumns.number}</th>
            <th scope="col">{data.releaseColumns.time}</th>
            <th scope="col">{data.releaseColumns.changes}</th>
          </tr>
        </thead>
        <tbody>
          {releases.nodes.map((release) => (
            <tr key={release.number}>
              <th scope="row">
                <a href={`/data/releases/${release.number}`}>{data.release(release.number)}</a>
              </th>
              <td>
                <time dateTime={release.createdAt}>{dayOf(new Date(release.createdAt))}</time>
              </td>
              <td class="small soft">{changesOf(view, release)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small soft">{data.chained}</p>
    </section>
  );
}

function changesOf(view: View, { number, changes }: DataAnswer['releases']['nodes'][number]): string {
  const { data, site } = view.m;
  if (number === 1) return data.firstRelease;
  const parts = readingOrder.flatMap(({ name, title }) => {
    const change = changes.find(({ dataset }) => dataset === name);
    if (!change || change.added + change.changed + change.removed === 0) return [];
    return [data.change(inReadersLanguage(view, title), change.added, change.changed, change.removed)];
  });
  return parts.length === 0 ? data.noChange : parts.join(site.listComma);
}

/** Documents that were public and are not any more: why, since when, and by what a copy can be told. */
export function WithdrawnSection({ answer: { withdrawnPlans } }: { answer: DataAnswer }): VNode | null {
  const view = useView();
  const { data, site } = view.m;
  if (withdrawnPlans.totalCount === 0) return null;
  return (
    <section aria-labelledby="withdrawn">
      <SectionHead
        id="withdrawn"
        title={data.withdrawn}
        note={data.withdrawnNote(withdrawnPlans.nodes.length, withdrawnPlans.totalCount)}
      />
      <table class="records" tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">{data.withdrawnColumns.time}</th>
            <th scope="col">{data.withdrawnColumns.document}</th>
            <th scope="col">{data.withdrawnColumns.reason}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {withdrawnPlans.nodes.map(({ id, title, documentNumber, reason, withdrawnAt, sourceSha256 }) => (
            <tr key={id}>
              <td>{site.date(dayOf(new Date(withdrawnAt)))}</td>
              <th scope="row" lang="zh-Hans">
                {[title, documentNumber].filter(Boolean).join(' ') || data.notNamed}
              </th>
              <td lang="zh-Hans">{reason}</td>
              <td>
                <code class="digest">{sourceSha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
