import type { VNode } from 'preact';
import { useView } from '../view';

/** The line by which another site shows a record, to copy. `path` is that of the record's page. */
export function EmbedDrawer({ path, title }: { path: string; title: string }): VNode {
  const view = useView();
  const { embeds, site } = view.m;
  const address = view.href(`/embed${path}`);
  const code = `<iframe src="${view.baseUrl}${address}" title="${attribute(title)}" width="100%" height="480" loading="lazy" style="border:0"></iframe>`;
  return (
    <details class="drawer">
      <summary>{embeds.drawer}</summary>
      <p class="drawer-text small">{embeds.drawerText}</p>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <p class="drawer-links">
        <a href={address}>{embeds.preview}</a>
        <button class="link" type="button" hidden data-needs-script data-action="copy" data-text={code} data-done={site.query.copied}>
          {embeds.copy}
        </button>
      </p>
    </details>
  );
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
