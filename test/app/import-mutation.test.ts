import { readFileSync } from 'node:fs';
import type { Role } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { startApp, tokenFor, type Json, type RunningApp } from '../support/internal-api';

const database = useTestDatabase({ seeded: true });
let app: RunningApp;

beforeAll(async () => {
  app = await startApp(database);
}, 60_000);

afterAll(() => app.close());

const tokenOf = (role: Role): Promise<string> => tokenFor(database, { role });

async function upload(content: string | Buffer, role: Role = 'PLANNER', name = 'plan.txt'): Promise<{ status: number; body: Json }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const response = await fetch(`${app.url}/uploads`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${await tokenOf(role)}` },
  });
  return { status: response.status, body: await response.json() };
}

async function command(query: string, input: Record<string, unknown>, role: Role = 'PLANNER'): Promise<Json> {
  return (await app.send(await tokenOf(role), query, { input })).body;
}

async function asPublic(query: string): Promise<Json> {
  const response = await fetch(`${app.url}/public/graphql?query=${encodeURIComponent(query)}`);
  return response.json();
}

const importing = `mutation ($input: ImportPlanInput!) { importPlan(input: $input) {
  plan { id state title tasks { totalCount } } created taskCount createdUnits problems { severity code } userErrors { code field } } }`;
const publishing = 'mutation ($input: PublishPlanInput!) { publishPlan(input: $input) { plan { id state } userErrors { code } } }';
const withdrawing = 'mutation ($input: WithdrawPlanInput!) { withdrawPlan(input: $input) { plan { state } userErrors { code } } }';

const document = (number: string) => `开江县2024年政务公开工作要点分工表
开府办发〔2024〕${number}号

序号\t工作任务\t具体内容\t责任单位\t完成时限
1\t主动公开\t公开学校招生信息。\t县教育局\t2024年9月底
2\t主动公开\t公开财政预算。\t县财政局\t及时公开
`;

describe('a plan by upload', () => {
  it('is read, imported as a draft, published and withdrawn, each step for those who may', async () => {
    const { status, body } = await upload(document('1'));
    expect({ status, body }).toMatchObject({ status: 201, body: { fileName: 'plan.txt', uploadId: expect.any(String) } });
    const input = { idempotencyKey: 'import-1', uploadId: body.uploadId, regionCode: '511723' };
    const imported = await command(importing, input);
    expect(imported.data.importPlan).toMatchObject({
      plan: { state: 'DRAFT', title: '开江县2024年政务公开工作要点分工表', tasks: { totalCount: 2 } },
      created: true,
      taskCount: 2,
      createdUnits: ['县教育局', '县财政局'],
      userErrors: [],
    });
    const planId = imported.data.importPlan.plan.id;
    const seen = '{ plan(documentNumber: "开府办发〔2024〕1号") { tasks { totalCount } } }';
    expect(await asPublic(seen)).toEqual({ data: { plan: null } });

    const unreviewed = await command(publishing, { idempotencyKey: 'publish-1', planId });
    expect(unreviewed.data.publishPlan).toEqual({ plan: null, userErrors: [{ code: 'NOT_REVIEWED' }] });
    const override = { reason: '测试公开' };
    const published = await command(publishing, { idempotencyKey: 'publish-1', planId, override }, 'ADMINISTRATOR');
    expect(published.data.publishPlan).toEqual({ plan: { id: planId, state: 'PUBLISHED' }, userErrors: [] });
    expect(await asPublic(seen)).toEqual({ data: { plan: { tasks: { totalCount: 2 } } } });

    const withdrawn = await command(withdrawing, { idempotencyKey: 'withdraw-1', planId, reason: '文号有误' }, 'ADMINISTRATOR');
    expect(withdrawn.data.withdrawPlan).toEqual({ plan: { state: 'WITHDRAWN' }, userErrors: [] });
    expect(await asPublic(seen)).toEqual({ data: { plan: null } });
  });

  it('is imported once, however often the same command comes', async () => {
    const { body } = await upload(document('2'));
    const input = { idempotencyKey: 'import-2', uploadId: body.uploadId, regionCode: '511723' };
    const [first, second] = await Promise.all([command(importing, input), command(importing, input)]);
    expect(second).toEqual(first);
    expect(first.data.importPlan.created).toBe(true);
    const other = await command(importing, { ...input, regionCode: '511724' });
    expect(other.errors[0].extensions.code).toBe('CONFLICT');
  });

  it('is refused with the reason, and leaves nothing', async () => {
    const count = async () => (await database.internalReader.rows<{ n: number }>('select count(*)::int as n from plan'))[0]!.n;
    const before = await count();
    const attempts: [string | Buffer, string, string][] = [
      ['关于召开会议的通知\n\n请各单位准时参加。\n', '511723', 'NO_TASKS'],
      [Buffer.from('89504e470d0a1a0a0000', 'hex'), '511723', 'UNREADABLE_DOCUMENT'],
      [document('3'), '999999', 'NO_REGION'],
    ];
    for (const [content, regionCode, code] of attempts) {
      const { body } = await upload(content);
      const { data } = await command(importing, { idempotencyKey: `refused-${code}`, uploadId: body.uploadId, regionCode });
      expect(data.importPlan).toMatchObject({ plan: null, userErrors: [{ code }] });
    }
    const { data } = await command(importing, { idempotencyKey: 'no-upload', uploadId: 'x', regionCode: '511723' });
    expect(data.importPlan.userErrors).toEqual([{ code: 'NO_UPLOAD', field: ['uploadId'] }]);
    expect(await count()).toBe(before);
  });

  it('is brought by planners and administrators only, and is nobody else’s to import', async () => {
    expect((await upload(document('4'), 'AUDITOR')).status).toBe(403);
    expect((await fetch(`${app.url}/uploads`, { method: 'POST' })).status).toBe(401);
    const { body } = await upload(document('4'), 'ADMINISTRATOR');
    const { data } = await command(importing, { idempotencyKey: 'import-4', uploadId: body.uploadId, regionCode: '511723' });
    expect(data.importPlan.userErrors[0].code).toBe('NO_UPLOAD');
    for (const role of ['AUDITOR', 'REVIEWER'] as const) {
      const refused = await command(importing, { idempotencyKey: 'x', uploadId: body.uploadId, regionCode: '511723' }, role);
      expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
    }
  });

  it('must be one file of at most 20 MiB in a form', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('PLANNER')}` };
    const post = async (body: RequestInit['body'], extra: Record<string, string> = {}) =>
      (await fetch(`${app.url}/uploads`, { method: 'POST', body, headers: { ...headers, ...extra } })).status;
    expect(await post('{}', { 'content-type': 'application/json' })).toBe(400);
    expect(await post(new FormData())).toBe(400);
    expect((await upload(Buffer.alloc(0))).status).toBe(400);
    expect((await upload(Buffer.alloc(21 * 1024 * 1024))).status).toBe(413);
    expect((await upload(readFileSync('seeds/documents/dazhou-2023.txt'))).status).toBe(201);
  });
});
