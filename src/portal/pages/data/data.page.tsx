import type { VNode } from 'preact';
import { licence } from '../../../open-data';
import { dayOf } from '../../../platform/calendar';
import { Fact, Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { Trail } from '../../components/trail';
import type { Page } from '../../page';
import { useView } from '../../view';
import { ApiGuide, LastingSection } from './api-guide';
import { dataDocument, type DataAnswer } from './data.document';
import { dataHead } from './data-head';
import { DictionarySection } from './dictionary-section';
import { DownloadSection } from './download-section';
import { ReleasesSection, WithdrawnSection } from './releases-section';

const shownWithdrawn = 20;

/** All data to take away: files, what is in them, what changed, and how programs ask. */
export const dataPage: Page = {
  path: '/data',
  section: 'data',
  async load({ view, ask }) {
    const answer = await ask(dataDocument, { withdrawn: shownWithdrawn });
    return { head: dataHead(view, answer), release: answer.release, body: <DataView answer={answer} /> };
  },
};

function DataView({ answer }: { answer: DataAnswer }): VNode {
  const view = useView();
  const { data } = view.m;
  return (
    <>
      <Trail steps={[{ label: data.title, href: null }]} />
      <header class="title-block">
        <div>
          <h1>{data.heading}</h1>
          <p class="lede measure">{data.lead}</p>
        </div>
        <ReleaseFacts answer={answer} />
      </header>
      {answer.latest ? <DownloadSection latest={answer.latest} /> : <Notice title={data.noRelease}>{data.noReleaseText}</Notice>}
      <div class="data-pair">
        <ApiGuide limits={answer.rateLimit} />
        <div>
          <ReleasesSection answer={answer} />
          <LastingSection />
        </div>
      </div>
      <DictionarySection />
      <WithdrawnSection answer={answer} />
    </>
  );
}

function ReleaseFacts({ answer: { latest, releases } }: { answer: DataAnswer }): VNode {
  const view = useView();
  const { data, site } = view.m;
  const [, before] = releases.nodes;
  return (
    <Facts>
      <Fact term={data.facts.latest}>
        {latest ? data.releaseOn(latest.number, site.date(dayOf(new Date(latest.createdAt)))) : data.noRelease}
      </Fact>
      <Fact term={data.facts.licence}>
        {data.licence} <a href={licence.url}>{licence.spdx}</a>
      </Fact>
      {latest && (
        <Fact term={data.facts.checksums}>
          <a href={`/data/releases/${latest.number}/SHA256SUMS`}>SHA256SUMS</a> <code class="digest">{latest.sha256.slice(0, 16)}</code>
        </Fact>
      )}
      {latest && before && (
        <Fact term={data.facts.changes}>
          <a href={`/data/releases/${latest.number}/changes.jsonl`}>{data.fromTo(before.number, latest.number)}</a>
        </Fact>
      )}
      <Fact term={data.facts.subscribe}>
        <a href="/feeds/changes.atom">Atom</a> · <a href="/calendar.ics">ICS</a>
      </Fact>
    </Facts>
  );
}
