import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium.cjs';
import type { PortalSite } from './portal-site';

/** How somebody looks at the portal. */
export interface Look {
  lang?: 'zh' | 'en';
  theme?: 'light' | 'dark';
  size?: 'standard' | 'large';
  device?: 'desktop' | 'phone';
  /** Without scripts. */
  isPlain?: boolean;
}

const screens = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface TestBrowser {
  /** A new reader, with no cookies but those of the look. `troubles` fills with what a browser has to complain about. */
  newReader(look?: Look): Promise<Reader>;
}

export interface Reader {
  page: Page;
  troubles: string[];
  /** Opens a page of the site in the reader's language. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** One Chromium for a test file. Call it beside `usePortalSite`. */
export function useBrowser(site: PortalSite): TestBrowser {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('No Chromium on this machine: apt-get install chromium, or set CHROMIUM_PATH');
    browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'] });
  }, 60_000);
  afterAll(() => browser?.close());
  return { newReader: (look = {}) => readerIn(browser, site.url, look) };
}

async function readerIn(browser: Browser, url: string, look: Look): Promise<Reader> {
  const { lang = 'zh', theme = 'light', size = 'standard', device = 'desktop', isPlain = false } = look;
  const context = await browser.newContext({
    baseURL: url,
    viewport: screens[device],
    isMobile: device === 'phone',
    hasTouch: device === 'phone',
    colorScheme: theme,
    javaScriptEnabled: !isPlain,
    locale: lang === 'en' ? 'en-GB' : 'zh-CN',
    reducedMotion: 'reduce',
  });
  if (size === 'large') await context.addCookies([{ name: 'size', value: size, url }]);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return {
    page,
    troubles: listen(context, page, url),
    open: async (path) => {
      await page.goto(lang === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path, { waitUntil: 'load' });
    },
    close: () => context.close(),
  };
}

/** What goes wrong unseen: errors of scripts and of the content policy, and requests that leave the site. */
function listen(context: BrowserContext, page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // What is not there, or a form with a mistake, is answered by a page that says so.
    const isRefusal = /status of 40[04]/.test(message.text());
    if (message.type() === 'error' && !isRefusal) troubles.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) troubles.push(`request: ${request.url()}`);
  });
  return troubles;
}

/** What axe finds against WCAG 2.2 AA and good practice on the page as it stands, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** By how many pixels the page is wider than the screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
