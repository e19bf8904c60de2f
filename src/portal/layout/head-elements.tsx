import type { VNode } from 'preact';
import { languageTag } from '../messages';
import type { Head, Section } from '../page';
import { useView } from '../view';
import { assets } from '../assets';

/** What browsers, search engines and the inspection of government sites read of a page. */
export function HeadElements({ head, section }: { head: Head; section: Section | null }): VNode {
  const view = useView();
  const { site } = view.m;
  const canonical = new URL(head.canonical, view.baseUrl);
  const english = new URL(canonical);
  english.searchParams.set('lang', 'en');
  const title = head.title === site.fullName ? head.title : `${head.title} · ${site.fullName}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={head.description} />
      <meta name="color-scheme" content={view.theme === 'auto' ? 'light dark' : view.theme} />
      <link rel="stylesheet" href={assets.stylesheet.path} />
      <link rel="icon" type="image/svg+xml" href={assets.icon.path} />
      <link rel="canonical" href={view.lang === 'en' ? english.href : canonical.href} />
      <link rel="alternate" hreflang={languageTag.zh} href={canonical.href} />
      <link rel="alternate" hreflang="en" href={english.href} />
      <link rel="search" type="application/opensearchdescription+xml" title={site.fullName} href="/opensearch.xml" />
      {head.isPrivate && <meta name="robots" content="noindex" />}
      <meta name="SiteName" content={site.fullName} />
      <meta name="SiteDomain" content={new URL(view.baseUrl).host} />
      {section && <meta name="ColumnName" content={section === 'search' ? site.search : site.nav[section]} />}
      {head.article && <ArticleElements title={head.title} article={head.article} />}
      {head.structured && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(head.structured).replaceAll('<', '\\u003c') }}
        />
      )}
      <script src={assets.script.path} defer />
    </head>
  );
}

function ArticleElements({ title, article }: { title: string; article: NonNullable<Head['article']> }): VNode {
  return (
    <>
      <meta name="ArticleTitle" content={title} />
      {article.publishedOn && <meta name="PubDate" content={article.publishedOn} />}
      {article.source && <meta name="ContentSource" content={article.source} />}
      {article.keywords.length > 0 && <meta name="Keywords" content={article.keywords.join(';')} />}
    </>
  );
}
