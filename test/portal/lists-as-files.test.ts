import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { aLedgerPlan } from '../support/ledger-plan';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

/** The file behind the first link of a page that fits, as rows. */
async function fileOf(path: string, link: RegExp): Promise<string[][]> {
  const { html } = await site.open(path);
  const href = link.exec(html)?.[1]?.replaceAll('&amp;', '&');
  if (!href) throw new Error(`No link ${link.source} on ${path}`);
  return rowsOf(href);
}

async function rowsOf(path: string): Promise<string[][]> {
  const response = await site.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  const lines = (await response.text()).replace('\ufeff', '').trim().split('\r\n');
  return lines.map((line) => line.split(','));
}

describe('the list of units as a file', () => {
  test('is the list that is shown: those to whom most falls, or what the filters leave', async () => {
    const shown = await site.open('/units');
    expect(shown.text).toContain('承担任务最多的单位');
    const busiest = await fileOf('/units', /href="(\/units\.csv[^"]*)"/);
    expect(busiest).toHaveLength(51);
    expect(Number(busiest[1]!.at(-1))).toBeGreaterThanOrEqual(Number(busiest[50]!.at(-1)));
    expect(shown.text.indexOf(busiest[1]![1]!)).toBeGreaterThan(0);

    const filtered = await fileOf('/units?region=511700&line=EDUCATION', /href="(\/units\.csv[^"]*)"/);
    const { units } = await api.data('{ units(filterBy: { withinRegion: "511700", functionLines: ["EDUCATION"] }) { nodes { name } } }');
    expect(filtered.slice(1).map(([, name]) => name)).toEqual(units.nodes.map(({ name }: { name: string }) => name));
  });

  test('all of them are a list in pages, and a file', async () => {
    expect((await site.open('/units?all=1')).text).toMatch(/共\d+个，这一页50个/);
    const { units } = await api.data('{ units { totalCount } }');
    expect(await rowsOf('/units.csv?all=1')).toHaveLength(units.totalCount + 1);
  });

  test('of a region is that of the region itself on its page', async () => {
    const { region } = await api.data('{ region(code: "511700") { units { totalCount } } }');
    expect(await fileOf('/regions/511700', /href="(\/units\.csv[^"]*)"/)).toHaveLength(region.units.totalCount + 1);
    expect(await fileOf('/regions/511700', /href="(\/plans\.csv[^"]*)"/)).toHaveLength(2);
  });
});

describe('the table of a plan as a file', () => {
  test('is the rows that the filters leave, and the whole table without any', async () => {
    const filtered = await fileOf('/plans/dazhou-2023-key-points?kind=BY_DATE&by=2023-08-31', /href="(\/plans\/[^"]*tasks\.csv[^"]*)"/);
    expect(filtered.slice(1).map(([, number]) => Number(number))).toEqual([20, 27, 37, 38, 39]);
    expect((await site.open('/plans/dazhou-2023-key-points')).html).toContain('href="/plans/dazhou-2023-key-points.csv?bom=1"');
    expect((await site.request('/plans/no-such-plan/tasks.csv')).status).toBe(404);
  });
});

describe('what is looked for, as a file', () => {
  test('is every record that is found, in the order of the list, or those of the kind that is chosen', async () => {
    const { search } = await api.data('{ search(text: "教育", first: 100) { totalCount nodes { kind } } }');
    const found = await fileOf('/search?text=教育', /href="(\/search\.csv[^"]*)"/);
    expect(found).toHaveLength(search.totalCount + 1);
    expect(found.slice(1, 101).map(([kind]) => kind)).toEqual(search.nodes.map(({ kind }: { kind: string }) => kind));
    const units = await fileOf('/search?text=教育&kind=UNIT', /href="(\/search\.csv[^"]*)"/);
    expect(new Set(units.slice(1).map(([kind]) => kind))).toEqual(new Set(['UNIT']));
    expect(await rowsOf('/search.csv')).toHaveLength(1);
  });

  test('is the regions of that name, with the one above each', async () => {
    const { regions } = await api.data('{ regions(filterBy: { text: "达" }) { totalCount } }');
    const found = await fileOf('/regions?text=达', /href="(\/regions\.csv[^"]*)"/);
    expect(found).toHaveLength(regions.totalCount + 1);
    expect(found).toContainEqual(['511700', '达州市', 'DIVISION', 'PREFECTURE', '510000', '四川省']);
    expect((await site.open('/regions?text=达')).html).toMatch(/href="\/explore\?[^"]*FindRegions/);
  });
});

test('the plans where one arrives, and the regions that have plans, are files', async () => {
  const plans = await fileOf('/', /href="(\/latest-plans\.csv[^"]*)"/);
  expect(plans).toHaveLength(6);
  const held = await fileOf('/', /href="(\/regions\/held\.csv[^"]*)"/);
  expect(held).toHaveLength(6);
  expect(held).toContainEqual(['511702', '通川区', 'DIVISION', 'COUNTY', '511700', '达州市', '2023']);
  expect(await fileOf('/regions', /href="(\/regions\/held\.csv[^"]*)"/)).toEqual(held);
});

describe('duties by how far they are, as a file', () => {
  test('are listed with the unit, the plan and the days; of an unknown state there is no file', async () => {
    const plan = await aLedgerPlan(database);
    const overdue = await fileOf('/statistics', /href="(\/statistics\/duties\.csv\?status=OVERDUE[^"]*)"/);
    const { obligations } = await api.data('{ obligations(filterBy: { statuses: [OVERDUE] }) { totalCount } }');
    expect(obligations.totalCount).toBeGreaterThan(0);
    expect(overdue).toHaveLength(obligations.totalCount + 1);
    expect(overdue[1]).toEqual(expect.arrayContaining(['OVERDUE', '渠县']));
    expect((await site.request('/statistics/duties.csv?status=constructor')).status).toBe(404);
    expect((await site.request('/statistics/duties.csv')).status).toBe(404);

    const unit = plan.of(1, '县教育局');
    const { node } = await api.data('query ($id: ID!) { node(id: $id) { ... on Obligation { unit { id } } } }', { id: unit.id });
    const late = await fileOf(`/units/${node.unit.id}`, /href="(\/units\/[^"]*\.csv\?status=OVERDUE[^"]*)"/);
    expect(late.slice(1).every((row) => row.includes('OVERDUE'))).toBe(true);
    expect(late.length).toBeGreaterThan(1);
  });
});

test('what became of each of a region’s plans below can be chosen', async () => {
  await database.owner.query(
    `update plan set region_id = (select id from region where code = '511700') where slug = 'wanyuan-2021-implementation-plan'`,
  );
  const latest = await site.open('/regions/511700');
  expect(latest.html).toMatch(/<a class="tag" href="\/regions\/511700\?plan=wanyuan-2021-implementation-plan#coverage"/);
  const older = await site.open('/regions/511700?plan=wanyuan-2021-implementation-plan');
  expect(older.html).toMatch(/plan=wanyuan-2021-implementation-plan#coverage" aria-current="page"/);
  expect((await site.open('/regions/511700?plan=no-such-plan')).html).toMatch(/plan=dazhou-2023-key-points#coverage" aria-current="page"/);
});
