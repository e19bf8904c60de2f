import type { VNode } from 'preact';
import { languageTag } from '../messages';
import type { Section } from '../page';
import { useView } from '../view';

const sections = ['plans', 'units', 'regions', 'deadlines', 'statistics', 'data'] as const;

/** Wordmark, sections, and how the page is shown; below it the thick and the thin line of official printing. */
export function Masthead({ section }: { section: Section | null }): VNode {
  const view = useView();
  const { site } = view.m;
  const isHome = view.path === '/';
  return (
    <header class="masthead wrap">
      <div class="masthead-row">
        <a class="wordmark" href={view.href('/')} lang="zh-Hans" aria-current={isHome ? 'page' : undefined}>
          {site.name}
        </a>
        <nav class="nav" aria-label={site.mainNav}>
          {sections.map((name) => (
            <a key={name} href={view.href(`/${name}`)} aria-current={section === name ? currentOf(view.path, name) : undefined}>
              {site.nav[name]}
            </a>
          ))}
        </nav>
        <Tools section={section} />
      </div>
      <div class="wenwu" />
    </header>
  );
}

function currentOf(path: string, name: string): 'page' | 'true' {
  return path === `/${name}` ? 'page' : 'true';
}

/** The choices are plain forms: they hold without scripts, and in a cookie that says nothing about the reader. */
function Tools({ section }: { section: Section | null }): VNode {
  const view = useView();
  const { site } = view.m;
  const other = view.lang === 'zh' ? 'en' : 'zh';
  const isLarge = view.size === 'large';
  return (
    <div class="tools" role="group" aria-label={site.toolNav}>
      <a href={view.href('/search')} aria-current={section === 'search' ? 'page' : undefined}>
        {site.search}
      </a>
      <form method="post" action="/preferences">
        <input type="hidden" name="back" value={view.here()} />
        <button name="size" value={isLarge ? 'standard' : 'large'}>
          {isLarge ? site.standard : site.large}
        </button>
        <button class="to-dark" name="theme" value="dark">
          {site.dark}
        </button>
        <button class="to-light" name="theme" value="light">
          {site.light}
        </button>
      </form>
      <a href={view.inLanguage(other)} hreflang={languageTag[other]} lang={site.otherLanguageCode}>
        {site.otherLanguage}
      </a>
    </div>
  );
}
