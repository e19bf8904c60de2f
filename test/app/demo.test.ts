import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAuditChain } from '../../src/audit';
import { fill } from '../../src/app/commands/demo';
import { exportRelease } from '../../src/open-data';
import { brokenRules } from '../../src/app/standing-rules';
import { useTestDatabase } from '../support/database';
import { useTestApp } from '../support/app-server';
import { answer, type Data } from '../support/query';

const asPublic = (reader: Parameters<typeof answer>[0], source: string): Promise<Data> => answer(reader, source);

const figures = `{ obligationStatistics(groupBy: []) { rows { obligationCount completedCount overdueCount completionRate onTimeRate } } }`;

describe('a demonstration', () => {
  const database = useTestDatabase({ keepRows: true });
  const app = useTestApp(database, { PUBLIC_CACHE: 'off' });

  beforeAll(async () => {
    await fill(database);
  }, 180_000);

  it('has reports, reviews, findings and evaluations of the public plans, by the rules of every other record', async () => {
    expect(await brokenRules(database.owner)).toEqual([]);
    expect(await verifyAuditChain(database.owner)).toEqual([]);
    const { obligationStatistics } = await asPublic(database.publicReader, figures);
    const [row] = obligationStatistics.rows;
    expect(row.completedCount).toBeGreaterThan(150);
    expect(row.overdueCount).toBeGreaterThan(300);
    expect(row.onTimeRate).toBeGreaterThan(0);
    expect(row.onTimeRate).toBeLessThan(1);
    const { rectifications, evaluations } = await asPublic(
      database.publicReader,
      '{ rectifications { totalCount } evaluations { totalCount } }',
    );
    expect(rectifications.totalCount).toBeGreaterThan(5);
    expect(evaluations.totalCount).toBeGreaterThan(5);
  });

  it('is marked wherever anybody meets it', async () => {
    const { release } = await asPublic(database.publicReader, '{ release { isDemonstration } }');
    expect(release.isDemonstration).toBe(true);
    for (const page of ['/', '/plans', '/regions?lang=en']) expect(await app.text(page)).toMatch(/class="demonstration"/);
    const unmarked = await database.owner.query(
      `select narrative from ledger_entry where narrative not like '【演示数据】%' union all select finding from rectification where finding not like '【演示数据】%'`,
    );
    expect(unmarked).toEqual([]);
    const actors = await database.owner.query<{ actor: string }[]>(
      `select distinct actor from audit_event where actor not like 'demo:%' and actor not like 'gongkai %'`,
    );
    expect(actors).toEqual([]);
  });

  it('is marked in its files, catalogues and feeds, in both languages', async () => {
    const description = await app.json('/data/datapackage.json');
    expect(description).toMatchObject({
      demonstration: true,
      title: expect.stringMatching(/^【演示数据】.* \/ \[Demonstration\] /) as string,
    });
    expect(description.description).toMatch(/均为虚构[\s\S]*made up/);
    for (const { title } of description.resources) expect(title).toMatch(/^【演示数据】.*\[Demonstration\]/);
    for (const path of ['/catalog.jsonld', '/catalog.ttl']) expect(await app.text(path)).toMatch(/【演示数据】[\s\S]*\[Demonstration\]/);
    for (const path of ['/feeds/changes.atom', '/calendar.ics']) expect(await app.text(path)).toContain('【演示数据】');
  });

  it('is filled once', async () => {
    expect(await fill(database)).toBeNull();
  });
});

describe('a real record', () => {
  const database = useTestDatabase({ seeded: true });

  it('takes no demonstration, and says that it is none', async () => {
    await expect(fill(database)).rejects.toThrow(/演示数据须用另一个数据库/);
    expect(await asPublic(database.publicReader, '{ release { isDemonstration } }')).toEqual({ release: { isDemonstration: false } });
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-real-'));
    await exportRelease(database.publicReader, folder, 'http://localhost:4000', null);
    for (const name of ['datapackage.json', 'catalog.ttl', 'README.md'])
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/演示|emonstration/);
    rmSync(folder, { recursive: true });
    const [kept] = await database.owner.query<{ count: number }[]>('select count(*)::int from demonstration');
    expect(kept!.count).toBe(0);
  });
});
