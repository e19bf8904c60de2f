import { Feed } from 'feed';
import { globalId } from '../../platform/graphql';
import { licence, publisherName, titlesOf } from '../catalogue';
import type { PublicChange } from './public-changes';

const words: Record<PublicChange['kind'], readonly [zh: string, en: string]> = {
  PUBLISHED: ['公开', 'Published'],
  CORRECTED: ['更正', 'Corrected'],
  WITHDRAWN: ['撤回', 'Withdrawn'],
  RELEASED: ['数据版本', 'Release'],
};

interface FeedFacts {
  publicBaseUrl: string;
  /** Address of the feed itself. */
  self: string;
  isDemonstration: boolean;
}

/** The changes as an Atom feed. Ids are tags that last: they hold the record and the moment, never the address of a page. */
export function atomOf(changes: readonly PublicChange[], { publicBaseUrl, self, isDemonstration }: FeedFacts): string {
  const { dataset, description } = titlesOf(isDemonstration);
  const authority = `tag:${new URL(publicBaseUrl).hostname},2026`;
  const feed = new Feed({
    id: `${authority}:changes`,
    title: escapeHtml(`${dataset[0]} · 变更 changes`),
    ...(isDemonstration && { description: escapeHtml(description.join(' ')) }),
    link: `${publicBaseUrl}/`,
    feedLinks: { atom: self },
    updated: changes[0]?.at ?? new Date(0),
    author: { name: publisherName },
    copyright: licence.spdx,
    generator: publisherName,
  });
  for (const change of changes) {
    const [zh, en] = words[change.kind];
    const title = escapeHtml(`${zh} ${en}：${titleOf(change)}`);
    feed.addItem({
      id: `${authority}:${idOf(change)}`,
      title,
      link: linkOf(change, publicBaseUrl),
      date: change.at,
      published: change.at,
      description: escapeHtml([titleOf(change), ...change.reasons].join(' — ')),
      category: [{ term: change.kind, name: zh }],
    });
  }
  return feed.atom1();
}

function titleOf({ kind, key, title }: PublicChange): string {
  if (kind === 'RELEASED') return `${key}`;
  return title ?? globalId('Plan', key);
}

function idOf({ kind, key, at }: PublicChange): string {
  return kind === 'RELEASED' ? `release/${key}` : `plan/${globalId('Plan', key)}/${kind.toLowerCase()}/${at.getTime()}`;
}

function linkOf({ kind, key, slug }: PublicChange, publicBaseUrl: string): string {
  if (kind === 'RELEASED') return `${publicBaseUrl}/data/releases/${key}`;
  return slug === null ? `${publicBaseUrl}/plans` : `${publicBaseUrl}/plans/${slug}`;
}

/** Feed texts are HTML; characters that XML does not know go. */
function escapeHtml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
