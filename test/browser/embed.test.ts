import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accessibilityFaults, overflow, useBrowser, type Look } from '../support/browser';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const site = usePortalSite(useTestDatabase({ seeded: true }));
const browser = useBrowser(site);

const looks: readonly Look[] = [
  { lang: 'zh', theme: 'light', device: 'desktop' },
  { lang: 'en', theme: 'dark', device: 'phone' },
];

describe.each(looks)('in a frame, as %o', (look) => {
  test.each(['/embed/plans/dazhou-2023-key-points', '/embed/tasks/VGFzazozNw', '/embed/units/VW5pdDozNjU1'])(
    '%s is accessible and fits',
    async (path) => {
      const reader = await browser.newReader(look);
      await reader.open(path);
      expect(await accessibilityFaults(reader.page)).toEqual([]);
      expect(await overflow(reader.page)).toBe(0);
      expect(reader.troubles).toEqual([]);
      await reader.close();
    },
  );
});

describe('a page of another site', () => {
  let news: Server;

  beforeAll(async () => {
    const frame = (path: string) => `<iframe src="${site.url}${path}" title="${path}" width="400" height="480"></iframe>`;
    const body = frame('/embed/plans/dazhou-2023-key-points') + frame('/plans/dazhou-2023-key-points');
    news = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(body));
    await new Promise<void>((resolve) => news.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    news.close();
    news.closeAllConnections();
  });

  test('shows a plan, and no other page of this one', async () => {
    const reader = await browser.newReader();
    const { page } = reader;
    await page.goto(`http://127.0.0.1:${(news.address() as AddressInfo).port}`);
    await page.locator('iframe').first().contentFrame().getByRole('heading', { level: 1 }).waitFor();
    const [, plan, refused] = page.frames().map((frame) => frame.url());
    expect([plan, refused]).toEqual([`${site.url}/embed/plans/dazhou-2023-key-points`, 'chrome-error://chromewebdata/']);
    await reader.close();
  });
});
