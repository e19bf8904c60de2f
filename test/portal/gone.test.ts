import { createHash } from 'node:crypto';
import { useTestDatabase } from '../support/database';
import { aLedgerPlan } from '../support/ledger-plan';
import { officers } from '../support/office';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const office = officers(() => database);

const slugOf = async (key: number) => (await database.owner.query('select slug from plan where id = $1', [key]))[0].slug as string;

describe('the page of a plan that was withdrawn', () => {
  test('says to people and programs when and why, and by what a copy can be told', async () => {
    const plan = await aLedgerPlan(database);
    const slug = await slugOf(plan.key);
    expect((await site.open(`/plans/${slug}`)).status).toBe(200);
    await office.administrator().run('withdrawPlan', { planId: plan.id, reason: '印发机关已废止该文件' }, 'plan { state }');
    const { status, text, html, headers } = await site.open(`/plans/${slug}`);
    expect(status).toBe(410);
    expect(text).toContain('这份文件已撤下');
    expect(text).toContain('印发机关已废止该文件');
    expect(text).toMatch(/渠县2024年政务公开工作要点分工表 渠府办发〔2024〕\d+号/);
    expect(text).toMatch(/SHA-256[0-9a-f]{64}/);
    expect(html).not.toContain('学校招生');
    expect(headers.get('cache-control')).toBe('no-store');
    const answer = await site.request(`/plans/${slug}`, { headers: { accept: 'application/json' } });
    expect([answer.status, await answer.json()]).toEqual([
      410,
      {
        errors: [
          {
            message: expect.stringContaining('撤回'),
            extensions: expect.objectContaining({ code: 'NOT_FOUND', reason: '印发机关已废止该文件' }),
          },
        ],
      },
    ]);
    expect((await site.open('/data')).text).toContain('印发机关已废止该文件');
  });

  test('keeps back a name that may not be shown any more', async () => {
    const plan = await aLedgerPlan(database);
    const slug = await slugOf(plan.key);
    await office.administrator().run('withdrawPlan', { planId: plan.id, reason: '依法移除', withholdTitle: true }, 'plan { state }');
    const { status, text } = await site.open(`/plans/${slug}`);
    expect(status).toBe(410);
    expect(text).toContain('名称依法不再显示');
    expect(text).not.toContain('渠县2024年');
  });
});

describe('a file that was removed', () => {
  test('leaves its hash, the day and the reason', async () => {
    const plan = await aLedgerPlan(database);
    const [document] = await database.owner.query(
      'select d.id, d.sha256 from source_document d join plan p on p.source_document_id = d.id where p.id = $1',
      [plan.key],
    );
    const file = await site.request(`/documents/${document.sha256}`);
    expect(
      createHash('sha256')
        .update(Buffer.from(await file.arrayBuffer()))
        .digest('hex'),
    ).toBe(document.sha256);
    await database.owner.query(
      `update source_document set content = null, removed_at = now(), removed_reason = '含个人信息' where id = $1`,
      [document.id],
    );
    const { status, text } = await site.open(`/documents/${document.sha256}`);
    expect(status).toBe(410);
    expect(text).toContain('含个人信息');
    expect(text).toContain(document.sha256);
  });

  test('or went with its plan says why the plan was withdrawn', async () => {
    const plan = await aLedgerPlan(database);
    const [{ sha256 }] = await database.owner.query(
      'select d.sha256 from source_document d join plan p on p.source_document_id = d.id where p.id = $1',
      [plan.key],
    );
    await office.administrator().run('withdrawPlan', { planId: plan.id, reason: '依法撤下', withholdTitle: true }, 'plan { state }');
    const { status, text } = await site.open(`/documents/${sha256}`);
    expect(status).toBe(410);
    for (const words of ['依法撤下', '名称依法不再显示', sha256]) expect(text).toContain(words);
    const answer = await site.request(`/documents/${sha256}`, { headers: { accept: 'application/json' } });
    expect([answer.status, (await answer.json()).errors[0].extensions]).toEqual([
      410,
      expect.objectContaining({ sha256, reason: '依法撤下' }),
    ]);
  });
});

test('a plan that never was public is not there', async () => {
  const plan = await aLedgerPlan(database, { publish: false, ledgerSince: null });
  expect((await site.open(`/plans/${await slugOf(plan.key)}`)).status).toBe(404);
});
