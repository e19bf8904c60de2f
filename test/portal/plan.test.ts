import { ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

const slugs = async (): Promise<string[]> =>
  (await api.data('{ plans { nodes { slug } } }')).plans.nodes.map(({ slug }: { slug: string }) => slug);

describe('the page of a plan', () => {
  test('prints every task of every published plan to the character', async () => {
    for (const slug of await slugs()) {
      const { text } = await site.open(`/plans/${slug}`);
      const { plan } = await api.data(
        'query ($slug: String!) { plan(slug: $slug) { title tasks(first: 100) { nodes { text responsibleText deadline { text } } } } }',
        { slug },
      );
      expect(text).toContain(plan.title);
      for (const task of plan.tasks.nodes) {
        expect(text).toContain(task.text);
        expect(text).toContain(task.deadline.text ?? '原文没有写期限');
      }
    }
  });

  test('merges categories as printed, and numbers the work areas', async () => {
    const { html } = await site.open('/plans/dazhou-2023-key-points');
    const areas = [...html.matchAll(/<th scope="rowgroup"[^>]*rowspan="(\d+)"/g)].map(([, rows]) => Number(rows));
    expect(areas).toEqual([18, 12, 8, 9, 8]);
    const categories = [...html.matchAll(/<th scope="row"[^>]*?(?: rowspan="(\d+)")?>/g)].map(([, rows]) => Number(rows ?? 1));
    expect([categories.length, categories.reduce((sum, rows) => sum + rows)]).toEqual([20, 55]);
  });

  test('merges the cells of units and deadlines that the document prints over several rows', async () => {
    const { html } = await site.open('/plans/meishan-2023-assignment-table');
    expect(html.match(/class="task-units"/g)).toHaveLength(24);
    expect(html.match(/class="task-deadline"/g)).toHaveLength(24);
    expect(html.match(/class="same-units"/g)).toHaveLength(57 - 24);
  });

  test('marks units and collectives in the printed sentence, with how many members are known', async () => {
    const { html } = await site.open('/plans/dazhou-2023-key-points');
    const { data } = await api.ask('{ units(filterBy: { regionCodes: ["511700"], text: "市教育局" }) { nodes { id } } }');
    expect(html).toContain(`href="/units/${data.units.nodes[0].id}">市教育局</a>`);
    expect(html).toMatch(
      /class="collective[^"]*" href="[^"]+">各县（市、区）人民<span class="nowrap">政府<sup class="member-count">.*?7<\/span><\/sup>/,
    );
    expect(html).toContain('名单不全');
  });

  test('says what the original does not give, and names no column that it does not have', async () => {
    const { text } = await site.open('/plans/tongchuan-2023-assignment-table');
    expect(text).toContain('发文字号原件未载');
    expect(text).toContain('印发日期原件未载');
    const prose = await site.open('/plans/guangyuan-2022-work-arrangement');
    expect(prose.text).toContain('原文没有逐项写责任单位');
    expect(prose.html).not.toContain('<th scope="col" role="columnheader">责任单位</th>');
  });

  test('says once that nothing is collected, and accuses nobody', async () => {
    const { text, html } = await site.open('/plans/dazhou-2023-key-points');
    expect(text.match(/尚未归集/g)!.length).toBe(2);
    expect(html).not.toContain('task-status');
    expect(html).not.toContain('class="overdue');
  });

  test('describes itself to search engines and inspections', async () => {
    const { html } = await site.open('/plans/dazhou-2023-key-points?kind=BY_DATE&lang=en');
    expect(html).toContain('<meta name="ArticleTitle" content="2023年全市政务公开工作要点"/>');
    expect(html).toContain('<meta name="PubDate" content="2023-04-24"/>');
    expect(html).toContain('<meta name="ContentSource" content="达州市人民政府办公室"/>');
    expect(html).toContain('<link rel="canonical" href="http://localhost:4000/plans/dazhou-2023-key-points?lang=en"/>');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!) as Record<string, unknown>;
    expect(data).toMatchObject({
      '@type': 'Dataset',
      identifier: '达市府办发〔2023〕8号',
      datePublished: '2023-04-24',
      dateModified: expect.any(String),
    });
  });
});

describe('the filters of a plan', () => {
  const rows = (html: string) =>
    [...html.matchAll(/<td role="cell" class="task-number"><a [^>]*>(\d+)<\/a>/g)].map(([, number]) => Number(number));

  test('show the rows that the API finds, and how many of a category they hide', async () => {
    const { html, text } = await site.open('/plans/dazhou-2023-key-points?kind=BY_DATE');
    expect(rows(html)).toEqual([20, 27, 36, 37, 38, 39, 40, 43, 50, 51, 52, 53, 54, 55]);
    expect(text).toContain('55项中的14项');
    expect(text).toContain('做好专栏内容保障工作5项中的1项');
  });

  test('combine, and stay set in the form', async () => {
    const { data } = await api.ask('{ units(filterBy: { regionCodes: ["511700"], text: "市教育局" }) { nodes { id } } }');
    const unit = data.units.nodes[0].id as string;
    const { html } = await site.open(`/plans/dazhou-2023-key-points?unit=${unit}&by=2023-08-31&text=${encodeURIComponent('抽查')}`);
    expect(rows(html)).toEqual([38]);
    expect(html).toMatch(new RegExp(`<option value="${unit}" selected lang="zh-Hans">市教育局`));
    expect(html).toContain('value="抽查"');
  });

  test('that nothing passes name the one condition to drop', async () => {
    const { text, html } = await site.open(`/plans/dazhou-2023-key-points?kind=TIMELY&text=${encodeURIComponent('两张皮')}`);
    expect(text).toContain('没有同时符合这2个条件的记录');
    expect(text).toContain('去掉“两张皮”，有24项任务。');
    expect(html).toContain('class="button" href="/plans/dazhou-2023-key-points?kind=TIMELY"');
  });

  test.each(['kind=SOON', 'by=2023-02-30', 'unit=VW5pdDox', 'target=maybe', 'kind=toString'])(
    'that are not understood are ignored, and said so (%s)',
    async (query) => {
      const { status, html, text } = await site.open(`/plans/dazhou-2023-key-points?${query}`);
      expect([status, rows(html).length]).toEqual([200, 55]);
      expect(text).toContain('不能识别，已忽略');
    },
  );

  test('are text and never markup', async () => {
    const evil = '"><script>alert(1)</script>';
    const { html } = await site.open(`/plans/dazhou-2023-key-points?text=${encodeURIComponent(evil)}&lang=en`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&quot;>&lt;script');
  });

  test.each(['%00', '%ff', '%ED%A0%80', encodeURIComponent('长'.repeat(500)), '%25_%5C'])('take any text (%s)', async (text) => {
    expect((await site.open(`/plans/dazhou-2023-key-points?text=${text}`)).status).toBe(200);
  });

  test('of a list that the address does not belong to lead to no page', async () => {
    expect((await site.open('/plans/dazhou-2023-key-points?after=nonsense')).status).toBe(404);
  });
});

describe('a plan that is not public', () => {
  test('is told like one that does not exist', async () => {
    await database.owner.query(`update plan set state = 'WITHDRAWN' where slug = 'wanyuan-2021-implementation-plan'`);
    const [withdrawn, absent] = [await site.open('/plans/wanyuan-2021-implementation-plan'), await site.open('/plans/no-such-plan')];
    expect([withdrawn.status, absent.status]).toEqual([404, 404]);
    expect(withdrawn.text).toBe(absent.text.replace('no-such-plan', 'wanyuan-2021-implementation-plan'));
  });
});
