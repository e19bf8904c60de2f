import { absentId, ApiClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const site = usePortalSite(database);
const api = new ApiClient(() => database.publicReader);

async function taskId(slug: string, number: number): Promise<string> {
  const { plan } = await api.data('query ($slug: String!) { plan(slug: $slug) { tasks(first: 100) { nodes { id number } } } }', { slug });
  return plan.tasks.nodes.find((task: { number: number }) => task.number === number).id as string;
}

describe('the page of a task', () => {
  test('shows the words with those marked that were read, and the reading with its rule', async () => {
    const { html, text } = await site.open(`/tasks/${await taskId('dazhou-2023-key-points', 37)}`);
    expect(text).toContain('各地要按照国家有关部委印发的基层政务公开标准指引');
    expect(html).toContain('<mark>2023年7月底前在县（市、区）政府门户网站公开</mark>');
    expect(text).toContain('2023年7月31日前完成，精确到日');
    expect(text).toContain('date-month-and-day');
    expect(text).toContain('两处一致');
    expect(text).toContain('表格第37行');
  });

  test('names every unit to which it falls, each with a place of its own', async () => {
    const id = await taskId('dazhou-2023-key-points', 37);
    const { html, text } = await site.open(`/tasks/${id}`);
    const { task } = await api.data('query ($id: ID!) { task(id: $id) { obligations(first: 100) { nodes { url unit { name } } } } }', {
      id,
    });
    expect(task.obligations.nodes).toHaveLength(9);
    for (const { url, unit } of task.obligations.nodes) {
      expect(html).toContain(`id="${new URL(url).hash.slice(1)}"`);
      expect(text).toContain(unit.name);
    }
    expect(text).toContain('全部尚未归集');
    expect(text).toContain('7个成员');
  });

  test('shows what the lower plan made of it, what left above and what came below, as nobody confirmed yet', async () => {
    const { html, text } = await site.open(`/tasks/${await taskId('dazhou-2023-key-points', 37)}`);
    const words = (tag: string) =>
      [...html.matchAll(new RegExp(`<${tag}><span class="hidden">.*?</span>(.*?)<span`, 'g'))].map(([, word]) => word);
    expect(words('del')).toEqual(['各地', '县（市、区）']);
    expect(words('ins')).toEqual(['各级各部门', '区']);
    expect(text).toContain('改写（机器比对提出，尚未经人工确认）');
    expect(text).toContain('国家、四川省 尚未收录这一级2023年计划，不能判断上级有无对应任务');
    expect(text).toContain('7月31日 没有改动');
  });

  test('says where the lower plan has no counterpart, and where there is no lower plan', async () => {
    const dropped = await site.open(`/tasks/${await taskId('dazhou-2023-key-points', 4)}`);
    expect(dropped.text).toContain('这份计划中没有找到对应任务');
    const lowest = await site.open(`/tasks/${await taskId('tongchuan-2023-assignment-table', 2)}`);
    expect(lowest.text).toContain('没有已发布的下级计划');
    expect(lowest.text).toContain('同文');
  });

  test('answers three questions first for older readers, and leaves nothing out', async () => {
    const id = await taskId('dazhou-2023-key-points', 37);
    const { html, text } = await site.open(`/tasks/${id}`, { cookie: 'size=large' });
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual(['什么时候办完', '谁来办', '办了没有', '各级文本', '反馈与答复']);
    for (const words of ['原文写的是“7月31日”', '9个单位', '尚未归集', 'date-month-and-day', '达州东部经开区管委会'])
      expect(text).toContain(words);
  });

  test('gives quotas and their periods', async () => {
    const { text } = await site.open(`/tasks/${await taskId('dazhou-2023-key-points', 49)}`);
    expect(text).toContain('每年至少开展1次专项检查');
    expect(text).toContain('专项检查：不少于1次，每年');
    expect(text).toContain('承担者：各级保密行政管理部门');
  });

  test('keeps the words of the original out of the English page and marks them as Chinese', async () => {
    const { html, text } = await site.open(`/tasks/${await taskId('dazhou-2023-key-points', 37)}?lang=en`);
    expect(text).toContain('Due by 31 July 2023, printed to the day');
    expect(html).toContain('<p class="lead song" lang="zh-Hans">各地要');
    expect(text).toContain('due by the date');
    expect(text).not.toContain('须在此日之前办完');
  });
});

describe('an address of no task', () => {
  test.each([() => absentId('Task'), () => absentId('Plan'), () => 'nonsense', () => 'VGFzazow', () => '%E4%B8%AD', () => 'x'.repeat(90)])(
    'is no page (%#)',
    async (id) => {
      const { status, text } = await site.open(`/tasks/${id()}`);
      expect([status, text.includes('找不到这一页')]).toEqual([404, true]);
    },
  );
});

describe('text of the data', () => {
  test('is never markup, not in the page nor in what search engines read', async () => {
    const id = await taskId('meishan-2023-assignment-table', 1);
    const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
    await database.owner.query(
      `update task set text = $1 where plan_id = (select id from plan where slug = 'meishan-2023-assignment-table') and number = 1`,
      [evil],
    );
    await database.owner.query(`update plan set title = $1 where slug = 'meishan-2023-assignment-table'`, [`${evil}计划`]);
    for (const path of [`/tasks/${id}`, '/plans/meishan-2023-assignment-table', '/plans']) {
      const { html, text } = await site.open(path);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img');
      expect(text).toContain('alert(1)');
    }
  });
});
