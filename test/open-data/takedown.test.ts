import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { attachment } from '../../src/open-data/routes/attachment';
import { useTestApp } from '../support/app-server';
import { useTestDatabase } from '../support/database';
import { answer } from '../support/query';

const database = useTestDatabase({ seeded: true });
const app = useTestApp(database);

const file = readFileSync('seeds/documents/guangyuan-2022.txt');
const sha256 = createHash('sha256').update(file).digest('hex');

const removing = `mutation ($input: RemoveSourceFileInput!) { removeSourceFile(input: $input) {
  sourceDocument { sha256 removedAt removedReason url } userErrors { code } } }`;
const asked =
  '{ plans(filterBy: { withinRegion: "510800" }) { nodes { sourceDocument { id sha256 url removedAt removedReason byteSize } tasks { totalCount } } } }';

const seen = async () => (await answer(database.publicReader, asked)).plans.nodes[0];

describe('the file from which a plan was read', () => {
  it('is given out as it came, as an attachment under its own name', async () => {
    const { sourceDocument } = await seen();
    expect(sourceDocument).toMatchObject({
      sha256,
      url: `http://localhost:4000/documents/${sha256}`,
      removedAt: null,
      removedReason: null,
    });
    const response = await app.get(`/documents/${sha256}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="guangyuan-2022.txt"; filename*=UTF-8''guangyuan-2022.txt`,
      'x-content-type-options': 'nosniff',
      etag: `"${sha256}"`,
    });
    expect((await app.get(`/documents/${sha256}`, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
  });

  it('is not found where the hash is of no public file', async () => {
    expect((await app.get(`/documents/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await app.get('/documents/x')).status).toBe(404);
    await database.owner.query('update source_document set published = false where sha256 = $1', [sha256]);
    expect((await app.get(`/documents/${sha256}`)).status).toBe(404);
    await database.owner.query('update source_document set published = true where sha256 = $1', [sha256]);
  });

  it('is removed for good by an administrator; hash, time and reason stay for everyone', async () => {
    const { id, byteSize } = (await seen()).sourceDocument;
    await database.owner.query(`insert into upload (file_name, content, uploaded_by) values ('copy', $1, 'somebody')`, [file]);
    const [version] = await database.owner.query(
      'select id from plan_version where source_document_id = (select id from source_document where sha256 = $1)',
      [sha256],
    );
    await database.owner.query(
      `insert into version_reading (version_id, reading) values ($1, '{"plan": {}, "annexes": [], "tasks": []}') on conflict do nothing`,
      [version.id],
    );
    const input = { idempotencyKey: 'remove', sourceDocumentId: id, reason: '依《个人信息保护法》第四十七条移除' };
    expect((await app.command(removing, input, 'PLANNER')).errors[0].extensions.code).toBe('FORBIDDEN');
    await database.owner.query(`update plan_version set state = 'PENDING', published = false where id = $1`, [version.id]);
    const early = await app.command(removing, { ...input, idempotencyKey: 'early' }, 'ADMINISTRATOR');
    expect(early.data.removeSourceFile.userErrors).toEqual([{ code: 'VERSION_WAITS' }]);
    await database.owner.query(`update plan_version set state = 'CURRENT', published = true where id = $1`, [version.id]);
    const removed = await app.command(removing, input, 'ADMINISTRATOR');
    expect(removed.data.removeSourceFile).toMatchObject({ sourceDocument: { sha256, removedReason: input.reason }, userErrors: [] });
    expect(await app.command(removing, input, 'ADMINISTRATOR')).toEqual(removed);
    const again = await app.command(removing, { ...input, idempotencyKey: 'again' }, 'ADMINISTRATOR');
    expect(again.errors[0].extensions.code).toBe('CONFLICT');

    const after = await seen();
    expect(after.sourceDocument).toMatchObject({ sha256, byteSize, removedAt: expect.any(String), removedReason: input.reason });
    expect(after.tasks.totalCount).toBeGreaterThan(0);
    const response = await app.get(`/documents/${sha256}`);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining(input.reason), extensions: { sha256 } }] });
    const rows = await database.owner.query('select content from source_document where sha256 = $1 union all select content from upload', [
      sha256,
    ]);
    expect(rows).toEqual([{ content: null }]);
    expect(await database.owner.query('select from version_reading where version_id = $1', [version.id])).toEqual([]);
    const [event] = await database.owner.query(`select actor, payload from audit_event where action = 'source.remove'`);
    expect(event).toMatchObject({
      actor: 'administrator',
      payload: { reason: input.reason, before: { sha256, isRemoved: false }, after: { isRemoved: true } },
    });
  });

  it('is not imported again once it was removed, whoever still has it', async () => {
    const [upload] = await database.owner.query(
      `insert into upload (file_name, content, uploaded_by) values ('copy.txt', $1, 'planner') returning id`,
      [file],
    );
    const importing = 'mutation ($input: ImportPlanInput!) { importPlan(input: $input) { plan { id } userErrors { code message } } }';
    const input = { idempotencyKey: 'import-removed', uploadId: upload.id, regionCode: '510800' };
    const { plan, userErrors } = (await app.command(importing, input, 'PLANNER')).data.importPlan;
    expect(plan).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'FILE_REMOVED', message: expect.stringContaining('依《个人信息保护法》第四十七条移除') }]);
    expect(await database.owner.query('select content from source_document where sha256 = $1', [sha256])).toEqual([{ content: null }]);
  });
});

it('a file name of any characters is told in ASCII and as it is', () => {
  expect(attachment('分工表 "终稿".docx')).toBe(
    `attachment; filename="___ ____.docx"; filename*=UTF-8''%E5%88%86%E5%B7%A5%E8%A1%A8%20%22%E7%BB%88%E7%A8%BF%22.docx`,
  );
  expect(attachment("a'(1)*\r\nb.txt")).toBe(`attachment; filename="a'(1)*__b.txt"; filename*=UTF-8''a%27%281%29%2A%0D%0Ab.txt`);
});
