import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const site = usePortalSite(useTestDatabase({ seeded: true }));

const embedded = ['/embed/plans/dazhou-2023-key-points', '/embed/tasks/VGFzazozNw', '/embed/units/VW5pdDozNjU1'];
const policyOf = (headers: Headers) =>
  Object.fromEntries(
    headers
      .get('content-security-policy')!
      .split(';')
      .map((directive) => [directive.split(' ')[0], directive.slice(directive.indexOf(' ') + 1)]),
  );

describe('what other sites may show in a frame', () => {
  test.each(embedded)('may stand in any frame, and do nothing there (%s)', async (path) => {
    const { status, headers, html } = await site.open(path);
    expect(status).toBe(200);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(policyOf(headers)).toMatchObject({
      'frame-ancestors': '*',
      'script-src': "'none'",
      'form-action': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
    });
    expect(html).not.toMatch(/<script|<form|<style|\sstyle=|\son\w+=/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(new RegExp(`<a href="${path.slice('/embed'.length)}" target="_blank" rel="noopener">`));
  });

  test.each(embedded)('is the same for everyone, whatever they chose on this site (%s)', async (path) => {
    const plain = await site.open(path);
    const chosen = await site.open(path, { cookie: 'theme=dark; size=large' });
    expect(chosen.html).toBe(plain.html);
    expect(plain.headers.get('set-cookie')).toBeNull();
    expect((await site.open(`${path}?theme=dark`)).html).toContain('data-theme="dark"');
    expect((await site.open(`${path}?lang=en`)).html).toContain('<html lang="en"');
    expect((await site.open(path, { 'if-none-match': plain.headers.get('etag')! })).status).toBe(304);
  });

  test('says in figures what the plan says, and nothing of progress where none is collected', async () => {
    const { text } = await site.open(embedded[0]!);
    expect(text).toContain('55项任务');
    expect(text).toContain('尚未归集');
    expect(text).not.toContain('逾期0');
    expect(text).not.toContain('已完成0');
  });

  test('says so itself where there is no such record, since a frame shows no page of the site', async () => {
    for (const path of ['/embed/plans/no-such-plan', '/embed/tasks/VGFzazo5OTk5OTk5', '/embed/units/x']) {
      const { status, headers, text } = await site.open(path);
      expect([status, policyOf(headers)['frame-ancestors']]).toEqual([404, '*']);
      expect(text).toContain('现在不公开');
    }
  });
});

test.each([
  ['/plans/dazhou-2023-key-points', embedded[0]!],
  ['/tasks/VGFzazozNw', embedded[1]!],
  ['/units/VW5pdDozNjU1', embedded[2]!],
])('the page of a record has the line to copy, and stands in no frame itself (%s)', async (path, frame) => {
  const { headers, text } = await site.open(path);
  expect(text).toContain(`<iframe src="http://localhost:4000${frame}" title="`);
  expect([headers.get('x-frame-options'), policyOf(headers)['frame-ancestors']]).toEqual(['DENY', "'none'"]);
});
