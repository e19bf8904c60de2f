import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import readSheet from 'read-excel-file/node';
import { createServer as createApp, type AppServer } from '../../src/app/server';
import { parseDocument } from '../../src/intake';
import { readConfig } from '../../src/platform/config';
import { createLog } from '../../src/platform/log';
import { loadContent } from '../../src/plans';
import { officeClient } from '../support/api-client';
import { useTestDatabase } from '../support/database';
import { importText, planText } from '../support/draft-plan';

const database = useTestDatabase({ seeded: true });
let app: AppServer;
let http: Server;
let base: string;

beforeAll(async () => {
  app = await createApp({ config: readConfig({ LOG_LEVEL: 'silent' }), database, log: createLog('silent') });
  http = createServer((request, response) => app.handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  await new Promise((resolve) => http.close(resolve));
  await app.close();
});

const publicPlans = () => database.publicReader.rows<{ id: number; slug: string }>('select id, slug from plan where published order by id');

async function download(path: string): Promise<{ bytes: Buffer; headers: Headers; status: number }> {
  const response = await fetch(`${base}${path}`);
  return { bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers, status: response.status };
}

/** What the database holds of a plan, against what its file says; where a task stands in its file apart. */
async function expectSame(planKey: number, bytes: Buffer): Promise<void> {
  const kept = (await loadContent((sql, params) => database.internalReader.rows(sql, params), planKey))!;
  const read = await parseDocument(bytes, 'plan');
  expect(read.plan).toEqual(kept.plan);
  expect(read.tasks.map(({ source: _source, ...task }) => task)).toEqual(kept.tasks.map(({ source: _source, id: _id, ...task }) => task));
  expect(read.annexes.map(({ line: _line, ...annex }) => annex)).toEqual(kept.annexes);
  expect(read.problems).toEqual([]);
}

describe('the file of a public plan', () => {
  it('holds the plan to the field, in both formats', async () => {
    const plans = await publicPlans();
    expect(plans).toHaveLength(5);
    for (const { id, slug } of plans) {
      for (const format of ['csv', 'xlsx']) await expectSame(id, (await download(`/plans/${slug}.${format}`)).bytes);
    }
  });

  it('is an attachment that may be asked for again at no cost', async () => {
    const { headers, bytes } = await download('/plans/tongchuan-2023-assignment-table.csv');
    expect(headers.get('content-disposition')).toBe('attachment; filename="tongchuan-2023-assignment-table.csv"');
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const again = await fetch(`${base}/plans/tongchuan-2023-assignment-table.csv`, { headers: { 'if-none-match': headers.get('etag')! } });
    expect(again.status).toBe(304);
    expect(bytes.subarray(0, 3)).not.toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const marked = await download('/plans/tongchuan-2023-assignment-table.csv?bom=1');
    expect(marked.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(marked.bytes.subarray(3)).toEqual(bytes);
  });

  it('is a workbook with the same rows as the CSV, all of them shown', async () => {
    const { bytes } = await download('/plans/tongchuan-2023-assignment-table.xlsx');
    const csv = (await download('/plans/tongchuan-2023-assignment-table.csv')).bytes.toString();
    const [sheet] = await readSheet(bytes);
    const texts = sheet!.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    expect(texts).toHaveLength(csv.trimEnd().split('\r\n').length);
    expect(bytes.toString('latin1')).not.toMatch(/externalLink|vbaProject/);
  });

  it('holds what people corrected, and imports again as that', async () => {
    const { planId, slug } = await importText(database, planText('401'), { publish: true });
    const planner = officeClient(database, 'PLANNER');
    const { plan } = await planner.data('query ($id: ID!) { plan(id: $id) { tasks { nodes { id version } } } }', { id: planId });
    const [task] = plan.tasks.nodes;
    const { editTask } = await planner.data(
      'mutation ($input: EditTaskInput!) { editTask(input: $input) { task { version } userErrors { code } } }',
      {
        input: {
          idempotencyKey: 'file',
          taskId: task.id,
          version: task.version,
          text: '=公开学校招生信息',
          categoryPath: ['-教育', '@招生'],
          leadOfficial: '+分管领导',
          deadline: { kind: 'RELATIVE', trigger: '录取结束', duration: 'P20D', dayCount: 'WORKING' },
          targets: [{ phrase: '不少于3次', value: 3, unit: '次' }],
          reason: '核对',
        },
      },
    );
    expect(editTask.userErrors).toEqual([]);
    const { assignResponsibility } = await planner.data(
      'mutation ($input: AssignResponsibilityInput!) { assignResponsibility(input: $input) { task { id } userErrors { code } } }',
      {
        input: {
          idempotencyKey: 'file-2',
          taskId: task.id,
          version: editTask.task.version,
          group: '各乡镇人民政府',
          mode: 'EACH',
          role: 'SUPPORTING',
          reason: '核对',
        },
      },
    );
    expect(assignResponsibility.userErrors).toEqual([]);
    const [found] = await database.internalReader.rows<{ id: number }>('select id from plan where slug = $1', [slug]);
    for (const format of ['csv', 'xlsx']) await expectSame(found!.id, (await download(`/plans/${slug}.${format}`)).bytes);
  });

  it('is there for public plans alone', async () => {
    const { slug } = await importText(database, planText('402'));
    for (const path of [
      `/plans/${slug}.csv`,
      `/plans/${slug}.xlsx`,
      '/plans/nothing.csv',
      '/plans/..%2f.csv',
      '/plans/tongchuan-2023-assignment-table.json',
    ])
      expect([path, (await download(path)).status]).toEqual([path, 404]);
  });
});
