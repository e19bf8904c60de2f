import { createHash } from 'node:crypto';
import { publishRelease, verifyReleases } from '../../src/open-data';
import { importPlan, parseDocument } from '../../src/intake';
import { withdrawPlan, publishPlan } from '../../src/plans';
import { readKey } from '../../src/platform/graphql';
import { useTestApp } from '../support/app-server';
import { useTestDatabase } from '../support/database';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const app = useTestApp(database);

const document = `大竹县2024年政务公开工作要点分工表
竹府办发〔2024〕3号

序号\t工作任务\t具体内容\t责任单位\t完成时限
1\t推进公开\t公开演练试点情况。\t县演练指挥中心\t2024年9月底
2\t推进公开\t做好民生实事公开。\t县演练指挥中心\t及时公开
`;

const take = () => database.owner.transaction((manager) => publishRelease(manager, database.publicSnapshot, { actor: 'test' }));
const lines = async (path: string): Promise<Data[]> =>
  (await app.text(path))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const sha256 = (bytes: ArrayBuffer | string) =>
  createHash('sha256')
    .update(typeof bytes === 'string' ? bytes : Buffer.from(bytes))
    .digest('hex');

const releases =
  '{ releases { totalCount nodes { number sha256 previousSha256 asOf files { name sha256 rowCount byteSize url } changes { dataset added changed removed } } } }';

async function importDraft(): Promise<string> {
  const content = Buffer.from(document);
  const parsed = await parseDocument(content, 'draft.txt');
  const { planId } = await database.owner.transaction((manager) =>
    importPlan(manager, { parsed, content, regionCode: '511724', publish: false, actor: 'test' }),
  );
  return planId;
}

describe('releases', () => {
  let planId: string;

  it('begin with one that holds what is public, in every format, with its hashes', async () => {
    const { releases: list } = await answer(database.publicReader, releases);
    expect(list.totalCount).toBe(1);
    const [first] = list.nodes;
    expect(first).toMatchObject({ number: 1, previousSha256: null, changes: [] });
    const names = first.files.map((file: Data) => file.name);
    for (const dataset of ['regions', 'units', 'plans', 'tasks', 'responsibilities', 'obligations', 'targets', 'corrections'])
      for (const extension of ['jsonl', 'csv', 'xlsx', 'parquet']) expect(names).toContain(`${dataset}.${extension}`);
    for (const { name, sha256: hash, byteSize, url } of first.files) {
      expect(url).toBe(`http://localhost:4000/data/releases/1/${name}`);
      const bytes = await (await app.get(`/data/releases/1/${name}`)).arrayBuffer();
      expect([name, sha256(bytes), bytes.byteLength]).toEqual([name, hash, byteSize]);
    }
  });

  it('are not taken where nothing has changed', async () => {
    expect(await take()).toEqual({ number: 1, isNew: false });
  });

  it('hold nothing of a draft', async () => {
    planId = await importDraft();
    expect(await take()).toEqual({ number: 1, isNew: false });
    expect(await app.text('/data/tasks.csv')).not.toContain('演练试点');
  });

  it('follow a publication as soon as somebody asks for the latest, and say what changed', async () => {
    await database.owner.transaction((manager) => publishPlan(manager, readKey(planId, 'Plan'), 'test', '测试'));
    expect(await app.text('/data/tasks.csv')).toContain('演练试点');
    const [second, first] = (await answer(database.publicReader, releases)).releases.nodes;
    expect(second).toMatchObject({ number: 2, previousSha256: first.sha256 });
    const counts = Object.fromEntries(second.changes.map(({ dataset, ...rest }: Data) => [dataset, rest]));
    expect(counts).toMatchObject({
      regions: { added: 0, changed: 0, removed: 0 },
      plans: { added: 1, changed: 0, removed: 0 },
      tasks: { added: 2, changed: 0, removed: 0 },
      obligations: { added: 2, changed: 0, removed: 0 },
    });
    const changes = await lines('/data/releases/2/changes.jsonl');
    expect(changes.filter(({ dataset }) => dataset === 'plans')).toMatchObject([{ id: planId, change: 'ADDED', sha256Before: null }]);
    expect(changes).toHaveLength(second.changes.reduce((sum: number, each: Data) => sum + each.added + each.changed + each.removed, 0));
    expect(await app.text('/data/releases/1/tasks.csv')).not.toContain('演练试点');
  });

  it('share the bytes of what did not change', async () => {
    const [second, first] = (await answer(database.publicReader, releases)).releases.nodes;
    const hashOf = (release: Data, name: string) => release.files.find((file: Data) => file.name === name).sha256;
    for (const name of ['regions.jsonl', 'regions.csv', 'regions.xlsx', 'regions.parquet', 'dictionary.json'])
      expect(hashOf(second, name)).toBe(hashOf(first, name));
    expect(hashOf(second, 'tasks.parquet')).not.toBe(hashOf(first, 'tasks.parquet'));
    const [{ copies }] = await database.owner.query(
      `select count(*)::int as copies from stored_file_block f join stored_block b on b.sha256 = f.block_sha256 where f.file_sha256 = $1`,
      [hashOf(first, 'regions.parquet')],
    );
    expect(copies).toBe(1);
  });

  it('let a withdrawn plan go from the latest, and keep a tombstone with when, why and the hash of what it was', async () => {
    const [before] = await lines('/data/releases/2/plans.jsonl').then((rows) => rows.filter(({ id }) => id === planId));
    await database.owner.transaction((manager) =>
      withdrawPlan(manager, readKey(planId, 'Plan'), { actor: 'test', reason: '文号有误', isTitleWithheld: false }),
    );
    expect(await app.text('/data/tasks.csv')).not.toContain('演练试点');
    expect(await app.text('/data/plans.jsonl')).not.toContain(planId);
    const tombstones = await lines('/data/tombstones.jsonl');
    expect(tombstones.find(({ dataset }) => dataset === 'plans')).toEqual({
      dataset: 'plans',
      id: planId,
      lastRelease: 2,
      removedInRelease: 3,
      sha256: sha256(JSON.stringify(before)),
      withdrawnAt: expect.stringMatching(/^\d{4}-.*Z$/),
      reason: '文号有误',
    });
    expect(tombstones.filter(({ dataset, reason }) => dataset === 'tasks' && reason === '文号有误')).toHaveLength(2);
  });

  it('keep every tombstone from then on', async () => {
    const other = await importDraftAgain();
    const before = await lines('/data/releases/3/tombstones.jsonl');
    expect((await take()).isNew).toBe(true);
    const after = await lines('/data/releases/4/tombstones.jsonl');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(await app.text('/data/plans.jsonl')).toContain(other);
  });

  async function importDraftAgain(): Promise<string> {
    const content = Buffer.from(document.replace('3号', '4号'));
    const parsed = await parseDocument(content, 'draft.txt');
    const outcome = await database.owner.transaction((manager) =>
      importPlan(manager, { parsed, content, regionCode: '511724', publish: true, override: '测试', actor: 'test' }),
    );
    return outcome.planId;
  }

  it('are never changed', async () => {
    for (const table of ['release', 'release_file', 'release_change', 'stored_file', 'stored_file_block', 'stored_block'])
      await expect(database.owner.query(`delete from ${table}`)).rejects.toThrow(/never changed/);
  });

  it('are taken by an administrator, once for each key, in the audit log', async () => {
    const mutation = `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { created release { number } userErrors { code } } }`;
    expect((await app.command(mutation, { idempotencyKey: 'a' }, 'PLANNER')).errors[0].extensions.code).toBe('FORBIDDEN');
    await database.owner.query(`update unit set aliases = aliases || '教体系统'::text where id = (select min(id) from unit)`);
    const events = async () =>
      (await database.owner.query<{ n: number }[]>(`select count(*)::int as n from audit_event where action = 'release.publish'`))[0]!.n;
    const before = await events();
    const [first, second] = await Promise.all([1, 2].map(() => app.command(mutation, { idempotencyKey: 'b' }, 'ADMINISTRATOR')));
    expect(first.data.publishRelease).toEqual({ created: true, release: { number: 5 }, userErrors: [] });
    expect(second).toEqual(first);
    expect(await events()).toBe(before + 1);
    const unchanged = await app.command(mutation, { idempotencyKey: 'c' }, 'ADMINISTRATOR');
    expect(unchanged.data.publishRelease).toMatchObject({ created: false, release: { number: 5 } });
  });

  it('are one where two are taken at the same time', async () => {
    await database.owner.query(`update unit set aliases = aliases || '另一别名'::text where id = (select min(id) from unit)`);
    const both = await Promise.all([take(), take()]);
    expect(both.map(({ number }) => number)).toEqual([6, 6]);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  });
});

describe('gongkai verify', () => {
  const despiteTriggers = async (table: string, statement: string) => {
    await database.owner.query(`alter table ${table} disable trigger user`);
    await database.owner.query(`update ${table} ${statement}`);
    await database.owner.query(`alter table ${table} enable trigger user`);
  };

  it('finds a release that was altered, one that does not follow, and bytes that are other than they were', async () => {
    expect(await verifyReleases(database.owner)).toEqual([]);
    const [{ block }] = await database.owner.query<[{ block: string }]>(
      `select b.block_sha256 as block from release_file f join stored_file_block b on b.file_sha256 = f.sha256 where f.name = 'plans.csv' limit 1`,
    );
    await despiteTriggers('stored_block', `set content = 'x' where sha256 = '${block}'`);
    await despiteTriggers(
      'release_file',
      `set sha256 = (select sha256 from release_file where name = 'units.csv' limit 1) where name = 'tasks.csv'`,
    );
    const found = await verifyReleases(database.owner);
    expect(found).toContain('release 1: altered');
    expect(found).toContainEqual(expect.stringMatching(/^stored file [0-9a-f]{64}: altered$/));
    await database.owner.query(
      `insert into release (number, previous_sha256, sha256) select max(number) + 1, repeat('0', 64), repeat('1', 64) from release`,
    );
    expect(await verifyReleases(database.owner)).toContainEqual(
      expect.stringMatching(/^release \d+: does not follow the release before it$/),
    );
  });
});
