import type { ComponentChildren, VNode } from 'preact';
import { languageTag } from '../messages';
import type { Head, Section } from '../page';
import { useView } from '../view';
import { Footer } from './footer';
import { HeadElements } from './head-elements';
import { Masthead } from './masthead';
import type { ShellParts } from './shell.document';

export interface LayoutProps {
  head: Head;
  section: Section | null;
  release: ShellParts['release'] | undefined;
  children: ComponentChildren;
}

/** A whole page around its content. */
export function Layout({ head, section, release, children }: LayoutProps): VNode {
  const view = useView();
  return (
    <html lang={languageTag[view.lang]} data-theme={view.theme === 'auto' ? undefined : view.theme} data-size={view.size}>
      <HeadElements head={head} section={section} />
      <body>
        <a class="skip" href="#content">
          {view.m.site.skip}
        </a>
        {release?.isDemonstration && (
          <aside class="demonstration" aria-label={view.m.site.demonstrationTitle}>
            {view.m.site.demonstration}
          </aside>
        )}
        <Masthead section={section} />
        <main id="content" class="wrap" tabIndex={-1}>
          {children}
        </main>
        <Footer release={release} />
      </body>
    </html>
  );
}
