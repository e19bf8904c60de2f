import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';
import { portalPages } from './portal-pages';

const site = usePortalSite(useTestDatabase({ seeded: true }));

describe.each(portalPages)('%s', (path) => {
  test.each(['', 'lang=en'])(
    'is a page of the portal, with nothing that the content policy would have to be relaxed for (%s)',
    async (language) => {
      const address = [path, language].filter(Boolean).join(path.includes('?') ? '&' : '?');
      const { status, headers, html } = await site.open(address);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language ? 'en' : 'zh-Hans'}"`));
      expect(html).not.toMatch(/\sstyle="|\son\w+="|<style|javascript:/i);
      expect(html).not.toMatch(/<script(?! src=| type="application\/ld\+json")/);
      expect(html).not.toMatch(/(src|srcset|<link [^>]*href)="(https?:)?\/\/(?!localhost:4000)/);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(/undefined|\[object Object\]|NaN/);
    },
  );

  test('keeps the language in its links', async () => {
    const { html } = await site.open(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    const links = [...html.matchAll(/<a [^>]*href="(\/(?:plans|tasks|units|regions|search|about)?[^"]*)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    );
    const chinese = links.filter(
      (href) => !/[?&]lang=en/.test(href) && !/^\/(explore|public|data\/|feeds|calendar|catalog)|\.(csv|xlsx)/.test(href),
    );
    // The one link that leads to the Chinese page.
    expect(chinese).toHaveLength(1);
  });

  test('is kept by who asks again, apart for each way to show it', async () => {
    const first = await site.open(path);
    const tag = first.headers.get('etag')!;
    expect(first.headers.get('vary')).toContain('Cookie');
    expect((await site.open(path, { 'if-none-match': tag })).status).toBe(304);
    const dark = await site.open(path, { 'if-none-match': tag, cookie: 'theme=dark; size=large' });
    expect(dark.status).toBe(200);
    expect(dark.html).toContain('data-theme="dark" data-size="large"');
  });
});

describe('the files of the pages', () => {
  test('may be kept for good, since another content has another name', async () => {
    const { html } = await site.open('/plans');
    const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files).toHaveLength(3);
    for (const file of files) {
      const response = await site.request(file);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });
});

describe('how pages are shown', () => {
  const choose = (form: Record<string, string>) => site.request('/preferences', { method: 'POST', body: new URLSearchParams(form) });

  test('is chosen by a plain form and kept in a cookie', async () => {
    const response = await choose({ theme: 'dark', back: '/plans?year=2023&lang=en' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/plans?year=2023&lang=en');
    expect(response.headers.get('set-cookie')).toMatch(/^theme=dark; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/);
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/\t/evil.example', 'javascript:alert(1)', '', '%'])(
    'leads back to this site only (%s)',
    async (back) => {
      const { headers } = await choose({ size: 'large', back });
      expect(headers.get('location')).toBe('/');
    },
  );

  test('takes no other word', async () => {
    const response = await choose({ theme: 'pink; Domain=evil.example', size: 'huge', back: '/plans' });
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('what is not there', () => {
  test('is told to people by a page and to programs in JSON', async () => {
    const page = await site.open('/no-such-page');
    expect(page.status).toBe(404);
    expect(page.text).toContain('找不到这一页');
    expect(page.html).toContain('action="/search"');
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await site.open('/no-such-page?lang=en')).text).toContain('There is no such page');
    const answer = await site.request('/no-such-page', { headers: { accept: 'application/json' } });
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { errors: [{ message: 'Not found / 未找到', extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });
});

describe('a reader who asks too much', () => {
  const limited = usePortalSite(useTestDatabase({ seeded: true }), { PUBLIC_RATE_LIMIT_PER_MINUTE: '2' });

  test('is told so by a page, and when to come back', async () => {
    await limited.open('/plans');
    await limited.open('/plans');
    const { status, text, headers } = await limited.open('/plans');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(text).toContain('请求太密了');
  });
});
