import { parse } from 'parse5';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);

const about = 'VGFzazozNw';
const form = `/report?about=${about}`;

const send = (fields: Record<string, string>, { path = form, headers = {} }: { path?: string; headers?: Record<string, string> } = {}) =>
  site.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html', ...headers } });
const kept = async (): Promise<number> => (await database.internalReader.rows('select 1 from problem_report')).length;

describe('the form by which readers report a problem', () => {
  it('is one click from the record, names it, and is plain HTML', async () => {
    const { html } = await site.open(`/tasks/${about}`);
    expect(html).toContain(`href="/report?about=${about}"`);
    const { status, text, html: page } = await site.open(form);
    expect(status).toBe(200);
    expect(text).toContain('达州市 2023年全市政务公开工作要点第37项');
    expect(page).toContain(`<form class="report-form" method="post" action="/report?about=${about}"`);
    expect((await site.open(`${form}&lang=en`)).text).toContain('What is wrong?');
  });

  it('is not there for what is no public record', async () => {
    for (const path of ['/report', '/report?about=', '/report?about=x', '/report?about=VGFzazo5OTk5OTk5', '/report?about=VG9waWM6MQ'])
      expect((await site.open(path)).status).toBe(404);
    expect((await send({ text: '没有这条' }, { path: '/report?about=VGFzazo5OTk5OTk5' })).status).toBe(404);
    expect((await send({ text: '' }, { path: '/report?about=VGFzazo5OTk5OTk5' })).status).toBe(404);
  });

  it('leads to a receipt, in the language of the page', async () => {
    const response = await send({ text: '  第一行\r\n第二行 ', contact: '' }, { path: `${form}&lang=en` });
    expect([response.status, response.headers.get('set-cookie')]).toEqual([303, null]);
    const location = response.headers.get('location')!;
    expect(location).toMatch(/^\/reports\/[0-9A-Z-]{19}\?lang=en$/);
    const page = await site.open(location);
    expect(page.text).toContain('Received');
    expect(page.text).not.toContain('第一行');
    expect(page.html).toContain('<meta name="robots" content="noindex"');
    const [row] = await database.internalReader.rows('select text, contact from problem_report order by id desc limit 1');
    expect(row).toEqual({ text: '第一行\n第二行', contact: null });
    expect((await site.open('/reports/0000-0000-0000-0000')).status).toBe(404);
  });

  it.each<[string, Record<string, string>, string]>([
    ['nothing', { text: ' \r\n ' }, '#report-text'],
    ['too much', { text: '字'.repeat(2_001) }, '#report-text'],
    ['too long a contact', { text: '有误', contact: 'x'.repeat(201) }, '#report-contact'],
    ['a control character', { text: '有\u0000误' }, '#report-text'],
    ['what only programs fill in', { text: '有误', website: 'http://spam.example' }, '#report-website'],
  ])('keeps nothing of %s, says so, and keeps what was written in the form', async (_name, fields, link) => {
    const before = await kept();
    const response = await send(fields);
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain('role="alert"');
    expect(html).toContain(`href="${link}"`);
    const elements = JSON.stringify(parse(html, { sourceCodeLocationInfo: false }), (key, value) =>
      key === 'parentNode' ? undefined : value,
    );
    if (fields['text']!.trim() && !fields['text']!.includes('\0')) expect(elements).toContain(fields['text']!);
    expect(await kept()).toBe(before);
  });

  it('takes a text of the greatest length, each character counted once', async () => {
    const response = await send({ text: '𠮷'.repeat(2_000) });
    expect(response.status).toBe(303);
    const [row] = await database.internalReader.rows<{ length: number }>(
      'select char_length(text) as length from problem_report order by id desc limit 1',
    );
    expect(row!.length).toBe(2_000);
  });

  it('shows again what was written as text, never as markup', async () => {
    const response = await send({ text: '</textarea><script>alert(1)</script>', website: '"><b>' });
    const html = await response.text();
    expect(html).not.toMatch(/<script>alert|<b>/);
  });

  it('is not taken from other sites, nor in other forms', async () => {
    const before = await kept();
    expect((await send({ text: '别处' }, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await send({ text: '本站' }, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(303);
    const json = await site.request(form, { method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } });
    expect(json.status).toBe(400);
    const none = await site.request(form, { method: 'POST' });
    expect(none.status).toBe(400);
    const large = await send({ text: '有误', more: 'x'.repeat(40_000) });
    expect(large.status).toBe(413);
    expect(await kept()).toBe(before + 1);
  });
});

describe('reports from one address', () => {
  const busy = usePortalSite(database, { TRUST_PROXY: 'on' });
  const from = (address: string, text: string) =>
    busy.request(form, {
      method: 'POST',
      body: new URLSearchParams({ text }),
      headers: { accept: 'text/html', 'x-forwarded-for': address },
    });

  it('are ten an hour; what is not kept is not lost for its writer', async () => {
    const statuses = [];
    for (let index = 0; index < 10; index += 1) statuses.push((await from('192.0.2.7', `第${index}次`)).status);
    expect(new Set(statuses)).toEqual(new Set([303]));
    const refused = await from('192.0.2.7', '第十一次');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(await refused.text()).toContain('第十一次');
    expect((await from('192.0.2.8', '另一个地址')).status).toBe(303);
  });
});

describe('what was answered', () => {
  it('stands on the page of the record and on its receipt', async () => {
    const location = (await send({ text: '期限有误' }, { headers: { 'sec-fetch-site': 'same-origin' } })).headers.get('location')!;
    const number = location.slice('/reports/'.length);
    await database.owner.query(
      `update problem_receipt set status = 'ANSWERED', question = '期限有误', answer = '与原件<核对>无误', answered_at = now() where number = $1`,
      [number],
    );
    expect((await site.open(location)).text).toContain('与原件<核对>无误');
    const { text, html } = await site.open(`/tasks/${about}`);
    expect(text).toContain('反馈的问题期限有误答复与原件<核对>无误');
    expect(html).toContain(`href="${location}"`);
    expect((await site.open(`/tasks/${about}`, { cookie: 'size=large' })).text).toContain('与原件<核对>无误');
  });
});
