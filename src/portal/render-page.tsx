import { render } from 'preact-render-to-string';
import { Layout, type LayoutProps } from './layout/layout';
import { ViewProvider, type View } from './view';

/** The whole HTML of a page. */
export function renderPage(view: View, props: LayoutProps): string {
  const html = render(
    <ViewProvider value={view}>
      <Layout {...props} />
    </ViewProvider>,
  );
  return `<!doctype html>\n${html}\n`;
}
