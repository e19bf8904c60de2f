import iconv from 'iconv-lite';
import { brokenRules } from '../../src/app/standing-rules';
import { globalId } from '../../src/platform/graphql';
import { useTestDatabase } from '../support/database';
import { startApp, tokenFor, type Json, type RunningApp } from '../support/internal-api';
import { OpenLedger, uploadFile } from '../support/ledger-sheet';
import { aLedgerPlan, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';

const database = useTestDatabase({ seeded: true });
let app: RunningApp;
let plan: LedgerPlan;
let token: string;
let commands = 0;

beforeAll(async () => {
  await setToday(database, '2024-06-15');
  app = await startApp(database, { PUBLIC_RATE_LIMIT_PER_MINUTE: '100000' });
});
afterAll(() => app.close());

beforeEach(async () => {
  plan = await aLedgerPlan(database);
  token = await tokenFor(database, { role: 'REPORTER', subject: '县教育局填报人', unitKey: plan.of(1, '县教育局').unitKey });
});
afterEach(async () => {
  expect(await brokenRules(database.owner)).toEqual([]);
});

const get = (query: string, bearer: string | null = token) =>
  fetch(`${app.url}/ledger.xlsx${query}`, { headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` } });

async function download(query = `?plan=${plan.id}`): Promise<OpenLedger> {
  const response = await get(query);
  expect(response.status).toBe(200);
  return OpenLedger.open(Buffer.from(await response.arrayBuffer()));
}

const importing = `mutation ($input: ImportLedgerInput!) { importLedger(input: $input) { reportedCount unchangedCount
  entries { id state period status percentage completedOn occurrenceDueOn narrative problems nextStep evidence { url title } measures { value } supersedes { id } }
  problems { row column cell code message } userErrors { code field } } }`;

async function send(file: Buffer, over: Record<string, unknown> = {}, name = 'ledger.xlsx'): Promise<Json> {
  const { body } = await uploadFile(app, token, file, name);
  const input = { idempotencyKey: `import ${(commands += 1)}`, uploadId: body.uploadId, ...over };
  const { body: answer } = await app.send(token, importing, { input });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.importLedger;
}

const countEntries = async (): Promise<number> =>
  (await database.internalReader.rows<{ count: number }>('select count(*)::int from ledger_entry'))[0]!.count;

describe('the ledger of a unit, downloaded', () => {
  it('has a row for every duty on which the unit reports now, with the task as printed', async () => {
    const ledger = await download();
    expect(ledger.tasks).toEqual(['1', '2', '5']);
    expect(ledger.rows[ledger.rowOf(1)]!.slice(0, 7)).toEqual([
      '渠县2024年政务公开工作要点分工表',
      '1',
      '公开学校招生信息。',
      '牵头',
      '2024年9月底',
      '2024-09-30',
      '未报',
    ]);
    expect(ledger.value(1, 'obligation')).toBe(plan.of(1, '县教育局').id);
    const other = await aLedgerPlan(database);
    expect((await download('')).tasks).toEqual(expect.arrayContaining([...ledger.tasks, ...ledger.tasks]));
    expect((await download(`?plan=${other.id}`)).tasks).toEqual(ledger.tasks);
  });

  it('shows what was reported last, or on the period asked for', async () => {
    const obligation = plan.of(2, '县教育局');
    const evidence = [{ url: 'https://www.gov.cn/a', title: '预算 公告' }];
    await reportPublicly(database, obligation, { period: '2024-Q1', percentage: 30, narrative: '一季度。', evidence });
    const latest = await reportPublicly(database, obligation, { period: '2024-05', percentage: 50, narrative: '=五月。' });
    const now = await download();
    expect([now.value(2, 'period'), now.value(2, 'narrative'), now.value(2, 'version')]).toEqual(['2024-05', '=五月。', latest]);
    const first = await download(`?plan=${plan.id}&period=2024-Q1`);
    expect([first.value(2, 'percentage'), first.value(2, 'status'), first.value(2, 'evidence')]).toEqual([
      '30',
      '进行中',
      '预算 公告 https://www.gov.cn/a',
    ]);
    expect([first.value(1, 'period'), first.value(1, 'narrative')]).toEqual(['2024-Q1', '']);
  });

  it('is for those who are signed in, names what is wrong, and says where nothing is collected', async () => {
    expect((await get('', null)).status).toBe(401);
    const auditor = await tokenFor(database, { role: 'AUDITOR' });
    expect((await get('', auditor)).status).toBe(400);
    expect((await get(`?unit=${plan.of(1, '县财政局').unitKey}`, auditor)).status).toBe(400);
    expect((await get('?unit=a&unit=b')).status).toBe(400);
    expect((await get('?period=2024-Q7')).status).toBe(400);
    const closed = await aLedgerPlan(database, { ledgerSince: null });
    const answer = await get(`?plan=${closed.id}`);
    expect([answer.status, (await answer.json()).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
    expect((await get(`?unit=${globalId('Unit', plan.of(1, '县财政局').unitKey)}`, auditor)).status).toBe(200);
  });
});

describe('the ledger of a unit, sent back', () => {
  it('reports the rows that were filled in, as drafts, and nothing for the others', async () => {
    const ledger = (await download())
      .fill(1, {
        period: '2024年上半年',
        status: '进行中',
        percentage: '40%',
        narrative: ' 已公开小学部分。 ',
        evidence: '招生公告 https://www.gov.cn/1\nhttps://www.gov.cn/2 咨询电话',
        problems: '人手不足',
        nextStep: '公开初中部分',
      })
      .fill(5, { period: '2024-Q1', status: '已完成', narrative: '解读一次。', completedOn: '2024/3/20', times: '1' });
    const sent = await send(ledger.xlsx());
    expect(sent).toMatchObject({ reportedCount: 2, unchangedCount: 1, problems: [], userErrors: [] });
    expect(sent.entries).toMatchObject([
      {
        state: 'DRAFT',
        period: '2024-H1',
        status: 'IN_PROGRESS',
        percentage: 40,
        narrative: '已公开小学部分。',
        problems: '人手不足',
        nextStep: '公开初中部分',
        evidence: [
          { title: '招生公告', url: 'https://www.gov.cn/1' },
          { title: '咨询电话', url: 'https://www.gov.cn/2' },
        ],
      },
      { period: '2024-Q1', status: 'COMPLETED', percentage: 100, completedOn: '2024-03-20' },
    ]);
    const [event] = await database.internalReader.rows<{ action: string; subject: string; payload: Json }>(
      'select action, subject, payload from audit_event order by id desc limit 1',
    );
    expect(event).toMatchObject({ action: 'ledger.import', subject: globalId('Unit', plan.of(1, '县教育局').unitKey) });
    expect(event!.payload.entries.map(({ entry }: Json) => entry)).toEqual(sent.entries.map(({ id }: Json) => id));
  });

  it('changes nothing where it comes back as it was, by xlsx and by csv of either encoding', async () => {
    await send(
      (await download())
        .fill(1, { period: '2024-Q1', status: '已完成', narrative: '全部公开，\n见附件。', evidence: '公告 https://gov.cn/' })
        .xlsx(),
    );
    const count = await countEntries();
    const ledger = await download();
    const gbk = iconv.encode(ledger.csv().toString('utf8'), 'gb18030');
    for (const [file, name] of [
      [ledger.xlsx(), 'ledger.xlsx'],
      [ledger.csv(), 'ledger.csv'],
      [gbk, 'ledger.csv'],
    ] as const)
      expect(await send(file, {}, name)).toMatchObject({ reportedCount: 0, unchangedCount: 3, problems: [], userErrors: [] });
    expect(await countEntries()).toBe(count);
  });

  it('supersedes what was reported on the period, and voids nothing that is public', async () => {
    const first = await reportPublicly(database, plan.of(1, '县教育局'), { period: '2024-Q1', percentage: 10 });
    const sent = await send((await download()).fill(1, { percentage: '20' }).csv(), {}, 'ledger.csv');
    expect(sent.entries).toMatchObject([{ percentage: 20, supersedes: { id: first } }]);
  });

  it('puts every report before its reviewers where it is asked to', async () => {
    const sent = await send((await download()).fill(2, { period: '2024-05', status: '进行中', narrative: '推进中。' }).xlsx(), {
      submit: true,
    });
    expect(sent.entries).toMatchObject([{ state: 'IN_REVIEW' }]);
    const queue = await app.data(
      await tokenFor(database, { role: 'REVIEWER' }),
      '{ reviewQueue(first: 100) { nodes { subject { id } step } } }',
    );
    expect(queue.reviewQueue.nodes).toContainEqual({ subject: { id: sent.entries[0].id }, step: 1 });
  });

  it('is taken whole or not at all, and every wrong cell is named', async () => {
    const ledger = (await download())
      .fill(1, { period: '2024-Q2', status: '办理中', percentage: '一半', narrative: '好。' })
      .fill(2, { period: '2024-H2', status: '进行中', narrative: '好。' })
      .fill(5, { period: '2024-Q1', status: '进行中', narrative: '好。', evidence: '公告 javascript:alert(1)' });
    const count = await countEntries();
    for (const over of [{}, { dryRun: true }]) {
      const refused = await send(ledger.xlsx(), over);
      expect(refused).toMatchObject({
        reportedCount: 0,
        entries: [],
        userErrors: [{ code: 'SHEET_HAS_ERRORS', field: ['uploadId'] }],
        problems: [
          { cell: ledger.cell(1, 'status'), column: '进展状态', code: 'STATUS_UNKNOWN' },
          { cell: ledger.cell(1, 'percentage'), column: '完成率', code: 'NOT_A_WHOLE_NUMBER' },
          { cell: ledger.cell(2, 'period'), row: ledger.rowOf(2) + 1, code: 'PERIOD_IN_FUTURE' },
          { cell: ledger.cell(5, 'evidence'), code: 'LINK_INVALID' },
        ],
      });
    }
    expect(await countEntries()).toBe(count);
  });

  it('is held to the rules of every report, cell by cell', async () => {
    const good = { period: '2024', status: '进行中', narrative: '好。' };
    const wrong: [code: string, name: string, values: Record<string, string>][] = [
      ['PERIOD_BLANK', 'period', { ...good, period: '' }],
      ['PERIOD_INVALID', 'period', { ...good, period: '本季度' }],
      ['NARRATIVE_BLANK', 'narrative', { ...good, narrative: '', percentage: '5' }],
      ['OUT_OF_BOUNDS', 'percentage', { ...good, percentage: '101' }],
      ['OUT_OF_BOUNDS', 'narrative', { ...good, narrative: '好'.repeat(4_001) }],
      ['OUT_OF_BOUNDS', 'evidence', { ...good, evidence: `${'名'.repeat(201)} https://gov.cn/` }],
      ['NOT_A_DAY', 'completedOn', { ...good, status: '已完成', completedOn: '2024-02-30' }],
      ['DATE_IN_FUTURE', 'completedOn', { ...good, status: '已完成', completedOn: '2024年6月16日' }],
      ['NOT_COMPLETE', 'completedOn', { ...good, completedOn: '2024.6.1' }],
      ['NOT_RECURRING', 'times', { ...good, times: '2' }],
      ['MEASURE_UNREAD', 'measures', { ...good, measures: '9=1' }],
      ['TITLE_BLANK', 'evidence', { ...good, evidence: 'https://gov.cn/' }],
      ['LINK_INVALID', 'evidence', { ...good, evidence: '见附件' }],
      ['LINK_HAS_CREDENTIALS', 'evidence', { ...good, evidence: '公告 https://me:pass@gov.cn/' }],
    ];
    const ledger = await download();
    for (const [, , values] of wrong) ledger.copyOfRow(1, values);
    const { problems } = await send(ledger.xlsx(), { dryRun: true });
    const first = ledger.rows.length - wrong.length;
    expect(problems.map(({ code, cell }: Json) => [code, cell])).toEqual(
      wrong.map(([code, name], at) => [code, ledger.cellAt(first + at, name)]),
    );
    for (const { message } of problems) expect(message).toMatch(/\p{Script=Han}.*[A-Za-z]{3}/su);
  });

  it('is checked without writing by a dry run, under whatever key', async () => {
    const file = (await download()).fill(1, { period: '2024-Q1', status: '进行中', narrative: '好。' }).xlsx();
    const count = await countEntries();
    expect(await send(file, { dryRun: true, idempotencyKey: 'one' })).toMatchObject({ reportedCount: 1, entries: [], userErrors: [] });
    expect(await countEntries()).toBe(count);
    expect((await send(file, { idempotencyKey: 'one' })).entries).toHaveLength(1);
  });

  it('is done once for each key', async () => {
    const { body } = await uploadFile(
      app,
      token,
      (await download()).fill(1, { period: '2024-Q1', status: '进行中', narrative: '好。' }).xlsx(),
      'ledger.xlsx',
    );
    const input = { idempotencyKey: 'twice', uploadId: body.uploadId };
    const answers = await Promise.all([1, 2].map(() => app.data(token, importing, { input })));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0].importLedger.entries).toHaveLength(1);
  });

  it('reports nothing over what somebody else has reported since', async () => {
    const ledger = (await download()).fill(1, { period: '2024-Q1', status: '进行中', narrative: '我的。' });
    await reportPublicly(database, plan.of(1, '县教育局'), { period: '2024-Q2' });
    expect((await send(ledger.xlsx())).problems).toMatchObject([{ code: 'STALE_ROW', cell: ledger.cell(1, 'version') }]);
  });

  it('holds rows of the own unit alone, each period of a duty once, and no altered ids', async () => {
    const good = { period: '2024-Q1', status: '进行中', narrative: '好。' };
    const foreign = (await download()).fill(1, { ...good, obligation: plan.of(1, '县财政局').id });
    expect((await send(foreign.xlsx())).problems).toMatchObject([{ code: 'OTHER_UNIT', cell: foreign.cell(1, 'obligation') }]);
    const altered = (await download()).fill(1, { ...good, obligation: 'x' });
    expect((await send(altered.xlsx())).problems).toMatchObject([{ code: 'NO_SUCH_OBLIGATION' }]);
    const twice = (await download()).fill(1, good).copyOfRow(1, {});
    expect((await send(twice.xlsx())).problems).toMatchObject([{ code: 'ROW_TWICE', row: twice.rows.length }]);
    const unitId = globalId('Unit', plan.of(1, '县财政局').unitKey);
    const { body } = await uploadFile(app, token, (await download()).xlsx(), 'ledger.xlsx');
    expect(await app.code(token, importing, { input: { idempotencyKey: 'other', uploadId: body.uploadId, unitId } })).toBe('FORBIDDEN');
  });

  it('is refused where it holds no ledger or cannot be read', async () => {
    const code = async (file: Buffer, name: string) => (await send(file, {}, name)).userErrors[0].code;
    expect(await code(Buffer.from('序号,任务\n1,公开\n'), 'x.csv')).toBe('NO_LEDGER');
    expect(await code(Buffer.from('PK\u0003\u0004 broken'), 'x.xlsx')).toBe('UNREADABLE_DOCUMENT');
    expect(await code(Buffer.from('%PDF-1.7 x'), 'x.pdf')).toBe('UNREADABLE_DOCUMENT');
  });
});

describe('two who send the ledger of a unit at once', () => {
  it('report one after the other: the second is told that its rows are stale', async () => {
    const ledger = await download();
    const filled = [1, 2, 5].reduce((open, task) => open.fill(task, { period: '2024-Q1', status: '进行中', narrative: '好。' }), ledger);
    const files = await Promise.all(
      [1, 2, 3].map(() => uploadFile(app, token, filled.fill(1, { narrative: `好${Math.random()}` }).xlsx(), 'l.xlsx')),
    );
    const count = await countEntries();
    const answers = await Promise.all(
      files.map(({ body }, at) => app.data(token, importing, { input: { idempotencyKey: `at once ${at}`, uploadId: body.uploadId } })),
    );
    expect(answers.map(({ importLedger }) => importLedger.reportedCount).sort()).toEqual([0, 0, 3]);
    expect(await countEntries()).toBe(count + 3);
  });
});
