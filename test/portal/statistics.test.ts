import { parse as parseCsv } from 'csv-parse/sync';
import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

type Row = Record<string, string>;
const fileOf = async (path: string): Promise<Row[]> => parseCsv(await (await site.request(path)).text(), { columns: true });

const charts = ['kinds', 'months', 'units', 'topics'];

describe('the figures', () => {
  test('begin with what they show, in a sentence', async () => {
    const { text } = await site.open('/statistics');
    expect(text).toContain('5份计划，206项任务');
    expect(text).toContain('广元市2022年最少，占5%');
    expect(text).toContain('2023年到期的85项中，12月最集中：69项，占81%。');
    expect(text).toContain('5份计划都没有进展报告，所以没有完成率');
    expect(text).not.toContain('0%，');
  });

  test('are those of the API, in the file as on the page', async () => {
    const { taskStatistics } = await api.data('{ taskStatistics(groupBy: [PLAN, DEADLINE_KIND]) { rows { taskCount keys { key } } } }');
    const rows = await fileOf('/statistics/kinds.csv');
    for (const { taskCount, keys } of taskStatistics.rows as { taskCount: number; keys: { key: string }[] }[]) {
      const own = rows.find(({ group, deadlineKind }) => group === keys[0]!.key && deadlineKind === keys[1]!.key);
      expect(Number(own?.taskCount)).toBe(taskCount);
    }
    const sum = rows.reduce((total, { taskCount }) => total + Number(taskCount), 0);
    expect(sum).toBe(206);
    expect(await fileOf('/statistics/months.csv')).toHaveLength(3 * 12);
    const units = await fileOf('/statistics/units.csv');
    expect(units.length).toBeGreaterThan(12);
    expect(units.map(({ taskCount }) => Number(taskCount))).toEqual(
      units.map(({ taskCount }) => Number(taskCount)).toSorted((one, other) => other - one),
    );
  });

  test('are narrowed by region, year and topic, which stay in the links to files and images', async () => {
    const { html, text } = await site.open('/statistics?region=511700&year=2023&topic=EDUCATION');
    expect(text).toContain('属于这个主题');
    for (const chart of charts) {
      expect(html).toContain(`/statistics/${chart}.csv?region=511700&amp;year=2023&amp;topic=EDUCATION&amp;bom=1`);
    }
    expect(await fileOf('/statistics/topics.csv?region=511700&year=2023&topic=EDUCATION')).toEqual(
      expect.arrayContaining([expect.objectContaining({ topicCode: 'EDUCATION' })]),
    );
  });

  test('of nothing say so', async () => {
    const { text, status } = await site.open('/statistics?region=511722');
    expect(status).toBe(200);
    expect(text).toContain('没有符合条件的任务');
    expect((await site.request('/statistics/kinds.svg?region=511722')).status).toBe(404);
  });
});

describe.each(charts)('the chart %s', (name) => {
  test('is an image with title and description in it, and no style that a content policy forbids', async () => {
    const response = await site.request(`/statistics/${name}.svg?theme=dark&width=narrow`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const svg = await response.text();
    expect(svg).toMatch(/^<svg [^>]*role="img"><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
    expect(svg).not.toMatch(/ style=| class=|<style|<script|undefined|NaN/);
    expect(svg).toContain('#86CBDA');
  });

  test('says its size before it is there, in each width and light, and stands in a table beside it', async () => {
    const { html } = await site.open('/statistics');
    const [section] = html.split('<picture').filter((part) => part.includes(`/statistics/${name}.svg`));
    const [picture] = section!.split('</picture>');
    expect(picture!.match(/width="\d+" height="\d+"/g)).toHaveLength(4);
    const image = await (await site.request(`/statistics/${name}.svg`)).text();
    const [, width, height] = /^<svg width="([\d.]+)" height="([\d.]+)"/.exec(image)!;
    expect(picture).toContain(`width="${width}" height="${Math.round(Number(height))}"`);
    expect(section).toContain('<table class="chart-table">');
  });
});
