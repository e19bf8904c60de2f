import type { VNode } from 'preact';
import { useView } from '../view';

export interface TrailStep {
  label: string;
  /** Null: this page itself, or what has no page. */
  href: string | null;
  /** The label is Chinese, whatever the page is. */
  isChinese?: boolean;
}

/** Where in the site this page is. */
export function Trail({ steps }: { steps: readonly TrailStep[] }): VNode {
  const view = useView();
  const all: TrailStep[] = [{ label: view.m.site.home, href: view.href('/') }, ...steps];
  return (
    <nav class="trail" aria-label={view.m.site.trail}>
      <ol>
        {all.map(({ label, href, isChinese }, index) => (
          <li key={index} lang={isChinese ? 'zh-Hans' : undefined}>
            {href === null ? <span aria-current={index === all.length - 1 ? 'page' : undefined}>{label}</span> : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
