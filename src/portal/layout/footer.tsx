import type { VNode } from 'preact';
import { dayOf } from '../../platform/calendar';
import { useView } from '../view';
import type { ShellParts } from './shell.document';

/** Of which release the data is, and what the site says about itself. A page that could not ask leaves the release out. */
export function Footer({ release }: { release: ShellParts['release'] | undefined }): VNode {
  const view = useView();
  const { footer } = view.m.site;
  return (
    <footer class="footer">
      <div class="wrap">
        <ul>
          {release !== undefined && (
            <li>{release ? footer.asOf(view.m.site.date(dayOf(new Date(release.createdAt))), release.number) : footer.noRelease}</li>
          )}
          <li>
            <a href={view.href('/accessibility')}>{footer.accessibility}</a>
          </li>
          <li>
            <a href={view.href('/about')}>{footer.about}</a>
          </li>
          <li>
            <a href="/explore">{footer.explore}</a>
          </li>
          <li>{footer.source}</li>
          {release && <li>{footer.licence(release.licence)}</li>}
          <li class="print-only">{new URL(view.here(), view.baseUrl).href}</li>
        </ul>
      </div>
    </footer>
  );
}
