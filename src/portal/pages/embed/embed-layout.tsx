import type { ComponentChildren, VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { assets } from '../../assets';
import type { ShellParts } from '../../layout/shell.document';
import { languageTag } from '../../messages';
import { useView } from '../../view';

interface EmbedLayoutProps {
  title: string;
  /** Path of the page that has all of it; null where there is none. */
  path: string | null;
  release?: ShellParts['release'];
  children: ComponentChildren;
}

/** A page within a page of another site: no header, no script, nothing that could be set. */
export function EmbedLayout({ title, path, release, children }: EmbedLayoutProps): VNode {
  const view = useView();
  const { site, embeds } = view.m;
  return (
    <html lang={languageTag[view.lang]} data-theme={view.theme === 'auto' ? undefined : view.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${site.name}`}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content={view.theme === 'auto' ? 'light dark' : view.theme} />
        <link rel="stylesheet" href={assets.stylesheet.path} />
        {path !== null && <link rel="canonical" href={`${view.baseUrl}${path}`} />}
      </head>
      <body class="embed">
        <main class="wrap">{children}</main>
        <footer class="wrap small">
          {path !== null && (
            <a href={view.href(path)} target="_blank" rel="noopener">
              {embeds.more}
            </a>
          )}
          {release && (
            <span class="soft">
              {site.footer.asOf(site.date(dayOf(new Date(release.createdAt))), release.number)} · {release.licence}
            </span>
          )}
        </footer>
      </body>
    </html>
  );
}
