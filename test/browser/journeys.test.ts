import type { Page } from 'playwright-core';
import { overflow, useBrowser, type Look, type Reader } from '../support/browser';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const browser = useBrowser(usePortalSite(database));

let reader: Reader | undefined;
afterEach(async () => {
  expect(reader?.troubles).toEqual([]);
  await reader?.close();
});

async function read(path: string, look: Look): Promise<Page> {
  reader = await browser.newReader(look);
  await reader.open(path);
  return reader.page;
}

/** Without scripts, on a phone: the least that a reader may have. */
const least: Look = { device: 'phone', isPlain: true };

describe.each([
  [
    'in Chinese',
    'zh',
    {
      search: '搜索',
      plan: /第37项/,
      large: '长辈版',
      standard: '标准版',
      filter: '筛选',
      report: '反馈这条记录的问题',
      send: '提交',
      received: '已收到',
    },
  ],
  [
    'in English',
    'en',
    {
      search: 'Search',
      plan: /Task 37/,
      large: 'Large text',
      standard: 'Standard text',
      filter: 'Filter',
      report: 'Report a problem with this record',
      send: 'Send',
      received: 'Received',
    },
  ],
] as const)('a reader on a phone without scripts, %s', (_name, lang, words) => {
  test('finds a task by its words, and from it the unit that answers for it', async () => {
    const page = await read('/', { ...least, lang });
    await page.getByRole('searchbox').fill('标准化');
    await page.getByRole('button', { name: words.search, exact: true }).click();
    expect(new URL(page.url()).searchParams.get('text')).toBe('标准化');
    await page.locator('main a[href*="/tasks/"]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/tasks\//);
    await page.locator('main a[href*="/units/"]').first().click();
    expect(await page.locator('main .facts').count()).toBeGreaterThan(0);
    const calendar = await page.locator('a[href^="/calendar.ics?unit="]').getAttribute('href');
    expect((await page.request.get(calendar!)).headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'en' ? 'en' : 'zh-Hans');
    expect(await overflow(page)).toBe(0);
  });

  test('narrows the table of a plan down, and takes a condition off again', async () => {
    const page = await read('/plans/dazhou-2023-key-points', { ...least, lang });
    const rows = page.locator('.task-table tbody tr');
    const all = await rows.count();
    await page.locator('details.filter > summary').click();
    await page.locator('.filter-form input[name="text"]').fill('标准化');
    await page.locator('.filter-form button').click();
    const some = await rows.count();
    expect([some > 0, some < all]).toEqual([true, true]);
    await page.locator('.set-filters a').first().click();
    expect(await rows.count()).toBe(all);
  });

  test('has every page in large print from then on, and comes back', async () => {
    const page = await read('/plans', { ...least, lang });
    await page.getByRole('button', { name: words.large }).click();
    expect(await page.locator('html').getAttribute('data-size')).toBe('large');
    await page.goto('/tasks/VGFzazozNw');
    expect(await page.locator('html').getAttribute('data-size')).toBe('large');
    expect(await page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('22px');
    await page.getByRole('button', { name: '标准版' }).click();
    expect(await page.locator('html').getAttribute('data-size')).toBe('standard');
  });

  test('reports a problem with a task and gets a receipt', async () => {
    const page = await read('/tasks/VGFzazozNw', { ...least, lang });
    await page.getByRole('link', { name: words.report }).click();
    await page.getByRole('button', { name: words.send }).click();
    expect(await page.getByRole('alert').count()).toBe(1);
    await page.locator('textarea').fill('期限与原件不同');
    await page.getByRole('button', { name: words.send }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/reports\/[0-9A-Z-]{19}$/);
    expect(await page.locator('main').innerText()).toContain(words.received);
  });
});

describe('a reader at a keyboard', () => {
  test('skips to the content at the first key, and sees where the focus is', async () => {
    const page = await read('/plans/guangyuan-2022-work-arrangement', {});
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    expect((await page.locator('a.skip').boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.querySelector('main').contains(document.activeElement)`)).toBe(true);
  });

  test.each(['/', '/plans/guangyuan-2022-work-arrangement', '/tasks/VGFzazozNw', '/report?about=VGFzazozNw'])(
    'reaches all that can be pressed on %s, each marked and in view, and is caught nowhere',
    async (path) => {
      const page = await read(path, {});
      const reached = new Set<string>();
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate<{ name: string; outline: number; inView: boolean } | null>(focused);
        if (!focus) break;
        reached.add(focus.name);
        expect({ ...focus, outline: focus.outline >= 3 }).toEqual({ name: focus.name, outline: true, inView: true });
      }
      expect(reached.size).toBeGreaterThan(12);
    },
  );
});

/** What has the focus: how thick its outline is, and whether it can be seen. */
const focused = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
  return {
    name: element.tagName + ' ' + (element.getAttribute('href') ?? element.getAttribute('name') ?? '') + ' ' + Math.round(box.x) + ' ' + Math.round(box.y + scrollY),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inView: box.bottom > 0 && box.top < innerHeight && (top === element || element.contains(top) || (top?.contains(element) ?? false)),
  };
})()`;

describe('a reader with scripts', () => {
  test('copies the address of the query behind a table', async () => {
    const page = await read('/plans/guangyuan-2022-work-arrangement', {});
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('details.drawer > summary').first().click();
    const button = page.locator('[data-action="copy"]').first();
    await button.click();
    await page.getByRole('button', { name: '已复制' }).first().waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(await (await page.request.get(copied)).json()).toMatchObject({ data: expect.anything() });
  });

  test('finds the dark page dark at once, and the system asked otherwise', async () => {
    const page = await read('/', { theme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(20, 23, 26)');
    await page.getByRole('button', { name: '浅色' }).click();
    expect(await ground()).toBe('rgb(251, 250, 246)');
  });

  test('runs the query behind a table in the IDE, which speaks their language and asks nobody else', async () => {
    const page = await read('/plans/guangyuan-2022-work-arrangement', {});
    await page.locator('details.drawer > summary').first().click();
    await page.locator('details.drawer a[href^="/explore?"]').first().click();
    await page.locator('.cm-content', { hasText: 'query' }).first().waitFor();
    await page.getByRole('button', { name: '发送请求' }).click();
    await page.locator('.cm-content', { hasText: '"data"' }).first().waitFor();
    // It tries `eval` and does without.
    reader!.troubles = reader!.troubles.filter((trouble) => !trouble.includes("'script-src' was not explicitly set"));
  });
});
